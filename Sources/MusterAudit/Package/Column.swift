import CivilTime
import EventLog
import MusterDomain

/// A column of a table: what stands in it, and what it is called. The tables and the data dictionary are both written
/// from this.
///
/// What it means in both languages stands in the catalogue under `package.column.<table>.<name>`.
struct Column<Row>: Sendable {
    /// What its values are.
    enum Kind: Sendable, Equatable {
        /// A name or a number that others gave.
        case name
        /// A text that somebody typed.
        case text
        /// A member of an enumeration: what it is called in the catalogue, and its members.
        case code(type: String, members: [String])
        /// A number.
        case integer
        /// `true` or `false`.
        case flag
        /// A moment.
        case moment
        /// Positions of entries.
        case positions
    }

    /// What it is called in the first line; never changed.
    let name: String
    /// What its values are.
    let kind: Kind
    /// In what its values count; empty where they do not.
    let unit: Unit
    /// Its value for a row; nil stays empty.
    let value: @Sendable (Row) -> String?

    /// In what numbers count; what it is called stands in the catalogue under `package.unit.<name>`.
    enum Unit: String, Sendable, CaseIterable { case none, score, percent, pieces, times }

    private init(_ name: String, _ kind: Kind, _ unit: Unit = .none, _ value: @escaping @Sendable (Row) -> String?) {
        (self.name, self.kind, self.unit, self.value) = (name, kind, unit, value)
    }

    static func name(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
        Self(name, .name, .none, value)
    }

    static func text(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
        Self(name, .text, .none, value)
    }

    static func code<C: Code>(_ name: String, _ value: @escaping @Sendable (Row) -> C?) -> Self {
        Self(name, .code(type: "\(C.self)", members: C.allCases.map(\.name))) { value($0)?.name }
    }

    static func integer<Number: BinaryInteger & SendableMetatype>(
        _ name: String, _ unit: Unit = .none, _ value: @escaping @Sendable (Row) -> Number?
    ) -> Self {
        Self(name, .integer, unit) { row in value(row).map { "\($0)" } }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (Row) -> Bool) -> Self {
        Self(name, .flag) { value($0) ? "true" : "false" }
    }

    static func moment(_ name: String, _ value: @escaping @Sendable (Row) -> Instant?) -> Self {
        Self(name, .moment) { row in value(row).map { Timestamp.shanghai(milliseconds: $0.milliseconds) } }
    }

    static func positions(_ name: String, _ value: @escaping @Sendable (Row) -> [Position]) -> Self {
        Self(name, .positions) { row in value(row).map(String.init).joined(separator: " ") }
    }
}

/// A table of a package: a file of CSV.
struct Table<Row>: Sendable {
    /// The file's name without its ending.
    let name: String
    /// Its columns from left to right.
    let columns: [Column<Row>]

    /// The file's name.
    var file: String { name + ".csv" }

    /// The first line, with the mark that is in front of it.
    var heading: String { SpreadsheetLine.mark + SpreadsheetLine.text(columns.map(\.name)) }

    /// The line of a row.
    func line(_ row: Row) -> String { SpreadsheetLine.text(columns.map { $0.value(row) }) }
}
