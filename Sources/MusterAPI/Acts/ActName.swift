/// Everything that somebody can ask a district to record, by the name that the command line, the sentences and the API
/// share.
public enum ActName: String, CaseIterable, Sendable {
    // The whistle and its calls
    case raise, approve, link, withdraw, dispatch, recall, cancelCall, acknowledge, reportIn, object, arbitrate
    // The working group
    case groupTransfer, groupForm, groupLead, groupHandOver, groupAdd, groupRemove
    // Meetings
    case meetingConvene, meetingHold, meetingMinutes, meetingAmend, meetingCancel
    // Tasks
    case taskAssign, taskAccept, taskProgress, taskComplete, taskReassign
    // Facts and proofs
    case attach, correct, confirm, dispute
    // Texts
    case eraseText, eraseTexts
    // The end
    case claimDone, inspect, followUp, close, reopen, evaluateDepartment, evaluateStreet
    // The district
    case unitRegister, unitRename, unitRetire, postAssign, postEnd, tokenIssue, tokenRevoke
}
