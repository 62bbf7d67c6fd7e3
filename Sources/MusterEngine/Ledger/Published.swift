import Synchronization

/// A value that one side replaces and others read, each whole; and a way to wait for one that is new enough.
///
/// Whoever waits is resumed by the side that publishes or by its own cancellation: nothing polls, and nothing is left
/// behind.
final class Published<Value: Sendable>: Sendable {
    private struct State {
        var value: Value
        var waiters: [UInt64: Waiter] = [:]
        var nextWaiter: UInt64 = 0
    }

    private struct Waiter {
        var isMet: @Sendable (Value) -> Bool
        var continuation: CheckedContinuation<Void, Never>
    }

    private let state: Mutex<State>

    init(_ value: Value) { state = Mutex(State(value: value)) }

    /// The newest value.
    var value: Value { state.withLock { $0.value } }

    /// How many wait.
    var waiterCount: Int { state.withLock { $0.waiters.count } }

    /// Replaces the value and wakes those for whom it will do.
    func publish(_ value: Value) {
        let woken = state.withLock { state in
            state.value = value
            let met = state.waiters.filter { $0.value.isMet(value) }
            for id in met.keys { state.waiters[id] = nil }
            return met.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Returns as soon as a value meets a condition, or when the task is cancelled: the caller looks at what is there.
    func wait(for isMet: @escaping @Sendable (Value) -> Bool) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A cancellation that came before is seen here; one that comes later finds the waiter.
                let isOver = state.withLock { state in
                    if Task.isCancelled || isMet(state.value) { return true }
                    state.waiters[id] = Waiter(isMet: isMet, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }
}
