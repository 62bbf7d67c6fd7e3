/// What kind of failure it is: the exit status of the command line, and by it the status of HTTP.
public enum ExitStatus: Int32, Sendable {
    /// Refused by a rule, or failed.
    case failure = 1
    /// What is named is not there.
    case notFound = 3
    /// Not known to the server, or not allowed to that post.
    case notAllowed = 4
    /// In the way of something: the state, a stale revision, a command id used otherwise, a ledger that is held.
    case conflict = 5
    /// No server answered, or not in time.
    case unreachable = 6
    /// The command line, the settings or the request can't be used as they are.
    case usage = 64
}
