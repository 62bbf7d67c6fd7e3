import Benchmark
import EventLog
import FoldRow
import MusterDomain
import MusterEngine
import ProcessorTime
import Workload

/// What replay and append are made of, each by itself, on the rows, entries and commands of a generated log.
///
/// Allocations are not counted: what counts them is left out of the build.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.processorTime, .wallClock, .throughput], warmupIterations: 3, maxDuration: .seconds(1),
        maxIterations: 10_000)
    blockBenchmarks()
    foldBenchmarks()
    entryBenchmarks()
    commandBenchmarks()
}

/// Rows in a block of columns, as sealing makes them of a segment.
private let blockRows = 8_192

/// What the benchmarks are given: made once a benchmark, before its clock starts.
private struct Sample {
    var rows: [FoldRow]
    var entries: [StoredEntry]
    /// The content of a block of columns, with what a reader may read behind it, and its frame.
    var columns: [UInt8]
    var columnBytes: Int
    var columnFrame: [UInt8]
    /// The content of the first block of entries.
    var entryBlock: [UInt8]
    var orders: [Order]

    static func make() async throws -> Sample {
        let ledger = try await SampleLedger(events: 3 * blockRows)
        defer { ledger.delete() }
        let (rows, entries) = try await ledger.read(blockRows)
        let block = FoldColumns.blocks(of: rows[...], from: 0)[0]
        var builder = EntryBlock.Builder(first: 0)
        for entry in entries { guard builder.add(entry.bytes, previous: nil) else { break } }
        return Sample(
            rows: rows, entries: entries, columns: block.content + [UInt8](repeating: 0, count: Inflater.slack),
            columnBytes: block.content.count, columnFrame: block.frame, entryBlock: builder.content(),
            orders: PreparedOrders(1_000, on: try await ledger.board()).orders)
    }
}

private func blockBenchmarks() {
    Benchmark(
        "inflate a frame of columns",
        closure: { benchmark, sample in
            let inflater = Inflater()
            try benchmark.measure {
                try sample.columnFrame.withUnsafeBytes { bytes in
                    try inflater.read(bytes, limit: FoldColumns.maximumBytes) { _, count in count }
                }
            }
        }, setup: Sample.make)

    Benchmark(
        "unpack a block of \(blockRows) rows",
        closure: { benchmark, sample in
            try benchmark.measure {
                try sample.columns.withUnsafeBytes { bytes in
                    let block = try FoldBlock(bytes, count: sample.columnBytes, first: 0)
                    var sum: Int64 = 0
                    _ = block.read(from: 0, to: block.count, in: bytes) { rows in
                        sum &+= rows[0].time
                        return true
                    }
                    return sum
                }
            }
        }, setup: Sample.make)

    Benchmark(
        "read a block of entries, each of them",
        closure: { benchmark, sample in
            try benchmark.measure {
                let block = try EntryBlock(sample.entryBlock, first: 0)
                for position in block.positions { blackHole(block.bytes(at: position)) }
            }
        }, setup: Sample.make)
}

private func foldBenchmarks() {
    Benchmark(
        "fold \(blockRows) rows into an empty board",
        closure: { benchmark, sample in
            var board = Board()
            try benchmark.measure { try board.apply(sample.rows.span) }
            blackHole(board.size)
        }, setup: Sample.make)
}

private func entryBenchmarks() {
    Benchmark(
        "write an entry in canonical JSON", configuration: .init(scalingFactor: .kilo),
        closure: { benchmark, sample in
            let envelopes = try sample.entries.prefix(1_000).map { try Envelope(bytes: $0.bytes) }
            benchmark.measure { for index in benchmark.scaledIterations { blackHole(envelopes[index].bytes) } }
        }, setup: Sample.make)

    Benchmark(
        "read an entry of canonical JSON", configuration: .init(scalingFactor: .kilo),
        closure: { benchmark, sample in
            try benchmark.measure {
                for index in benchmark.scaledIterations { blackHole(try Envelope(bytes: sample.entries[index].bytes)) }
            }
        }, setup: Sample.make)

    Benchmark(
        "commit to a text", configuration: .init(scalingFactor: .kilo),
        closure: { benchmark, sample in
            let words = Array(sample.entries.flatMap(\.words).prefix(1_000))
            benchmark.measure {
                for index in benchmark.scaledIterations {
                    blackHole(Commitment.bytes(of: words[index].text, salt: words[index].salt))
                }
            }
        }, setup: Sample.make)
}

private func commandBenchmarks() {
    Benchmark(
        "digest a command", configuration: .init(scalingFactor: .kilo),
        closure: { benchmark, sample in
            benchmark.measure { for index in benchmark.scaledIterations { blackHole(sample.orders[index].digest) } }
        }, setup: Sample.make)
}
