/// What the board knows of one unit's obligation (报到单).
public struct CallRow: Chained {
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// Its number within the whistle, from 1.
    public internal(set) var item: UInt32
    var previous: UInt32 = 0
    /// Who is called.
    public internal(set) var unit: UnitID
    /// Who issued it: the dispatcher, to whom a wrong dispatch is charged; none if the system did.
    public internal(set) var issuedBy: UnitID
    /// For what.
    public internal(set) var role: CallRole
    /// Where it stands.
    public internal(set) var state: CallState = .issued
    /// Whether the unit has to come to the place.
    public internal(set) var onSite: Bool
    /// Whether an objection was overruled: the unit can't object again.
    public internal(set) var isKept = false
    /// Whether the unit has objected before arrival.
    public internal(set) var hasObjected = false
    /// Whether the unit has objected after arrival.
    public internal(set) var hasContested = false
    /// Whether the two deadlines have been recorded as passed.
    public internal(set) var acknowledgePassed = false
    /// Whether the deadline for reporting in has been recorded as passed.
    public internal(set) var reportInPassed = false
    /// When it was issued: both clocks start here.
    public internal(set) var issuedAt: Instant
    /// Until when to sign for it.
    public internal(set) var acknowledgeBy: Instant
    /// Until when to report in.
    public internal(set) var reportInBy: Instant
    /// When the unit's programme first fetched it (送达); nil if the unit has never been seen to fetch it.
    public internal(set) var deliveredAt: Instant?
    /// When it was signed for.
    public internal(set) var acknowledgedAt: Instant?
    /// When the unit reported in, which counts: the recorded moment, or an earlier one that was confirmed.
    public internal(set) var reportedInAt: Instant?
    /// Who reported in for the unit.
    public internal(set) var person: PersonID = .none
    /// The street's score of the department, 1 to 5; 0 while not given.
    public internal(set) var departmentScore: UInt8 = 0
    /// The department's score of the street, 1 to 5; 0 while not given.
    public internal(set) var streetScore: UInt8 = 0

    /// Whether it was signed for late, or is not signed for and past its deadline at `now`.
    public func isAcknowledgedLate(at now: Instant) -> Bool {
        if let acknowledgedAt { return acknowledgedAt > acknowledgeBy }
        return state.isLive && now > acknowledgeBy
    }

    /// Whether the unit reported in late, or has not come and is past the deadline at `now`.
    public func isReportedInLate(at now: Instant) -> Bool {
        if let reportedInAt { return reportedInAt > reportInBy }
        return state.isLive && now > reportInBy
    }

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(item))
        put(Int64(unit.rawValue))
        put(Int64(issuedBy.rawValue))
        put(Int64(role.rawValue))
        put(Int64(state.rawValue))
        for flag in [onSite, isKept, hasObjected, hasContested, acknowledgePassed, reportInPassed] { put(flag ? 1 : 0) }
        for moment in [issuedAt, acknowledgeBy, reportInBy] { put(moment.milliseconds) }
        put(deliveredAt?.milliseconds ?? -1)
        put(acknowledgedAt?.milliseconds ?? -1)
        put(reportedInAt?.milliseconds ?? -1)
        put(Int64(person.rawValue))
        put(Int64(departmentScore))
        put(Int64(streetScore))
    }
}
