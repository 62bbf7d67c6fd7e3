public import EventLog
public import FoldRow
internal import Foundation
internal import GRDB

extension SQLiteEventStore {
    /// What became of commands, in the order of the ids; nil where the log has none of that id.
    public func receipts(of commandIDs: [String]) throws(EventStoreError) -> [Receipt?] {
        try read { db in
            let sealed = try sealedLog(db)
            try commands.catchUp(db, sealed, to: try currentSize(db, sealed))
            return try commandIDs.map { try commands.receipt(of: CommandFingerprint(of: $0), db, sealed) }
        }
    }

    // MARK: - Rows

    /// Folds the rows from `start` up to but excluding `end` into a state, some hundred at a time.
    public func fold<State: Sendable>(
        into state: consuming State,
        from start: Position,
        to end: Position,
        _ next: @Sendable (inout State, Span<FoldRow>) -> Bool
    ) throws(EventStoreError) -> State {
        var state = state
        try read { db in
            let sealed = try sealedLog(db)
            let size = try currentSize(db, sealed)
            try scan(db, sealed, from: start, to: min(end, size)) { _, rows in next(&state, rows) }
        }
        return state
    }

    /// Calls `body` with the rows of a range of the log, in order, until it answers false. A writer notes what is read
    /// anyhow in the heads, which it needs for its first append.
    private func scan(
        _ db: Database,
        _ sealed: SealedLog,
        from start: Position,
        to end: Position,
        _ body: (Position, Span<FoldRow>) throws -> Bool
    ) throws {
        guard start < end else { return }
        let noting: (Position, Span<FoldRow>) throws -> Bool = { position, rows in
            // Whoever reads rows is not told of a stream that doesn't continue; whoever needs the heads is.
            if self.mode == .write, self.heads.covered == position { try? self.heads.take(rows) }
            return try body(position, rows)
        }
        guard try sealed.scan(from: start, to: end, ahead: ahead, noting) else { return }
        _ = try TailTable(db: db).scan(from: max(start, sealed.end), to: end, noting)
    }

    /// Brings the heads of the streams up to a size of the log. Cost: O(rows that they have not seen).
    func catchUpHeads(_ db: Database, _ sealed: SealedLog, to size: Position) throws {
        guard heads.covered < size else { return }
        let start = heads.covered
        let note: (Position, Span<FoldRow>) throws -> Bool = { _, rows in
            try self.heads.take(rows)
            return true
        }
        _ = try sealed.scan(from: start, to: size, note)
        _ = try TailTable(db: db).scan(from: max(start, sealed.end), to: size, note)
    }

    // MARK: - Entries

    /// Entries with their words, consecutive from `position`, `limit` of them unless the log ends before.
    public func entries(from position: Position, limit: Int) throws(EventStoreError) -> [StoredEntry] {
        try read { db in
            let sealed = try sealedLog(db)
            let size = try currentSize(db, sealed)
            guard let range = Self.range(from: position, limit: limit, size: size) else { return [] }
            var reader = EntryReader(db, sealed)
            return try reader.entries(range)
        }
    }

    /// All entries of one stream with their words, oldest first; none if there is no such stream. Cost: O(rows that no
    /// call before has seen), to find where it ends.
    public func history(of stream: UInt32) throws(EventStoreError) -> [StoredEntry] {
        let head = try read { db in
            let sealed = try sealedLog(db)
            try catchUpHeads(db, sealed, to: try currentSize(db, sealed))
            return heads[stream].map { StreamHead(stream: stream, revision: $0.revision, position: $0.position) }
        }
        guard let head else { return [] }
        return try history(of: head, after: 0)
    }

    /// The entries of a stream up to where it ended for a reader, without the first so many. Cost: O(entries that are
    /// left).
    public func history(of head: StreamHead, after revision: Int) throws(EventStoreError) -> [StoredEntry] {
        try read { db in try history(of: head, after: revision, db, try sealedLog(db)) }
    }

    /// The history of the first stream: what is sealed of it lies together, once in each segment.
    public func firstStream(upTo head: StreamHead) throws(EventStoreError) -> [StoredEntry] {
        try read { db in
            let sealed = try sealedLog(db)
            var entries: [StoredEntry] = []
            try sealed.firstStream(upTo: head.position) { position, bytes in
                entries.append(StoredEntry(position: position, bytes: bytes, words: []))
            }
            guard entries.count <= Int(head.revision) else {
                throw EventStoreError.damaged(
                    position: entries.last?.position, what: "stream \(head.stream) is too long")
            }
            return entries + (try history(of: head, after: entries.count, db, sealed))
        }
    }

    /// Goes back from a stream's head. The list has as many entries as the head has revisions, and leads backwards only.
    private func history(
        of head: StreamHead, after revision: Int, _ db: Database, _ sealed: SealedLog
    ) throws -> [StoredEntry] {
        let wanted = max(0, Int(head.revision) - revision)
        var reader = EntryReader(db, sealed)
        var entries: [StoredEntry] = []
        var next: Position? = wanted > 0 ? head.position : nil
        while let position = next {
            let (entry, previous) = try reader.entry(at: position)
            guard previous.map({ $0 < position }) ?? true, entries.count < wanted else {
                throw EventStoreError.damaged(position: position, what: "stream \(head.stream) does not lead back")
            }
            entries.append(entry)
            next = previous
            // Whoever wants all of them also learns whether the list ends where it began.
            if revision > 0, entries.count == wanted { break }
        }
        guard entries.count == wanted else {
            throw EventStoreError.damaged(position: entries.last?.position, what: "stream \(head.stream) is cut")
        }
        entries.reverse()
        return entries
    }

    // MARK: - Names

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
    private func currentSize(_ db: Database, _ sealed: SealedLog) throws -> Position {
        if let knownSize { return knownSize }
        let size = try Self.size(db, sealed.end)
        if mode == .write { knownSize = size }
        return size
    }

    /// The positions a call asks for, or nil if there are none.
    private static func range(from position: Position, limit: Int, size: Position) -> Range<Position>? {
        guard limit > 0, position < size else { return nil }
        return position..<position + min(Position(limit), size - position)
    }
}
