import EventLog
import EventStoreTesting

/// A log in memory that counts its appends, holds them back and fails them as a test asks.
actor WatchedStore: ForwardingEventStore {
    nonisolated let log: any EventStore = InMemoryEventStore()
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
}
