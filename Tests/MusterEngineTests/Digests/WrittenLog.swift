import EventLog

/// A log that its ledger has written and let go of, and what was live meanwhile.
struct WrittenLog {
    /// What it is called where something is said of it.
    var name: String
    var path: String
    /// The size of the segments it was written in.
    var segmentSize: Position
    /// The digests of the writer's board at some sizes of the log, rising, the last one at its end.
    var live: [(size: Position, digest: String)]
}
