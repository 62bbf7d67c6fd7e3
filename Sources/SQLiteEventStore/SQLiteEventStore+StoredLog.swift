public import EventLog
internal import Foundation
internal import GRDB

extension SQLiteEventStore: StoredLog {
    /// The block, or the piece of the tail, with the entry at a position.
    public func entryBlock(at position: Position) throws(EventStoreError) -> EntryBlock {
        try read { db in
            let sealed = try sealedLog(db)
            guard position >= sealed.end else { return try sealed.entries(at: position) }
            return try TailTable(db: db).blocks(at: position).entries
        }
    }

    /// The block, or the piece of the tail, with the words of the entry at a position.
    public func wordBlock(at position: Position) throws(EventStoreError) -> WordBlock {
        try read { db in
            let sealed = try sealedLog(db)
            guard position >= sealed.end else { return try sealed.words(at: position) }
            return try TailTable(db: db).blocks(at: position).words
        }
    }

    /// Where the first block, or piece of the tail, behind a position begins.
    public func entryBlock(after position: Position) throws(EventStoreError) -> Position? {
        try read { db in
            let end = Int64(try sealedLog(db).end)
            let sql = """
                SELECT min(first) FROM (
                    SELECT min(first) AS first FROM entries WHERE first > ?1 AND first < ?2
                    UNION ALL SELECT min(first) FROM tail WHERE first > ?1 AND first >= ?2)
                """
            return try Row.fetchOne(db, sql: sql, arguments: [Int64(clamping: position), end])?.position(0)
        }
    }

    /// The stored row of a tile.
    public func storedTile(level: Int, index: UInt64) throws(EventStoreError) -> [UInt8]? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT hashes FROM tile WHERE level = ? AND number = ?",
                arguments: [Int64(level), Int64(clamping: index)])?.bytes(0)
        }
    }

    /// The stored bytes of kept checkpoints.
    public func keptNotes(from size: Position, limit: Int) throws(EventStoreError) -> [KeptNote] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY size LIMIT ?",
                arguments: [Int64(clamping: size), Int64(max(0, limit))])
            return rows.map { KeptNote(size: $0.position(0) ?? 0, bytes: $0.bytes(1) ?? []) }
        }
    }

    /// Compares the entries of the first stream, which every segment keeps once more, with the entries; reads every other
    /// sealed block that is no entry and no word, so that its checksum is checked; and asks SQLite whether its pages hold
    /// together. Cost: O(pages).
    public func checkCopies() throws(EventStoreError) -> [EventStoreError] {
        let size = try size()
        return try read { db in
            var findings: [EventStoreError] = []
            let sealed = try sealedLog(db)
            var entries = EntryReader(db, sealed)
            var copies: [(Position, [UInt8])] = []
            do { try sealed.firstStream(upTo: size) { copies.append(($0, $1)) } } catch {
                findings.append(EventStoreError(anyError: error))
            }
            for (position, bytes) in copies {
                // What can't be read is found where the entries are read.
                guard let entry = try? entries.entry(at: position).entry, entry.bytes != bytes else { continue }
                findings.append(
                    .damaged(position: position, what: "the entry that is kept once more for opening is another one"))
            }
            try findings += Self.damagedBlocks(db, sealed, segmentSize: options.segmentSize)
            let answers = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
            for answer in answers where answer != "ok" { findings.append(.damaged(position: nil, what: answer)) }
            return findings
        }
    }

    /// The sealed columns, commands and filters that can't be read. A draft behind the sealed bound counts for nothing.
    private static func damagedBlocks(
        _ db: Database, _ sealed: SealedLog, segmentSize: Position
    ) throws -> [EventStoreError] {
        let parts = Position(CommandFingerprint.parts)
        let kinds: [(sql: String, perSegment: Position, limit: Int, what: String)] = [
            ("SELECT first, block FROM columns ORDER BY first", segmentSize, FoldColumns.maximumBytes, "columns"),
            ("SELECT part, block FROM commands ORDER BY part", parts, CommandTable.maximumBytes, "commands"),
            ("SELECT number, filter FROM segment ORDER BY number", 1, CommandFilter.maximumBytes, "filter"),
        ]
        var findings: [EventStoreError] = []
        for kind in kinds {
            let row = try HotStatement(db, kind.sql)
            while try row.next() {
                guard let key = row.position(0) else { continue }
                let segment = key / kind.perSegment
                guard segment * segmentSize < sealed.end else { break }
                do { _ = try sealed.inflater.content(of: row.bytes(1) ?? [], limit: kind.limit) } catch {
                    let place = kind.perSegment == segmentSize ? key : segment * segmentSize
                    findings.append(
                        .damaged(position: place, what: "\(kind.what): \(EventStoreError(anyError: error))"))
                }
            }
        }
        return findings
    }
}
