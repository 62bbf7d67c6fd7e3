public import EventLog
public import MusterDomain

/// Why a ledger did not do what it was asked.
public enum LedgerError: Error, Equatable, Sendable {
    /// A rule was broken; nothing of the command is in the log.
    case refused(Refusal)
    /// The whistle has moved on since the caller looked at it.
    case staleRevision(expected: Int, actual: Int)
    /// The command id stands for another command.
    case commandReused(id: String)
    /// A command id has 1 to 128 bytes of visible ASCII and does not begin with `tick/`.
    case badCommandID(String)
    /// An entry would have more bytes than the log takes.
    case entryTooLarge(bytes: Int)
    /// The command may or may not be in the log: the same command id tells.
    case outcomeUnknown
    /// The ledger holds no district yet.
    case notEstablished
    /// What is stored does not make sense.
    case damaged(at: Position?, String)
    /// The erasure is recorded as asked for, but the texts could not all be made to disappear yet: the same command id, or
    /// the next opening, goes on.
    case erasureUnfinished(EventStoreError)
    /// The task was cancelled while it read: whoever asked has gone.
    case abandoned
    /// The log does not extend its last signed head, or that can't be read or written.
    case head(HeadError)
    /// The store could not do it.
    case store(EventStoreError)
}
