import Foundation
import Testing

/// A table of docs/lifecycle.md: what stands in each cell, by the names of its row and its column.
struct DocumentTable {
    struct Place: Hashable {
        var row: String
        var column: String
    }

    let rows: [String]
    let columns: [String]
    private let cells: [Place: String]

    /// Reads the table under the mark `<!-- table: NAME -->`.
    init(named name: String) throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/lifecycle.md")
        let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
        let mark = try #require(lines.firstIndex(of: "<!-- table: \(name) -->"), "no table \(name)")
        let table = lines[(mark + 1)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let head = try #require(table.first)
        columns = head.dropFirst().map(Self.name)
        rows = table.dropFirst(2).compactMap { $0.first.map(Self.name) }
        var cells: [Place: String] = [:]
        for line in table.dropFirst(2) {
            try #require(line.count == head.count, "\(line)")
            for (column, cell) in zip(columns, line.dropFirst()) {
                let place = Place(row: Self.name(line[0]), column: column)
                try #require(cells.updateValue(cell, forKey: place) == nil, "\(place) stands twice")
            }
        }
        self.cells = cells
    }

    subscript(row: String, column: String) -> String? { cells[Place(row: row, column: column)] }

    /// What stands between the first pair of backticks, or the whole cell.
    private static func name(_ cell: String) -> String {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[1]) : cell
    }
}
