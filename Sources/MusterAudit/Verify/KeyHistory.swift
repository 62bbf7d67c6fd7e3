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

    /// An entry that names another key.
    private struct Change {
        var position: Position
        var origin: String
        var key: VerifierKey
        /// The key until then; nil for a new epoch, which goes without.
        var formerKey: VerifierKey?
        /// What a new epoch has lost of the one before.
        var lost: ClosedRange<Position>?
    }

    private var changes: [Change] = []

    /// The types of the entries that ``take(_:at:)`` is for.
    static let types = [EventKind.keyChanged, .epochBegan].map { Array($0.type.utf8) }

    /// What was lost of the log when it went on from an older copy of itself.
    var lost: [ClosedRange<Position>] { changes.compactMap(\.lost) }

    /// Takes an entry in that says something of the log's keys. Bytes that are no such entry say nothing: they are a
    /// finding already.
    mutating func take(_ bytes: [UInt8], at position: Position) {
        guard let data = try? Envelope(bytes: bytes).data,
            case .string(let origin)? = data[Field.origin.rawValue], let key = Self.key(.verifierKey, in: data)
        else { return }
        var change = Change(position: position, origin: origin, key: key, formerKey: Self.key(.formerKey, in: data))
        if case .integer(let first)? = data[Field.firstLost.rawValue],
            case .integer(let last)? = data[Field.lastLost.rawValue], 0 <= first, first <= last
        {
            change.lost = Position(first)...Position(last)
        }
        changes.append(change)
    }

    private static func key(_ field: Field, in data: [String: Envelope.Value]) -> VerifierKey? {
        guard case .string(let text)? = data[field.rawValue] else { return nil }
        return try? VerifierKey(parsing: text)
    }

    /// Compares it with who signed the heads, given by ascending size.
    func check(_ heads: [Signed], knowing keys: [VerifierKey], _ findings: inout Findings) {
        // The entries that have been passed; the last one of them is in force.
        var passed = 0
        for head in heads {
            let before = passed
            while passed < changes.count, changes[passed].position < head.size { passed += 1 }
            let change = passed > 0 ? changes[passed - 1] : nil
            if let change {
                guard head.origin == change.origin, head.keys.contains(change.key) else {
                    findings.add(
                        .key, at: head.size, "entry \(change.position) names the key \(change.key.text)")
                    continue
                }
            } else if let next = changes.first?.formerKey, keys.contains(next), !head.keys.contains(next) {
                findings.add(.key, at: head.size, "the key \(next.text) was in force")
            }
            // The first head behind a change bears the old signature too, so that who knows the old key learns the new.
            if passed == before + 1, let former = change?.formerKey, keys.contains(former), !head.keys.contains(former)
            {
                findings.add(.key, at: head.size, "the first head after the change lacks \(former.text)")
            }
        }
    }
}
