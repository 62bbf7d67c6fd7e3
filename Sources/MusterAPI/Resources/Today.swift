/// The figures of one day on Asia/Shanghai's calendar.
public struct TodayFigures: Sendable, Codable, Equatable {
    /// The first moment of the day, RFC 3339.
    public var from: String
    /// The first moment of the next day, RFC 3339.
    public var to: String
    /// The moment at which lateness is judged, RFC 3339.
    public var at: String
    /// 今日吹哨.
    public var raised: TodayFigure
    /// 未签收.
    public var unsigned: TodayFigure
    /// 未报到.
    public var notReportedIn: TodayFigure
    /// 超期.
    public var overdue: TodayFigure
    /// 重复诉求.
    public var repeated: TodayFigure
    /// 今日办结.
    public var closed: TodayFigure
    /// The district's name.
    public var district: String
    /// The size of the log that the figures were folded from: replay to it gives the same.
    public var position: UInt64
    /// The root of the tree over those entries (RFC 6962), in base64: whoever keeps it can tell later whether any of them
    /// was changed. Nil where the figures are not of a beginning of the log.
    public var root: String?
    /// The name that the log's signed heads bear; nil where none is signed yet, and where there is no root.
    public var origin: String?
    /// Which past it shows; nil for the present.
    public var past: ShownPast?

    /// All of it.
    public init(
        from: String, to: String, at: String, raised: TodayFigure, unsigned: TodayFigure, notReportedIn: TodayFigure,
        overdue: TodayFigure, repeated: TodayFigure, closed: TodayFigure, district: String, position: UInt64,
        root: String? = nil, origin: String? = nil, past: ShownPast? = nil
    ) {
        self.from = from
        self.to = to
        self.at = at
        self.raised = raised
        self.unsigned = unsigned
        self.notReportedIn = notReportedIn
        self.overdue = overdue
        self.repeated = repeated
        self.closed = closed
        self.district = district
        self.position = position
        self.root = root
        self.origin = origin
        self.past = past
    }
}

/// One figure with its cases.
public struct TodayFigure: Sendable, Codable, Equatable {
    /// The figure.
    public var count: Int
    /// The cases that make it up, as many as were asked for.
    public var cases: [TodayCase]

    /// All of it.
    public init(count: Int, cases: [TodayCase]) {
        self.count = count
        self.cases = cases
    }
}

/// One case of a figure.
public struct TodayCase: Sendable, Codable, Equatable {
    /// The whistle.
    public var whistle: String
    /// What it is about; nil where it was not asked for.
    public var title: String?
    /// The code of the unit whose call it is.
    public var unit: String?
    /// Whether its deadline has passed.
    public var late: Bool
    /// The first whistle that links the repeated case number.
    public var earlier: String?
    /// The repeated case number.
    public var reference: String?
    /// How often it is linked.
    public var links: Int?
    /// The unit's short name.
    public var unitName: String?

    /// All of it.
    public init(
        whistle: String, title: String?, unit: String?, late: Bool, earlier: String?, reference: String?, links: Int?,
        unitName: String?
    ) {
        self.whistle = whistle
        self.title = title
        self.unit = unit
        self.late = late
        self.earlier = earlier
        self.reference = reference
        self.links = links
        self.unitName = unitName
    }
}
