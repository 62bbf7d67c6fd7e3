/// What the board knows of a meeting.
public struct MeetingRow: Numbered {
    static var thing: StaticString { "meeting" }

    var previous: UInt32 = 0
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// Its number within the whistle, from 1.
    public internal(set) var item: UInt32
    /// Where it stands.
    public internal(set) var state: MeetingState = .convened
    /// What kind of meeting.
    public internal(set) var kind: MeetingKind
    /// When it is to begin.
    public internal(set) var startsAt: Instant
    /// Units invited.
    public internal(set) var invited: UInt32 = 0
    /// Units that sat in it.
    public internal(set) var attended: UInt32 = 0
    /// Decisions recorded.
    public internal(set) var decisions: UInt32 = 0

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(item))
        put(Int64(state.rawValue))
        put(Int64(kind.rawValue))
        put(startsAt.milliseconds)
        put(Int64(invited))
        put(Int64(attended))
        put(Int64(decisions))
    }
}
