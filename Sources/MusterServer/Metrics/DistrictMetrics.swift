import MusterDomain
import MusterEngine
import Synchronization

/// Figures of the open ledgers' boards, counted when they are asked for and at most every few seconds.
final class DistrictMetrics: Sendable {
    private struct Figures {
        var entries: UInt64
        var overdue = 0
        var states: [String: Int] = [:]
    }

    private struct State {
        var counted: UInt64?
        var figures: [(code: String, figures: Figures)] = []
    }

    private static let lifetime = UInt64.seconds(5)

    private let directory: LedgerDirectory
    private let now: @Sendable () -> Instant
    private let clock: ServerClock
    private let state = Mutex(State())

    init(directory: LedgerDirectory, now: @escaping @Sendable () -> Instant, clock: ServerClock) {
        self.directory = directory
        self.now = now
        self.clock = clock
    }

    private func figures() -> [(code: String, figures: Figures)] {
        let moment = clock.nanoseconds()
        let kept = state.withLock { state in
            state.counted.map { moment - $0 < Self.lifetime } == true ? state.figures : nil
        }
        if let kept { return kept }
        let now = now()
        let figures = directory.statuses.compactMap { status -> (code: String, figures: Figures)? in
            guard let code = status.code, let view = status.view else { return nil }
            return (code, Self.count(view.board, now))
        }
        state.withLock { $0 = State(counted: moment, figures: figures) }
        return figures
    }

    /// Cost: O(whistles).
    private static func count(_ board: Board, _ now: Instant) -> Figures {
        var figures = Figures(entries: board.size)
        board.whistles.forEach { _, row in
            figures.states[row.state.name, default: 0] += 1
            if row.state.isOpen, row.isLate(at: now) { figures.overdue += 1 }
        }
        return figures
    }

    func write(to page: inout Exposition) {
        let all = figures()
        page.family("muster_log_entries", "gauge", help: "Entries in the log.")
        for (code, figures) in all { page.sample("muster_log_entries", Int(figures.entries), [("district", code)]) }
        page.family("muster_overdue", "gauge", help: "Whistles that are open and past their deadline now.")
        for (code, figures) in all { page.sample("muster_overdue", figures.overdue, [("district", code)]) }
        page.family("muster_whistles", "gauge", help: "Whistles by state.")
        for (code, figures) in all {
            for (state, count) in figures.states.sorted(by: { $0.key < $1.key }) {
                page.sample("muster_whistles", count, [("district", code), ("state", state)])
            }
        }
    }
}
