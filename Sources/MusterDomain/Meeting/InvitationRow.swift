/// That a unit was invited to a meeting.
struct InvitationRow: Chained {
    var previous: UInt32 = 0
    /// To a meeting of which whistle.
    var whistle: WhistleID
    /// The meeting's number within the whistle.
    var meeting: UInt32
    /// Who was invited.
    var unit: UnitID

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(meeting))
        put(Int64(unit.rawValue))
    }
}
