/// The Prometheus text format, version 0.0.4.
struct Exposition {
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Begins a family.
    mutating func family(_ name: String, _ type: String, help: String) {
        text += "# HELP \(name) \(Self.escaped(help))\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ name: String, _ value: Int, _ labels: [(name: String, value: String)] = []) {
        line(name, labels, "\(value)")
    }

    mutating func sample(_ name: String, _ value: Double, _ labels: [(name: String, value: String)] = []) {
        line(name, labels, Self.number(value))
    }

    /// A family of counters.
    mutating func counters<Labels>(_ name: String, help: String, _ family: MetricFamily<Labels, Counter>) {
        self.family(name, "counter", help: help)
        for (labels, meter) in family.all { sample(name, meter.now, labels) }
    }

    /// A family of histograms.
    mutating func histograms<Labels>(_ name: String, help: String, _ family: MetricFamily<Labels, Histogram>) {
        self.family(name, "histogram", help: help)
        for (labels, meter) in family.all {
            let (upTo, sum) = meter.now
            for (bound, count) in zip(meter.scale.bounds, upTo) {
                let le = Self.number(Double(bound) / Double(meter.scale.unit))
                sample("\(name)_bucket", count, labels + [("le", le)])
            }
            sample("\(name)_bucket", upTo.last ?? 0, labels + [("le", "+Inf")])
            sample("\(name)_sum", sum, labels)
            sample("\(name)_count", upTo.last ?? 0, labels)
        }
    }

    private mutating func line(_ name: String, _ labels: [(name: String, value: String)], _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
            text += "}"
        }
        text += " \(value)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool = false) -> String {
        var result = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        if quotes { result = result.replacing("\"", with: "\\\"") }
        return result
    }
}
