/// One record of a table.
struct CSVRecord: Equatable, Sendable {
    /// The line of the file on which the record starts, from 1.
    var line: Int
    /// The fields, as many as the header has.
    var fields: [String]
}

/// A record that could not be read, and where.
struct CSVFault: Error, Equatable, Sendable {
    /// What is wrong with a record.
    enum Reason: Equatable, Sendable {
        /// A quote inside an unquoted field, or something other than a comma behind a closing quote.
        case strayQuote
        /// The file ends inside a quoted field.
        case unterminatedQuote
        /// The field of that number, from 1, is not UTF-8.
        case invalidUTF8(field: Int)
        /// The record has another number of fields than the header.
        case wrongFieldCount(expected: Int, found: Int)
        /// The field of that number, from 1, is longer than ``CSVReader/maximumFieldBytes``.
        case fieldTooLong(field: Int)
        /// The record is longer than ``CSVReader/maximumRecordBytes``.
        case recordTooLong
    }

    /// The line on which the record starts, from 1.
    var line: Int
    /// Why it is no record.
    var reason: Reason
}
