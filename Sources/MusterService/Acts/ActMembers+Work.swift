import MusterAPI
import MusterDomain

extension ActMembers {
    func groupCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .groupLead:
            .designateLead(try whistle, to: try unit("unit"), reason: try wordsIfAny("reason"))
        case .groupHandOver: .handOverLead(try whistle, to: try unit("unit"), reason: try words("reason"))
        case .groupTransfer: .transferLead(try whistle, to: try unit("unit"), reason: try words("reason"))
        case .groupAdd: .addMember(try whistle, try unit("unit"), person: try string("person"))
        case .groupRemove:
            .removeMember(
                try whistle, try unit("unit"), person: try string("person"), substitute: rawIfAny("substitute"),
                reason: try words("reason"))
        default: .formGroup(try whistle, lead: try unitIfAny("lead"))
        }
    }

    func meetingCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .meetingHold: .hold(try whistle, meeting: try number("meeting"), attended: try attended)
        case .meetingMinutes:
            .recordMinutes(
                try whistle, meeting: try number("meeting"), minutes: try words("text"), decisions: try decisions)
        case .meetingAmend:
            .amendMinutes(
                try whistle, meeting: try number("meeting"), minutes: try words("text"), reason: try words("reason"))
        case .meetingCancel:
            .cancelMeeting(try whistle, meeting: try number("meeting"), reason: try words("reason"))
        default:
            .convene(
                try whistle, codeIfAny("kind") ?? .coordination, at: try moment("at"), invited: try units("invited"),
                agenda: try words("agenda"), venue: try words("venue"))
        }
    }

    private var attended: [Attendance] {
        get throws(Failure) {
            var attended: [Attendance] = []
            for one in objects("attended") {
                let person = one.rawIfAny("person").map { desk.normalised($0) }
                attended.append(Attendance(unit: try one.unit("unit"), person: person))
            }
            return attended
        }
    }

    private var decisions: [Decision] {
        get throws(Failure) {
            var decisions: [Decision] = []
            for one in objects("decisions") {
                decisions.append(
                    Decision(
                        owner: try one.unit("unit"), due: try one.moment("due"), proofNeeded: one.flag("proofNeeded"),
                        duty: try one.words("duty")))
            }
            return decisions
        }
    }

    func taskCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .taskAccept: .acceptTask(try whistle, task: try number("task"))
        case .taskProgress:
            .reportProgress(
                try whistle, task: try number("task"), percent: try number("percent"), note: try words("note"))
        case .taskComplete: .completeTask(try whistle, task: try number("task"), note: try words("note"))
        case .taskReassign:
            .reassignTask(
                try whistle, task: try number("task"), to: try unit("unit"), due: try momentIfAny("due"),
                reason: try words("reason"))
        default:
            .assignTask(
                try whistle, try unit("unit"), due: try moment("due"), proofNeeded: flag("proofNeeded"),
                duty: try words("duty"))
        }
    }

    func erasureCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .eraseText:
            .eraseText(
                at: UInt64(clamping: try number("position")), field: desk.field(try raw("field")),
                try code("basis"))
        default: .eraseTexts(try whistle, try code("basis"))
        }
    }

    func factCommand(_ act: ActName) throws(Failure) -> Command {
        switch act {
        case .correct:
            .correct(
                try whistle, entry: try number("entry"), field: desk.field(try raw("field")),
                correction: try words("text"), reason: try words("reason"))
        case .confirm: .confirmEntry(try whistle, entry: try number("entry"))
        case .dispute: .disputeEntry(try whistle, entry: try number("entry"), reason: try words("reason"))
        default:
            .attach(
                try whistle, task: numberIfAny("task"), sha256: try raw("sha256"), size: try number("size"),
                media: try raw("media"), caption: try words("caption"))
        }
    }
}
