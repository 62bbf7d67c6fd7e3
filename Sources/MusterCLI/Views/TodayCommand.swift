import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// `muster today`: the figures of the day, each with its cases.
struct TodayCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: about("today"),
        discussion: examples("today"),
        aliases: ["今日"]
    )

    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: help("today.text")) var text = false

    @Option(name: .long, help: help("today.date")) var date: String?

    /// Cases of one figure that are written out for people.
    private static let page = 20

    func run(in session: Session) async throws {
        let (bound, now) = try moment()
        let reading = try await Reading(session, bound: bound, now: now)
        let today = reading.board.today(at: now)
        if reading.console.isJSON {
            try await printJSON(today, reading)
        } else if text {
            reading.console.out(TodayMessage(today, reading).text)
        } else {
            try await printFigures(today, reading)
        }
    }

    /// Now, or the end of the day that was asked for and what had been recorded by then.
    private func moment() throws(Failure) -> (ReplayBound, Instant) {
        let now = Environment.live.now()
        guard let date else { return (.end, now) }
        let typed = date.precomposedStringWithCompatibilityMapping
        guard let moment = Moment(typed: typed, now: Moment(milliseconds: now.milliseconds), dateAlone: true),
            moment.milliseconds <= now.milliseconds
        else { throw Failure("badMoment", status: .usage, ["text": date]) }
        let day = ShanghaiDay(containing: Instant(milliseconds: moment.milliseconds))
        if day.contains(now) { return (.end, now) }
        let end = Instant(milliseconds: day.end.milliseconds - 1)
        return (.asRecorded(end), end)
    }

    private func printFigures(_ today: Today, _ reading: Reading) async throws {
        let console = reading.console
        let references = today[.repeated].isEmpty ? [] : try await reading.names(of: .reference)
        console.out(
            console.palette.paint(
                console.say("today.title", TodayMessage.heading(today, reading)),
                .bold
            )
        )
        for figure in Today.Figure.allCases {
            let cases = today[figure]
            let ink: Ink? = cases.isEmpty ? nil : figure == .overdue ? .red : .bold
            let count = ink.map { console.palette.paint("\(cases.count)", $0) } ?? "\(cases.count)"
            console.out("")
            console.out(console.say("today.\(figure.rawValue)") + "  " + count)
            for found in cases.prefix(Self.page) {
                var parts = [reading.names.whistle(found.whistle)]
                if found.unit.exists { parts.append(reading.names.unit(found.unit)) }
                if found.earlier.exists, found.earlier != found.whistle {
                    parts.append(reading.names.whistle(found.earlier))
                }
                if found.reference != 0, references.count >= found.reference {
                    let values = ["reference": references[Int(found.reference) - 1], "links": "\(found.links)"]
                    parts.append(console.say("today.links", values))
                }
                if found.isLate { parts.append(console.say("list.late")) }
                let front = "  " + parts.joined(separator: "  ") + "  "
                let title = try await reading.title(of: found.whistle)
                let room = console.width.map { max(8, $0 - displayWidth(front)) }
                console.out(
                    console.palette.paint(front, found.isLate ? .red : .cyan)
                        + (room.map { title.truncated(to: $0) } ?? title)
                )
            }
            if cases.count > Self.page {
                console.out("  " + console.say("today.more", ["more": "\(cases.count - Self.page)"]))
            }
        }
    }

    private func printJSON(_ today: Today, _ reading: Reading) async throws {
        let references = today[.repeated].isEmpty ? [] : try await reading.names(of: .reference)
        var members: [(String, JSONValue)] = [
            ("from", JSONValue(today.day.start)), ("to", JSONValue(today.day.end)), ("at", JSONValue(today.now)),
        ]
        for figure in Today.Figure.allCases {
            var cases: [JSONValue] = []
            for found in today[figure] {
                let reference = references.count >= found.reference && found.reference != 0
                cases.append([
                    "whistle": .string(reading.names.whistle(found.whistle)),
                    "title": .string(try await reading.title(of: found.whistle)),
                    "unit": JSONValue(reading.code(of: found.unit)),
                    "late": .bool(found.isLate),
                    "earlier": found.earlier.exists ? .string(reading.names.whistle(found.earlier)) : .null,
                    "reference": reference ? .string(references[Int(found.reference) - 1]) : .null,
                    "links": reference ? JSONValue(found.links) : .null,
                ])
            }
            members.append((figure.rawValue, ["count": JSONValue(cases.count), "cases": .array(cases)]))
        }
        reading.console.out(JSONValue(members: members))
    }
}
