/// The limits that hold where a command names none. They are copied into the events that they start, so another
/// policy never changes history.
public struct Policy: Sendable, Equatable {
    /// Its name and version, as events carry it.
    public var name: String
    /// From the call to signing for it.
    public var acknowledgeWithin: Span
    /// From the call to reporting in.
    public var reportInWithin: Span
    /// From an emergency's call to arrival on site.
    public var emergencyOnSiteWithin: Span
    /// From the whistle to its handling.
    public var handleWithin: Span
    /// From an emergency's whistle to its approval.
    public var approveEmergencyWithin: Span
    /// From arrival to the last moment for an objection on the ground of what the site showed.
    public var objectAfterArrivalWithin: Span
    /// From closing to the last moment for reopening.
    public var reopenWithin: Span
    /// From closing to the last moment for an evaluation.
    public var evaluateWithin: Span
    /// So many attempts to reach the resident are enough.
    public var followUpAttempts: Int
    /// Which kinds of unit may blow the whistle.
    public var raisers: Set<UnitKind>

    /// The policy of a district that has set none, in calendar time. Sign for in 2 h (晴隆), report in within 24 h,
    /// handle in 7 d (Beijing's draft of 2021), emergencies 30 min on site (平谷).
    public static let builtin0 = Policy(
        name: "builtin-0",
        acknowledgeWithin: .hours(2),
        reportInWithin: .hours(24),
        emergencyOnSiteWithin: .minutes(30),
        handleWithin: .days(7),
        approveEmergencyWithin: .hours(24),
        objectAfterArrivalWithin: .hours(24),
        reopenWithin: .days(30),
        evaluateWithin: .days(30),
        followUpAttempts: 3,
        raisers: [.street, .centre]
    )
}
