internal import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB

/// The sealed segments of a log, within one consistent read.
struct SealedLog {
    let db: Database
    let inflater: Inflater
    let segmentSize: Position
    /// How many entries are sealed. Rows of the tail before that are no longer part of the log.
    let end: Position

    init(_ db: Database, _ inflater: Inflater, segmentSize: Position) throws {
        self.db = db
        self.inflater = inflater
        self.segmentSize = segmentSize
        let last = try db.cachedStatement(sql: "SELECT max(number) FROM segment")
        end = try Row.fetchOne(last)?.position(0).map { ($0 + 1) * segmentSize } ?? 0
    }

    /// One that is known to end there.
    init(_ db: Database, _ inflater: Inflater, segmentSize: Position, end: Position) {
        self.db = db
        self.inflater = inflater
        self.segmentSize = segmentSize
        self.end = end
    }

    // MARK: Rows

    /// Calls `body` with the rows from `start` up to but excluding `bound`, in order, until it answers false.
    ///
    /// - Parameter ahead: Reads what comes after, if the blocks come from a disk.
    /// - Returns: whether it never did.
    func scan(
        from start: Position, to bound: Position, ahead: ReadAhead? = nil,
        _ body: (Position, Span<FoldRow>) throws -> Bool
    ) throws -> Bool {
        let bound = min(bound, end)
        guard start < bound else { return true }
        var next = start
        return try unsafe columns(from: start, ahead) { first, frame in
            let goesOn = try unsafe inflater.read(frame, limit: FoldColumns.maximumBytes) { buffer, count in
                let block = try unsafe FoldBlock(buffer, count: count, first: first)
                let blockEnd = first + Position(block.count)
                guard first <= next, next < blockEnd, blockEnd <= end else {
                    throw BlockError("its columns do not follow those before them")
                }
                var position = next
                let goesOn = try unsafe block.read(
                    from: Int(next - first), to: Int(min(bound, blockEnd) - first), in: buffer
                ) { rows in
                    defer { position += Position(rows.count) }
                    return try body(position, rows)
                }
                next = blockEnd
                return goesOn
            }
            guard goesOn else { return .stop }
            return next < bound ? .next(at: next) : .done
        }
    }

    // MARK: Entries and words

    /// The block with the entry at a sealed position.
    func entries(at position: Position) throws -> EntryBlock {
        let (first, content) = try content(.entries, at: position, limit: EntryBlock.maximumBytes)
        return try damage(at: position) {
            let block = try EntryBlock(content, first: first)
            guard position < first + Position(block.count) else { throw BlockError("its entry is missing") }
            return block
        }
    }

    /// The block with the words of the entry at a sealed position.
    func words(at position: Position) throws -> WordBlock {
        let (first, content) = try content(.words, at: position, limit: WordBlock.maximumBytes)
        return try damage(at: position) {
            let block = try WordBlock(content, first: first)
            guard position < first + Position(block.entries) else { throw BlockError("its words are missing") }
            return block
        }
    }

    /// Calls `body` with the sealed entries of the first stream up to and with a position, in order.
    func firstStream(upTo last: Position, _ body: (Position, [UInt8]) -> Void) throws {
        for segment in 0..<Int(end / segmentSize) {
            let first = Position(segment) * segmentSize
            guard first <= last else { break }
            let content = try frame(
                "SELECT first_stream FROM segment WHERE number = ?", segment, at: first,
                limit: EntrySelection.maximumBytes)
            let selection = try damage(at: first) {
                try EntrySelection(content, first: first, size: segmentSize)
            }
            for (position, bytes) in selection.entries where position <= last { body(position, bytes) }
        }
    }

    // MARK: Commands

    /// The filter of a segment's commands.
    func filter(of segment: Int) throws -> CommandFilter {
        let first = Position(segment) * segmentSize
        let content = try frame(
            "SELECT filter FROM segment WHERE number = ?", segment, at: first, limit: CommandFilter.maximumBytes)
        return try damage(at: first) { try CommandFilter(content: content) }
    }

    /// Some commands of a segment: those of one ``CommandFingerprint/part``.
    func commands(of segment: Int, part: Int) throws -> CommandTable {
        let (first, content) = try commandContent(of: segment, part: part)
        return try damage(at: first) { try CommandTable(content, first: first) }
    }

    /// All of them, in the order in which they are kept.
    func commandItems(of segment: Int, part: Int) throws -> [CommandTable.Item] {
        let (first, content) = try commandContent(of: segment, part: part)
        return try damage(at: first) { try CommandTable.items(content, first: first) }
    }

    private func commandContent(of segment: Int, part: Int) throws -> (first: Position, content: [UInt8]) {
        let first = Position(segment) * segmentSize
        let content = try frame(
            "SELECT block FROM commands WHERE part = ?", segment * CommandFingerprint.parts + part, at: first,
            limit: CommandTable.maximumBytes)
        return (first, content)
    }

    private func frame(_ sql: String, _ key: Int, at position: Position, limit: Int) throws -> [UInt8] {
        guard let frame = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [Int64(key)])?.bytes(0) else {
            throw EventStoreError.damaged(position: position, what: "a part of its segment is missing")
        }
        return try damage(at: position) { try inflater.content(of: frame, limit: limit) }
    }

    // MARK: Blocks

    /// A table of blocks.
    enum Part: String { case columns, entries, words }

    /// How a walk over blocks goes on.
    private enum Step {
        case next(at: Position)
        case done
        case stop
    }

    /// Walks over consecutive blocks of columns from the one with the entry at `position`.
    private func columns(
        from position: Position, _ ahead: ReadAhead?, _ body: (Position, UnsafeRawBufferPointer) throws -> Step
    ) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT first, block FROM columns
                WHERE first >= (SELECT max(first) FROM columns WHERE first <= ?1) ORDER BY first
                """
        )
        let cursor = try Row.fetchCursor(statement, arguments: [Int64(position)])
        var expected = position
        var watch = ahead.map { ReadAhead.Watch($0, sealedTo: end) }
        watch?.asks()
        while let row = try cursor.next() {
            guard let first = row.position(0) else { break }
            let step = try row.withUnsafeData(atIndex: 1) { data in
                watch?.came(first)
                guard let data else { throw missing(.columns, at: first) }
                return try damage(at: first) {
                    try unsafe data.withUnsafeBytes { try unsafe body(first, $0) }
                }
            }
            switch step {
            case .done: return true
            case .stop: return false
            case .next(let position):
                expected = position
                watch?.asks()
            }
        }
        throw missing(.columns, at: expected)
    }

    private func content(_ part: Part, at position: Position, limit: Int) throws -> (first: Position, [UInt8]) {
        let statement = try db.cachedStatement(
            sql: "SELECT first, block FROM \(part.rawValue) WHERE first <= ? ORDER BY first DESC LIMIT 1"
        )
        guard let row = try Row.fetchOne(statement, arguments: [Int64(position)]), let first = row.position(0),
            let frame = row.bytes(1)
        else { throw missing(part, at: position) }
        return (first, try damage(at: first) { try inflater.content(of: frame, limit: limit) })
    }

    private func missing(_ part: Part, at position: Position) -> EventStoreError {
        .damaged(position: position, what: "its block of \(part) is missing")
    }

    /// Says of a bad block where it stands.
    private func damage<Value>(at position: Position, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as BlockError {
            throw EventStoreError.damaged(position: position, what: error.what)
        }
    }
}
