import EventLog
import MusterDomain
import MusterEngine
import SQLiteEventStore

/// How long the state at any position of the past takes, as `?at=` and `--to` ask for it, and what the boards that are
/// kept for the next question take.
struct PastSuite {
    var ledger: String
    /// At how many positions.
    var positions: Int

    private struct Kind {
        var name: String
        var seconds: [Double] = []
    }

    func run() async throws -> Report {
        let path = ledger
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let extent = try await LogExtent(of: store)
        let open: PastBoards.Opener = { () async throws(EventStoreError) in
            try await SQLiteEventStore.open(at: path, mode: .read)
        }
        var cold = Kind(name: "state at a position, no board kept")
        var near = Kind(name: "state at a position, from a kept board")
        var known = Kind(name: "state at a position that was asked for before")
        var named = Kind(name: "names of units and posts at a position")
        let empty = try privateMemory()
        var boards: PastBoards? = PastBoards(opening: open)
        // The same positions in every run of the suite.
        var chance = Wanderer(state: 1)
        for round in 0...positions {
            let bound = ReplayBound.to(chance.next() % (extent.size + 1))
            guard let kept = boards else { break }
            let (first, _) = try await measured { _ = try await kept.folded(to: bound) }
            let (second, board) = try await measured { try await kept.board(at: bound, of: extent) }
            let (third, _) = try await measured { _ = try await kept.board(at: bound, of: extent) }
            let (fourth, _) = try await measured { _ = try await LedgerView.open(store, showing: board) }
            // The first time the file may not be in the cache.
            guard round > 0 else { continue }
            cold.seconds.append(first.wall)
            near.seconds.append(second.wall)
            known.seconds.append(third.wall)
            named.seconds.append(fourth.wall)
        }
        let full = try privateMemory()
        boards = nil
        let rest = try privateMemory()

        var report = Report()
        report.add("past, events in the log", Double(extent.size), "events")
        for kind in [cold, near, known, named] {
            report.add("\(kind.name), median", median(kind.seconds) * 1e3, "ms")
            report.add(
                "\(kind.name), worst of \(kind.seconds.count)", (kind.seconds.max() ?? 0) * 1e3, "ms",
                over: "\(cold.name), median", of: median(cold.seconds) * 1e3)
        }
        report.add("kept boards, private memory", Double(full - rest) / 1e6, "MB")
        report.add("all of the past, private memory", Double(full - empty) / 1e6, "MB")
        await store.close()
        return report
    }
}
