internal import EventLog
internal import GRDB

/// Reading the rows of the tail.
enum TailTable {
    /// Calls `body` with each entry of a range: its position, its bytes, and the preceding position of its stream;
    /// until it answers false.
    static func entries(
        _ db: Database, of range: Range<Position>, _ body: (Position, [UInt8], Position?) throws -> Bool
    ) throws {
        let row = try HotStatement(
            db, "SELECT position, bytes, previous FROM entry WHERE position >= ? AND position < ? ORDER BY position")
        row.bind(1, range.lowerBound)
        row.bind(2, range.upperBound)
        for position in range {
            guard try row.next(), row.position(0) == position, let bytes = row.bytes(1) else {
                throw EventStoreError.damaged(position: position, what: "the entry is missing")
            }
            guard try body(position, bytes, row.position(2)) else { return }
        }
    }

    /// The words of the entries of a range, by position and field.
    static func words(_ db: Database, of range: Range<Position>) throws -> [(Position, Word)] {
        let row = try HotStatement(
            db,
            """
            SELECT position, field, salt, text FROM word
            WHERE position >= ? AND position < ? ORDER BY position, field
            """)
        row.bind(1, range.lowerBound)
        row.bind(2, range.upperBound)
        var words: [(Position, Word)] = []
        while try row.next() {
            let position = row.position(0)
            guard let position, let field = row.text(1), let salt = row.bytes(2), let text = row.text(3) else {
                throw EventStoreError.damaged(position: position, what: "a word is malformed")
            }
            words.append((position, Word(field: field, salt: salt, text: text)))
        }
        return words
    }

    /// The commands of a range that begin in it, in log order.
    static func commands(
        _ db: Database, of range: Range<Position>
    ) throws -> [(fingerprint: CommandFingerprint, receipt: Receipt)] {
        let row = try HotStatement(
            db, "SELECT first, last, fingerprint, digest FROM command WHERE first >= ? AND first < ? ORDER BY first")
        row.bind(1, range.lowerBound)
        row.bind(2, range.upperBound)
        var commands: [(fingerprint: CommandFingerprint, receipt: Receipt)] = []
        while try row.next() {
            let first = row.position(0)
            guard let first, let last = row.position(1), last >= first, let digest = row.bytes(3), digest.count == 16,
                let fingerprint = row.bytes(2).flatMap({ CommandFingerprint(bytes: $0) })
            else {
                throw EventStoreError.damaged(position: first, what: "its command is missing or malformed")
            }
            commands.append((fingerprint, Receipt(first: first, last: last, digest: digest)))
        }
        return commands
    }
}
