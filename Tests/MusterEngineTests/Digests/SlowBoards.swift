import FoldRow
import MusterDomain
import MusterEngine

/// The boards of a log at any bound, folded row by row from what the entries say.
struct SlowBoards {
    let rows: [FoldRow]

    func digest(at bound: ReplayBound) throws -> String {
        switch bound {
        case .end: return try Board.folding(rows).digest
        case .to(let size): return try Board.folding(Array(rows.prefix(Int(clamping: size)))).digest
        case .asRecorded(let moment):
            return try Board.folding(Array(rows.prefix { $0.recorded <= moment.milliseconds })).digest
        case .asOf(let moment):
            var board = Board()
            var cut: Set<UInt32> = []
            for row in rows {
                if row.stream > 0, row.time > moment.milliseconds { cut.insert(row.stream) }
                if cut.contains(row.stream) { try board.skip(row) } else { try board.apply(row) }
            }
            return board.digest
        }
    }
}
