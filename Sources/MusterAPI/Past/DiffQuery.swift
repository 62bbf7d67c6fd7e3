/// What has changed between which two points of the log, and for whom.
public struct DiffQuery: Sendable, Equatable {
    /// From when: a position or a moment, see ``PastQuery/init(at:)``.
    public var from: String
    /// Until when, in the same way; nil for now.
    public var to: String?
    /// Only what concerns this unit.
    public var unit: String?
    /// Only whistles that this unit raised.
    public var street: String?
    /// Only this whistle.
    public var whistle: String?
    /// At most so many whistles are told one by one, 0 to 10,000; the figures count all.
    public var limit: Int

    /// The limits that are taken.
    public static let limits = 0...10_000
    /// The limit that holds where none is named.
    public static let defaultLimit = 100

    /// What has changed.
    public init(
        from: String, to: String? = nil, unit: String? = nil, street: String? = nil, whistle: String? = nil,
        limit: Int = Self.defaultLimit
    ) {
        self.from = from
        self.to = to
        self.unit = unit
        self.street = street
        self.whistle = whistle
        self.limit = limit
    }
}
