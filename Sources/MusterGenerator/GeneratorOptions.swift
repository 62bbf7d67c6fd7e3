public import MusterDomain

/// How large a district is simulated, and how.
public struct GeneratorOptions: Sendable {
    /// The log is to hold at least so many entries.
    public var events: Int
    /// So many whistles are open at once when the district is in full swing. A short log never gets there: it has
    /// fewer, so that most of its whistles come to an end.
    public var open: Int
    /// So many commands are made durable together at the most. Part of what determines the log.
    public var batch: Int
    /// When the log begins.
    public var start: Instant

    /// 2025-01-06, a Monday, 8:00 in Shanghai.
    public static let usualStart = Instant(milliseconds: 1_736_121_600_000)

    /// Options of which only the length has to be said.
    public init(events: Int, open: Int = 20_000, batch: Int = 512, start: Instant = usualStart) {
        self.events = events
        self.open = open
        self.batch = batch
        self.start = start
    }

    /// How many are open at once in a log of this length.
    var openAtOnce: Int { max(8, min(open, events / 60)) }

    /// Streets, and communities in each.
    var streets: Int { max(2, min(CastNames.streets.count, openAtOnce / 60)) }
    var communities: Int { max(2, min(CastNames.communities.count, openAtOnce / 60)) }

    /// So many events lie between two acts of the district's own stream.
    var eventsPerOfficeAct: Int { max(60, events / 320) }
}
