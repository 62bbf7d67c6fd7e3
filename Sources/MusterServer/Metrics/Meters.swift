import Synchronization

/// A number that only grows.
final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    func add(_ amount: Int = 1) { value.wrappingAdd(amount, ordering: .relaxed) }
    var now: Int { value.load(ordering: .relaxed) }
}

/// A number that goes up and down.
final class Gauge: Sendable {
    private let value = Atomic<Int>(0)

    /// Adds and answers the new value.
    @discardableResult
    func add(_ amount: Int) -> Int { value.wrappingAdd(amount, ordering: .relaxed).newValue }
    var now: Int { value.load(ordering: .relaxed) }
}

/// How many values fall into each of some classes, and their sum.
final class Histogram: Sendable {
    /// The bounds of a histogram, in whole units of what is observed.
    struct Scale: Sendable {
        /// Upper bounds of the classes, ascending; one more without a bound follows.
        var bounds: [Int]
        /// How many observed units make one shown unit: 1,000,000,000 where nanoseconds are shown as seconds.
        var unit: Int

        /// 0.1 ms to 10 s, observed in nanoseconds.
        static let latency = Scale(
            bounds: [
                100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000,
                100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000, 10_000_000_000,
            ], unit: 1_000_000_000)
        /// 1 to 1,024 pieces.
        static let pieces = Scale(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024], unit: 1)
    }

    let scale: Scale
    private let classes: [Counter]
    private let sum = Counter()

    init(_ scale: Scale) {
        self.scale = scale
        classes = (0...scale.bounds.count).map { _ in Counter() }
    }

    func observe(_ value: Int) {
        classes[scale.bounds.firstIndex { value <= $0 } ?? scale.bounds.count].add()
        sum.add(value)
    }

    /// The counts of values up to each bound, all values last, and the sum in shown units.
    var now: (upTo: [Int], sum: Double) {
        var total = 0
        let upTo = classes.map {
            total += $0.now; return total
        }
        return (upTo, Double(sum.now) / Double(scale.unit))
    }
}
