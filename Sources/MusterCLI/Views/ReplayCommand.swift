import ArgumentParser
import Foundation
import MusterAPI
import MusterText

/// `muster replay`: folds the log anew and says what came of it and how long it took.
struct ReplayCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: about("replay"),
        discussion: examples("replay"),
        aliases: ["回放"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("replay.to")) var to: UInt64?

    @Option(name: .customLong("as-of"), help: help("replay.asOf")) var asOf: String?

    @Option(name: .customLong("as-recorded"), help: help("replay.asRecorded")) var asRecorded: String?

    func run(in session: Session) async throws {
        let query = ReplayQuery(to: to, asOf: try moment(asOf), asRecorded: try moment(asRecorded))
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

    /// What a person typed, as programs write it.
    private func moment(_ text: String?) throws(Failure) -> String? {
        guard let text else { return nil }
        guard let moment = Moment(typed: text.precomposedStringWithCompatibilityMapping, now: .now) else {
            throw Failure("badMoment", status: .usage, ["text": text])
        }
        return moment.iso8601
    }
}
