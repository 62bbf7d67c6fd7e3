package import MusterAPI
package import MusterDomain

extension Desk {
    /// The command that a request asks for, but for that of a token, whose secret has to be made first.
    /// - Parameters:
    ///   - request: A request whose members have been checked.
    ///   - party: The unit whose act it is: the actor's own, or the one on whose behalf it is entered.
    package func command(for request: ActRequest, by party: UnitID) throws(Failure) -> Command {
        let members = ActMembers(request, at: self)
        return switch request.act {
        case .raise, .approve, .link, .withdraw: try members.whistleCommand(request.act)
        case .dispatch, .recall, .cancelCall, .acknowledge, .reportIn, .object, .arbitrate, .evaluateDepartment:
            try members.callCommand(request.act, of: party)
        case .groupForm, .groupLead, .groupHandOver, .groupTransfer, .groupAdd, .groupRemove:
            try members.groupCommand(request.act)
        case .meetingConvene, .meetingHold, .meetingMinutes, .meetingAmend, .meetingCancel:
            try members.meetingCommand(request.act)
        case .taskAssign, .taskAccept, .taskProgress, .taskComplete, .taskReassign:
            try members.taskCommand(request.act)
        case .attach, .correct, .confirm, .dispute: try members.factCommand(request.act)
        case .eraseText, .eraseTexts: try members.erasureCommand(request.act)
        case .claimDone, .inspect, .followUp, .close, .reopen, .evaluateStreet: try members.endCommand(request.act)
        case .unitRegister, .unitRename, .unitRetire, .postAssign, .postEnd, .tokenRevoke:
            try members.districtCommand(request.act)
        case .tokenIssue: preconditionFailure("a token is issued with its draft")
        }
    }

    /// How and for whom an act is entered afterwards.
    package func entered(by request: ActRequest) throws(Failure) -> BackEntry {
        let members = ActMembers(request, at: self)
        return BackEntry(
            claimedAt: try members.momentIfAny("occurredAt"), via: members.codeIfAny("via"),
            onBehalfOf: try members.unitIfAny("onBehalfOf"))
    }
}
