import MusterAPI
import MusterDomain
import MusterEngine

extension Failure {
    /// The same failure about the member of the request that a rule refuses, so that a form can say it beside the
    /// field; about the whole if it is none alone.
    func about(the error: LedgerError, in request: ActRequest) -> Failure {
        guard case .refused(let refusal) = error else { return self }
        let candidates = refusal.members
        return candidates.first { request.values[$0] != nil }.map(about) ?? self
    }
}

extension Refusal {
    /// The members that it can be about, by their names in requests.
    fileprivate var members: [String] {
        // A text says by itself in which field it stands.
        if case .term(let field)? = values["field"] {
            let name = String(field.drop { $0 != "." }.dropFirst())
            return [name] + (Self.namesOfFields[name] ?? [])
        }
        return Self.namesOfRules[code] ?? []
    }

    private static let namesOfFields: [String: [String]] = [
        "subject": ["title"], "correction": ["text"], "minutes": ["text"], "startsAt": ["at"], "reason": ["text"],
    ]

    private static let namesOfRules: [RefusalCode: [String]] = [
        .noCalls: ["calls"], .leadCount: ["calls"], .callsItself: ["calls"], .calledTwice: ["calls"],
        .ownSubordinatesOnly: ["calls"], .releasedBefore: ["calls"], .notCallable: ["calls"],
        .communityMayNotLead: ["nextLead", "calls"], .leadMustBeReplaced: ["nextLead"],
        .replacementNotNeeded: ["nextLead"],
        .notChief: ["approvedBy", "by"], .selfApproval: ["approvedBy", "by"], .badHash: ["slip", "sha256"],
        .mustBeOnSite: ["mode"], .personMissing: ["person"], .badPersonReference: ["person", "substitute"],
        .nobodyInvited: ["invited"], .invitedTwice: ["invited"], .meetingInPast: ["at"],
        .nobodyAttended: ["attended"], .attendedTwice: ["attended"],
        .percentOutOfRange: ["percent"], .percentDown: ["percent"], .noSuchTask: ["task"], .noSuchDemand: ["demand"],
        .demandMissing: ["demand"], .satisfactionOutOfRange: ["satisfaction"], .solvedUnsaid: ["solved"],
        .notReached: ["outcome"], .scoreOutOfRange: ["score"], .badSize: ["size"], .badReference: ["reference"],
        .demandLinkedTwice: ["reference"], .badCode: ["code"], .codeTaken: ["code"],
        .nameTaken: ["shortName", "fullName"], .correctsNothing: ["field"], .dueInPast: ["due"],
        .tooFarAhead: ["due", "at"], .reportInAfterDue: ["calls"], .claimedInFuture: ["occurredAt"],
        .claimedBeforeRaise: ["occurredAt"], .noSuchPosition: ["position"], .entryHasNoText: ["position"],
        .noSuchText: ["field"], .erasesOwnMatter: ["whistle", "position"],
    ]
}
