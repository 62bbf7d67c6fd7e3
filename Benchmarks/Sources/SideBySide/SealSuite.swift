import EventLog
import Foundation
import SQLiteEventStore
import Workload

/// What sealing a segment costs the processor, and how long commands wait while it goes on.
struct SealSuite {
    var ledger: String
    var scratch: String

    /// As many alone as while a segment is sealed, for the disk has its moments in either.
    private static let commits = 2_000

    func run() async throws -> Report {
        var report = Report()
        let given = try await GivenEntries(ledger, count: 70_000)
        let segment = Int(Segment.size)
        let path = scratch + "/sealing.muster"
        try await SQLiteEventStore.create(at: path)
        let target = Appending(
            store: try await SQLiteEventStore.open(at: path, mode: .write), given: given)
        let full = segment - Self.commits - 1
        while target.count < full { _ = try await target.append(min(1_000, full - target.count)) }
        let before = try await latencies(target)
        // The next entry fills the segment.
        let during = try await latencies(target)
        await target.store.close()
        report.add("commit alone, longest of 2,000", (before.max() ?? 0) * 1e3, "ms")
        report.add(
            "commit while a segment is sealed, longest of 2,000", (during.max() ?? 0) * 1e3, "ms",
            over: "commit alone, longest of 2,000", of: (before.max() ?? 0) * 1e3)
        report.add("commits over 5 ms alone, of 2,000", Double(before.count { $0 > 0.005 }), "commits")
        report.add(
            "commits over 5 ms while a segment is sealed, of 2,000", Double(during.count { $0 > 0.005 }), "commits")
        report.add(
            "commit while a segment is sealed, median", median(during) * 1e3, "ms", over: "commit alone, median",
            of: median(before) * 1e3)

        let other = scratch + "/sealing-cpu.muster"
        try await SQLiteEventStore.create(at: other)
        let filled = Appending(
            store: try await SQLiteEventStore.open(at: other, mode: .write), given: given)
        while filled.count < segment { _ = try await filled.append(min(1_000, segment - filled.count)) }
        let (sample, _) = await measured { await filled.store.close() }
        report.add("sealing", sample.cpu / Double(segment) * 1e9, "ns CPU/event")
        report.add("sealing, wall", sample.wall, "s a segment")
        return report
    }

    private func latencies(_ target: Appending) async throws -> [Double] {
        var latencies: [Double] = []
        for _ in 0..<Self.commits { latencies.append(try await measured { _ = try await target.append(1) }.0.wall) }
        return latencies
    }
}
