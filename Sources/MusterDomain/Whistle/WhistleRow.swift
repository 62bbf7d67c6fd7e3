/// What the board knows of a whistle.
public struct WhistleRow: BitwiseCopyable, Sendable {
    // What most events change stands together, behind the rest, with what is asked of every whistle at an opening; and
    // each field where it need not be padded.

    /// When it was raised.
    public internal(set) var raisedAt: Instant
    /// Until when it has to be handled; nil if a source gives no deadline.
    @OptionalMoment public internal(set) var due: Instant?
    /// When the handling ended for the time being: claimed or closed.
    @OptionalMoment public internal(set) var handledAt: Instant? = nil
    /// When it was closed or withdrawn.
    @OptionalMoment public internal(set) var closedAt: Instant? = nil
    /// Its stream in the log.
    public internal(set) var stream: UInt32
    /// The number within the year of its name.
    public internal(set) var number: UInt32
    /// The unit that raised it.
    public internal(set) var raiser: UnitID
    /// Who drafted it; none for imported cases.
    public internal(set) var drafter: PersonID = .none
    /// The department of an imported case.
    public internal(set) var department: UnitID = .none
    /// Its category's number.
    public internal(set) var category: UInt32
    /// The other system's case number, of an imported case.
    public internal(set) var reference: UInt32 = 0
    /// The lead of the working group (牵头); none while there is no group.
    public internal(set) var groupLead: UnitID = .none
    /// How often it was reopened.
    public internal(set) var reopened: UInt32 = 0
    /// How often the inspection sent it back.
    public internal(set) var sentBack: UInt32 = 0
    var demands = Chain()
    var meetings = Chain()
    var invitations = Trail()
    var members = Trail()
    var backEntries = Trail()
    /// The number of the call that is the lead (主办); 0 before it exists.
    public internal(set) var leadCall: UInt32 = 0
    /// Until when an emergency's approval has to come; nil once it has, or when it came with the whistle.
    @OptionalMoment public internal(set) var approveBy: Instant? = nil
    /// The position of its newest event, where its history is read from. No part of the digest: the log says it.
    public internal(set) var newest: UInt64 = 0
    /// The revision of its newest event.
    public internal(set) var revision: UInt32 = 0
    var calls = Chain()
    /// Calls that oblige somebody now.
    public internal(set) var liveCalls: UInt32 = 0
    /// Those of them whose unit has reported in.
    public internal(set) var arrivedCalls: UInt32 = 0
    /// Objections that wait for a ruling.
    public internal(set) var openObjections: UInt32 = 0
    var tasks = Chain()
    /// Tasks that are not completed.
    public internal(set) var openTasks: UInt32 = 0
    /// Files attached.
    public internal(set) var files: UInt32 = 0
    /// The newest follow-up that concerns no linked demand.
    public internal(set) var contact = Contact()
    /// Where it stands.
    public internal(set) var state: WhistleState
    /// The year of its name.
    public internal(set) var year: UInt16
    /// Which kind it is; routine for other systems' cases.
    public internal(set) var kind: WhistleKind
    /// How it was closed; nil unless it is.
    public internal(set) var closingClass: ClosingClass? = nil
    /// What the lead claimed last.
    public internal(set) var claimedResult: ClaimedResult? = nil
    /// Whether the handling deadline has been recorded as passed.
    public internal(set) var handlePassed = false
    /// Whether the approval deadline has been recorded as passed.
    public internal(set) var approvePassed = false

    /// Whether it came from another system.
    public var isImported: Bool { state == .imported || state == .importClosed }

    /// What its stream is called.
    public var name: WhistleName { WhistleName(year: Int(year), number: Int(number)) }

    /// How many calls, meetings, tasks and demands it has had.
    public var counts: (calls: Int, meetings: Int, tasks: Int, demands: Int) {
        (Int(calls.count), Int(meetings.count), Int(tasks.count), Int(demands.count))
    }

    /// Whether it was handled after its deadline, or is past it unhandled at `now`. Nothing is late without a deadline.
    public func isLate(at now: Instant) -> Bool {
        guard let due, state != .withdrawn else { return false }
        return (handledAt ?? now) > due
    }

    /// Calls `put` with every field in a fixed order, to which the order above is nothing. Two chains are counted by
    /// who has their tables.
    func dump(members: Int, backEntries: Int, _ put: (Int64) -> Void) {
        put(Int64(stream))
        put(Int64(year))
        put(Int64(number))
        put(Int64(revision))
        put(Int64(state.rawValue))
        put(Int64(kind.rawValue))
        put(closingClass.map { Int64($0.rawValue) } ?? -1)
        put(claimedResult.map { Int64($0.rawValue) } ?? -1)
        for id in [raiser, department, groupLead] { put(Int64(id.rawValue)) }
        put(Int64(drafter.rawValue))
        put(Int64(category))
        put(Int64(reference))
        put(raisedAt.milliseconds)
        for moment in [due, approveBy, handledAt, closedAt] { put(moment?.milliseconds ?? -1) }
        for counter in [
            leadCall, reopened, sentBack, openTasks, liveCalls, arrivedCalls, openObjections, files, calls.count,
            UInt32(members), meetings.count, tasks.count, demands.count, UInt32(backEntries),
        ] {
            put(Int64(counter))
        }
        contact.dump(put)
        put(handlePassed ? 1 : 0)
        put(approvePassed ? 1 : 0)
    }
}

/// What following up with one resident has come to.
public struct Contact: Hashable, Sendable, BitwiseCopyable {
    /// Attempts made.
    public internal(set) var attempts: UInt32 = 0
    /// What came of the last one; nil before the first.
    public internal(set) var outcome: ContactOutcome?
    /// What the resident said the last time somebody was reached.
    public internal(set) var solved = Solved.unsaid
    /// The resident's satisfaction then, 1 to 5; 0 if not said.
    public internal(set) var satisfaction: UInt8 = 0

    /// Whether nothing more has to be tried: the resident was reached or declined, or was tried often enough.
    public func isSettled(attempts enough: Int) -> Bool {
        outcome == .reached || outcome == .refused || Int(attempts) >= enough
    }

    mutating func note(_ outcome: ContactOutcome, solved: Solved, satisfaction: UInt8) {
        attempts += 1
        self.outcome = outcome
        if outcome == .reached {
            self.solved = solved
            self.satisfaction = satisfaction
        }
    }

    func dump(_ put: (Int64) -> Void) {
        put(Int64(attempts))
        put(outcome.map { Int64($0.rawValue) } ?? -1)
        put(Int64(solved.rawValue))
        put(Int64(satisfaction))
    }
}
