internal import EventLog
internal import GRDB

extension Row {
    // A damaged file may hold any type in any column, and GRDB's own conversions trap on a wrong one.

    /// The position in a column, or nil if there is none.
    func position(_ column: Int) -> Position? {
        guard case .int64(let value) = (self[column] as DatabaseValue).storage else { return nil }
        return Position(exactly: value)
    }

    /// The bytes in a column, or nil if there are none.
    func bytes(_ column: Int) -> [UInt8]? {
        guard case .blob(let value) = (self[column] as DatabaseValue).storage else { return nil }
        return Array(value)
    }

    /// The text in a column, or nil if it is not UTF-8.
    func text(_ column: Int) -> String? {
        bytes(column).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
