import EventLog
import FoldRow
import MusterDomain
import MusterEngine
import SQLiteEventStore

/// Opens a ledger and folds it, as `muster replay` does. Returns how many events it has.
package func replay(_ path: String) async throws -> Int {
    let store = try await SQLiteEventStore.open(at: path, mode: .read)
    let board = try await Replay.board(of: store)
    await store.close()
    return Int(board.size)
}

/// Folds rows that are in memory, as many at a time as a store hands on. Returns how many they are.
package func fold(_ rows: [FoldRow]) throws -> Int {
    var board = Board()
    var start = 0
    while start < rows.count {
        let end = min(start + 256, rows.count)
        try board.apply(rows.span.extracting(start..<end))
        start = end
    }
    return Int(board.size)
}
