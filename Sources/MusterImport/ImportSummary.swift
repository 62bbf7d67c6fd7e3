public import MusterAPI

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

    /// Counts what came of some rows.
    mutating func add(_ receipt: ImportReceipt, of drafts: [CaseDraft]) {
        events += receipt.events
        unitsRegistered += receipt.unitsRegistered
        masked.add(receipt.masked)
        for (draft, result) in zip(drafts, receipt.results) {
            switch ImportResult.Outcome(rawValue: result.result) {
            case .added:
                cases += 1
                masked.add(draft.masked)
                if result.events > 1 { masked.add(draft.maskedInClosing) }
            case .closed:
                closed += 1
                masked.add(draft.maskedInClosing)
            case .alreadyThere: alreadyThere += 1
            case .rejected, nil: break
            }
            if result.changed { changed += 1 }
        }
    }
}

/// How far an import is.
public struct ImportProgress: Sendable, Equatable {
    /// Bytes of the file that were read for what is done.
    public var bytes: Int
    /// What it has come to so far.
    public var summary: ImportSummary
}
