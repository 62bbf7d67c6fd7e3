public import EventLog
public import FoldRow
public import TransparencyLog

/// A log that lives as long as its process, for tests of what stands above a store.
///
/// It is written for plainness, apart from every other store, so that it can serve as the model they are compared
/// with.
public actor InMemoryEventStore: EventStore {
    private var content = InMemoryLog()
    private var isClosed = false

    /// An empty log.
    public init() {}

    /// The same log opened again, as another process would find it after `store` has ended.
    public init(reopening store: InMemoryEventStore) async {
        content = await store.content
    }

    /// The number of entries in the log.
    public func size() throws(EventStoreError) -> Position {
        try opened().size
    }

    /// Takes a batch, all or nothing.
    public func append(_ batch: AppendBatch) throws(EventStoreError) {
        guard !isClosed else { throw .closed }
        try Self.checkShape(batch)
        guard batch.expectedSize == content.size else {
            throw .wrongSize(expected: batch.expectedSize, actual: content.size)
        }
        try content.checkCommands(batch.commands)
        try content.checkNames(batch.names)
        try content.checkRevisions(batch.commands.flatMap(\.entries))
        content.take(batch)
    }

    /// What became of commands, in the order of the ids; nil where the log has none of that id.
    public func receipts(of commandIDs: [String]) throws(EventStoreError) -> [Receipt?] {
        let receipts = try opened().receipts
        return commandIDs.map { receipts[Array($0.utf8)] }
    }

    /// Folds the rows from `start` up to but excluding `end`, one at a time.
    public func fold<State: Sendable>(
        into state: consuming State,
        from start: Position,
        to end: Position,
        _ next: @Sendable (inout State, Span<FoldRow>) -> Bool
    ) throws(EventStoreError) -> State {
        var state = state
        let content = try opened()
        let range = min(start, content.size)..<max(min(start, content.size), min(end, content.size))
        for entry in content.entries[Int(range.lowerBound)..<Int(range.upperBound)] {
            guard next(&state, [entry.row].span) else { break }
        }
        return state
    }

    /// Entries with their words, consecutive from `position`, `limit` of them unless the log ends before.
    public func entries(from position: Position, limit: Int) throws(EventStoreError) -> [StoredEntry] {
        let content = try opened()
        return content.positions(from: position, limit: limit).map { content.stored(Position($0)) }
    }

    /// All entries of one stream with their words, oldest first; none if there is no such stream.
    public func history(of stream: UInt32) throws(EventStoreError) -> [StoredEntry] {
        let content = try opened()
        guard Int(stream) < content.streams.count else { return [] }
        return content.streams[Int(stream)].map(content.stored)
    }

    /// The names of one space in the order of their numbers, from number `first` on.
    public func names(in space: NameSpace, from first: UInt32) throws(EventStoreError) -> [String] {
        let names = try opened().names[space, default: []]
        return Array(names.dropFirst(Int(first) - Int(min(first, space.firstNumber))))
    }

    /// Reads the tree, every hash anew from the entries.
    public func tree<Value: Sendable>(
        _ body: @Sendable (inout TileReader) throws -> Value
    ) throws(EventStoreError) -> Value {
        let content = try opened()
        var reader = TileReader(size: content.size) { content.tile($0) }
        do { return try body(&reader) } catch {
            throw error as? EventStoreError ?? .damaged(position: nil, what: "\(error)")
        }
    }

    /// Keeps a checkpoint under its size.
    public func keep(_ checkpoint: SignedCheckpoint) throws(EventStoreError) {
        let size = try opened().size
        guard checkpoint.checkpoint.size <= size else {
            throw .wrongSize(expected: checkpoint.checkpoint.size, actual: size)
        }
        content.checkpoints[checkpoint.checkpoint.size] = checkpoint
    }

    /// The kept checkpoint of the greatest size up to this one.
    public func checkpoint(upTo size: Position) throws(EventStoreError) -> SignedCheckpoint? {
        try opened().checkpoints.filter { $0.key <= size }.max { $0.key < $1.key }?.value
    }

    /// Kept checkpoints by size.
    public func checkpoints(from size: Position, limit: Int) throws(EventStoreError) -> [SignedCheckpoint] {
        let kept = try opened().checkpoints.filter { $0.key >= size }.sorted { $0.key < $1.key }
        return kept.prefix(max(0, limit)).map(\.value)
    }

    /// Forgets texts.
    public func erase(_ texts: [TextPlace]) throws(EventStoreError) {
        let size = try opened().size
        guard texts.allSatisfy({ $0.position < size }) else { throw .malformed("a text of an entry to come") }
        for text in texts {
            content.entries[Int(text.position)].words.removeAll { $0.field.utf8.elementsEqual(text.field.utf8) }
        }
    }

    /// Nothing here is ever synchronised.
    public func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) {}

    /// Ends the use of this store; ``init(reopening:)`` gives its log to another.
    public func close() { isClosed = true }

    private func opened() throws(EventStoreError) -> InMemoryLog {
        if isClosed { throw .closed }
        return content
    }

    private static func checkShape(_ batch: AppendBatch) throws(EventStoreError) {
        if batch.commands.isEmpty { throw .malformed("no command") }
        for command in batch.commands {
            let idLength = command.id.utf8.count
            if idLength < 1 || idLength > 128 { throw .malformed("id") }
            if command.digest.count != 16 { throw .malformed("digest") }
            if command.entries.isEmpty { throw .malformed("no entry") }
            for entry in command.entries {
                if entry.bytes.isEmpty || entry.bytes.count > Entry.maximumBytes { throw .malformed("length") }
                if entry.row.revision == 0 { throw .malformed("revision") }
                if entry.words.contains(where: { $0.salt.count != 32 }) { throw .malformed("salt") }
                if Set(entry.words.map { Array($0.field.utf8) }).count != entry.words.count {
                    throw .malformed("field")
                }
            }
        }
    }
}
