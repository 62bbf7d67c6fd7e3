import NIOCore
import Synchronization

/// One connection as the handlers of requests see it: where it comes from, and whether the client is still there.
package final class Connection: Sendable {
    /// The address at the other end, as numbers; empty if there is none.
    package let peer: String
    /// Whether it is encrypted here.
    package let isEncrypted: Bool

    private struct State {
        var isGone = false
        var next = 0
        var waiting: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    init(peer: String, isEncrypted: Bool) {
        self.peer = peer
        self.isEncrypted = isEncrypted
    }

    /// Whether the client has closed its side.
    package var isGone: Bool { state.withLock(\.isGone) }

    /// The client has closed its side or the connection has broken.
    func clientLeft() {
        let waiting = state.withLock { state in
            state.isGone = true
            defer { state.waiting = [:] }
            return state.waiting
        }
        for (_, action) in waiting { action() }
    }

    /// Runs an action when the client leaves, at once if it has left. Answers a number for ``forget(_:)``.
    func whenClientLeaves(_ action: @escaping @Sendable () -> Void) -> Int? {
        let number = state.withLock { state -> Int? in
            guard !state.isGone else { return nil }
            state.next += 1
            state.waiting[state.next] = action
            return state.next
        }
        if number == nil { action() }
        return number
    }

    /// The action is no longer wanted.
    func forget(_ number: Int?) {
        guard let number else { return }
        state.withLock { _ = $0.waiting.removeValue(forKey: number) }
    }

    /// Runs something that ends with a `CancellationError` when the client leaves.
    func cancelledWhenClientLeaves<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await body() }
        let number = whenClientLeaves { task.cancel() }
        defer { forget(number) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
