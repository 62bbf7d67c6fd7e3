import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore

/// `muster replay`: folds the log anew and says what came of it and how long it took.
struct ReplayCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: about("replay"),
        discussion: examples("replay"),
        aliases: ["回放"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("replay.to")) var to: Position?

    @Option(name: .customLong("as-of"), help: help("replay.asOf")) var asOf: String?

    @Option(name: .customLong("as-recorded"), help: help("replay.asRecorded")) var asRecorded: String?

    func run(in session: Session) async throws {
        let bound = try bound()
        let clock = ContinuousClock()
        let begin = clock.now
        let store = try await session.openStore()
        let board = try await session.guarding { () async throws(LedgerError) in
            try await Replay.board(of: store, bound: bound)
        }
        let seconds = (clock.now - begin) / .seconds(1)
        let size: Position
        do { size = try await store.size() } catch { throw Failure(error) }
        if let to, to > size {
            let values = ["position": "\(to)", "size": "\(size)"]
            throw Failure("beyondEnd", status: .usage, values, key: "replay.beyondEnd")
        }
        report(Report(board: board, logSize: size, seconds: seconds), on: session.console)
    }

    private func bound() throws(Failure) -> ReplayBound {
        guard [to != nil, asOf != nil, asRecorded != nil].count(where: { $0 }) <= 1 else {
            throw Failure("oneBound", status: .usage, key: "replay.oneBound")
        }
        if let to { return .to(to) }
        if let asOf { return .asOf(try moment(asOf)) }
        if let asRecorded { return .asRecorded(try moment(asRecorded)) }
        return .end
    }

    private func moment(_ text: String) throws(Failure) -> Instant {
        let text = text.precomposedStringWithCompatibilityMapping
        guard let moment = Moment(typed: text, now: Moment(milliseconds: Environment.live.now().milliseconds)) else {
            throw Failure("badMoment", status: .usage, ["text": text])
        }
        return Instant(milliseconds: moment.milliseconds)
    }

    /// What a replay came to.
    private struct Report {
        var position: UInt64
        var events: UInt64
        var digest: String
        var logSize: Position
        var recorded: Instant
        var seconds: Double

        init(board: Board, logSize: Position, seconds: Double) {
            position = board.size
            // Every folded event raised the revision of its stream by one; what `--as-of` passed over did not.
            var events = UInt64(board.districtRevision)
            board.whistles.forEach { _, row in events += UInt64(row.revision) }
            self.events = events
            digest = board.digest
            self.logSize = logSize
            recorded = board.recorded
            self.seconds = seconds
        }

        var perSecond: Int64 { seconds > 0 ? Int64(Double(events) / seconds) : 0 }
    }

    private func report(_ report: Report, on console: Console) {
        guard !console.isJSON else {
            console.out([
                "position": JSONValue(report.position), "events": JSONValue(report.events),
                "digest": .string(report.digest), "seconds": .decimal(report.seconds),
                "eventsPerSecond": .integer(report.perSecond),
            ])
            return
        }
        let moment = Moment(milliseconds: report.recorded.milliseconds).localText(console.language)
        let milliseconds = Int64((report.seconds * 1000).rounded())
        console.out(
            console.say(
                "replay.position",
                [
                    "position": "\(report.position)", "events": "\(report.events)",
                    "recorded": report.position == 0 ? "—" : moment, "size": "\(report.logSize)",
                ]
            )
        )
        console.out(console.say("replay.digest", ["digest": report.digest]))
        console.out(
            console.say("replay.speed", ["milliseconds": "\(milliseconds)", "perSecond": "\(report.perSecond)"])
        )
    }
}
