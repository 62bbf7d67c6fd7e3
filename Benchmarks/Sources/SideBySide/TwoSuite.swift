import Foundation
import Workload

/// Two ledgers folded at the same time, as `muster replay L1 L2` folds them, beside one after the other. On the wall,
/// since the processor time is the same.
struct TwoSuite {
    var ledger: String
    var scratch: String
    var rounds: Int

    func run() async throws -> Report {
        // The same log twice, so that neither has less to do; two files, as two districts have.
        let paths = [ledger, scratch + "/second.muster"]
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: ledger + suffix) {
            try FileManager.default.copyItem(atPath: ledger + suffix, toPath: paths[1] + suffix)
        }
        var contest = Contest()
        contest.add("two ledgers, one after the other") {
            var events = 0
            for path in paths { events += try await replay(path) }
            return events
        }
        contest.add("two ledgers at the same time") {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for path in paths { group.addTask { try await replay(path) } }
                return try await group.reduce(0, +)
            }
        }
        let outcomes = try await contest.run(rounds: rounds)
        var report = Report()
        report.add(outcomes[0].name, outcomes[0].wallRate, "events/s")
        report.add(
            outcomes[1].name, outcomes[1].wallRate, "events/s", over: outcomes[0].name, of: outcomes[0].wallRate)
        report.add("cores", Double(ProcessInfo.processInfo.activeProcessorCount), "cores")
        return report
    }
}
