/// A person's place in a working group.
public struct MemberRow: Chained {
    var previous: UInt32 = 0
    /// Of which whistle.
    public internal(set) var whistle: WhistleID
    /// For which unit.
    public internal(set) var unit: UnitID
    /// Who.
    public internal(set) var person: PersonID
    /// Whether still there.
    public internal(set) var isActive = true

    func dump(_ put: (Int64) -> Void) {
        put(Int64(whistle.rawValue))
        put(Int64(unit.rawValue))
        put(Int64(person.rawValue))
        put(isActive ? 1 : 0)
    }
}
