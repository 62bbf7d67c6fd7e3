import MusterDomain

extension WhistleAct {
    /// The command by which it is done, as it is typed after `muster`; nil for what no person does.
    var verb: String? {
        switch self {
        case .approve: "approve"
        case .linkDemand: "link"
        case .withdraw: "withdraw"
        case .dispatch: "dispatch"
        case .recall: "recall"
        case .cancelCall: "cancel-call"
        case .transferLead: "group transfer"
        case .acknowledge: "acknowledge"
        case .reportIn: "report-in"
        case .object: "object"
        case .arbitrate: "arbitrate"
        case .formGroup: "group form"
        case .leadGroup: "group lead"
        case .changeMembers: "group add"
        case .convene: "meeting convene"
        case .holdMeeting: "meeting hold"
        case .amendMinutes: "meeting amend"
        case .cancelMeeting: "meeting cancel"
        case .assignTask: "task assign"
        case .workOnTask: "task progress"
        case .attach: "attach"
        case .correct: "correct"
        case .ruleOnEntry: "confirm"
        case .claimDone: "claim-done"
        case .accept: "inspect"
        case .sendBack: "inspect"
        case .followUp: "follow-up"
        case .closeVerified: "close"
        case .closeOtherwise: "close"
        case .reopen: "reopen"
        case .evaluate: "evaluate"
        case .closeImported, .deliver: nil
        }
    }
}
