import EventLog
import EventStoreTesting
import FoldRow

/// A log in memory that counts its appends, holds them back and fails them as a test asks.
actor WatchedStore: EventStore {
    private let log = InMemoryEventStore()
    private(set) var appends = 0
    private var isHolding = false
    private var held: [CheckedContinuation<Void, Never>] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []
    private var failure: EventStoreError?
    private var erasureFailure: EventStoreError?
    private(set) var erasures = 0

    /// From now on appends wait until ``release()``.
    func hold() { isHolding = true }

    func release() {
        isHolding = false
        for append in held { append.resume() }
        held = []
    }

    /// Returns once an append is held back.
    func untilHeld() async {
        if held.isEmpty { await withCheckedContinuation { watchers.append($0) } }
    }

    /// The next append does nothing but throw this.
    func failNext(with error: EventStoreError) { failure = error }

    /// The next erasure does nothing but throw this.
    func failNextErasure(with error: EventStoreError) { erasureFailure = error }

    func erase(_ texts: [TextPlace]) async throws(EventStoreError) {
        erasures += 1
        if let erasureFailure {
            self.erasureFailure = nil
            throw erasureFailure
        }
        try await log.erase(texts)
    }

    func append(_ batch: AppendBatch) async throws(EventStoreError) {
        if isHolding {
            await withCheckedContinuation { continuation in
                held.append(continuation)
                for watcher in watchers { watcher.resume() }
                watchers = []
            }
        }
        appends += 1
        if let failure {
            self.failure = nil
            throw failure
        }
        try await log.append(batch)
    }

    func size() async throws(EventStoreError) -> Position { try await log.size() }

    func receipts(of commandIDs: [String]) async throws(EventStoreError) -> [Receipt?] {
        try await log.receipts(of: commandIDs)
    }

    func fold<State: Sendable>(
        into state: consuming State, from start: Position, to end: Position,
        _ next: @Sendable (inout State, Swift.Span<FoldRow>) -> Bool
    ) async throws(EventStoreError) -> State {
        try await log.fold(into: state, from: start, to: end, next)
    }

    func entries(from position: Position, limit: Int) async throws(EventStoreError) -> [StoredEntry] {
        try await log.entries(from: position, limit: limit)
    }

    func history(of stream: UInt32) async throws(EventStoreError) -> [StoredEntry] {
        try await log.history(of: stream)
    }

    func names(in space: NameSpace, from first: UInt32) async throws(EventStoreError) -> [String] {
        try await log.names(in: space, from: first)
    }

    func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) async {
        await log.reportSyncs(to: report)
    }

    func close() async { await log.close() }
}
