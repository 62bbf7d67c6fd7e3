import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// `muster replay L1 L2 …`: several ledgers at the same time, as many as there are cores, then a line for each and
/// a sum. Logs have nothing in common, so one that fails is its own trouble; the status tells that there was one.
struct ReplayOfMany {
    /// The exit status when some ledger could not be replayed.
    static let statusOfFailure: Int32 = 2

    private let paths: [String]
    private let query: PastQuery
    private let console: Console

    init(_ paths: [String], to query: PastQuery, _ console: Console) {
        self.paths = paths
        self.query = query
        self.console = console
    }

    /// One ledger, folded.
    private struct Folded: Sendable {
        var board: Board
        var size: Position
        var seconds: Double
    }

    func run() async throws {
        let bound = bound
        let begin = ContinuousClock.now
        let folded = await inParallel(paths) { path in await Self.fold(path, to: bound) }
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        // The digests are no part of the replay.
        let reports = await inParallel(folded) { folded in folded.map(Self.report) }
        for (path, report) in zip(paths, reports) { put(report, of: path) }
        let failed = reports.count { if case .failure = $0 { true } else { false } }
        if paths.count > 1 { putSum(of: reports, failed: failed, seconds) }
        if failed > 0 { throw ExitCode(Self.statusOfFailure) }
    }

    private var bound: ReplayBound {
        func instant(_ text: String) -> Instant {
            Instant(milliseconds: Moment(rfc3339: text)?.milliseconds ?? 0)
        }
        if let to = query.to { return .to(to) }
        if let asOf = query.asOf { return .asOf(instant(asOf)) }
        if let asRecorded = query.asRecorded { return .asRecorded(instant(asRecorded)) }
        return .end
    }

    /// What becomes of each item, in their order.
    private func inParallel<Item: Sendable, Made: Sendable>(
        _ items: [Item], _ make: @escaping @Sendable (Item) async -> Made
    ) async -> [Made] {
        await withTaskGroup(of: (Int, Made).self) { group in
            var made: [Int: Made] = [:]
            for (index, item) in items.enumerated() {
                if index >= ProcessInfo.processInfo.activeProcessorCount, let one = await group.next() {
                    made[one.0] = one.1
                }
                group.addTask { (index, await make(item)) }
            }
            for await (index, one) in group { made[index] = one }
            return items.indices.compactMap { made[$0] }
        }
    }

    private static func fold(_ path: String, to bound: ReplayBound) async -> Result<Folded, Failure> {
        let begin = ContinuousClock.now
        do throws(Failure) {
            let (board, size) = try await SessionLedger(files: LedgerFiles(path: path)).replay(bound)
            if case .to(let position) = bound, position > size {
                let values = ["position": "\(position)", "size": "\(size)"]
                throw Failure("beyondEnd", status: .usage, values, key: "replay.beyondEnd")
            }
            return .success(
                Folded(board: board, size: size, seconds: (ContinuousClock.now - begin) / .seconds(1)))
        } catch { return .failure(error) }
    }

    private static func report(_ folded: Folded) -> ReplayReport {
        let board = folded.board
        return ReplayReport(
            position: board.size, events: board.folded, digest: board.digest, seconds: folded.seconds,
            eventsPerSecond: rate(board.folded, folded.seconds), size: folded.size,
            recorded: board.size == 0 ? nil : Moment(milliseconds: board.recorded.milliseconds).iso8601)
    }

    private static func rate(_ events: UInt64, _ seconds: Double) -> Int64 {
        seconds > 0 ? Int64(Double(events) / seconds) : 0
    }

    // MARK: Output

    private func put(_ report: Result<ReplayReport, Failure>, of path: String) {
        switch report {
        case .failure(let failure):
            if console.isJSON {
                let error: JSONValue = [
                    "code": .string(failure.code), "zh": .string(failure.zh), "en": .string(failure.en),
                ]
                return console.out(["ledger": .string(path), "error": error])
            }
            console.out(path + "  " + console.palette.paint(failure.sentence(console.language), .red))
        case .success(let report):
            if console.isJSON {
                let members = JSONValue(encoding: report).members
                return console.out(.object([JSONValue.Member("ledger", .string(path))] + members))
            }
            let values = figures(report.events, report.seconds, report.eventsPerSecond)
            console.out(path + "  " + console.say("replay.many.line", values) + "  " + report.digest)
        }
    }

    private func putSum(of reports: [Result<ReplayReport, Failure>], failed: Int, _ seconds: Double) {
        let events = reports.reduce(UInt64(0)) { sum, report in
            if case .success(let report) = report { sum + report.events } else { sum }
        }
        let rate = Self.rate(events, seconds)
        guard !console.isJSON else {
            return console.out(
                JSONValue(
                    encoding: Sum(
                        ledgers: reports.count, failed: failed, events: events, seconds: seconds,
                        eventsPerSecond: rate)))
        }
        var values = figures(events, seconds, rate)
        values["ledgers"] = "\(reports.count)"
        values["failed"] = "\(failed)"
        console.out(console.say("replay.many.sum", values))
    }

    private struct Sum: Encodable {
        var ledgers, failed: Int
        var events: UInt64
        var seconds: Double
        var eventsPerSecond: Int64
    }

    private func figures(_ events: UInt64, _ seconds: Double, _ rate: Int64) -> [String: String] {
        ["events": "\(events)", "milliseconds": "\(Int64((seconds * 1000).rounded()))", "perSecond": "\(rate)"]
    }
}
