internal import EventLog
internal import FoldRow
internal import GRDB

/// Reading the tail, within one consistent read.
struct TailTable {
    let db: Database

    /// What is wrong with a chunk is said of where it begins.
    private func damage<Value>(at position: Position, _ body: () throws(BlockError) -> Value) throws -> Value {
        do { return try body() } catch { throw EventStoreError.damaged(position: position, what: error.what) }
    }

    private func missing(_ position: Position) -> EventStoreError {
        .damaged(position: position, what: "its row of the tail is missing")
    }

    // MARK: One chunk

    /// The entries and the words around a position.
    func blocks(at position: Position) throws -> (entries: EntryBlock, words: WordBlock) {
        let row = try HotStatement(
            db, "SELECT first, entries, words FROM tail WHERE first <= ? ORDER BY first DESC LIMIT 1")
        row.bind(1, position)
        guard try row.next(), let first = row.position(0), let entries = row.bytes(1), let words = row.bytes(2) else {
            throw missing(position)
        }
        return try damage(at: position) { () throws(BlockError) in
            let blocks = (entries: try EntryBlock(entries, first: first), words: try WordBlock(words, first: first))
            guard blocks.entries.positions.contains(position), blocks.words.positions == blocks.entries.positions else {
                throw BlockError("the entry is missing")
            }
            return blocks
        }
    }

    /// What became of a command whose first entry is at a position.
    func receipt(at position: Position) throws -> Receipt {
        let row = try HotStatement(db, "SELECT first, commands FROM tail WHERE first <= ? ORDER BY first DESC LIMIT 1")
        row.bind(1, position)
        guard try row.next(), let first = row.position(0), let content = row.bytes(1) else { throw missing(position) }
        let commands = try damage(at: position) { () throws(BlockError) in
            try CommandTable.items(content, first: first)
        }
        guard let command = commands.first(where: { $0.first == position }) else {
            throw EventStoreError.damaged(position: position, what: "its command is missing")
        }
        return command.receipt
    }

    // MARK: Runs of chunks

    /// Calls `body` with the rows from `start` up to but excluding `end`, in order, whole or not at all, until it
    /// answers false. Returns whether it never did.
    func scan(
        from start: Position, to end: Position, _ body: (Position, Span<FoldRow>) throws -> Bool
    ) throws -> Bool {
        var rows: [FoldRow] = []
        return try walk("rows", from: start, to: end) { first, content in
            let count = content.count / RowCoding.bytesPerRow
            guard count > 0, content.count == count * RowCoding.bytesPerRow else {
                throw EventStoreError.damaged(position: first, what: "its rows are cut")
            }
            let lower = start > first ? min(Int(start - first), count) : 0
            let upper = min(Int(end - first), count)
            rows.removeAll(keepingCapacity: true)
            try unsafe content.withUnsafeBytes { bytes in
                for index in lower..<max(lower, upper) {
                    guard let row = unsafe RowCoding.decode(bytes, at: index) else {
                        throw EventStoreError.damaged(
                            position: first + Position(index), what: "its row is malformed")
                    }
                    rows.append(row)
                }
            }
            let goesOn = try rows.isEmpty || body(first + Position(lower), rows.span)
            return (first + Position(count), goesOn)
        }
    }

    /// Calls `body` with the blocks of entries from the one around `start` on, until it answers false or `end` is
    /// reached.
    func entries(from start: Position, to end: Position, _ body: (EntryBlock) throws -> Bool) throws {
        _ = try walk("entries", from: start, to: end) { first, content in
            let block = try damage(at: first) { () throws(BlockError) in try EntryBlock(content, first: first) }
            do { return (block.positions.upperBound, try body(block)) } catch let error as BlockError {
                throw EventStoreError.damaged(position: first, what: error.what)
            }
        }
    }

    /// The same with blocks of words.
    func words(from start: Position, to end: Position, _ body: (WordBlock) throws -> Bool) throws {
        _ = try walk("words", from: start, to: end) { first, content in
            let block = try damage(at: first) { () throws(BlockError) in try WordBlock(content, first: first) }
            return (block.positions.upperBound, try body(block))
        }
    }

    /// Calls `body` with the commands that begin from `start` up to but excluding `end`, in log order.
    func commands(from start: Position, to end: Position, _ body: (CommandTable.Item) throws -> Void) throws {
        guard start < end else { return }
        let row = try HotStatement(
            db,
            """
            SELECT first, commands FROM tail
            WHERE first >= (SELECT coalesce(max(first), 0) FROM tail WHERE first <= ?1) AND first < ?2 ORDER BY first
            """)
        row.bind(1, start)
        row.bind(2, end)
        // Every entry belongs to one command: each begins where the one before it ended.
        var next: Position?
        while try row.next() {
            guard let first = row.position(0), let content = row.bytes(1) else { throw missing(start) }
            for command in try damage(
                at: first, { () throws(BlockError) in try CommandTable.items(content, first: first) })
            {
                guard command.first == next ?? command.first, command.first >= first else {
                    throw EventStoreError.damaged(position: next ?? first, what: "its command is missing")
                }
                next = command.last + 1
                if command.first >= start, command.first < end { try body(command) }
            }
        }
    }

    /// Walks over a column of consecutive chunks. `body` says where the chunk ends and whether it wants another.
    private func walk(
        _ column: String, from start: Position, to end: Position,
        _ body: (Position, [UInt8]) throws -> (end: Position, goesOn: Bool)
    ) throws -> Bool {
        guard start < end else { return true }
        let row = try HotStatement(
            db,
            """
            SELECT first, \(column) FROM tail
            WHERE first >= (SELECT max(first) FROM tail WHERE first <= ?1) ORDER BY first
            """)
        row.bind(1, start)
        var next: Position?
        while next ?? 0 < end {
            guard try row.next(), let first = row.position(0), first == next ?? first, let content = row.bytes(1) else {
                throw missing(next ?? start)
            }
            let (chunkEnd, goesOn) = try body(first, content)
            // The first chunk has to reach what is asked for.
            guard chunkEnd > start else { throw missing(start) }
            guard goesOn else { return false }
            next = chunkEnd
        }
        return true
    }
}
