/// A unit's obligation (报到单).
public struct CallItem: Sendable, Codable, Equatable {
    /// Its number in the whistle, from 1.
    public var call: Int
    /// The code of the called unit.
    public var unit: String?
    /// `lead` or `support`.
    public var role: String
    /// A name of `CallState`.
    public var state: String
    /// Whether the unit has to come to the place.
    public var onSite: Bool
    /// When it was issued, RFC 3339.
    public var issuedAt: String
    /// Until when to sign for it, RFC 3339.
    public var acknowledgeBy: String
    /// When it was signed for, RFC 3339.
    public var acknowledgedAt: String?
    /// Whether that was late, or is overdue.
    public var acknowledgedLate: Bool
    /// Until when to report in, RFC 3339.
    public var reportInBy: String
    /// When the unit reported in, RFC 3339.
    public var reportedInAt: String?
    /// Whether that was late, or is overdue.
    public var reportedInLate: Bool
    /// The reference of who reported in.
    public var person: String?
    /// The street's score of the department, 1 to 5.
    public var departmentScore: Int?
    /// The department's score of the street, 1 to 5.
    public var streetScore: Int?
    /// The unit's short name.
    public var unitName: String?
    /// Whether the unit is still obliged.
    public var live: Bool
    /// When the unit first fetched it (送达), RFC 3339.
    public var deliveredAt: String?

    /// All of it.
    public init(
        call: Int, unit: String?, role: String, state: String, onSite: Bool, issuedAt: String, acknowledgeBy: String,
        acknowledgedAt: String?, acknowledgedLate: Bool, reportInBy: String, reportedInAt: String?,
        reportedInLate: Bool, person: String?, departmentScore: Int?, streetScore: Int?, unitName: String?,
        live: Bool, deliveredAt: String?
    ) {
        self.call = call
        self.unit = unit
        self.role = role
        self.state = state
        self.onSite = onSite
        self.issuedAt = issuedAt
        self.acknowledgeBy = acknowledgeBy
        self.acknowledgedAt = acknowledgedAt
        self.acknowledgedLate = acknowledgedLate
        self.reportInBy = reportInBy
        self.reportedInAt = reportedInAt
        self.reportedInLate = reportedInLate
        self.person = person
        self.departmentScore = departmentScore
        self.streetScore = streetScore
        self.unitName = unitName
        self.live = live
        self.deliveredAt = deliveredAt
    }
}

/// A member of a working group.
public struct MemberItem: Sendable, Codable, Equatable {
    /// The unit's code.
    public var unit: String?
    /// The person's reference.
    public var person: String
    /// The unit's short name.
    public var unitName: String?

    /// All of it.
    public init(unit: String?, person: String, unitName: String?) {
        self.unit = unit
        self.person = person
        self.unitName = unitName
    }
}

/// A working group (专项工作组).
public struct GroupItem: Sendable, Codable, Equatable {
    /// The code of the unit that leads it.
    public var lead: String?
    /// Who is in it, in the order of joining.
    public var members: [MemberItem]
    /// The short name of the unit that leads it.
    public var leadName: String?

    /// All of it.
    public init(lead: String?, members: [MemberItem], leadName: String?) {
        self.lead = lead
        self.members = members
        self.leadName = leadName
    }
}

/// A meeting.
public struct MeetingItem: Sendable, Codable, Equatable {
    /// Its number in the whistle, from 1.
    public var meeting: Int
    /// A name of `MeetingKind`.
    public var kind: String
    /// A name of `MeetingState`.
    public var state: String
    /// When it begins, RFC 3339.
    public var startsAt: String
    /// How many units were invited.
    public var invited: Int
    /// How many attended.
    public var attended: Int
    /// How many decisions it took.
    public var decisions: Int

    /// All of it.
    public init(
        meeting: Int, kind: String, state: String, startsAt: String, invited: Int, attended: Int, decisions: Int
    ) {
        self.meeting = meeting
        self.kind = kind
        self.state = state
        self.startsAt = startsAt
        self.invited = invited
        self.attended = attended
        self.decisions = decisions
    }
}

/// A task.
public struct TaskItem: Sendable, Codable, Equatable {
    /// Its number in the whistle, from 1.
    public var task: Int
    /// The code of the unit that does it.
    public var unit: String?
    /// A name of `TaskState`.
    public var state: String
    /// How far it is, 0 to 100.
    public var percent: Int
    /// Until when, RFC 3339.
    public var due: String
    /// When it was completed, RFC 3339.
    public var completedAt: String?
    /// Whether that was late, or is overdue.
    public var late: Bool
    /// Whether a file has to prove it.
    public var proofNeeded: Bool
    /// How many files are attached.
    public var files: Int
    /// The meeting that decided it.
    public var meeting: Int?
    /// The unit's short name.
    public var unitName: String?
    /// What is to be done; nil if it was erased.
    public var duty: String?
    /// When it was given, RFC 3339.
    public var assignedAt: String?

    /// All of it.
    public init(
        task: Int, unit: String?, state: String, percent: Int, due: String, completedAt: String?, late: Bool,
        proofNeeded: Bool, files: Int, meeting: Int?, unitName: String?, duty: String?, assignedAt: String?
    ) {
        self.task = task
        self.unit = unit
        self.state = state
        self.percent = percent
        self.due = due
        self.completedAt = completedAt
        self.late = late
        self.proofNeeded = proofNeeded
        self.files = files
        self.meeting = meeting
        self.unitName = unitName
        self.duty = duty
        self.assignedAt = assignedAt
    }
}

/// What following up with one resident has come to.
public struct FollowUpItem: Sendable, Codable, Equatable {
    /// The number of the linked demand; nil for the matter itself.
    public var demand: Int?
    /// The demand's case number.
    public var reference: String?
    /// How often the resident was tried.
    public var attempts: Int
    /// What came of the last attempt, a name of `ContactOutcome`.
    public var outcome: String?
    /// What the resident said, a name of `Solved`.
    public var solved: String
    /// 1 to 5.
    public var satisfaction: Int?

    /// All of it.
    public init(
        demand: Int?, reference: String?, attempts: Int, outcome: String?, solved: String, satisfaction: Int?
    ) {
        self.demand = demand
        self.reference = reference
        self.attempts = attempts
        self.outcome = outcome
        self.solved = solved
        self.satisfaction = satisfaction
    }
}

/// An act that was entered afterwards (补录).
public struct BackEntryItem: Sendable, Codable, Equatable {
    /// The number of the entry in the whistle's history.
    public var entry: Int
    /// The code of the unit that entered it.
    public var enteredBy: String?
    /// The code of the unit whose act it is.
    public var unit: String?
    /// When it is said to have happened, RFC 3339.
    public var claimedAt: String?
    /// A name of `BackEntryRow.State`.
    public var state: String

    /// All of it.
    public init(entry: Int, enteredBy: String?, unit: String?, claimedAt: String?, state: String) {
        self.entry = entry
        self.enteredBy = enteredBy
        self.unit = unit
        self.claimedAt = claimedAt
        self.state = state
    }
}
