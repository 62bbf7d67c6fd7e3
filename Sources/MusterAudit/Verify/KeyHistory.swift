import Crypto
import EventLog
import MusterDomain
import MusterEngine
import TransparencyLog

/// Which key was in force when: what the log says of its keys, and who signed its heads.
///
/// A head belongs to the key that the last entry below it names. Whoever has got hold of a key that was replaced could
/// otherwise go on signing, and a key that the log does not know could sign beside it.
struct KeyHistory {
    /// A head and the known keys of the log that have signed it.
    struct Signed {
        var size: Position
        var origin: String
        var keys: [VerifierKey]
    }

    /// A key of the log: what an entry calls it, which for the first one are the first hex digits of its SHA-256.
    private enum Name: Equatable {
        case fingerprint(String)
        case key(VerifierKey)

        func names(_ key: VerifierKey) -> Bool {
            switch self {
            case .fingerprint(let hex): key.fingerprint == hex
            case .key(let own): own == key
            }
        }
    }

    /// An entry that names another key.
    private struct Change {
        var position: Position
        var origin: String
        var key: VerifierKey
        /// The key until then; nil for a new epoch, which goes without.
        var formerKey: VerifierKey?
    }

    /// The first key, by the entry with which the log begins.
    private var first: Name?
    private var changes: [Change] = []
    /// Entries that name another key and can't be followed.
    private var faults: [(position: Position, what: String)] = []
    /// What was lost of the log when it went on from an older copy of itself.
    private(set) var lost: [ClosedRange<Position>] = []

    /// The types of the entries that ``take(_:at:)`` is for.
    static let types = [EventKind.districtEstablished, .keyChanged, .epochBegan].map { Array($0.type.utf8) }

    /// Takes an entry in that says something of the log's keys.
    mutating func take(_ bytes: [UInt8], at position: Position) {
        // What is no entry is a finding already.
        guard let entry = try? Envelope(bytes: bytes) else { return }
        guard entry.type != EventKind.districtEstablished.type else {
            if position == 0, case .string(let hex)? = entry.data[Field.keyID.rawValue] { first = .fingerprint(hex) }
            return
        }
        guard case .string(let origin)? = entry.data[Field.origin.rawValue],
            let key = Self.key(.verifierKey, in: entry.data)
        else { return faults.append((position, "it names no key")) }
        var change = Change(position: position, origin: origin, key: key)
        if let fault = follow(entry, &change) { return faults.append((position, fault)) }
        changes.append(change)
    }

    /// Why an entry does not follow on what was in force, or nil.
    private mutating func follow(_ entry: Envelope, _ change: inout Change) -> String? {
        let before = changes.last
        if entry.type == EventKind.keyChanged.type {
            guard let former = Self.key(.formerKey, in: entry.data) else { return "it names no former key" }
            let force = before.map { Name.key($0.key) } ?? first
            guard force?.names(former) == true else { return "\(former.text) was not in force" }
            guard change.origin == before?.origin ?? former.name.text else { return "it names another log" }
            change.formerKey = former
            return nil
        }
        guard case .string(let former)? = entry.data[Field.formerOrigin.rawValue],
            FormerEpoch.isEarlier(former, than: change.origin),
            before.map({ FormerEpoch.isEarlier($0.origin, than: change.origin) }) ?? true
        else { return "no later epoch of this log" }
        if case .integer(let first)? = entry.data[Field.firstLost.rawValue],
            case .integer(let last)? = entry.data[Field.lastLost.rawValue], 0 <= first, first <= last
        {
            lost.append(Position(first)...Position(last))
        }
        return nil
    }

    private static func key(_ field: Field, in data: [String: Envelope.Value]) -> VerifierKey? {
        guard case .string(let text)? = data[field.rawValue] else { return nil }
        return try? VerifierKey(parsing: text)
    }

    /// Compares it with who signed the heads, given by ascending size.
    func check(_ heads: [Signed], knowing keys: [VerifierKey], _ findings: inout Findings) {
        for fault in faults { findings.add(.key, at: fault.position, fault.what) }
        // The entries that have been passed; the last one of them is in force.
        var passed = 0
        for head in heads {
            let before = passed
            while passed < changes.count, changes[passed].position < head.size { passed += 1 }
            guard passed > 0 else {
                guard let first, !head.keys.contains(where: first.names) else { continue }
                findings.add(.key, at: head.size, "not the key with which the log began")
                continue
            }
            let change = changes[passed - 1]
            guard head.origin == change.origin, head.keys.contains(change.key) else {
                findings.add(.key, at: head.size, "entry \(change.position) names the key \(change.key.text)")
                continue
            }
            // The first head behind a change bears the old signature too, so that who knows the old key learns the new.
            for former in changes[before..<passed].compactMap(\.formerKey)
            where keys.contains(former) && !head.keys.contains(former) {
                findings.add(.key, at: head.size, "the first head after the change lacks \(former.text)")
            }
        }
    }
}

extension VerifierKey {
    /// The first 8 hex digits of the public key's SHA-256, by which the first entry names it.
    fileprivate var fingerprint: String { Array(SHA256.hash(data: publicKey).prefix(4)).hex }
}
