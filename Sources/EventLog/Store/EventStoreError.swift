/// Why a store could not do what it was asked.
public enum EventStoreError: Error, Equatable, Sendable {
    /// There is no ledger at that path.
    case missing(path: String)
    /// A ledger is there already, and a new one was asked for.
    case alreadyThere(path: String)
    /// The file is something else.
    case notALedger(path: String)
    /// The file was written by a later version of the format.
    case newerFormat(found: Int, known: Int)
    /// The file was written by an earlier version of the format; whoever opens it for writing takes it over.
    case olderFormat(found: Int, known: Int)
    /// Another process writes this ledger; `holder` says which, as well as is known.
    case held(holder: String)
    /// The store was opened for reading.
    case readOnly
    /// The store was closed.
    case closed
    /// The log is not of the size that the batch was decided on.
    case wrongSize(expected: Position, actual: Position)
    /// A stream is not at the revision that the batch continues.
    case wrongRevision(stream: UInt32, expected: UInt32, actual: UInt32)
    /// A name's number does not follow the last of its space, or the name is there already.
    case wrongName(space: UInt8, number: UInt32)
    /// The command id is in the log already.
    case commandRepeated(id: String)
    /// The batch itself is malformed: an empty command, an oversized entry, a digest of another length.
    case malformed(String)
    /// The disk is full; nothing was appended.
    case noSpace
    /// What is stored does not make sense at `position`.
    case damaged(position: Position?, what: String)
    /// It may or may not have been appended: ask for the receipt of the same command ids.
    case outcomeUnknown(String)
    /// Texts are gone from the log, but what earlier commits left of them could not be overwritten yet: somebody reads
    /// an older state, as the words say. Erasing them again goes on.
    case logInUse(String)
    /// An erasure that is noted beside the ledger is of another log's entry at that position: the file beside it
    /// belongs to another ledger. Nothing was erased.
    case foreignErasure(path: String, position: Position)
    /// The operating system or SQLite refused; nothing was appended.
    case io(String)
}
