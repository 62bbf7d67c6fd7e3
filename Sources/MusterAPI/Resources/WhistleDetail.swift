/// All about one whistle.
public struct WhistleDetail: Sendable, Codable, Equatable {
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
    /// How many entries its history has: the ETag, and what `If-Match` compares.
    public var revision: Int
    /// Until when an emergency has to be approved, RFC 3339.
    public var approveBy: String?
    /// When it was claimed done, RFC 3339.
    public var handledAt: String?
    /// A name of `ClosingClass`.
    public var closingClass: String?
    /// A name of `ClaimedResult`.
    public var claimedResult: String?
    /// How often it was reopened.
    public var reopened: Int
    /// How often it was sent back.
    public var sentBack: Int
    /// How many files are attached.
    public var files: Int
    /// Where.
    public var place: String?
    /// Why the street can't solve it alone.
    public var whyNotAlone: String?
    /// Unit and post that raised it, in words.
    public var raisedBy: String?
    /// The department of another system's case, by its short name.
    public var departmentName: String?
    /// The other system, by whose number `reference` is; nil for live whistles, and for those who may not know who
    /// complained.
    public var source: String?
    /// Whether a working group's lead answers for the result.
    public var groupLed: Bool
    /// The calls, oldest first.
    public var calls: [CallItem]
    /// The working group.
    public var group: GroupItem?
    /// The meetings, oldest first.
    public var meetings: [MeetingItem]
    /// The tasks, oldest first.
    public var tasks: [TaskItem]
    /// Whom one has asked, and what they said; empty for those who may not know who complained.
    public var followUps: [FollowUpItem]
    /// Acts that were entered afterwards.
    public var backEntries: [BackEntryItem]
    /// Its history, oldest first.
    public var events: [TimelineItem]
    /// What can be done next by the reader, names of `WhistleAct`.
    public var next: [String]
    /// Which past it shows; nil for the present.
    public var past: ShownPast?

    /// All of it.
    public init(
        whistle: String, reference: String?, state: String, kind: String?, category: String?, street: String?,
        lead: String?, raisedAt: String?, due: String?, closedAt: String?, late: Bool, demands: [String],
        title: String?, streetName: String?, leadName: String?, revision: Int, approveBy: String?, handledAt: String?,
        closingClass: String?, claimedResult: String?, reopened: Int, sentBack: Int, files: Int, place: String?,
        whyNotAlone: String?, raisedBy: String?, departmentName: String?, source: String? = nil, groupLed: Bool,
        calls: [CallItem],
        group: GroupItem?, meetings: [MeetingItem], tasks: [TaskItem], followUps: [FollowUpItem],
        backEntries: [BackEntryItem], events: [TimelineItem], next: [String], past: ShownPast? = nil
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
        self.revision = revision
        self.approveBy = approveBy
        self.handledAt = handledAt
        self.closingClass = closingClass
        self.claimedResult = claimedResult
        self.reopened = reopened
        self.sentBack = sentBack
        self.files = files
        self.place = place
        self.whyNotAlone = whyNotAlone
        self.raisedBy = raisedBy
        self.departmentName = departmentName
        self.source = source
        self.groupLed = groupLed
        self.calls = calls
        self.group = group
        self.meetings = meetings
        self.tasks = tasks
        self.followUps = followUps
        self.backEntries = backEntries
        self.events = events
        self.next = next
        self.past = past
    }
}
