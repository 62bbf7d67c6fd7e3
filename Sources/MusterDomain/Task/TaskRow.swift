/// What the board knows of a task.
public struct TaskRow: Numbered {
    static var thing: StaticString { "task" }

    /// When its present owner was given it.
    public internal(set) var assignedAt: Instant
    /// Until when.
    public internal(set) var due: Instant
    /// When it was completed.
    @OptionalMoment public internal(set) var completedAt: Instant? = nil
    var previous: UInt32 = 0
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// Its number within the whistle, from 1.
    public internal(set) var item: UInt32
    /// Who does it.
    public internal(set) var unit: UnitID
    /// The meeting that decided it; 0 if none did.
    public internal(set) var meeting: UInt32
    /// Files attached to it.
    public internal(set) var files: UInt32 = 0
    /// Where it stands.
    public internal(set) var state: TaskState = .assigned
    /// How far it is, 0 to 100.
    public internal(set) var percent: UInt8 = 0
    /// Whether a file has to prove it.
    public internal(set) var proofNeeded: Bool
    /// Whether the deadline has been recorded as passed.
    public internal(set) var duePassed = false

    /// Whether it was completed late, or is open past its due date at `now`.
    public func isLate(at now: Instant) -> Bool { (completedAt ?? now) > due }

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(item))
        put(Int64(unit.rawValue))
        put(Int64(state.rawValue))
        put(proofNeeded ? 1 : 0)
        put(duePassed ? 1 : 0)
        put(assignedAt.milliseconds)
        put(due.milliseconds)
        put(completedAt?.milliseconds ?? -1)
        put(Int64(percent))
        put(Int64(files))
        put(Int64(meeting))
    }
}
