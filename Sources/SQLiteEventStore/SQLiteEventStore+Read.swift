public import EventLog
public import FoldRow
internal import Foundation
internal import GRDB

extension SQLiteEventStore {
    /// What became of commands, in the order of the ids; nil where the log has none of that id.
    public func receipts(of commandIDs: [String]) throws(EventStoreError) -> [Receipt?] {
        try read { db in
            try commands.catchUp(db, to: try currentSize(db))
            return try commandIDs.map { try receipt(of: $0, db) }
        }
    }

    private func receipt(of commandID: String, _ db: Database) throws -> Receipt? {
        guard let first = commands[CommandFingerprint(of: commandID)] else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT last, digest FROM command WHERE first = ?")
        guard
            let row = try Row.fetchOne(statement, arguments: [Int64(first)]),
            let last = row.position(0),
            let digest = row.bytes(1), digest.count == 16
        else {
            throw EventStoreError.damaged(position: first, what: "its command is missing or malformed")
        }
        return Receipt(first: first, last: last, digest: digest)
    }

    /// Fold rows of consecutive positions from `position`, `limit` of them unless the log ends before.
    public func rows(from position: Position, limit: Int) throws(EventStoreError) -> [FoldRow] {
        try read { db in
            guard let range = Self.range(from: position, limit: limit, size: try currentSize(db)) else { return [] }
            var rows: [FoldRow] = []
            rows.reserveCapacity(range.count)
            try FoldTable.scan(db, from: range.lowerBound, to: range.upperBound) { _, row in rows.append(row) }
            return rows
        }
    }

    /// Entries with their words, consecutive from `position`, `limit` of them unless the log ends before.
    public func entries(from position: Position, limit: Int) throws(EventStoreError) -> [StoredEntry] {
        try read { db in
            guard let range = Self.range(from: position, limit: limit, size: try currentSize(db)) else { return [] }
            let bounds: StatementArguments = [Int64(range.lowerBound), Int64(range.upperBound)]
            var entries: [StoredEntry] = []
            entries.reserveCapacity(range.count)
            let statement = try db.cachedStatement(
                sql: "SELECT position, bytes FROM entry WHERE position >= ? AND position < ? ORDER BY position"
            )
            let cursor = try Row.fetchCursor(statement, arguments: bounds)
            for position in range {
                guard let row = try cursor.next(), row.position(0) == position, let bytes = row.bytes(1) else {
                    throw EventStoreError.damaged(position: position, what: "the entry is missing")
                }
                entries.append(StoredEntry(position: position, bytes: bytes, words: []))
            }
            for (position, word) in try Self.words(db, within: bounds) {
                entries[Int(position - range.lowerBound)].words.append(word)
            }
            return entries
        }
    }

    /// All entries of one stream with their words, oldest first; none if there is no such stream.
    public func history(of stream: UInt32) throws(EventStoreError) -> [StoredEntry] {
        try history(of: stream, after: 0)
    }

    /// The same without the first so many. Cost: O(entries that are left).
    public func history(of stream: UInt32, after revision: Int) throws(EventStoreError) -> [StoredEntry] {
        try read { db in
            let size = try currentSize(db)
            try heads.catchUp(db, to: size)
            guard let head = heads[stream] else { return [] }
            let statement = try db.cachedStatement(sql: "SELECT bytes, previous FROM entry WHERE position = ?")
            var entries: [StoredEntry] = []
            let wanted = max(0, Int(head.revision) - revision)
            var next: Position? = wanted > 0 ? head.position : nil
            while let position = next {
                guard
                    let row = try Row.fetchOne(statement, arguments: [Int64(position)]),
                    let bytes = row.bytes(0)
                else {
                    throw EventStoreError.damaged(position: position, what: "the entry is missing")
                }
                next = row.position(1)
                // The list has exactly as many entries as the head has revisions, and leads backwards only.
                guard next.map({ $0 < position }) ?? true, entries.count < Int(head.revision) else {
                    throw EventStoreError.damaged(position: position, what: "stream \(stream) does not lead back")
                }
                let bounds: StatementArguments = [Int64(position), Int64(position) + 1]
                let words = try Self.words(db, within: bounds).map(\.1)
                entries.append(StoredEntry(position: position, bytes: bytes, words: words))
                // Whoever wants all of them also learns whether the list ends where it began.
                if revision > 0, entries.count == wanted { break }
            }
            guard entries.count == wanted else {
                throw EventStoreError.damaged(position: entries.last?.position, what: "stream \(stream) is cut")
            }
            entries.reverse()
            return entries
        }
    }

    /// The names of one space in the order of their numbers, from number `first` on.
    public func names(in space: NameSpace, from first: UInt32) throws(EventStoreError) -> [String] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT number, text FROM name WHERE space = ? AND number >= ? ORDER BY number"
            )
            let cursor = try Row.fetchCursor(statement, arguments: [Int64(space.rawValue), Int64(first)])
            var names: [String] = []
            var number = Position(max(first, space.firstNumber))
            while let row = try cursor.next() {
                guard row.position(0) == number, let name = row.text(1) else {
                    throw EventStoreError.damaged(
                        position: nil,
                        what: "name \(number) of space \(space.rawValue) is missing or malformed"
                    )
                }
                names.append(name)
                number += 1
            }
            return names
        }
    }

    /// The size within one read.
    private func currentSize(_ db: Database) throws -> Position {
        if let knownSize { return knownSize }
        let size = try Self.size(db)
        if mode == .write { knownSize = size }
        return size
    }

    /// The words of the positions from the first bound up to but excluding the second, by position and field.
    private static func words(_ db: Database, within bounds: StatementArguments) throws -> [(Position, Word)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT position, field, salt, text FROM word
                WHERE position >= ? AND position < ? ORDER BY position, field
                """
        )
        let cursor = try Row.fetchCursor(statement, arguments: bounds)
        var words: [(Position, Word)] = []
        while let row = try cursor.next() {
            let position = row.position(0)
            guard let position, let field = row.text(1), let salt = row.bytes(2), let text = row.text(3) else {
                throw EventStoreError.damaged(position: position, what: "a word is malformed")
            }
            words.append((position, Word(field: field, salt: salt, text: text)))
        }
        return words
    }

    /// The positions a call asks for, or nil if there are none.
    private static func range(from position: Position, limit: Int, size: Position) -> Range<Position>? {
        guard limit > 0, position < size else { return nil }
        return position..<position + min(Position(limit), size - position)
    }
}
