public import EventLog
import MusterDomain

extension Ledger {
    /// Waits until the log has an entry at `position`: until it has grown past the `position` entries that the caller
    /// has seen. Returns the newest view then, at the deadline, or at once when the task is cancelled; the caller
    /// looks at the view's size. Woken by the commit; nothing polls.
    public nonisolated func wait(
        past position: Position, until deadline: ContinuousClock.Instant
    ) async -> LedgerView {
        await published.wait(until: deadline) { $0.board.size > position }
    }

    /// How many callers wait for news.
    package nonisolated var waiterCount: Int { published.waiterCount }
}

extension Published {
    /// The newest value as soon as one meets a condition, when the deadline has come, or when the task is cancelled:
    /// the caller looks at what it got. How long somebody waits never gets into the log.
    fileprivate func wait(
        until deadline: ContinuousClock.Instant, for isMet: @escaping @Sendable (Value) -> Bool
    ) async -> Value {
        let now = value
        if isMet(now) || Task.isCancelled || deadline <= .now { return now }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait(for: isMet) }
            group.addTask { try? await Task.sleep(until: deadline, clock: .continuous) }
            await group.next()
            group.cancelAll()
        }
        return value
    }
}
