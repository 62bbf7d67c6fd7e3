import EventLog
import FoldRow
import MusterEngine
import SQLiteEventStore

/// Appends entries that say nothing, one at a time, to a ledger that is thrown away afterwards.
struct LatencyProbe {
    var ledger: String

    /// Seconds that each of so many appends took.
    func run(_ count: Int) async throws -> [Double] {
        let store = try await SQLiteEventStore.open(at: ledger, mode: .write)
        let board = try await Replay.board(of: store)
        var latencies: [Double] = []
        for index in 0..<count {
            let row = FoldRow(
                kind: 2, stream: 0, revision: board.districtRevision + UInt32(index) + 1,
                time: board.recorded.milliseconds, recorded: board.recorded.milliseconds)
            let entry = NewEntry(bytes: Array(repeating: UInt8(ascii: "x"), count: 600), words: [], row: row)
            let command = CommandRecord(
                id: "probe/\(index)", digest: Array(repeating: 0, count: 16), entries: [entry])
            let batch = AppendBatch(expectedSize: board.size + Position(index), commands: [command])
            latencies.append(try await measured { try await store.append(batch) }.0.wall)
        }
        // What reads the command index and the heads the first time is no append.
        return Array(latencies.dropFirst(10))
    }
}
