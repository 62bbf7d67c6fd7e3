/// A row of the board: integers only, written out field by field for the digest.
protocol BoardRow: BitwiseCopyable, Sendable {
    /// Calls `put` with every field in a fixed order. The order is part of the digest's definition.
    func dump(_ put: (Int64) -> Void)
}

/// A unit and what it has done, counted.
public struct UnitRow: BoardRow {
    /// What it is.
    public internal(set) var kind: UnitKind
    /// The unit it belongs to, if any.
    public internal(set) var parent: UnitID
    /// Whether it still exists.
    public internal(set) var isActive: Bool
    /// Whistles it has blown; other systems' cases are none.
    public internal(set) var raised: UInt32 = 0
    /// Calls issued to it, wrong dispatches and recalled ones excepted.
    public internal(set) var called: UInt32 = 0
    /// Calls for which it has reported in.
    public internal(set) var reportedIn: UInt32 = 0
    /// Those of them that came late.
    public internal(set) var reportedInLate: UInt32 = 0
    /// Wrong dispatches charged to it.
    public internal(set) var wrongDispatches: UInt32 = 0
    /// Evaluations received.
    public internal(set) var evaluations: UInt32 = 0
    /// Their scores added up.
    public internal(set) var scores: UInt32 = 0
    /// Tokens issued to its posts and not revoked; expired ones count.
    public internal(set) var tokens: UInt32 = 0

    func dump(_ put: (Int64) -> Void) {
        put(Int64(kind.rawValue))
        put(Int64(parent.rawValue))
        put(isActive ? 1 : 0)
        for counter in [
            raised, called, reportedIn, reportedInLate, wrongDispatches, evaluations, scores, tokens,
        ] {
            put(Int64(counter))
        }
    }
}

/// A post and who holds it.
public struct PostRow: BoardRow {
    /// At which unit.
    public internal(set) var unit: UnitID
    /// Who holds it now.
    public internal(set) var person: PersonID
    /// Whether anybody does.
    public internal(set) var isActive: Bool
    /// Whether it may approve a whistle (主要负责同志).
    public internal(set) var isChief: Bool
    /// For what it is there.
    public internal(set) var role: PostRole

    func dump(_ put: (Int64) -> Void) {
        put(Int64(unit.rawValue))
        put(Int64(person.rawValue))
        put(isActive ? 1 : 0)
        put(isChief ? 1 : 0)
        put(Int64(role.rawValue))
    }
}

/// A case number of another system and how often it was linked.
public struct ReferenceRow: BoardRow {
    /// How many links name it.
    public internal(set) var links: UInt32 = 0
    /// The first whistle that did.
    public internal(set) var first: WhistleID = .none
    /// The last one.
    public internal(set) var last: WhistleID = .none

    func dump(_ put: (Int64) -> Void) {
        put(Int64(links))
        put(Int64(first.rawValue))
        put(Int64(last.rawValue))
    }
}
