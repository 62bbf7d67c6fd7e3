import EventLog
import MusterDomain
import MusterEngine
import SQLiteEventStore

/// Opens a ledger and folds it, as `muster replay` does. Returns how many events it has.
func replay(_ path: String) async throws -> Int {
    let store = try await SQLiteEventStore.open(at: path, mode: .read)
    let board = try await Replay.board(of: store)
    await store.close()
    return Int(board.size)
}
