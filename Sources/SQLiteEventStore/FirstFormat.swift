internal import EventLog
internal import FoldRow
internal import GRDB
internal import TransparencyLog

/// Format 1, which had no segments and a row for each entry, each command and each word of the log.
///
/// A writer takes such a file over in one transaction; nothing else reads it.
enum FirstFormat {
    static let version: Int64 = 1

    /// Brings a file of format 1 to the present one; any other stays as it is. Cost: O(entries), once.
    static func takeOver(_ db: Database, segmentSize: Position) throws {
        guard try Int64.fetchOne(db, sql: "PRAGMA user_version") == version else { return }
        try db.inTransaction {
            try db.execute(sql: Schema.tables)
            try copy(db, segmentSize)
            try db.execute(sql: "DROP TABLE entry; DROP TABLE fold; DROP TABLE command; DROP TABLE word")
            try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
            return .commit
        }
    }

    private static func copy(_ db: Database, _ segmentSize: Position) throws {
        let entry = try HotStatement(db, "SELECT position, previous, bytes FROM entry ORDER BY position")
        let insertion = try HotStatement(db, TailChunk.insertion)
        var rows = Rows(try HotStatement(db, "SELECT first, rows FROM fold ORDER BY first"))
        var words = Words(try HotStatement(db, "SELECT position, field, salt, text FROM word ORDER BY position, field"))
        var commands = Commands(
            try HotStatement(db, "SELECT first, last, fingerprint, digest FROM command ORDER BY first"))
        var chunk = TailChunk(first: 0)
        var tree = GrowingTiles()
        while try entry.next() {
            let position = chunk.end
            guard entry.position(0) == position, let bytes = entry.bytes(2) else { throw damage(position) }
            let new = NewEntry(bytes: bytes, words: try words.next(of: position), row: try rows.next(at: position))
            if chunk.isFull(segmentSize: segmentSize) || !chunk.add(new, previous: entry.position(1)) {
                try chunk.insert(by: insertion)
                chunk = TailChunk(first: position)
                _ = chunk.add(new, previous: entry.position(1))
            }
            if let command = try commands.next(at: position) { chunk.begin(command) }
            try TileTable.put(tree.append(.leaf(bytes)), db)
        }
        try rows.end(at: chunk.end)
        if !chunk.rows.isEmpty { try chunk.insert(by: insertion) }
        try TileTable.put(tree.partials, db)
    }

    fileprivate static func damage(_ position: Position) -> EventStoreError {
        .damaged(position: position, what: "it is missing or malformed, and the file is still of format 1")
    }

    /// The rows one after the other; the table has a blob a commit.
    private struct Rows: ~Copyable {
        private let statement: HotStatement
        private var blob: [UInt8] = []
        private var index = 0

        init(_ statement: consuming HotStatement) { self.statement = statement }

        mutating func next(at position: Position) throws -> FoldRow {
            if index * RowCoding.bytesPerRow == blob.count {
                guard try statement.next(), statement.position(0) == position, let bytes = statement.bytes(1),
                    !bytes.isEmpty, bytes.count.isMultiple(of: RowCoding.bytesPerRow)
                else { throw damage(position) }
                (blob, index) = (bytes, 0)
            }
            defer { index += 1 }
            guard let row = unsafe blob.withUnsafeBytes({ unsafe RowCoding.decode($0, at: index) }) else {
                throw damage(position)
            }
            return row
        }

        /// Makes sure that there are no more rows than entries.
        mutating func end(at position: Position) throws {
            guard index * RowCoding.bytesPerRow == blob.count, try !statement.next() else { throw damage(position) }
        }
    }

    /// The words entry by entry.
    private struct Words: ~Copyable {
        private let statement: HotStatement
        private var waiting: (position: Position, word: Word)?
        private var hasBegun = false

        init(_ statement: consuming HotStatement) { self.statement = statement }

        mutating func next(of position: Position) throws -> [Word] {
            if !hasBegun { try read(position) }
            hasBegun = true
            var words: [Word] = []
            while let next = waiting, next.position == position {
                words.append(next.word)
                try read(position)
            }
            return words
        }

        private mutating func read(_ position: Position) throws {
            waiting = nil
            guard try statement.next() else { return }
            guard let place = statement.position(0), place >= position, let field = statement.text(1),
                let salt = statement.bytes(2), salt.count == 32, let text = statement.text(3)
            else { throw damage(position) }
            waiting = (place, Word(field: field, salt: salt, text: text))
        }
    }

    /// The commands, each with its first entry.
    private struct Commands: ~Copyable {
        private let statement: HotStatement
        private var begins: Position = 0

        init(_ statement: consuming HotStatement) { self.statement = statement }

        mutating func next(at position: Position) throws -> CommandTable.Item? {
            guard position == begins else { return nil }
            guard try statement.next(), statement.position(0) == position, let last = statement.position(1),
                last >= position, let fingerprint = statement.bytes(2).flatMap({ CommandFingerprint(bytes: $0) }),
                let digest = statement.bytes(3), digest.count == 16
            else { throw damage(position) }
            begins = last + 1
            return CommandTable.Item(fingerprint, Receipt(first: position, last: last, digest: digest))
        }
    }
}
