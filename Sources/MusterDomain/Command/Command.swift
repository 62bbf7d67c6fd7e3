/// Everything that somebody can ask of a district's ledger.
///
/// A command is what was asked, not what came of it: units are resolved, texts are in NFC, nothing is checked.
/// Encoding it gives the operands for its digest, without any text.
public enum Command: Sendable, Equatable, Encodable {
    // The district
    case establish(Founding)
    case registerUnit(code: String?, kind: UnitKind, fullName: String, shortName: String, parent: UnitID?)
    case renameUnit(UnitID, fullName: String, shortName: String)
    case retireUnit(UnitID, reason: Text)
    /// `role` is nil for an officer's post, as it was before there were others: retries keep their digests.
    case assignPost(
        code: String?, unit: UnitID, title: String, person: String, chief: Bool, role: PostRole? = nil)
    case endPost(PostID)
    case issueToken(
        post: PostID, id: String, secretHash: String, expires: Instant, readOnly: Bool, label: String?)
    case revokeToken(TokenID, reason: Text?)

    // The whistle and its calls
    case raise(Raise)
    case approve(WhistleID, by: PostID, slip: String)
    case linkDemand(WhistleID, reference: String)
    case withdraw(WhistleID, reason: Text)
    case dispatch(WhistleID, [CallOrder])
    case recall(WhistleID, UnitID, nextLead: UnitID?, reason: Text)
    case cancelCall(WhistleID, UnitID, cause: CancelCause, nextLead: UnitID?, reason: Text)
    case deliver(WhistleID)
    case acknowledge(WhistleID)
    case reportIn(WhistleID, person: String?, mode: ArrivalMode)
    case object(WhistleID, ground: ObjectionGround, proposed: UnitID?, basis: Text, reason: Text)
    case arbitrate(WhistleID, UnitID, Ruling, nextLead: UnitID?, reason: Text)
    case transferLead(WhistleID, to: UnitID, reason: Text)

    // The working group
    case formGroup(WhistleID, lead: UnitID?)
    case designateLead(WhistleID, to: UnitID, reason: Text?)
    case handOverLead(WhistleID, to: UnitID, reason: Text)
    case addMember(WhistleID, UnitID, person: String)
    case removeMember(WhistleID, UnitID, person: String, substitute: String?, reason: Text)

    // Meetings
    case convene(WhistleID, MeetingKind, at: Instant, invited: [UnitID], agenda: Text, venue: Text)
    case hold(WhistleID, meeting: Int, attended: [Attendance])
    case recordMinutes(WhistleID, meeting: Int, minutes: Text, decisions: [Decision])
    case amendMinutes(WhistleID, meeting: Int, minutes: Text, reason: Text)
    case cancelMeeting(WhistleID, meeting: Int, reason: Text)

    // Tasks
    case assignTask(WhistleID, UnitID, due: Instant, proofNeeded: Bool, duty: Text)
    case acceptTask(WhistleID, task: Int)
    case reportProgress(WhistleID, task: Int, percent: Int, note: Text)
    case completeTask(WhistleID, task: Int, note: Text)
    case reassignTask(WhistleID, task: Int, to: UnitID, due: Instant?, reason: Text)

    // Facts and proofs
    case attach(WhistleID, task: Int?, sha256: String, size: Int, media: String, caption: Text)
    case correct(WhistleID, entry: Int, field: String, correction: Text, reason: Text)
    case confirmEntry(WhistleID, entry: Int)
    case disputeEntry(WhistleID, entry: Int, reason: Text)

    // The end
    case claimDone(WhistleID, ClaimedResult, summary: Text)
    case inspect(WhistleID, Verdict, note: Text)
    case followUp(WhistleID, demand: Int?, ContactOutcome, Solved, satisfaction: Int?, note: Text)
    case close(WhistleID, ClosingClass, reason: Text)
    case reopen(WhistleID, due: Instant?, reason: Text)
    case evaluateDepartment(WhistleID, UnitID, score: Int, comment: Text)
    case evaluateStreet(WhistleID, score: Int, comment: Text)

    // Texts
    case eraseText(at: UInt64, field: String, ErasureBasis)
    case eraseTexts(WhistleID, ErasureBasis)
    /// The engine's own, when the text is gone.
    case completeErasure(at: UInt64, TextField)

    // The log itself; the engine's own
    case changeKey(to: LogIdentity, from: String)
    case beginEpoch(LogIdentity, after: FormerEpoch)

    // Time, and other systems
    case passDeadline(PendingDeadline)
    case importWhistle(ImportedCase)
    case closeImported(WhistleID, resolution: Text?)
}

/// What a new district's ledger begins with: its name, its key, and the command centre with one post.
public struct Founding: Sendable, Equatable, Encodable {
    /// The district's name, such as 雁塔区.
    public var name: String
    /// The first 8 hex digits of the ledger key's SHA-256.
    public var keyID: String
    /// The language that the ledger speaks where nobody asks for another: `zh` or `en`.
    public var language: String
    /// The command centre's full name.
    public var centreFullName: String
    /// The command centre's short name.
    public var centreShortName: String
    /// The title of its first post.
    public var postTitle: String
    /// Who holds that post.
    public var person: String

    /// What a new ledger begins with.
    public init(
        name: String, keyID: String, language: String, centreFullName: String, centreShortName: String,
        postTitle: String, person: String
    ) {
        self.name = name
        self.keyID = keyID
        self.language = language
        self.centreFullName = centreFullName
        self.centreShortName = centreShortName
        self.postTitle = postTitle
        self.person = person
    }
}

/// What a street says when it blows the whistle.
public struct Raise: Sendable, Equatable, Encodable {
    /// The kind of whistle.
    public var kind: WhistleKind
    /// One line: what it is about.
    public var subject: Text
    /// A category of the district's own list.
    public var category: String
    /// Where, down to the compound; never a flat number.
    public var place: Text
    /// Why the street cannot solve it alone.
    public var whyNotAlone: Text
    /// Who is called, exactly one of them as lead.
    public var calls: [CallOrder]
    /// When the matter is to be handled; the policy's limit if nil.
    public var due: Instant?
    /// The post that approved the whistle; an emergency may be approved afterwards.
    public var approvedBy: PostID?
    /// SHA-256 of the signed slip in lower-case hex.
    public var slip: String?

    /// A whistle about to be blown.
    public init(
        kind: WhistleKind, subject: Text, category: String, place: Text, whyNotAlone: Text, calls: [CallOrder],
        due: Instant? = nil, approvedBy: PostID? = nil, slip: String? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.category = category
        self.place = place
        self.whyNotAlone = whyNotAlone
        self.calls = calls
        self.due = due
        self.approvedBy = approvedBy
        self.slip = slip
    }
}

/// One unit to be called.
public struct CallOrder: Sendable, Equatable, Encodable {
    /// Who.
    public var unit: UnitID
    /// For what.
    public var role: CallRole
    /// Until when it has to report in; the policy's limit if nil.
    public var reportInBy: Instant?

    /// A call about to be issued.
    public init(unit: UnitID, role: CallRole, reportInBy: Instant? = nil) {
        self.unit = unit
        self.role = role
        self.reportInBy = reportInBy
    }
}

/// Who sat in a meeting.
public struct Attendance: Sendable, Equatable, Encodable {
    /// For which unit.
    public var unit: UnitID
    /// Which person, if it was written down.
    public var person: String?

    /// A unit's attendance.
    public init(unit: UnitID, person: String? = nil) {
        self.unit = unit
        self.person = person
    }
}

/// What a meeting decided that somebody does until when. It becomes a task.
public struct Decision: Sendable, Equatable, Encodable {
    /// Who does it.
    public var owner: UnitID
    /// Until when.
    public var due: Instant
    /// Whether a file has to prove it.
    public var proofNeeded: Bool
    /// What.
    public var duty: Text

    /// A decision with its owner and due date.
    public init(owner: UnitID, due: Instant, proofNeeded: Bool = false, duty: Text) {
        self.owner = owner
        self.due = due
        self.proofNeeded = proofNeeded
        self.duty = duty
    }
}

/// A case of another system, with that system's own times.
public struct ImportedCase: Sendable, Equatable, Encodable {
    /// The street whose case it is.
    public var street: UnitID
    /// The department that the source says handles it.
    public var department: UnitID
    /// `source:id`.
    public var reference: String
    /// The source's category.
    public var category: String
    /// The source's deadline, if it gives one.
    public var due: Instant?
    /// One line.
    public var subject: Text
    /// Where, if the source says so.
    public var place: Text?
    /// What else the source says.
    public var detail: Text?

    /// A case as its source tells it.
    public init(
        street: UnitID, department: UnitID, reference: String, category: String, due: Instant?, subject: Text,
        place: Text?, detail: Text?
    ) {
        self.street = street
        self.department = department
        self.reference = reference
        self.category = category
        self.due = due
        self.subject = subject
        self.place = place
        self.detail = detail
    }
}

/// A clock that is running.
public struct PendingDeadline: Sendable, Hashable, Encodable {
    /// Of which whistle.
    public var whistle: WhistleID
    /// Which clock.
    public var kind: DeadlineKind
    /// The number of the call or task; 0 for the whistle's own clocks.
    public var item: Int
    /// When it runs out.
    public var due: Instant

    /// Two clocks of one thing seldom differ in nothing but their moment.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(whistle.rawValue) << 32 | UInt64(truncatingIfNeeded: item) << 8 | UInt64(kind.rawValue))
    }
}
