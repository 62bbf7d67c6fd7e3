internal import Crypto
internal import EventLog
internal import Foundation
internal import GRDB

/// What stands for a command id: the first 16 bytes of the SHA-256 of its UTF-8.
///
/// Taken for the identity itself. Two ids with one fingerprint would be as hard to find as a collision of 128 bits,
/// and then a command would be refused as repeated, never lost silently.
struct CommandFingerprint: Hashable {
    private var high: UInt64
    private var low: UInt64

    init(of commandID: String) {
        let digest = Array(SHA256.hash(data: Array(commandID.utf8)))
        (high, low) = (Self.integer(digest[0..<8]), Self.integer(digest[8..<16]))
    }

    /// Nil unless there are 16 bytes.
    init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        (high, low) = (Self.integer(bytes[0..<8]), Self.integer(bytes[8..<16]))
    }

    var bytes: Data {
        var data = Data(capacity: 16)
        for part in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) { data.append(UInt8(truncatingIfNeeded: part >> shift)) }
        }
        return data
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Which commands the log has: 24 bytes each, before the table's own slack.
///
/// In memory, because fingerprints come in random order: a B-tree of them in the file would dirty a page a command.
struct CommandIndex {
    private var firsts: [CommandFingerprint: Position] = [:]
    /// How many entries of the log are taken into account.
    private(set) var covered: Position = 0

    /// The position of a command's first entry.
    subscript(fingerprint: CommandFingerprint) -> Position? { firsts[fingerprint] }

    /// Takes everything up to `size` into account.
    mutating func catchUp(_ db: Database, to size: Position) throws {
        guard covered < size else { return }
        let statement = try db.cachedStatement(
            sql: "SELECT first, last, fingerprint FROM command WHERE first >= ? ORDER BY first"
        )
        let cursor = try Row.fetchCursor(statement, arguments: [Int64(covered)])
        while covered < size {
            guard
                let row = try cursor.next(), row.position(0) == covered,
                let last = row.position(1), last >= covered, last < size,
                let fingerprint = row.bytes(2).flatMap(CommandFingerprint.init(bytes:)),
                firsts[fingerprint] == nil
            else {
                throw EventStoreError.damaged(position: covered, what: "its command is missing or malformed")
            }
            insert(fingerprint, first: covered, last: last)
        }
    }

    /// Takes one appended command into account.
    mutating func insert(_ fingerprint: CommandFingerprint, first: Position, last: Position) {
        firsts[fingerprint] = first
        covered = last + 1
    }
}
