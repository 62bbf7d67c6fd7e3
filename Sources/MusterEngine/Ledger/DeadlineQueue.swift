import HeapModule
import MusterDomain

/// The clocks that run, soonest first. Entries that have become void stay until they are met, so keeping it up costs
/// O(log n) an event.
struct DeadlineQueue: Sendable {
    private struct Entry: Comparable {
        var deadline: PendingDeadline
        static func < (left: Entry, right: Entry) -> Bool { left.key < right.key }
        /// Deadlines of one moment go in the order of whistles, then items, so that ticks are the same in every run.
        private var key: (Int64, UInt32, Int, UInt8) {
            (deadline.due.milliseconds, deadline.whistle.rawValue, deadline.item, deadline.kind.rawValue)
        }
    }

    private var heap = Heap<Entry>()
    private var queued: Set<PendingDeadline> = []

    /// All clocks of a board. Cost: O(whistles), once.
    init(of board: Board) {
        board.forEachPendingDeadline { add($0) }
    }

    init() {}

    mutating func add(_ deadlines: [PendingDeadline]) {
        for deadline in deadlines { add(deadline) }
    }

    private mutating func add(_ deadline: PendingDeadline) {
        if queued.insert(deadline).inserted { heap.insert(Entry(deadline: deadline)) }
    }

    /// Takes the soonest clock that ran out before `now` and that still runs on the board.
    mutating func takePassed(before now: Instant, on board: Board) -> PendingDeadline? {
        while let soonest = heap.min, soonest.deadline.due < now {
            heap.removeMin()
            queued.remove(soonest.deadline)
            if board.pendingDeadlines(of: soonest.deadline.whistle).contains(soonest.deadline) {
                return soonest.deadline
            }
        }
        return nil
    }
}
