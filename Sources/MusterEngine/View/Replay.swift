public import EventLog
import FoldRow
public import MusterDomain

/// How far a replay goes.
public enum ReplayBound: Sendable, Equatable {
    /// To the end of the log.
    case end
    /// The first so many entries: what was recorded up to there.
    case to(Position)
    /// The district's stream whole, and of the others what had occurred by then: each up to its first entry that
    /// had not. A source may close a case at an earlier moment than that of an act which the log had before.
    case asOf(Instant)
    /// What had been recorded by then.
    case asRecorded(Instant)
}

/// Folds stored rows into a board. No entry and no text is read.
public enum Replay {
    /// Rows folded at a time: the store's other callers wait that long, which is some milliseconds.
    private static let page: Position = 1 << 17

    /// The board at a bound. Cost: O(rows up to the bound).
    public static func board(
        of store: any EventStore, bound: ReplayBound = .end
    ) async throws(LedgerError) -> Board {
        try await board(Board(), of: store, bound: bound)
    }

    /// A board that has been folded so far, taken further to a bound.
    /// - Parameter isWanted: Is asked before each page; the fold ends with ``LedgerError/abandoned`` where it is not.
    static func board(
        _ board: Board, of store: any EventStore, bound: ReplayBound,
        whileWanted isWanted: @Sendable () async -> Bool = { true }
    ) async throws(LedgerError) -> Board {
        let end: Position = if case .to(let position) = bound { position } else { .max }
        var folding = Folding(board: board)
        while !folding.isOver, folding.board.size < end {
            guard await isWanted() else { throw .abandoned }
            let start = folding.board.size
            do {
                // Given away: a board that is held here too would be copied page by page while it is folded.
                folding = try await store.fold(
                    into: consume folding, from: start, to: min(end, start + page)
                ) { folding, rows in
                    folding.take(rows, bound)
                }
            } catch { throw .store(error) }
            if let fault = folding.fault { throw .damaged(at: folding.board.size, "\(fault)") }
            if folding.board.size == start { break }
        }
        return folding.board
    }

    /// A board on the way to a bound.
    private struct Folding: Sendable {
        var board: Board
        var fault: FoldError?
        /// Whether a later row can't matter any more.
        var isOver = false
        /// The streams that an as-of board follows no further.
        private var ended: Set<UInt32> = []

        init(board: Board) { self.board = board }

        /// Folds some rows; false if no more are needed.
        mutating func take(_ rows: Swift.Span<FoldRow>, _ bound: ReplayBound) -> Bool {
            do throws(FoldError) {
                switch bound {
                case .end, .to:
                    try board.apply(rows)
                case .asRecorded(let moment):
                    for index in rows.indices {
                        if rows[index].recorded > moment.milliseconds {
                            isOver = true
                            return false
                        }
                        try board.apply(rows[index])
                    }
                case .asOf(let moment):
                    for index in rows.indices {
                        let row = rows[index]
                        if row.stream != 0, row.time > moment.milliseconds { ended.insert(row.stream) }
                        if ended.contains(row.stream) { try board.skip(row) } else { try board.apply(row) }
                    }
                }
                return true
            } catch {
                fault = error
                return false
            }
        }
    }
}
