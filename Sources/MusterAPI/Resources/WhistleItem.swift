/// A whistle, or another system's case, as a row of a list.
public struct WhistleItem: Sendable, Codable, Equatable {
    /// Its name: `W2026-000042`.
    public var whistle: String
    /// The source's own case number; nil for live whistles, and for those who may not know who complained.
    public var reference: String?
    /// A name of `WhistleState`.
    public var state: String
    /// A name of `WhistleKind`; nil for another system's case.
    public var kind: String?
    /// The category.
    public var category: String?
    /// The code of the street that raised it.
    public var street: String?
    /// The code of the unit that answers for the result.
    public var lead: String?
    /// When it was raised, RFC 3339.
    public var raisedAt: String?
    /// Until when it is to be handled, RFC 3339.
    public var due: String?
    /// When it was closed, RFC 3339.
    public var closedAt: String?
    /// Whether it was handled late, or is past its deadline unhandled.
    public var late: Bool
    /// The linked case numbers; empty for those who may not know who complained.
    public var demands: [String]
    /// What it is about; nil where it was not asked for.
    public var title: String?
    /// The street's short name.
    public var streetName: String?
    /// The short name of the unit that answers for the result.
    public var leadName: String?

    /// All of it.
    public init(
        whistle: String, reference: String?, state: String, kind: String?, category: String?, street: String?,
        lead: String?, raisedAt: String?, due: String?, closedAt: String?, late: Bool, demands: [String],
        title: String?, streetName: String?, leadName: String?
    ) {
        self.whistle = whistle
        self.reference = reference
        self.state = state
        self.kind = kind
        self.category = category
        self.street = street
        self.lead = lead
        self.raisedAt = raisedAt
        self.due = due
        self.closedAt = closedAt
        self.late = late
        self.demands = demands
        self.title = title
        self.streetName = streetName
        self.leadName = leadName
    }
}
