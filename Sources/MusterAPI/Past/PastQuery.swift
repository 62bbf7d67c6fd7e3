/// Which past is asked for: at most one bound is set, and none for the present.
public struct PastQuery: Sendable, Equatable {
    /// The first so many entries of the log.
    public var to: UInt64?
    /// What had occurred by then, RFC 3339, whenever it was recorded.
    public var asOf: String?
    /// What had been recorded by then, RFC 3339.
    public var asRecorded: String?

    /// The present, unless a bound is named.
    public init(to: UInt64? = nil, asOf: String? = nil, asRecorded: String? = nil) {
        self.to = to
        self.asOf = asOf
        self.asRecorded = asRecorded
    }

    /// A point of the log in short: digits are a position, anything else is a moment by which something had been
    /// recorded, as auditors ask.
    public init(at text: String) {
        if Self.isPosition(text) { self.init(to: UInt64(text)) } else { self.init(asRecorded: text) }
    }

    /// Whether a short point is a position.
    public static func isPosition(_ text: String) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) } && Int64(text) != nil
    }

    /// Whether the present is asked for.
    public var isNow: Bool { self == PastQuery() }

    /// Whether more than one bound is named, which leaves open which of them counts.
    public var isAmbiguous: Bool {
        [to != nil, asOf != nil, asRecorded != nil].count(where: { $0 }) > 1
    }
}
