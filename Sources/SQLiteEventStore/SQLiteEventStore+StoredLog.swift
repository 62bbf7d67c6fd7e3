internal import CLedgerVFS
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

    /// Compares the entries of the first stream, which every segment keeps once more, with the entries; reads the
    /// sealed columns, so that their checksums are checked; and asks SQLite whether its pages hold
    /// together. Cost: O(pages).
    /// - Throws: ``EventStoreError/io(_:)`` if a page cannot be read, which is no damage of the ledger.
    public func checkCopies() throws(EventStoreError) -> [EventStoreError] {
        let size = try size()
        return try read { db in
            let unread = unsafe ledger_vfs_failed_reads(db.sqliteConnection)
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
            try findings += Self.damagedColumns(db, sealed)
            let answers = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
            for answer in answers where answer != "ok" { findings.append(.damaged(position: nil, what: answer)) }
            // SQLite, and what is passed over above, takes a page that cannot be read for a damaged one.
            guard unsafe ledger_vfs_failed_reads(db.sqliteConnection) == unread else {
                throw EventStoreError.io("SQLite \(ResultCode.SQLITE_IOERR_READ.rawValue): a page cannot be read")
            }
            return findings
        }
    }

    /// The sealed columns that can't be read. A draft behind the sealed bound counts for nothing.
    private static func damagedColumns(_ db: Database, _ sealed: SealedLog) throws -> [EventStoreError] {
        var findings: [EventStoreError] = []
        let row = try HotStatement(db, "SELECT first, block FROM columns ORDER BY first")
        while try row.next() {
            guard let first = row.position(0) else { continue }
            guard first < sealed.end else { break }
            do { _ = try sealed.inflater.content(of: row.bytes(1) ?? [], limit: FoldColumns.maximumBytes) } catch {
                findings.append(.damaged(position: first, what: "columns: \(EventStoreError(anyError: error))"))
            }
        }
        return findings
    }
}
