import HeapModule
import MusterDomain

/// Who is to be looked at next, soonest first; of one moment in the order of entering.
struct Agenda {
    private struct Entry: Comparable {
        var moment: Instant
        var number: UInt64
        var story: Int

        static func < (left: Entry, right: Entry) -> Bool {
            (left.moment.milliseconds, left.number) < (right.moment.milliseconds, right.number)
        }
    }

    private var heap = Heap<Entry>()
    private var entered: UInt64 = 0

    /// The soonest moment.
    var soonest: Instant? { heap.min?.moment }

    /// How many wait.
    var count: Int { heap.count }

    mutating func add(_ story: Int, at moment: Instant) {
        entered += 1
        heap.insert(Entry(moment: moment, number: entered, story: story))
    }

    /// Takes the soonest story that is due at a moment.
    mutating func take(by moment: Instant) -> Int? {
        guard let entry = heap.min, entry.moment <= moment else { return nil }
        heap.removeMin()
        return entry.story
    }
}
