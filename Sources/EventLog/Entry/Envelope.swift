import CivilTime

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
    public static let wordsKey = "words"

    static let mediaType = "application/json"
    static let specVersion = "1.0"

    /// `<subject>/<revision>`, unique in the log.
    public var id: String { "\(subject)/\(revision)" }

    /// The canonical bytes, which are hashed and kept.
    public var bytes: [UInt8] {
        let attributes = EntryAttributes(
            source: source, subject: subject, revision: revision, type: type, time: time, recorded: recorded,
            position: position, actor: actor, authType: authType, commandID: commandID, commandDigest: commandDigest)
        var keys = Array(data.keys)
        if !words.isEmpty { keys.append(Self.wordsKey) }
        return attributes.bytes { writer in
            for key in Self.sorted(keys) {
                writer.key(key)
                if let value = data[key] { writer.value(value) } else { write(words: &writer) }
            }
        }
    }

    private func write(words writer: inout CanonicalWriter) {
        writer.open()
        for field in Self.sorted(Array(words.keys)) {
            writer.key(field)
            writer.string(words[field] ?? "")
        }
        writer.close()
    }

    /// Keys are ASCII here, so their UTF-16 order is their byte order.
    private static func sorted(_ keys: [String]) -> [String] {
        keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// 20 digits, so that the text order of sequences is the order of the log.
    private static func sequence(_ position: Position) -> String {
        let digits = String(position)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }
}

extension CanonicalWriter {
    /// A value of an entry's data.
    public mutating func value(_ value: Envelope.Value) {
        switch value {
        case .string(let text): string(text)
        case .integer(let number): integer(number)
        case .bool(let flag): bool(flag)
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
    /// Cost: O(length), a few microseconds; replay never does it.
    public init(bytes: [UInt8]) throws(UnreadableEntry) {
        do throws(CanonicalFault) { try self.init(reading: bytes) } catch {
            throw UnreadableEntry(reason: "\(error.reason), at byte \(error.offset)")
        }
    }

    private init(reading bytes: [UInt8]) throws(CanonicalFault) {
        var reader = CanonicalReader(bytes)
        var texts: [String: String] = [:]
        var revision: Int64?
        var data: [String: Value]?
        var words: [String: String] = [:]
        try reader.object { (reader, key) throws(CanonicalFault) in
            switch key {
            case "data": data = try Self.data(&reader, &words)
            case "revision": revision = try reader.integer()
            default: texts[key] = try reader.string()
            }
        }
        try reader.end()
        func refuse(_ reason: StaticString) -> CanonicalFault { .init(reason: reason, offset: bytes.count) }
        // Those that are asked for below; one more is one that no writer leaves.
        guard texts.count == 13, let revision, let data else {
            throw refuse("an attribute is missing or unknown")
        }
        func text(_ name: String) throws(CanonicalFault) -> String {
            guard let text = texts[name] else { throw refuse("an attribute is missing or unknown") }
            return text
        }
        let sequence = try text("sequence")
        guard let position = Position(sequence), sequence == Self.sequence(position) else {
            throw refuse("the sequence is malformed")
        }
        self.init(
            source: try text("source"), subject: try text("subject"), revision: Int(revision), type: try text("type"),
            time: try Self.moment(try text("time")), recorded: try Self.moment(try text("recordedtime")),
            position: position, actor: try text("actor"), authType: try text("authtype"),
            commandID: try text("commandid"), commandDigest: try text("commanddigest"), data: data, words: words)
        guard try text("specversion") == Self.specVersion, try text("datacontenttype") == Self.mediaType,
            try text("id") == id
        else { throw refuse("specversion, datacontenttype or id do not fit") }
    }

    /// What an entry says, and the commitments of its texts.
    private static func data(
        _ reader: inout CanonicalReader, _ words: inout [String: String]
    ) throws(CanonicalFault) -> [String: Value] {
        var values: [String: Value] = [:]
        var commitments: [String: String] = [:]
        try reader.object { (reader, key) throws(CanonicalFault) in
            guard key == wordsKey else { return values[key] = try reader.value() }
            try reader.object { (reader, field) throws(CanonicalFault) in
                commitments[field] = try reader.string()
            }
            // An entry without texts says nothing of them.
            guard !commitments.isEmpty else { throw .init(reason: "words is empty", offset: 0) }
        }
        words = commitments
        return values
    }

    private static func moment(_ text: String) throws(CanonicalFault) -> Int64 {
        guard let milliseconds = Timestamp.milliseconds(of: text), Timestamp.utc(milliseconds: milliseconds) == text
        else { throw .init(reason: "a time is malformed", offset: 0) }
        return milliseconds
    }
}
