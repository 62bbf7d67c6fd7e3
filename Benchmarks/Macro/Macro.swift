import Benchmark
import EventLog
import Foundation
import MusterEngine
import ProcessorTime
import SQLiteEventStore
import Workload

/// What a person notices, in one piece: a replay, an append through the engine, the sealing of a segment.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.processorTime, .wallClock, .throughput], warmupIterations: 1, maxDuration: .seconds(3))
    replayBenchmarks()
    appendBenchmarks()
    sealBenchmarks()
}

/// One segment and a tail.
private let events = 70_000

private func replayBenchmarks() {
    Benchmark(
        "replay \(events) events, opening included",
        closure: { benchmark, ledger in
            try await benchmark.measure {
                let store = try await SQLiteEventStore.open(at: ledger.path, mode: .read)
                blackHole(try await Replay.board(of: store).size)
                await store.close()
            }
        },
        setup: { try await SampleLedger(events: events) },
        teardown: { SampleLedger.deleteAll() })
}

private func appendBenchmarks() {
    let size = 100
    Benchmark(
        "append \(size) commands through the engine, durable",
        // There are only so many orders.
        configuration: .init(maxIterations: 300),
        closure: { benchmark, asking in try await benchmark.measure { try await asking.ask(size) } },
        setup: {
            let ledger = try await SampleLedger(events: 50_000)
            let prepared = PreparedOrders(500 * size, on: try await ledger.board())
            return try await Asking(at: ledger.place("asked.muster"), copyOf: ledger.path, prepared)
        },
        teardown: { SampleLedger.deleteAll() })
}

/// A segment's entries, and where ledgers of them may lie.
private struct Sealing {
    var ledger: SampleLedger
    var given: GivenEntries
}

private func sealBenchmarks() {
    Benchmark(
        "seal a segment",
        configuration: .init(warmupIterations: 0, maxIterations: 3),
        closure: { (benchmark: Benchmark, prepared: Sealing) in
            let path = prepared.ledger.place("sealed-\(benchmark.currentIteration).muster")
            try await SQLiteEventStore.create(at: path)
            let target = Appending(
                store: try await SQLiteEventStore.open(at: path, mode: .write), given: prepared.given)
            let segment = Int(Segment.size)
            while target.count < segment { _ = try await target.append(min(1_000, segment - target.count)) }
            // The last append began it, and closing waits until it is done.
            await benchmark.measure { await target.store.close() }
        },
        setup: {
            let ledger = try await SampleLedger(events: events)
            return Sealing(ledger: ledger, given: try await GivenEntries(ledger.path, count: Int(Segment.size)))
        },
        teardown: { SampleLedger.deleteAll() })
}
