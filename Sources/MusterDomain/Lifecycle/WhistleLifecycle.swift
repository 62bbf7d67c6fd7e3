/// Where a whistle stands.
///
/// "Withdrawn" is a state; there is no "void": a whistle blown by mistake is withdrawn, a wrong dispatch is a
/// cancelled call, and a handling that ends without a result is closed as terminated.
public enum WhistleState: UInt8, Code {
    /// 已吹哨: calls are out, nobody has reported in.
    case raised
    /// 办理中: at least one unit has reported in.
    case handling
    /// 待核查: the lead claims that it is done.
    case claimed
    /// 待回访: the site was inspected and accepted.
    case verified
    /// 已结.
    case closed
    /// 已撤哨.
    case withdrawn
    /// 外部在办: another system's open case.
    case imported
    /// 外部已结: another system's closed case.
    case importClosed
}

/// What can be done to a whistle. 吹哨 itself makes one and stands in no table.
public enum WhistleAct: UInt8, Code {
    case approve, linkDemand, withdraw, dispatch, recall, cancelCall, transferLead
    case acknowledge, reportIn, object, arbitrate
    case formGroup, leadGroup, changeMembers
    case convene, holdMeeting, amendMinutes, cancelMeeting
    case assignTask, workOnTask
    case attach, correct, ruleOnEntry
    case claimDone, accept, sendBack, followUp, closeVerified, closeOtherwise, reopen
    case evaluate, closeImported
    case deliver
}

extension WhistleState {
    /// What an act does to a whistle in this state: the table of `docs/lifecycle.md`, row by row.
    public func transition(on act: WhistleAct) -> Transition<WhistleState> {
        switch (act, self) {
        case (.approve, .raised), (.approve, .handling), (.approve, .claimed), (.approve, .verified),
            (.approve, .closed):
            .stays
        case (.linkDemand, .raised), (.linkDemand, .handling), (.linkDemand, .claimed), (.linkDemand, .verified),
            (.linkDemand, .imported):
            .stays
        case (.withdraw, .raised): .to(.withdrawn)
        case (.dispatch, .raised), (.dispatch, .handling): .stays
        case (.recall, .raised), (.recall, .handling): .stays
        case (.cancelCall, .raised), (.cancelCall, .handling): .stays
        case (.transferLead, .raised), (.transferLead, .handling): .stays

        case (.acknowledge, .raised), (.acknowledge, .handling), (.acknowledge, .claimed), (.acknowledge, .verified):
            .stays
        case (.deliver, .raised), (.deliver, .handling), (.deliver, .claimed), (.deliver, .verified): .stays
        case (.reportIn, .raised): .to(.handling)
        case (.reportIn, .handling), (.reportIn, .claimed), (.reportIn, .verified): .stays
        case (.object, .raised), (.object, .handling): .stays
        case (.arbitrate, .raised), (.arbitrate, .handling): .stays

        case (.formGroup, .handling), (.leadGroup, .handling), (.changeMembers, .handling): .stays

        case (.convene, .raised), (.convene, .handling): .stays
        case (.holdMeeting, .raised), (.holdMeeting, .handling): .stays
        case (.amendMinutes, .raised), (.amendMinutes, .handling), (.amendMinutes, .claimed),
            (.amendMinutes, .verified):
            .stays
        case (.cancelMeeting, .raised), (.cancelMeeting, .handling): .stays

        case (.assignTask, .handling), (.workOnTask, .handling): .stays

        case (.attach, .raised), (.attach, .handling), (.attach, .claimed), (.attach, .verified): .stays
        case (.correct, _): .stays
        case (.ruleOnEntry, .imported), (.ruleOnEntry, .importClosed): .refused
        case (.ruleOnEntry, _): .stays

        case (.claimDone, .handling): .to(.claimed)
        case (.accept, .claimed): .to(.verified)
        case (.sendBack, .claimed): .to(.handling)
        case (.followUp, .verified): .stays
        case (.closeVerified, .verified): .to(.closed)
        case (.closeOtherwise, .raised), (.closeOtherwise, .handling), (.closeOtherwise, .claimed),
            (.closeOtherwise, .verified):
            .to(.closed)
        case (.reopen, .verified), (.reopen, .closed): .to(.handling)
        case (.evaluate, .closed): .stays
        case (.closeImported, .imported): .to(.importClosed)
        default: .refused
        }
    }
}
