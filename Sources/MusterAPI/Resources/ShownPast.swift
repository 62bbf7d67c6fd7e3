/// Which past a view shows.
public struct ShownPast: Sendable, Codable, Equatable {
    /// What bounds it: `to`, `asOf`, `asRecorded`; `end` for one end of a comparison that is the present.
    public var bound: String
    /// How many entries of the log were looked at: the whole log for `asOf`, else what is shown of it.
    public var position: UInt64
    /// The moment at which lateness is judged, RFC 3339: the one asked for, or when the last entry was recorded.
    public var at: String

    /// A past.
    public init(bound: String, position: UInt64, at: String) {
        self.bound = bound
        self.position = position
        self.at = at
    }
}
