import MusterDomain

/// What one kind of event means, and what its fields mean where the general meaning says too little.
struct EventMeaning {
    var sentence: String
    var fields: [Field: String]

    init(_ sentence: String, _ fields: [Field: String] = [:]) {
        self.sentence = sentence
        self.fields = fields
    }
}

extension EventKind {
    var meaning: EventMeaning { districtMeaning ?? callMeaning ?? workMeaning ?? endMeaning }

    private var districtMeaning: EventMeaning? {
        switch self {
        case .districtEstablished: EventMeaning("The district's ledger begins (建区): always the first entry of a log.")
        case .unitRegistered:
            EventMeaning("A unit is entered in the directory (登记单位).", [.unit: "the unit's new code"])
        case .unitRenamed: EventMeaning("A unit goes by other names from now on (单位更名); its code stays.")
        case .unitRetired: EventMeaning("A unit is taken out of service (撤销单位); it has no open matter.")
        case .postAssigned:
            EventMeaning("A post is created or changes hands (任职): the same code again means another holder.")
        case .tokenIssued:
            EventMeaning(
                "A token is issued by which a programme may act for a post (签发令牌); its secret stands nowhere in the log.",
                [.post: "the post for which it speaks", .unit: "the unit of the post", .token: "the token's new id"]
            )
        case .tokenRevoked:
            EventMeaning("A token is worth nothing from now on (吊销令牌).", [.unit: "the unit of the post"])
        case .postEnded: EventMeaning("A post has no holder any more (离任).", [.unit: "the unit it stood at"])
        default: nil
        }
    }

    private var callMeaning: EventMeaning? {
        switch self {
        case .whistleRaised:
            EventMeaning(
                "A street blows the whistle (吹哨); the calls follow as events of their own in the same append.",
                [
                    .unit: "the unit that blows", .due: "until when the matter is to be handled (办理时限)",
                    .post: "the post that approved it (主要负责同志)",
                ]
            )
        case .whistleApproved:
            EventMeaning("An emergency whistle is approved after the fact (补批).", [.post: "the post that approved it"])
        case .demandLinked: EventMeaning("A resident's demand in another system belongs to this whistle (关联诉求).")
        case .whistleWithdrawn: EventMeaning("The street takes the whistle back before anybody has come (撤哨).")
        case .callIssued:
            EventMeaning(
                "A unit is called: it gets a report-in slip (报到单), and both its clocks start.",
                [.unit: "who is called"]
            )
        case .callRecalled:
            EventMeaning("A call is taken back before it was signed for (撤回).", [.unit: "who was called"])
        case .callCancelled:
            EventMeaning(
                "A call ends by the side that issued it (取消), a wrong dispatch (错派) at the dispatcher's charge.",
                [.unit: "who was called"]
            )
        case .callDelivered:
            EventMeaning(
                "The called unit's programme fetched its call for the first time, before it was signed for (送达).",
                [.unit: "who was called"]
            )
        case .callAcknowledged: EventMeaning("The called unit signs for its call (签收).", [.unit: "who was called"])
        case .departmentReportedIn:
            EventMeaning(
                "The called unit reports in (报到), which signs for the call as well.",
                [.unit: "who was called", .person: "who came for it"]
            )
        case .callObjected:
            EventMeaning("The called unit objects to its call (申请退单); its clocks run on.", [.unit: "who was called"])
        case .callKept:
            EventMeaning("The centre rules that the call stands (维持派单).", [.unit: "who was called"])
        case .callReleased:
            EventMeaning("The centre releases the unit from its call (同意退单).", [.unit: "who was called"])
        case .leadTransferred:
            EventMeaning(
                "Another live call becomes the lead (变更主办).",
                [.unit: "the new lead", .call: "the call that becomes the lead"]
            )
        default: nil
        }
    }

    private var workMeaning: EventMeaning? {
        switch self {
        case .groupFormed: EventMeaning("A working group is formed (成立专项工作组).", [.unit: "its lead (牵头)"])
        case .groupLeadDesignated:
            EventMeaning("The street or the centre names another lead of the group (指定牵头).", [.unit: "the new lead"])
        case .groupLeadHandedOver:
            EventMeaning("The lead of the group hands over to another unit (移交牵头).", [.unit: "the new lead"])
        case .memberJoined:
            EventMeaning("A person joins the working group for a unit (入组).", [.person: "who joins"])
        case .memberLeft:
            EventMeaning("A person leaves the working group (退组); 事不完、人不撤.", [.person: "who leaves"])
        case .meetingConvened:
            EventMeaning("A meeting is convened (召集会议); each invitation is an event of its own.")
        case .unitInvited: EventMeaning("A unit is invited to a meeting (邀请参会).", [.unit: "who is invited"])
        case .meetingHeld: EventMeaning("A meeting has been held (召开会议); each attendance is an event of its own.")
        case .unitAttended:
            EventMeaning(
                "A unit sat in a meeting (参会).",
                [.unit: "who sat in it", .person: "the person, if written down"]
            )
        case .minutesRecorded: EventMeaning("The minutes of a meeting are recorded (会议纪要).")
        case .decisionRecorded:
            EventMeaning(
                "A meeting decided that somebody does something until a day (议定事项); the task follows as the next event.",
                [.unit: "who does it", .due: "until when"]
            )
        case .minutesAmended: EventMeaning("The minutes are amended (补正纪要); the earlier ones stay in the log.")
        case .meetingCancelled: EventMeaning("A meeting is called off before it was held (取消会议).")
        case .taskAssigned:
            EventMeaning("A task is given to a unit (派发任务).", [.unit: "who does it", .due: "until when"])
        case .taskAccepted: EventMeaning("The unit takes its task (接单).", [.unit: "whose task it is"])
        case .taskProgressed: EventMeaning("The unit says how far its task is (反馈进度).", [.unit: "whose task it is"])
        case .taskCompleted: EventMeaning("The unit has done its task (任务完成).", [.unit: "whose task it is"])
        case .taskReassigned:
            EventMeaning(
                "A task goes to another unit or gets another due date (改派任务).",
                [.unit: "who does it from now on", .due: "until when from now on"]
            )
        case .fileAttached:
            EventMeaning(
                "A file is attached (上传材料): its hash and size are in the log, the file is not.",
                [.task: "the task that it proves"]
            )
        case .factCorrected:
            EventMeaning(
                "A text of an earlier entry is corrected (更正); the earlier entry stays.",
                [.entry: "the entry corrected"]
            )
        default: nil
        }
    }

    private var endMeaning: EventMeaning {
        switch self {
        case .doneClaimed: EventMeaning("The lead claims that the matter is done (申请办结).", [.unit: "the lead"])
        case .siteInspected:
            EventMeaning(
                "The site is inspected (现场核查): accepted, or sent back for rework (返工).",
                [.due: "the handling deadline, moved by the time that the inspection took"]
            )
        case .residentFollowedUp: EventMeaning("Somebody tried to reach the resident and asked (回访).")
        case .whistleClosed: EventMeaning("The whistle is closed with its class (结案); closed is not solved.")
        case .whistleReopened:
            EventMeaning("A closed or inspected whistle is taken up again (重办).", [.due: "the new handling deadline"])
        case .departmentEvaluated:
            EventMeaning("The street scores a department (街道评部门).", [.unit: "who is scored"])
        case .streetEvaluated:
            EventMeaning(
                "A department scores the street (部门评街道).",
                [.unit: "who is scored", .call: "the call of the department that scores"]
            )
        case .entryConfirmed:
            EventMeaning(
                "The other side confirms an act that was entered afterwards (确认补录).",
                [.entry: "the back entry"]
            )
        case .entryDisputed:
            EventMeaning(
                "The other side disputes an act that was entered afterwards (质疑补录).",
                [.entry: "the back entry"]
            )
        case .deadlinePassed:
            EventMeaning(
                "A clock ran out (逾期); the engine itself records it, under the command id `tick/<whistle>/<clock>/<item>/<due>`.",
                [
                    .due: "when it ran out", .unit: "whose call or task it is", .call: "the call, for its two clocks",
                    .task: "the task, for its clock",
                ]
            )
        case .whistleImported:
            EventMeaning(
                "A case of another system comes in with that system's own times (导入).",
                [.unit: "the street whose case it is", .due: "the source's own deadline"]
            )
        case .textErasureRequested:
            EventMeaning(
                "A text is to be erased by law (申请依法删除): it is deleted with its salt once this event is durable.",
                [
                    .position: "the position of the entry that has the text",
                    .entry: "the entry's number in this stream",
                    .textField: "which of its texts",
                ]
            )
        case .textErased:
            EventMeaning(
                "A text is erased (已依法删除): neither it nor its salt is in any file of the ledger. The engine itself records it, under the command id `tick/erased/<position>/<field>`; the event is the certificate. Without a request it says that an older copy of the ledger was put back and the erasure carried out again.",
                [
                    .position: "the position of the entry that had the text",
                    .entry: "the entry's number in this stream",
                    .textField: "which of its texts", .request: "the revision of the request in this stream",
                ]
            )
        case .keyChanged:
            EventMeaning(
                "The log's heads are signed by another key from here on (更换密钥); the next one is signed by both. The engine itself records it, under the command id `tick/key/<key>`.",
                [.origin: "the log's origin, which stays", .formerKey: "the key that signed until now"]
            )
        case .epochBegan:
            EventMeaning(
                "The log goes on from an older copy of itself, or without its key, under another origin and with another key (另起续册): whatever the former origin signed beyond this position is lost and named here. The engine itself records it, under the command id `tick/epoch/<origin>`, before anything else is written.",
                [
                    .origin: "the log's origin from here on: the former one with `/e2`, `/e3`, … behind it",
                    .formerOrigin: "the origin until now",
                ]
            )
        case .importClosed: EventMeaning("The other system has closed its case (外部办结).")
        default: EventMeaning("")
        }
    }
}
