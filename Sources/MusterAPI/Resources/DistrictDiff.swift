/// What has changed in a district between two points of its log.
public struct DistrictDiff: Sendable, Codable, Equatable {
    /// The earlier point.
    public var from: ShownPast
    /// The later one.
    public var to: ShownPast
    /// How many whistles have changed.
    public var changed: Int
    /// How often each thing happened, in a fixed order, those that did; a name of `WhistleChange.Mark` each.
    public var counts: [DiffCount]
    /// The whistles that have changed, in the order of their names, as many as were asked for.
    public var whistles: [DiffWhistle]
    /// How many of them are left out.
    public var omitted: Int
    /// The units whose counters have changed, in the order of registration.
    public var units: [DiffUnit]

    /// All of it.
    public init(
        from: ShownPast, to: ShownPast, changed: Int, counts: [DiffCount], whistles: [DiffWhistle], omitted: Int,
        units: [DiffUnit]
    ) {
        self.from = from
        self.to = to
        self.changed = changed
        self.counts = counts
        self.whistles = whistles
        self.omitted = omitted
        self.units = units
    }
}

/// How often something happened.
public struct DiffCount: Sendable, Codable, Equatable {
    /// What: `raised`, `closed`, `reportedIn` and so on.
    public var change: String
    /// How often.
    public var count: Int

    /// A figure.
    public init(change: String, count: Int) {
        self.change = change
        self.count = count
    }
}

/// One whistle before and after.
public struct DiffWhistle: Sendable, Codable, Equatable {
    /// Its name.
    public var whistle: String
    /// What it is about, as it was said at the later point.
    public var title: String
    /// The short name of the unit that raised it.
    public var streetName: String?
    /// Its state at the earlier point, a name of `WhistleState`; nil if it was not there.
    public var before: String?
    /// Its state at the later point.
    public var after: String
    /// Whether it was late at the later point.
    public var late: Bool
    /// How many entries its history gained.
    public var entries: Int
    /// What happened.
    public var changes: [DiffChange]

    /// All of it.
    public init(
        whistle: String, title: String, streetName: String?, before: String?, after: String, late: Bool, entries: Int,
        changes: [DiffChange]
    ) {
        self.whistle = whistle
        self.title = title
        self.streetName = streetName
        self.before = before
        self.after = after
        self.late = late
        self.entries = entries
        self.changes = changes
    }
}

/// One thing that happened in a whistle.
public struct DiffChange: Sendable, Codable, Equatable {
    /// What, as in ``DiffCount/change``.
    public var change: String
    /// The number of the call, task or meeting that it concerns; of a ruling that of the entry ruled on.
    public var item: Int?
    /// The code of the unit that it concerns.
    public var unit: String?
    /// Its short name.
    public var unitName: String?
    /// How often, at least once.
    public var times: Int

    /// All of it.
    public init(change: String, item: Int?, unit: String?, unitName: String?, times: Int = 1) {
        self.change = change
        self.item = item
        self.unit = unit
        self.unitName = unitName
        self.times = times
    }
}

/// By how much a unit's counters have grown; wrong dispatches make `called` shrink.
public struct DiffUnit: Sendable, Codable, Equatable {
    /// The unit's code.
    public var unit: String
    /// Its short name.
    public var unitName: String
    /// Whistles raised.
    public var raised: Int
    /// Calls issued to it that count.
    public var called: Int
    /// Calls for which it has reported in.
    public var reportedIn: Int
    /// Those of them that came late.
    public var reportedInLate: Int
    /// Wrong dispatches charged to it.
    public var wrongDispatches: Int
    /// Evaluations received.
    public var evaluations: Int

    /// All of it.
    public init(
        unit: String, unitName: String, raised: Int, called: Int, reportedIn: Int, reportedInLate: Int,
        wrongDispatches: Int, evaluations: Int
    ) {
        self.unit = unit
        self.unitName = unitName
        self.raised = raised
        self.called = called
        self.reportedIn = reportedIn
        self.reportedInLate = reportedInLate
        self.wrongDispatches = wrongDispatches
        self.evaluations = evaluations
    }
}
