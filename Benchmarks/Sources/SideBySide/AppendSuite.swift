import EventLog
import Foundation
import SQLiteEventStore
import Workload

/// Durable appends beside the plain synchronised write that bounds them: of entries whose bytes are given, through the
/// store alone, and of commands, through the engine.
///
/// Each entrant has a ledger of its own, which grows from round to round. What a store seals beside its appends is in
/// the figures only as far as it happens while the clock runs; the suite `seal` has its cost.
struct AppendSuite {
    var ledger: String
    var scratch: String
    var rounds: Int
    /// How long each entrant writes in a round.
    var seconds: Double

    private static let batchSizes = [1, 10, 100, 1_000]
    /// More than any entrant appends in a second.
    private static let mostPerSecond = 120_000.0
    /// What the engine's ledgers have before the first round: less than a segment, so that nothing is left to be sealed.
    private static let eventsBefore = 50_000

    func run() async throws -> Report {
        let most = Int(Double(rounds + 1) * (seconds + 0.1) * Self.mostPerSecond)
        let given = try await GivenEntries(ledger, count: 2 * most)
        let sample = try await SampleLedger(events: Self.eventsBefore, in: scratch)
        let prepared = PreparedOrders(most, on: try await sample.board())
        var contest = Contest()
        let file = try PreallocatedFile(scratch + "/raw", bytes: 256 << 20)
        contest.add("write + fdatasync of 60 KB into a preallocated file", unit: "writes") {
            try await timed {
                try file.write(61_440)
                return 1
            }
        }
        var stores: [Appending] = []
        for size in Self.batchSizes {
            let path = scratch + "/append-\(size).muster"
            try await SQLiteEventStore.create(at: path)
            let target = Appending(store: try await SQLiteEventStore.open(at: path, mode: .write), given: given)
            stores.append(target)
            contest.add("store, \(size) a batch") { try await timed { try await target.append(size) } }
        }
        var engines: [String: Asking] = [:]
        for size in Self.batchSizes {
            let target = try await Asking(
                at: sample.place("engine-\(size).muster"), copyOf: sample.path, prepared)
            let name = "engine, \(size) a batch"
            engines[name] = target
            contest.add(name) { try await timed { try await target.ask(size) } }
        }
        let outcomes = try await contest.run(rounds: rounds)
        for target in stores { await target.store.close() }
        for target in engines.values { await target.close() }
        return report(outcomes, engines)
    }

    private func report(_ outcomes: [Contest.Outcome], _ engines: [String: Asking]) -> Report {
        var report = Report()
        let sync = outcomes[0]
        report.add(sync.name, sync.wallRate, "writes/s")
        for outcome in outcomes.dropFirst() {
            report.add(outcome.name, outcome.wallRate, "events/s", over: sync.name, of: sync.wallRate)
            if let engine = engines[outcome.name] {
                // The store's figures have one entry a command; a command of a district leaves more.
                let commands = outcome.wallRate * Double(engine.commands) / Double(engine.entries)
                report.add("\(outcome.name), commands", commands, "commands/s", over: sync.name, of: sync.wallRate)
            }
            report.add("\(outcome.name), CPU", 1e6 / outcome.rate, "µs/event")
        }
        return report
    }

    private func timed(_ body: () async throws -> Int) async rethrows -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        repeat { count += try await body() } while ContinuousClock.now < end
        return count
    }
}
