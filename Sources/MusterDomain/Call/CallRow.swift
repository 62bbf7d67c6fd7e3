/// What the board knows of one unit's obligation (报到单).
public struct CallRow: Numbered {
    static var thing: StaticString { "call" }

    /// When it was issued: both clocks start here.
    public internal(set) var issuedAt: Instant
    /// Until when to sign for it.
    public internal(set) var acknowledgeBy: Instant
    /// Until when to report in.
    public internal(set) var reportInBy: Instant
    /// When the unit's programme first fetched it (送达); nil if the unit has never been seen to fetch it.
    @OptionalMoment public internal(set) var deliveredAt: Instant? = nil
    /// When it was signed for.
    @OptionalMoment public internal(set) var acknowledgedAt: Instant? = nil
    /// When the unit reported in, which counts: the recorded moment, or an earlier one that was confirmed.
    @OptionalMoment public internal(set) var reportedInAt: Instant? = nil
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// Its number within the whistle, from 1.
    public internal(set) var item: UInt32
    var previous: UInt32 = 0
    /// Who is called.
    public internal(set) var unit: UnitID
    /// Who issued it: the dispatcher, to whom a wrong dispatch is charged; none if the system did.
    public internal(set) var issuedBy: UnitID
    /// Who reported in for the unit.
    public internal(set) var person: PersonID = .none
    /// For what.
    public internal(set) var role: CallRole
    /// Where it stands.
    public internal(set) var state: CallState = .issued
    /// The street's score of the department, 1 to 5; 0 while not given.
    public internal(set) var departmentScore: UInt8 = 0
    /// The department's score of the street, 1 to 5; 0 while not given.
    public internal(set) var streetScore: UInt8 = 0
    private var flags: Flags

    /// What is so or not, in one byte.
    private struct Flags: OptionSet, BitwiseCopyable {
        var rawValue: UInt8
        static let onSite = Flags(rawValue: 1 << 0)
        static let isKept = Flags(rawValue: 1 << 1)
        static let hasObjected = Flags(rawValue: 1 << 2)
        static let hasContested = Flags(rawValue: 1 << 3)
        static let acknowledgePassed = Flags(rawValue: 1 << 4)
        static let reportInPassed = Flags(rawValue: 1 << 5)

        subscript(flag: Flags) -> Bool {
            get { contains(flag) }
            set { if newValue { insert(flag) } else { remove(flag) } }
        }
    }

    /// Whether the unit has to come to the place.
    public var onSite: Bool { flags[.onSite] }
    /// Whether an objection was overruled: the unit can't object again.
    public internal(set) var isKept: Bool {
        get { flags[.isKept] }
        set { flags[.isKept] = newValue }
    }
    /// Whether the unit has objected before arrival.
    public internal(set) var hasObjected: Bool {
        get { flags[.hasObjected] }
        set { flags[.hasObjected] = newValue }
    }
    /// Whether the unit has objected after arrival.
    public internal(set) var hasContested: Bool {
        get { flags[.hasContested] }
        set { flags[.hasContested] = newValue }
    }
    /// Whether the deadline for signing has been recorded as passed.
    public internal(set) var acknowledgePassed: Bool {
        get { flags[.acknowledgePassed] }
        set { flags[.acknowledgePassed] = newValue }
    }
    /// Whether the deadline for reporting in has been recorded as passed.
    public internal(set) var reportInPassed: Bool {
        get { flags[.reportInPassed] }
        set { flags[.reportInPassed] = newValue }
    }

    /// A call as it is issued.
    init(
        whistle: WhistleID, item: UInt32, unit: UnitID, issuedBy: UnitID, role: CallRole, onSite: Bool,
        issuedAt: Instant, acknowledgeBy: Instant, reportInBy: Instant
    ) {
        self.whistle = whistle
        self.item = item
        self.unit = unit
        self.issuedBy = issuedBy
        self.role = role
        self.issuedAt = issuedAt
        self.acknowledgeBy = acknowledgeBy
        self.reportInBy = reportInBy
        flags = onSite ? .onSite : []
    }

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
