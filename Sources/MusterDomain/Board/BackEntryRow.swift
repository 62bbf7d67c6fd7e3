/// How a back-entered act stands with the other side.
public enum BackEntryState: UInt8, Code {
    /// Nobody has said anything.
    case open
    /// The other side or the centre says that it was so.
    case confirmed
    /// The other side says that it was not.
    case disputed
}

/// An act that was entered afterwards.
public struct BackEntryRow: Chained {
    /// The moment that it claims; nil if it claims none.
    @OptionalMoment public internal(set) var claimed: Instant?
    var previous: UInt32 = 0
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// The revision of the entry.
    public internal(set) var entry: UInt32
    /// The call, task or meeting it concerns.
    public internal(set) var item: UInt32
    /// The unit that entered it.
    public internal(set) var enteredBy: UnitID
    /// The unit that it concerns, if the event names one.
    public internal(set) var unit: UnitID
    /// The kind of event.
    public internal(set) var kind: UInt16
    /// How it stands.
    public internal(set) var state: BackEntryState = .open

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(entry))
        put(Int64(kind))
        put(Int64(item))
        put(Int64(enteredBy.rawValue))
        put(Int64(unit.rawValue))
        put(claimed?.milliseconds ?? -1)
        put(Int64(state.rawValue))
    }
}
