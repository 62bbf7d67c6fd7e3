/// Which part of a list.
public struct PageQuery: Sendable, Equatable {
    /// At most so many items, 1 to 500; whoever holds the ledger's file may ask for 10,000.
    public var limit: Int
    /// Where the part begins: what the part before gave as `nextCursor`; nil for the first.
    public var cursor: String?

    /// The limit that holds where none is named.
    public static let defaultLimit = 50
    /// The limits that are taken.
    public static let limits = 1...500
    /// The limits for whoever holds the ledger's file.
    public static let localLimits = 1...10_000

    /// A part of a list.
    public init(limit: Int = Self.defaultLimit, cursor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
    }
}

/// Whose inbox.
public struct InboxQuery: Sendable, Equatable {
    /// A unit by code or name; nil for the caller's own.
    public var unit: String?
    /// Which part.
    public var page: PageQuery
    /// As it was when.
    public var past: PastQuery

    /// A unit's inbox.
    public init(unit: String? = nil, page: PageQuery = PageQuery(), past: PastQuery = PastQuery()) {
        self.unit = unit
        self.page = page
        self.past = past
    }
}

/// Which whistles.
public struct WhistleQuery: Sendable, Equatable {
    /// Only late ones.
    public var isLate = false
    /// Only those that go on, or only those that do not.
    public var isOpen: Bool?
    /// Only closed ones.
    public var isClosed = false
    /// Only those in one of these states, names of `WhistleState`.
    public var states: [String] = []
    /// Only those that this unit raised.
    public var street: String?
    /// Only those in which this unit takes part.
    public var unit: String?
    /// Only those of this kind, a name of `WhistleKind`.
    public var kind: String?
    /// Whether each row says what it is about, which reads its texts.
    public var withTitles = true
    /// Which part.
    public var page = PageQuery()
    /// As they were when.
    public var past = PastQuery()

    /// All whistles.
    public init() {}
}

/// Which day's figures.
public struct TodayQuery: Sendable, Equatable {
    /// `2026-11-21` by Asia/Shanghai's calendar; nil for today.
    public var date: String?
    /// At most so many cases of each figure, 0 to 10,000.
    public var cases: Int
    /// Whether each case says what it is about, which reads its texts.
    public var withTitles: Bool
    /// The day of a moment of the past, as it was then; not together with a date, which is its day as recorded.
    public var past: PastQuery

    /// The limits that are taken.
    public static let limits = 0...10_000

    /// A day's figures.
    public init(
        date: String? = nil, cases: Int = 100, withTitles: Bool = true, past: PastQuery = PastQuery()
    ) {
        self.date = date
        self.cases = cases
        self.withTitles = withTitles
        self.past = past
    }
}

/// Which units.
public struct UnitQuery: Sendable, Equatable {
    /// Whether those that no longer exist are listed too.
    public var withRetired: Bool
    /// Which part.
    public var page: PageQuery

    /// Units.
    public init(withRetired: Bool = false, page: PageQuery = PageQuery()) {
        self.withRetired = withRetired
        self.page = page
    }
}

/// Which posts.
public struct PostQuery: Sendable, Equatable {
    /// Only this unit's.
    public var unit: String?
    /// Whether those that nobody holds are listed too.
    public var withEnded: Bool
    /// Which part.
    public var page: PageQuery

    /// Posts.
    public init(unit: String? = nil, withEnded: Bool = false, page: PageQuery = PageQuery()) {
        self.unit = unit
        self.withEnded = withEnded
        self.page = page
    }
}

/// Which tokens.
public struct TokenQuery: Sendable, Equatable {
    /// Whether those that are accepted no longer are listed too.
    public var withEnded: Bool
    /// Which part.
    public var page: PageQuery

    /// Tokens.
    public init(withEnded: Bool = false, page: PageQuery = PageQuery()) {
        self.withEnded = withEnded
        self.page = page
    }
}

/// Which entries of the log.
public struct EventQuery: Sendable, Equatable {
    /// So many entries are passed over: `next` of the page before.
    public var after: UInt64
    /// At most so many, 1 to 1,000.
    public var limit: Int
    /// Up to so many seconds for a first entry to come, 0 to 60.
    public var wait: Int

    /// The limits that are taken.
    public static let limits = 1...1_000
    /// The waits that are taken, in seconds.
    public static let waits = 0...60

    /// Part of the feed.
    public init(after: UInt64 = 0, limit: Int = 100, wait: Int = 0) {
        self.after = after
        self.limit = limit
        self.wait = wait
    }
}
