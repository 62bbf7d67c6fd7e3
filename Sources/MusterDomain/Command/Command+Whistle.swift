extension Command {
    /// Whether it brings in an act of another system, with that system's own time.
    public var isImported: Bool {
        switch self {
        case .importWhistle, .closeImported: true
        default: false
        }
    }

    /// Whether it is a unit's own word on the work, which nobody gives for it: one desk could otherwise claim, inspect
    /// and rate a matter all by itself.
    var isOnesOwnWord: Bool {
        switch self {
        case .claimDone, .inspect, .confirmEntry, .disputeEntry, .evaluateDepartment, .evaluateStreet: true
        default: false
        }
    }

    /// Whether it says what has just happened between a programme and the ledger: nobody enters that afterwards, and
    /// nobody for another unit.
    var isOnlyLive: Bool {
        switch self {
        case .deliver, .issueToken, .revokeToken, .eraseText, .eraseTexts, .completeErasure, .changeKey, .beginEpoch:
            true
        default: false
        }
    }

    /// Whether it erases a text, or says that one is gone.
    public var erases: Bool {
        switch self {
        case .eraseText, .eraseTexts, .completeErasure: true
        default: false
        }
    }

    /// Whether nobody but the engine gives it, whatever post he holds.
    public var isOnlyTheEngines: Bool {
        switch self {
        case .completeErasure, .changeKey, .beginEpoch: true
        default: false
        }
    }

    /// The whistle that the command concerns; nil for those of the district and those that make one.
    public var whistle: WhistleID? {
        switch self {
        case .establish, .registerUnit, .renameUnit, .retireUnit, .assignPost, .endPost, .issueToken, .revokeToken,
            .raise, .importWhistle, .eraseText, .completeErasure, .changeKey, .beginEpoch:
            nil
        case .approve(let id, _, _), .linkDemand(let id, _), .withdraw(let id, _), .dispatch(let id, _),
            .recall(let id, _, _, _), .cancelCall(let id, _, _, _, _), .deliver(let id), .acknowledge(let id),
            .reportIn(let id, _, _),
            .object(let id, _, _, _, _), .arbitrate(let id, _, _, _, _), .transferLead(let id, _, _),
            .formGroup(let id, _), .designateLead(let id, _, _), .handOverLead(let id, _, _),
            .addMember(let id, _, _), .removeMember(let id, _, _, _, _), .convene(let id, _, _, _, _, _),
            .hold(let id, _, _), .recordMinutes(let id, _, _, _), .amendMinutes(let id, _, _, _),
            .cancelMeeting(let id, _, _), .assignTask(let id, _, _, _, _), .acceptTask(let id, _),
            .reportProgress(let id, _, _, _), .completeTask(let id, _, _), .reassignTask(let id, _, _, _, _),
            .attach(let id, _, _, _, _, _), .correct(let id, _, _, _, _), .confirmEntry(let id, _),
            .disputeEntry(let id, _, _), .claimDone(let id, _, _), .inspect(let id, _, _),
            .followUp(let id, _, _, _, _, _), .close(let id, _, _), .reopen(let id, _, _),
            .evaluateDepartment(let id, _, _, _), .evaluateStreet(let id, _, _), .closeImported(let id, _),
            .eraseTexts(let id, _):
            id
        case .passDeadline(let deadline): deadline.whistle
        }
    }
}
