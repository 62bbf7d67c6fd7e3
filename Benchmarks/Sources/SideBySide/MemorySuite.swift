import EventLog
import MusterDomain
import MusterEngine
import SQLiteEventStore

/// How much memory a replayed ledger takes. Nothing else may have run in the process before.
struct MemorySuite {
    var ledger: String

    func run() async throws -> Report {
        var report = Report()
        let before = try privateMemory()
        let store = try await SQLiteEventStore.open(at: ledger, mode: .read)
        let board = try await Replay.board(of: store)
        let after = try privateMemory()
        let millions = Double(board.size) / 1e6
        report.add("memory, events replayed", Double(board.size), "events")
        report.add("private memory after replay", Double(after) / 1e6, "MB")
        report.add("private memory of the board", Double(after - before) / 1e6 / millions, "MB/million events")
        await store.close()
        return report
    }
}
