/// What an import came to.
///
/// ``cases``, ``closed``, ``alreadyThere`` and ``rejected`` add up to the rows of the file.
public struct ImportSummary: Sendable, Equatable {
    /// Cases that are new in this run.
    public var cases = 0
    /// Entries that this run appended: units, cases and closings.
    public var events = 0
    /// Rows of which nothing was taken.
    public var rejected = 0
    /// Cases that were there before and to which nothing was added.
    public var alreadyThere = 0
    /// Cases that were there before, open, and that this run closed.
    public var closed = 0
    /// Cases that were there before and whose row now says something else that was not taken.
    ///
    /// That is another district, agency, type, deadline or time. They count as ``alreadyThere`` or ``closed`` besides.
    public var changed = 0
    /// Streets and departments that were registered.
    public var unitsRegistered = 0
    /// Residents' numbers that were masked in what this run appended.
    public var masked = MaskedNumbers()

    /// Nothing yet.
    public init() {}

    /// The rows that ended one way or the other.
    public var rows: Int { cases + closed + alreadyThere + rejected }

    /// The fixed JSON form: `{"cases":1,"events":2,"rejected":0,"alreadyThere":0}`.
    public var json: String {
        #"{"cases":\#(cases),"events":\#(events),"rejected":\#(rejected),"alreadyThere":\#(alreadyThere)}"#
    }

    mutating func add(_ other: ImportSummary) {
        cases += other.cases
        events += other.events
        rejected += other.rejected
        alreadyThere += other.alreadyThere
        closed += other.closed
        changed += other.changed
        unitsRegistered += other.unitsRegistered
        masked.add(other.masked)
    }
}

/// How many residents' numbers were masked.
public struct MaskedNumbers: Sendable, Equatable {
    /// Mobile numbers.
    public var mobiles = 0
    /// Identity numbers.
    public var ids = 0

    /// So many of each.
    public init(mobiles: Int = 0, ids: Int = 0) {
        self.mobiles = mobiles
        self.ids = ids
    }

    mutating func add(_ other: MaskedNumbers) {
        mobiles += other.mobiles
        ids += other.ids
    }
}

/// How far an import is.
public struct ImportProgress: Sendable, Equatable {
    /// Bytes of the file that were read for what is done.
    public var bytes: Int
    /// What it has come to so far.
    public var summary: ImportSummary
}
