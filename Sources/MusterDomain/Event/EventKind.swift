/// Every kind of event. The raw value stands in fold rows and is never reused; the type string stands in entries.
public enum EventKind: UInt16, CaseIterable, Sendable {
    // The district's own stream
    case districtEstablished = 1
    case unitRegistered = 2
    case unitRenamed = 3
    case unitRetired = 4
    case postAssigned = 5
    case postEnded = 6
    case tokenIssued = 7
    case tokenRevoked = 8
    // A whistle and its calls
    case whistleRaised = 10
    case whistleApproved = 11
    case demandLinked = 12
    case whistleWithdrawn = 13
    case callIssued = 14
    case callRecalled = 15
    case callCancelled = 16
    case callAcknowledged = 17
    case departmentReportedIn = 18
    case callObjected = 19
    case callKept = 20
    case callReleased = 21
    case leadTransferred = 22
    // The working group
    case groupFormed = 23
    case groupLeadDesignated = 24
    case groupLeadHandedOver = 25
    case memberJoined = 26
    case memberLeft = 27
    // Meetings
    case meetingConvened = 28
    case unitInvited = 29
    case meetingHeld = 30
    case unitAttended = 31
    case minutesRecorded = 32
    case decisionRecorded = 33
    case minutesAmended = 34
    case meetingCancelled = 35
    // Tasks
    case taskAssigned = 36
    case taskAccepted = 37
    case taskProgressed = 38
    case taskCompleted = 39
    case taskReassigned = 40
    // Facts and proofs
    case fileAttached = 41
    case factCorrected = 42
    // The end
    case doneClaimed = 43
    case siteInspected = 44
    case residentFollowedUp = 45
    case whistleClosed = 46
    case whistleReopened = 47
    case departmentEvaluated = 48
    case streetEvaluated = 49
    // Acts entered afterwards
    case entryConfirmed = 50
    case entryDisputed = 51
    // Time
    case deadlinePassed = 52
    // Other systems' cases
    case whistleImported = 53
    case importClosed = 54
    // Notice
    case callDelivered = 55
    // Texts
    case textErasureRequested = 56
    case textErased = 57
    // The log itself
    case keyChanged = 58
    case epochBegan = 59
}

/// What one kind of event says.
public struct EventSchema: Sendable {
    /// Which stream it belongs to; either, for what is said of an entry of any.
    public enum Scope: Sendable { case district, whistle, either }

    /// The middle of the type string: `muster.<type>.v1`.
    public var type: String
    /// The stream it belongs to.
    public var scope: Scope
    /// The fields that every event of the kind has.
    public var required: [Field]
    /// The fields that it may have.
    public var optional: [Field]

    /// All its fields, required ones first.
    public var fields: [Field] { required + optional }

    /// The fields that any live act may have besides: how and for whom it was entered afterwards.
    public static let ofBackEntry: [Field] = [.claimedAt, .via, .onBehalfOf]

    fileprivate static func district(_ type: String, _ required: [Field], maybe optional: [Field] = []) -> EventSchema {
        EventSchema(type: type, scope: .district, required: required, optional: optional)
    }

    fileprivate static func either(_ type: String, _ required: [Field], maybe optional: [Field] = []) -> EventSchema {
        EventSchema(type: type, scope: .either, required: required, optional: optional)
    }

    fileprivate static func whistle(_ type: String, _ required: [Field], maybe optional: [Field] = []) -> EventSchema {
        EventSchema(type: type, scope: .whistle, required: required, optional: optional)
    }
}

extension EventSchema {
    /// Whether an event of the kind may stand in that stream: a whistle's, or the district's own for nil.
    func fits(_ whistle: WhistleID?) -> Bool {
        switch scope {
        case .district: whistle == nil
        case .whistle: whistle != nil
        case .either: true
        }
    }
}

extension EventKind {
    /// What events of this kind say. This table is the one place: entries, fold rows and `docs/events.md` follow it.
    public var schema: EventSchema { Self.schemas[Int(rawValue)] ?? .district("unknown", []) }

    /// The CloudEvents type: `muster.call.issued.v1`.
    public var type: String { "muster.\(schema.type).v1" }

    /// The kind with that CloudEvents type.
    public init?(type: String) {
        guard let kind = Self.byType[type] else { return nil }
        self = kind
    }

    private static let byType = Dictionary(uniqueKeysWithValues: allCases.map { ($0.type, $0) })

    private static let schemas: [EventSchema?] = {
        var table = [EventSchema?](repeating: nil, count: Int(allCases.map(\.rawValue).max() ?? 0) + 1)
        for kind in allCases { table[Int(kind.rawValue)] = makeSchema(of: kind) }
        return table
    }()

    private static func makeSchema(of kind: EventKind) -> EventSchema {
        switch kind {
        case .districtEstablished: .district("district.established", [.name, .policy, .keyID, .language])
        case .unitRegistered: .district("unit.registered", [.unit, .unitKind, .fullName, .shortName], maybe: [.parent])
        case .unitRenamed: .district("unit.renamed", [.unit, .fullName, .shortName])
        case .unitRetired: .district("unit.retired", [.unit, .reason])
        case .postAssigned: .district("post.assigned", [.post, .unit, .person, .title, .chief], maybe: [.postRole])
        case .postEnded: .district("post.ended", [.post, .unit])
        case .tokenIssued:
            .district(
                "token.issued", [.token, .post, .unit, .person, .secretHash, .expires, .readOnly], maybe: [.label])
        case .tokenRevoked: .district("token.revoked", [.token, .post, .unit], maybe: [.reason])

        case .whistleRaised:
            .whistle(
                "whistle.raised",
                [.unit, .person, .kind, .category, .due, .policy, .subject, .place, .whyNotAlone],
                maybe: [.approveBy, .post, .slip])
        case .whistleApproved: .whistle("whistle.approved", [.post, .slip])
        case .demandLinked: .whistle("demand.linked", [.demand, .reference])
        case .whistleWithdrawn: .whistle("whistle.withdrawn", [.reason])
        case .callIssued:
            .whistle("call.issued", [.call, .unit, .role, .acknowledgeBy, .reportInBy, .onSite, .policy])
        case .callRecalled: .whistle("call.recalled", [.call, .unit, .reason])
        case .callCancelled: .whistle("call.cancelled", [.call, .unit, .cause, .reason])
        case .callAcknowledged: .whistle("call.acknowledged", [.call, .unit])
        case .departmentReportedIn: .whistle("department.reportedIn", [.call, .unit, .person, .mode])
        case .callObjected:
            .whistle("call.objected", [.call, .unit, .ground, .basis, .reason], maybe: [.proposed])
        case .callKept: .whistle("call.kept", [.call, .unit, .reason])
        case .callReleased: .whistle("call.released", [.call, .unit, .reason])
        case .leadTransferred: .whistle("lead.transferred", [.call, .unit], maybe: [.reason])

        case .groupFormed: .whistle("group.formed", [.unit])
        case .groupLeadDesignated: .whistle("group.leadDesignated", [.unit], maybe: [.reason])
        case .groupLeadHandedOver: .whistle("group.leadHandedOver", [.unit, .reason])
        case .memberJoined: .whistle("member.joined", [.unit, .person])
        case .memberLeft: .whistle("member.left", [.unit, .person, .reason], maybe: [.substitute])

        case .meetingConvened: .whistle("meeting.convened", [.meeting, .meetingKind, .startsAt, .agenda, .venue])
        case .unitInvited: .whistle("meeting.unitInvited", [.meeting, .unit])
        case .meetingHeld: .whistle("meeting.held", [.meeting])
        case .unitAttended: .whistle("meeting.unitAttended", [.meeting, .unit], maybe: [.person])
        case .minutesRecorded: .whistle("meeting.minutesRecorded", [.meeting, .minutes])
        case .decisionRecorded: .whistle("meeting.decisionRecorded", [.meeting, .decision, .unit, .due, .duty])
        case .minutesAmended: .whistle("meeting.minutesAmended", [.meeting, .minutes, .reason])
        case .meetingCancelled: .whistle("meeting.cancelled", [.meeting, .reason])

        case .taskAssigned:
            .whistle("task.assigned", [.task, .unit, .due, .proofNeeded, .duty], maybe: [.fromMeeting])
        case .taskAccepted: .whistle("task.accepted", [.task, .unit])
        case .taskProgressed: .whistle("task.progressed", [.task, .unit, .percent, .note])
        case .taskCompleted: .whistle("task.completed", [.task, .unit, .note])
        case .taskReassigned: .whistle("task.reassigned", [.task, .unit, .due, .reason])

        case .fileAttached: .whistle("file.attached", [.sha256, .size, .media, .caption], maybe: [.task])
        case .factCorrected: .whistle("fact.corrected", [.entry, .field, .correction, .reason])

        case .doneClaimed: .whistle("done.claimed", [.unit, .result, .summary])
        case .siteInspected: .whistle("site.inspected", [.verdict, .note], maybe: [.due])
        case .residentFollowedUp:
            .whistle("resident.followedUp", [.attempt, .outcome, .solved, .note], maybe: [.demand, .satisfaction])
        case .whistleClosed: .whistle("whistle.closed", [.closingClass, .reason])
        case .whistleReopened: .whistle("whistle.reopened", [.due, .reason])
        case .departmentEvaluated: .whistle("department.evaluated", [.call, .unit, .score, .comment])
        case .streetEvaluated: .whistle("street.evaluated", [.call, .unit, .score, .comment])

        case .entryConfirmed: .whistle("entry.confirmed", [.entry])
        case .entryDisputed: .whistle("entry.disputed", [.entry, .reason])

        case .deadlinePassed: .whistle("deadline.passed", [.deadline, .due], maybe: [.call, .task, .unit])

        case .whistleImported:
            .whistle(
                "whistle.imported", [.unit, .department, .reference, .category, .subject],
                maybe: [.due, .place, .detail])
        case .importClosed: .whistle("whistle.importClosed", [], maybe: [.resolution])

        case .callDelivered: .whistle("call.delivered", [.call, .unit])

        case .textErasureRequested:
            .either("text.erasureRequested", [.position, .entry, .textField, .erasureBasis])
        case .textErased: .either("text.erased", [.position, .entry, .textField], maybe: [.request])

        case .keyChanged: .district("log.keyChanged", [.origin, .verifierKey, .clockKey, .formerKey])
        case .epochBegan:
            .district(
                "log.epochBegan",
                [.origin, .verifierKey, .clockKey, .formerOrigin, .formerSize, .formerRoot],
                maybe: [.firstLost, .lastLost])
        }
    }
}
