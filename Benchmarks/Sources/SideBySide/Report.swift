import Foundation

/// One figure, as `benchmarks.json` lists it.
struct Figure: Encodable {
    var name: String
    var value: Double
    var unit: String
    /// The value over that of `denominator`, measured in the same run.
    var ratio: Double?
    var denominator: String?
}

/// The figures of a run: a table for people and JSON for programs.
struct Report {
    private(set) var figures: [Figure] = []

    mutating func add(_ name: String, _ value: Double, _ unit: String) {
        figures.append(Figure(name: name, value: value, unit: unit))
    }

    mutating func add(_ name: String, _ value: Double, _ unit: String, over denominator: String, of other: Double) {
        figures.append(
            Figure(name: name, value: value, unit: unit, ratio: value / other, denominator: denominator))
    }

    /// Prints a table: name, value with unit, ratio and what it is to.
    func printTable() {
        let rows = figures.map { figure in
            [
                figure.name, "\(short(figure.value)) \(figure.unit)",
                figure.ratio.map { "\(short($0))×" } ?? "", figure.denominator ?? "",
            ]
        }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            print(cells.joined(separator: "  "))
        }
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(figures)
    }
}

func short(_ value: Double) -> String {
    switch abs(value) {
    case 1e6...: String(format: "%.2f M", value / 1e6)
    case 1e3..<1e6: String(format: "%.1f k", value / 1e3)
    case 10..<1e3: String(format: "%.0f", value)
    default: String(format: "%.2f", value)
    }
}
