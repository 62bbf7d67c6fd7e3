public import EventLog
public import FoldRow
public import TransparencyLog

/// A store that passes every call on to another; a test's own does something else with some of them.
public protocol ForwardingEventStore: EventStore {
    /// Who gets the calls.
    var log: any EventStore { get }
}

extension ForwardingEventStore {
    /// Passes it on.
    public func size() async throws(EventStoreError) -> Position { try await log.size() }

    /// Passes it on.
    public func append(_ batch: AppendBatch) async throws(EventStoreError) { try await log.append(batch) }

    /// Passes it on.
    public func receipts(of commandIDs: [String]) async throws(EventStoreError) -> [Receipt?] {
        try await log.receipts(of: commandIDs)
    }

    /// Passes it on.
    public func fold<State: Sendable>(
        into state: consuming State, from start: Position, to end: Position,
        _ next: @Sendable (inout State, Span<FoldRow>) -> Bool
    ) async throws(EventStoreError) -> State {
        try await log.fold(into: state, from: start, to: end, next)
    }

    /// Passes it on.
    public func entries(from position: Position, limit: Int) async throws(EventStoreError) -> [StoredEntry] {
        try await log.entries(from: position, limit: limit)
    }

    /// Passes it on.
    public func history(of stream: UInt32) async throws(EventStoreError) -> [StoredEntry] {
        try await log.history(of: stream)
    }

    /// Passes it on.
    public func names(in space: NameSpace, from first: UInt32) async throws(EventStoreError) -> [String] {
        try await log.names(in: space, from: first)
    }

    /// Passes it on.
    public func tree<Value: Sendable>(
        _ body: @Sendable (inout TileReader) throws -> Value
    ) async throws(EventStoreError) -> Value { try await log.tree(body) }

    /// Passes it on.
    public func keep(_ checkpoint: SignedCheckpoint) async throws(EventStoreError) { try await log.keep(checkpoint) }

    /// Passes it on.
    public func checkpoint(upTo size: Position) async throws(EventStoreError) -> SignedCheckpoint? {
        try await log.checkpoint(upTo: size)
    }

    /// Passes it on.
    public func checkpoints(from size: Position, limit: Int) async throws(EventStoreError) -> [SignedCheckpoint] {
        try await log.checkpoints(from: size, limit: limit)
    }

    /// Passes it on.
    public func erase(_ texts: [TextPlace]) async throws(EventStoreError) { try await log.erase(texts) }

    /// Passes it on.
    public func notedErasures() async throws(EventStoreError) -> [TextPlace] { try await log.notedErasures() }

    /// Passes it on.
    public func setForeignErasuresAside() async throws(EventStoreError) { try await log.setForeignErasuresAside() }

    /// Passes it on.
    public func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) async {
        await log.reportSyncs(to: report)
    }

    /// Passes it on.
    public func close() async { await log.close() }
}
