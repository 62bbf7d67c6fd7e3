/// Rows and columns for a terminal, aligned by display columns so that Chinese and Latin text stand in line.
///
/// A value: it returns lines and prints nothing.
public struct TextTable: Sendable, Equatable {
    /// What all cells of one column share.
    public struct Column: Sendable, Equatable {
        /// The heading.
        public var title: String
        /// The side on which its cells stand.
        public var alignment: Alignment
        /// The most columns it may take; longer cells end in `…`.
        public var maximumWidth: Int?
        /// Whether it gives way when a row is wider than the terminal, as identifiers and numbers should not.
        public var mayShrink: Bool

        /// A column; words may shrink and numbers may not unless told otherwise.
        public init(
            _ title: String,
            alignment: Alignment = .left,
            maximumWidth: Int? = nil,
            mayShrink: Bool? = nil
        ) {
            self.title = title
            self.alignment = alignment
            self.maximumWidth = maximumWidth
            self.mayShrink = mayShrink ?? (alignment == .left)
        }
    }

    /// A text and the style it is painted in.
    public struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
        /// The text without any control sequence; line breaks and control characters become spaces.
        public var text: String
        /// Its style, if any.
        public var ink: Ink?

        /// A cell.
        public init(_ text: String, ink: Ink? = nil) {
            self.text = text.asOneLine
            self.ink = ink
        }

        /// A cell in no particular style.
        public init(stringLiteral value: String) { self.init(value) }
    }

    /// The columns from left to right.
    public let columns: [Column]
    /// The rows from the top, each with as many cells as there are columns.
    public private(set) var rows: [[Cell]] = []

    /// The narrowest that a column is made to fit a terminal: one wide character and an ellipsis, and one to spare.
    static let narrowest = 4
    private static let gap = 2

    /// A table without rows.
    public init(columns: [Column]) { self.columns = columns }

    /// Adds a row; cells that are missing at its end are empty.
    ///
    /// More cells than columns are a programmer's error.
    public mutating func add(_ cells: [Cell]) {
        precondition(cells.count <= columns.count, "\(cells.count) cells in a table of \(columns.count) columns")
        rows.append(cells + Array(repeating: Cell(""), count: columns.count - cells.count))
    }

    /// The heading and the rows, a line each, without spaces at the end.
    ///
    /// - Parameters:
    ///   - terminalWidth: what a line should fit in; nil when the output is no terminal, and then nothing shrinks. A
    ///     line is wider still when the columns that may not shrink leave no room.
    ///   - palette: how headings and cells with a style are painted.
    public func lines(terminalWidth: Int? = nil, palette: Palette = .plain) -> [String] {
        let widths = widths(fitting: terminalWidth)
        let header = columns.map { Cell($0.title, ink: .bold) }
        return ([header] + rows).map { line($0, widths: widths, palette: palette) }
    }

    private func widths(fitting terminalWidth: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            let natural = rows.reduce(displayWidth(columns[index].title.asOneLine)) {
                max($0, displayWidth($1[index].text))
            }
            return min(natural, columns[index].maximumWidth ?? natural)
        }
        guard let terminalWidth else { return widths }
        var excess = widths.reduce(0, +) + TextTable.gap * max(0, columns.count - 1) - terminalWidth
        // The widest gives way first, one column at a time, so that what is left is shared evenly.
        while excess > 0 {
            let candidates = columns.indices.filter { columns[$0].mayShrink && widths[$0] > TextTable.narrowest }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [Cell], widths: [Int], palette: Palette) -> String {
        var line = ""
        // Spaces that are owed: written only when something follows them.
        var owed = 0
        for (index, cell) in cells.enumerated() {
            let text = cell.text.truncated(to: widths[index])
            let padding = max(0, widths[index] - displayWidth(text))
            let isRight = columns[index].alignment == .right
            if text.contains(where: { $0 != " " }) {
                line += String(repeating: " ", count: owed + (isRight ? padding : 0))
                line += cell.ink.map { palette.paint(text, $0) } ?? text
                owed = isRight ? 0 : padding
            } else {
                owed += widths[index]
            }
            owed += TextTable.gap
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
