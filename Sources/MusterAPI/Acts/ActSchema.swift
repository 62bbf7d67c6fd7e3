import MusterDomain

/// How an act is asked for over HTTP: where, and with which members. The one table that routes, validation, the
/// client and the OpenAPI description follow.
public struct ActSchema: Sendable {
    /// The path behind `/v1/districts/{code}`; members in braces stand in it.
    public var path: String
    /// The members that stand in the path, in its order.
    public var parameters: [ActMember]
    /// The members of the body.
    public var members: [ActMember]

    /// What any live act may say besides: how and for whom it is entered afterwards (补录), and that numbers in its
    /// texts are nobody's.
    public static let common: [ActMember] = [
        .may("occurredAt", .moment), .may("via", .one(of: BackEntry.Channel.self)), .may("onBehalfOf", .unit),
        .may("confirmNumbers", .flag),
    ]

    /// Every member that a request may have.
    public var all: [ActMember] { parameters + members + Self.common }

    fileprivate init(_ path: String, _ members: ActMember...) {
        self.path = path
        self.members = members
        parameters = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            return .must(name, Self.parameters[name] ?? .string)
        }
    }

    private static let parameters: [String: ActMember.Form] = [
        "whistle": .whistle, "unit": .unit, "meeting": number, "task": number, "entry": number, "token": .string,
    ]

    /// The number of a call, meeting, task or entry in its whistle.
    fileprivate static let number = ActMember.Form.integer(1...1_000_000)
    /// A grade from the worst to the best.
    fileprivate static let grade = ActMember.Form.integer(1...5)
    /// A unit to be called.
    fileprivate static let calls = ActMember.Form.objects([
        .must("unit", .unit), .may("role", .one(of: CallRole.self)), .may("reportInBy", .moment),
    ])
}

extension ActName {
    /// The body of every act in one place: its path and its members.
    public var schema: ActSchema { Self.schemas[self] ?? Self.makeSchema(of: self) }

    private static let schemas = Dictionary(uniqueKeysWithValues: allCases.map { ($0, makeSchema(of: $0)) })

    private static func makeSchema(of act: ActName) -> ActSchema {
        switch act {
        case .raise:
            ActSchema(
                "/whistles", .may("kind", .one(of: WhistleKind.self)), .must("title", .words),
                .must("category", .string), .must("place", .words), .must("whyNotAlone", .words),
                .must("calls", ActSchema.calls), .may("due", .moment), .may("approvedBy", .post),
                .may("slip", .string))
        case .approve: ActSchema("/whistles/{whistle}/approval", .must("by", .post), .must("slip", .string))
        case .link: ActSchema("/whistles/{whistle}/demands", .must("reference", .string))
        case .withdraw: ActSchema("/whistles/{whistle}/withdrawal", .must("reason", .words))
        case .dispatch: ActSchema("/whistles/{whistle}/calls", .must("calls", ActSchema.calls))
        case .recall:
            ActSchema("/whistles/{whistle}/calls/{unit}/recall", .may("nextLead", .unit), .must("reason", .words))
        case .cancelCall:
            ActSchema(
                "/whistles/{whistle}/calls/{unit}/cancellation", .may("cause", .one(of: CancelCause.self)),
                .may("nextLead", .unit), .must("reason", .words))
        case .acknowledge: ActSchema("/whistles/{whistle}/calls/{unit}/acknowledgement")
        case .reportIn:
            ActSchema(
                "/whistles/{whistle}/calls/{unit}/report-in", .may("person", .string),
                .may("mode", .one(of: ArrivalMode.self)))
        case .object:
            ActSchema(
                "/whistles/{whistle}/calls/{unit}/objection", .may("ground", .one(of: ObjectionGround.self)),
                .must("basis", .words), .must("reason", .words), .may("proposed", .unit))
        case .arbitrate:
            ActSchema(
                "/whistles/{whistle}/calls/{unit}/ruling", .must("ruling", .one(of: Ruling.self)),
                .may("nextLead", .unit), .must("reason", .words))
        case .groupTransfer: ActSchema("/whistles/{whistle}/calls/{unit}/lead", .must("reason", .words))
        case .evaluateDepartment:
            ActSchema(
                "/whistles/{whistle}/calls/{unit}/evaluation", .must("score", ActSchema.grade),
                .must("comment", .words))
        case .groupForm, .groupLead, .groupHandOver, .groupAdd, .groupRemove: group(act)
        case .meetingConvene, .meetingHold, .meetingMinutes, .meetingAmend, .meetingCancel: meeting(act)
        case .taskAssign, .taskAccept, .taskProgress, .taskComplete, .taskReassign: task(act)
        case .attach, .correct, .confirm, .dispute: fact(act)
        case .eraseText:
            ActSchema(
                "/erasures", .must("position", .integer(0...1 << 53)), .must("field", .string),
                .must("basis", .one(of: ErasureBasis.self)))
        case .eraseTexts: ActSchema("/whistles/{whistle}/erasures", .must("basis", .one(of: ErasureBasis.self)))
        case .claimDone, .inspect, .followUp, .close, .reopen, .evaluateStreet: end(act)
        case .unitRegister, .unitRename, .unitRetire, .postAssign, .postEnd, .tokenIssue, .tokenRevoke: district(act)
        }
    }

    private static func group(_ act: ActName) -> ActSchema {
        switch act {
        case .groupLead: ActSchema("/whistles/{whistle}/group/lead", .must("unit", .unit), .may("reason", .words))
        case .groupHandOver:
            ActSchema("/whistles/{whistle}/group/hand-over", .must("unit", .unit), .must("reason", .words))
        case .groupAdd: ActSchema("/whistles/{whistle}/group/members", .must("unit", .unit), .must("person", .string))
        case .groupRemove:
            ActSchema(
                "/whistles/{whistle}/group/departures", .must("unit", .unit), .must("person", .string),
                .may("substitute", .string), .must("reason", .words))
        default: ActSchema("/whistles/{whistle}/group", .may("lead", .unit))
        }
    }

    private static func meeting(_ act: ActName) -> ActSchema {
        switch act {
        case .meetingHold:
            ActSchema(
                "/whistles/{whistle}/meetings/{meeting}/attendance",
                .must("attended", .objects([.must("unit", .unit), .may("person", .string)])))
        case .meetingMinutes:
            ActSchema(
                "/whistles/{whistle}/meetings/{meeting}/minutes", .must("text", .words),
                .may(
                    "decisions",
                    .objects([
                        .must("unit", .unit), .must("due", .moment), .may("proofNeeded", .flag), .must("duty", .words),
                    ])))
        case .meetingAmend:
            ActSchema(
                "/whistles/{whistle}/meetings/{meeting}/amendments", .must("text", .words), .must("reason", .words))
        case .meetingCancel:
            ActSchema("/whistles/{whistle}/meetings/{meeting}/cancellation", .must("reason", .words))
        default:
            ActSchema(
                "/whistles/{whistle}/meetings", .may("kind", .one(of: MeetingKind.self)), .must("at", .moment),
                .must("invited", .units), .must("agenda", .words), .must("venue", .words))
        }
    }

    private static func task(_ act: ActName) -> ActSchema {
        switch act {
        case .taskAccept: ActSchema("/whistles/{whistle}/tasks/{task}/acceptance")
        case .taskProgress:
            ActSchema(
                "/whistles/{whistle}/tasks/{task}/progress", .must("percent", .integer(0...100)),
                .must("note", .words))
        case .taskComplete: ActSchema("/whistles/{whistle}/tasks/{task}/completion", .must("note", .words))
        case .taskReassign:
            ActSchema(
                "/whistles/{whistle}/tasks/{task}/reassignment", .must("unit", .unit), .may("due", .moment),
                .must("reason", .words))
        default:
            ActSchema(
                "/whistles/{whistle}/tasks", .must("unit", .unit), .must("due", .moment), .may("proofNeeded", .flag),
                .must("duty", .words))
        }
    }

    private static func fact(_ act: ActName) -> ActSchema {
        switch act {
        case .correct:
            ActSchema(
                "/whistles/{whistle}/corrections", .must("entry", ActSchema.number), .must("field", .string),
                .must("text", .words), .must("reason", .words))
        case .confirm: ActSchema("/whistles/{whistle}/entries/{entry}/confirmation")
        case .dispute: ActSchema("/whistles/{whistle}/entries/{entry}/dispute", .must("reason", .words))
        default:
            ActSchema(
                "/whistles/{whistle}/attachments", .may("task", ActSchema.number), .must("sha256", .string),
                .must("size", .integer(0...1 << 40)), .must("media", .string), .must("caption", .words))
        }
    }

    private static func end(_ act: ActName) -> ActSchema {
        switch act {
        case .inspect:
            ActSchema("/whistles/{whistle}/inspection", .must("verdict", .one(of: Verdict.self)), .must("note", .words))
        case .followUp:
            ActSchema(
                "/whistles/{whistle}/follow-ups", .may("demand", ActSchema.number),
                .must("outcome", .one(of: ContactOutcome.self)), .may("solved", .one(of: Solved.self)),
                .may("satisfaction", ActSchema.grade), .must("note", .words))
        case .close:
            ActSchema(
                "/whistles/{whistle}/closing", .must("class", .one(of: ClosingClass.self)), .must("reason", .words))
        case .reopen: ActSchema("/whistles/{whistle}/reopening", .may("due", .moment), .must("reason", .words))
        case .evaluateStreet:
            ActSchema("/whistles/{whistle}/evaluation", .must("score", ActSchema.grade), .must("comment", .words))
        default:
            ActSchema(
                "/whistles/{whistle}/done-claim", .may("result", .one(of: ClaimedResult.self)),
                .must("summary", .words))
        }
    }

    private static func district(_ act: ActName) -> ActSchema {
        switch act {
        case .unitRename:
            ActSchema("/units/{unit}/naming", .must("fullName", .string), .must("shortName", .string))
        case .unitRetire: ActSchema("/units/{unit}/retirement", .must("reason", .words))
        case .postAssign:
            ActSchema(
                "/posts", .must("unit", .unit), .must("title", .string), .must("person", .string), .may("chief", .flag),
                .may("role", .one(of: PostRole.self)), .may("code", .string))
        case .postEnd: ActSchema("/posts/ending", .must("post", .post))
        case .tokenIssue:
            ActSchema(
                "/tokens", .must("post", .post), .may("expires", .moment), .may("readOnly", .flag),
                .may("label", .string), .may("id", .string), .may("secretHash", .string))
        case .tokenRevoke: ActSchema("/tokens/{token}/revocation", .may("reason", .words))
        default:
            ActSchema(
                "/units", .must("fullName", .string), .must("shortName", .string),
                .must("kind", .one(of: UnitKind.self)), .may("code", .string), .may("parent", .unit))
        }
    }
}
