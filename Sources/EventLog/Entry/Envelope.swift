import CivilTime
import Foundation

/// An entry as CloudEvents 1.0 (https://github.com/cloudevents/spec, v1.0.2) spells it, with the extension attributes
/// `sequence` and `recordedtime` of that project and five of ours.
public struct Envelope: Sendable, Equatable {
    /// The log: `/districts/610113`.
    public var source: String
    /// The stream's name.
    public var subject: String
    /// The event's place in its stream, from 1.
    public var revision: Int
    /// The kind of event: `muster.call.issued.v1`.
    public var type: String
    /// When it occurred, in milliseconds since 1970.
    public var time: Int64
    /// When the log recorded it.
    public var recorded: Int64
    /// Its position in the log.
    public var position: Position
    /// Who acted: `unit/post/person`, or `system`.
    public var actor: String
    /// How the actor was known.
    public var authType: String
    /// The command that it came of.
    public var commandID: String
    /// 16 bytes over the command's non-personal operands, in hex.
    public var commandDigest: String
    /// What it says.
    public var data: [String: Value]
    /// The commitments of its texts, by field.
    public var words: [String: String]

    /// A value inside `data`.
    public enum Value: Sendable, Equatable {
        /// A string.
        case string(String)
        /// An integer within ±2⁵³.
        case integer(Int64)
        /// True or false.
        case bool(Bool)
    }

    /// An entry by its parts.
    public init(
        source: String, subject: String, revision: Int, type: String, time: Int64, recorded: Int64, position: Position,
        actor: String, authType: String, commandID: String, commandDigest: String, data: [String: Value],
        words: [String: String]
    ) {
        self.source = source
        self.subject = subject
        self.revision = revision
        self.type = type
        self.time = time
        self.recorded = recorded
        self.position = position
        self.actor = actor
        self.authType = authType
        self.commandID = commandID
        self.commandDigest = commandDigest
        self.data = data
        self.words = words
    }

    /// The key of the commitments inside `data`.
    private static let wordsKey = "words"

    /// `<subject>/<revision>`, unique in the log.
    public var id: String { "\(subject)/\(revision)" }

    /// The canonical bytes, which are hashed and kept.
    public var bytes: [UInt8] {
        var members: [(key: String, value: CanonicalJSON)] = data.map { ($0.key, $0.value.canonical) }
        if !words.isEmpty {
            members.append((Self.wordsKey, .object(words.map { ($0.key, .string($0.value)) })))
        }
        return CanonicalJSON.object([
            ("actor", .string(actor)),
            ("authtype", .string(authType)),
            ("commanddigest", .string(commandDigest)),
            ("commandid", .string(commandID)),
            ("data", .object(members)),
            ("datacontenttype", .string("application/json")),
            ("id", .string(id)),
            ("recordedtime", .string(Timestamp.utc(milliseconds: recorded))),
            ("revision", .integer(Int64(revision))),
            ("sequence", .string(Self.sequence(position))),
            ("source", .string(source)),
            ("specversion", .string("1.0")),
            ("subject", .string(subject)),
            ("time", .string(Timestamp.utc(milliseconds: time))),
            ("type", .string(type)),
        ]).bytes
    }

    /// 20 digits, so that the text order of sequences is the order of the log.
    private static func sequence(_ position: Position) -> String {
        let digits = String(position)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }
}

extension Envelope.Value {
    /// Whether every reader agrees on it.
    fileprivate var isSafe: Bool {
        if case .integer(let value) = self { value.magnitude <= 1 << 53 } else { true }
    }

    fileprivate var canonical: CanonicalJSON {
        switch self {
        case .string(let text): .string(text)
        case .integer(let value): .integer(value)
        case .bool(let value): .bool(value)
        }
    }
}

// MARK: - Reading

/// Why some bytes are no entry of this format.
public struct UnreadableEntry: Error, Equatable, Sendable {
    /// What is wrong.
    public var reason: String
}

extension Envelope {
    /// Reads an entry back, if its bytes are the canonical ones: whoever reads them with another parser reads the same.
    /// Cost: some microseconds; replay never does it.
    public init(bytes: [UInt8]) throws(UnreadableEntry) {
        let wire: Wire
        do { wire = try JSONDecoder().decode(Wire.self, from: Data(bytes)) } catch {
            throw UnreadableEntry(reason: "not the JSON of an entry: \(error)")
        }
        guard let time = Timestamp.milliseconds(of: wire.time),
            let recorded = Timestamp.milliseconds(of: wire.recordedtime), let position = Position(wire.sequence)
        else { throw UnreadableEntry(reason: "a time or the sequence is malformed") }
        self.init(
            source: wire.source, subject: wire.subject, revision: wire.revision, type: wire.type, time: time,
            recorded: recorded, position: position, actor: wire.actor, authType: wire.authtype,
            commandID: wire.commandid, commandDigest: wire.commanddigest, data: wire.data.values,
            words: wire.data.words)
        guard wire.specversion == "1.0", wire.id == id else {
            throw UnreadableEntry(reason: "specversion or id do not fit")
        }
        guard revision.magnitude <= 1 << 53, data.values.allSatisfy(\.isSafe) else {
            throw UnreadableEntry(reason: "an integer beyond 2^53")
        }
        guard self.bytes == bytes else { throw UnreadableEntry(reason: "not in canonical form") }
    }

    private struct Wire: Decodable {
        var specversion, id, source, type, subject, time, recordedtime, sequence: String
        var revision: Int
        var commandid, commanddigest, actor, authtype: String
        var data: WireData
    }

    private struct WireData: Decodable {
        var values: [String: Value] = [:]
        var words: [String: String] = [:]

        struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys {
                if key.stringValue == Envelope.wordsKey {
                    words = try container.decode([String: String].self, forKey: key)
                } else if let flag = try? container.decode(Bool.self, forKey: key) {
                    values[key.stringValue] = .bool(flag)
                } else if let number = try? container.decode(Int64.self, forKey: key) {
                    values[key.stringValue] = .integer(number)
                } else {
                    values[key.stringValue] = .string(try container.decode(String.self, forKey: key))
                }
            }
        }
    }
}
