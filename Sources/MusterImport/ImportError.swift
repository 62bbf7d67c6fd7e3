public import MusterAPI

/// Why an import ended before the file did.
public enum ImportError: Error {
    /// The file is empty.
    case noHeader
    /// The first record is no CSV.
    case badHeader(RejectedRow)
    /// Columns of the form that the header doesn't name.
    case missingColumns([String])
    /// A column of the form that the header names more than once.
    case repeatedColumn(String)
    /// The bytes of the file could not be had.
    case reading(any Error)
    /// The task was cancelled.
    case cancelled
    /// The district refused, or could not take a group of rows: none of it is known to be there. A later run
    /// continues.
    case district(Failure)
}
