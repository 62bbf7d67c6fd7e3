import Synchronization

/// The labels of one child of a family. Every value comes of a bounded set: a route, a kind, a district that is here.
protocol MetricLabels: Hashable, Sendable {
    var labels: [(name: String, value: String)] { get }
}

/// The labels of a family with one child.
struct NoLabels: MetricLabels {
    var labels: [(name: String, value: String)] { [] }
}

/// One or more labels whose names stand with the family.
struct NamedLabels: MetricLabels {
    private var names: [String]
    private var values: [String]

    init(_ labels: KeyValuePairs<String, String>) {
        names = labels.map(\.key)
        values = labels.map(\.value)
    }

    var labels: [(name: String, value: String)] { zip(names, values).map { ($0, $1) } }
}

/// All meters of one name, made when they are first touched.
final class MetricFamily<Labels: MetricLabels, Meter: AnyObject & Sendable>: Sendable {
    private let meters = Mutex<[Labels: Meter]>([:])
    private let make: @Sendable () -> Meter

    init(_ make: @escaping @Sendable () -> Meter) { self.make = make }

    subscript(labels: Labels) -> Meter {
        meters.withLock { meters in
            if let meter = meters[labels] { return meter }
            let meter = make()
            meters[labels] = meter
            return meter
        }
    }

    /// Every child with its labels, in the order of the labels' text.
    var all: [(labels: [(name: String, value: String)], meter: Meter)] {
        meters.withLock { $0.map { ($0.key.labels, $0.value) } }
            .sorted { $0.0.map(\.value).lexicographicallyPrecedes($1.0.map(\.value)) }
    }
}
