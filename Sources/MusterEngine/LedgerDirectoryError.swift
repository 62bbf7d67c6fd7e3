public import EventLog

/// Why a directory can't hand out a district's ledger.
public enum LedgerDirectoryError: Error, Equatable, Sendable {
    /// No ledger of the directory has that district's code.
    case unknown(code: String)
    /// The district's ledger can't be opened; the next request tries again.
    case unavailable(code: String, LedgerError)
    /// The directory is closing or closed.
    case closed
    /// Two ledgers are of one district, which would split its history.
    case repeated(code: String, paths: [String])
}

/// What a directory knows of one of its ledgers.
public struct LedgerStatus: Sendable {
    /// Where it lies.
    public var path: String
    /// The code of its district, such as 610113; nil while it could not be read.
    public var code: String?
    /// Whether it is open for writing.
    public var isOpen: Bool
    /// Why it could not be read or opened the last time somebody tried; nil if it could, or nobody has tried.
    public var failure: LedgerError?
    /// The state after the newest commit; nil while it is not open.
    public var view: LedgerView?
}

/// What happened to a ledger of a directory, for a log of the program.
public enum LedgerDirectoryEvent: Sendable {
    /// It is open for writing, with so many entries.
    case opened(code: String, path: String, entries: Position)
    /// It could not be opened.
    case failed(code: String?, path: String, LedgerError)
    /// Its deadlines could not be turned into events.
    case tickFailed(code: String, LedgerError)
    /// Everything that it had accepted is answered, and it is closed.
    case closed(code: String, path: String)
}
