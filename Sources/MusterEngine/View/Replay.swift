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
    /// Rows fetched at a time.
    private static let page = 65_536

    /// The board at a bound. Cost: O(rows up to the bound).
    public static func board(
        of store: any EventStore, bound: ReplayBound = .end
    ) async throws(LedgerError) -> Board {
        var board = Board()
        var ended: Set<UInt32> = []
        var position: Position = 0
        while true {
            let rows: [FoldRow]
            do { rows = try await store.rows(from: position, limit: limit(bound, at: position)) } catch {
                throw .store(error)
            }
            if rows.isEmpty { return board }
            do {
                guard try fold(rows, into: &board, bound, &ended) else { return board }
            } catch {
                throw .damaged(at: board.size, "\(error)")
            }
            position += Position(rows.count)
        }
    }

    private static func limit(_ bound: ReplayBound, at position: Position) -> Int {
        guard case .to(let end) = bound else { return page }
        return end > position ? Int(min(Position(page), end - position)) : 0
    }

    /// Folds a page of rows; false once a later row can't matter any more. `ended` are the streams that an as-of
    /// board follows no further.
    private static func fold(
        _ rows: [FoldRow], into board: inout Board, _ bound: ReplayBound, _ ended: inout Set<UInt32>
    ) throws(FoldError) -> Bool {
        switch bound {
        case .end, .to:
            for row in rows { try board.apply(row) }
        case .asRecorded(let moment):
            for row in rows {
                if row.recorded > moment.milliseconds { return false }
                try board.apply(row)
            }
        case .asOf(let moment):
            for row in rows {
                if row.stream != 0, row.time > moment.milliseconds { ended.insert(row.stream) }
                if ended.contains(row.stream) { try board.skip(row) } else { try board.apply(row) }
            }
        }
        return true
    }
}
