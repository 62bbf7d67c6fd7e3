public import MusterDomain

/// What a run has come to so far.
public struct GeneratorSummary: Sendable, Equatable {
    /// Entries in the log.
    public var events = 0
    /// Commands asked for, and how many of them were refused.
    public var commands = 0
    /// What the rules refused, and how often.
    public var refusals: [RefusalCode: Int] = [:]
    /// Whistles and other systems' cases.
    public var whistles = 0
    /// Those of them that have not come to an end.
    public var open = 0
    /// The district's own time when the run ended.
    public var end = Instant(milliseconds: 0)

    /// How many commands were refused.
    public var refused: Int { refusals.values.reduce(0, +) }

    mutating func look(at board: Board) {
        events = Int(board.size)
        whistles = board.whistles.count
        end = board.recorded
    }

    /// Goes through all whistles once.
    mutating func countOpen(on board: Board) {
        open = 0
        board.whistles.forEach { _, row in
            switch row.state {
            case .raised, .handling, .claimed, .verified, .imported: open += 1
            case .closed, .withdrawn, .importClosed: break
            }
        }
    }
}
