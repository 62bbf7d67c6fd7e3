/// Why a command was not accepted. Nothing of it is in the log.
public struct Refusal: Error, Equatable, Sendable {
    /// Which rule was broken. Its name is stable: scripts and other languages rely on it.
    public var code: RefusalCode
    /// What the sentence about it has to name.
    public var values: [String: Value]

    /// Something that a sentence names.
    public enum Value: Equatable, Sendable {
        /// A unit, to be shown by its name.
        case unit(UnitID)
        /// A whistle, to be shown by its name.
        case whistle(WhistleID)
        /// A moment, to be shown in local time.
        case moment(Instant)
        /// A number.
        case number(Int)
        /// A member of an enumeration, as `Type.case`, to be shown by its sentence.
        case term(String)
        /// Anything that was typed or is a code.
        case text(String)
    }

    package init(_ code: RefusalCode, _ values: [String: Value] = [:]) {
        self.code = code
        self.values = values
    }
}

extension Refusal.Value {
    static func code(_ value: some Code) -> Refusal.Value { .term("\(type(of: value)).\(value.name)") }
}

/// Every rule that a command can break, by its stable name.
public enum RefusalCode: String, CaseIterable, Sendable {
    // What is named does not exist, or may not be used
    case noSuchWhistle, noSuchUnit, noSuchPost, noSuchMeeting, noSuchTask, noSuchDemand, noSuchEntry, noSuchToken
    case unitRetired, centreExists, postEnded, nameTaken, codeTaken, alreadyEstablished, unitBusy
    case tokenRevoked
    // Who may do it
    case notYours, roleMayNot, mayNotRaise, mayNotActFor, notChief, selfApproval
    case administratorsApart, chiefIsNoOfficer
    // The state forbids it
    case wrongWhistleState, wrongCallState, wrongMeetingState, wrongTaskState
    // Raising and calling
    case noCalls, leadCount, callsItself, ownSubordinatesOnly, calledTwice, releasedBefore, communityMayNotLead
    case notCallable, notCalled, approvalMissing, slipMissing, alreadyApproved
    case leadMustBeReplaced, replacementNotNeeded, alreadyLead
    // Objections
    case secondObjection, objectionOverruled, groundNotYet, groundTooLate, objectionPending
    // Reporting in and the group
    case mustBeOnSite, personMissing, groupExists, noGroup, notArrived, alreadyMember, notMember
    case lastMemberMayNotLeave
    // Meetings and tasks
    case nobodyInvited, invitedTwice, attendedTwice, nobodyAttended, notInThisMatter, notTaskOwner
    case percentOutOfRange, percentDown, proofMissing, openTasks
    // The end
    case sameInspector, demandMissing, demandLinkedTwice, satisfactionOutOfRange, solvedUnsaid, notReached
    case followUpMissing, residentSaysUnsolved, demandsAreLinked, claimWasNotSolved
    case reopenTooLate, evaluationTooLate, evaluatedBefore, scoreOutOfRange, notEvaluable
    // Back entries and corrections
    case notBackEntered, ruledBefore, ownEntry, claimedInFuture, claimedBeforeRaise, correctsNothing, onlyLive
    // Times
    case dueInPast, tooFarAhead, reportInAfterDue, meetingInPast, expiryInPast
    // Texts
    case textEmpty, textTooLong, controlCharacter, personalNumber, badPersonReference, badHash, badSize
    case badCode, badReference, badTokenID
    // Erasures
    case noSuchPosition, entryHasNoText, noSuchText, erasesOwnMatter
    // The deadline tick, which nobody types
    case deadlineNotPassed
}
