import ArgumentParser
import Foundation
import MusterAPI
import MusterText

/// `muster replay`: folds the log anew and says what came of it and how long it took; several ledgers at the same
/// time; or, with `--watch`, event by event.
struct ReplayCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: about("replay"),
        discussion: examples("replay"),
        aliases: ["回放"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("replay.words")) var words: [String] = []

    @OptionGroup var past: PastOptions

    @Flag(name: .long, help: help("replay.watch")) var watch = false

    @Option(name: .long, help: help("replay.date")) var date: String?

    @Option(name: .long, help: help("replay.speed")) var speed: Int?

    func run(in session: Session) async throws {
        let query = try past.query()
        if watch { return try await watch(session) }
        if date != nil || speed != nil { throw Failure("missingOption", status: .usage, ["option": "--watch"]) }
        guard words.isEmpty else {
            if options.server != nil { throw Failure("embeddedOnly", status: .usage) }
            return try await ReplayOfMany((options.ledger.map { [$0] } ?? []) + words, to: query, session.console).run()
        }
        let report = try await session.district().replay(query)
        let console = session.console
        guard !console.isJSON else { return console.out(JSONValue(encoding: report)) }
        let milliseconds = Int64((report.seconds * 1000).rounded())
        console.out(
            console.say(
                "replay.position",
                [
                    "position": "\(report.position)", "events": "\(report.events)",
                    "recorded": report.recorded.map(Wording(console).moment) ?? "—", "size": "\(report.size)",
                ]
            )
        )
        console.out(console.say("replay.digest", ["digest": report.digest]))
        console.out(
            console.say("replay.speed", ["milliseconds": "\(milliseconds)", "perSecond": "\(report.eventsPerSecond)"])
        )
    }

    private func watch(_ session: Session) async throws {
        try past.refuse(beside: "--watch")
        if let speed, !(1...100).contains(speed) {
            throw Failure(
                "badValue", status: .usage, ["text": "\(speed)", "option": "--speed", "allowed": "1 … 100"])
        }
        guard words.count <= 1, words.isEmpty || date == nil else { throw Failure("watchOne", status: .usage) }
        let day = try date.map { text throws(Failure) in
            let typed = text.precomposedStringWithCompatibilityMapping
            guard let moment = Moment(typed: typed, now: .now, dateAlone: true) else {
                throw Failure("badMoment", status: .usage, ["text": text])
            }
            return moment.localDateText(.en)
        }
        let district = try await session.district()
        let steps: any ReplaySteps =
            if let whistle = words.first {
                try await WhistleSteps(of: whistle, in: district, session.console)
            } else {
                try await DaySteps(of: day, in: district, session.console)
            }
        try await ReplayWatch(steps: steps, console: session.console, perSecond: speed).run()
    }
}
