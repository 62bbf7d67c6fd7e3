import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
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

    @OptionGroup var past: PastOptions

    /// Cases of one figure that are written out for people.
    private static let page = 20

    func run(in session: Session) async throws {
        let date = try day()
        let past = try past.query()
        let district = try await session.district()
        let console = session.console
        let isWhole = console.isJSON || text
        let query = TodayQuery(
            date: date, cases: isWhole ? TodayQuery.limits.upperBound : Self.page,
            withTitles: console.isJSON || !text, past: past)
        let today = try await district.today(query)
        if console.isJSON { return console.out(JSONValue(encoding: today)) }
        let wording = Wording(console, of: today.past)
        // A message for a chat says its day and moment itself, and nothing else belongs there.
        if text { return console.out(TodayMessage(today, wording).text) }
        console.head(today.past)
        printFigures(today, wording)
    }

    /// The day that was asked for, as programs write it; nil for today.
    private func day() throws(Failure) -> String? {
        guard let date else { return nil }
        let now = Moment.now
        let typed = date.precomposedStringWithCompatibilityMapping
        guard let moment = Moment(typed: typed, now: now, dateAlone: true), moment <= now else {
            throw Failure("badMoment", status: .usage, ["text": date])
        }
        return moment.localDateText(.en)
    }

    private func printFigures(_ today: TodayFigures, _ wording: Wording) {
        let console = wording.console
        console.out(console.palette.paint(console.say("today.title", TodayMessage.heading(today, wording)), .bold))
        for figure in Today.Figure.allCases {
            let found = today[figure]
            let ink: Ink? = found.count == 0 ? nil : figure == .overdue ? .red : .bold
            let count = ink.map { console.palette.paint("\(found.count)", $0) } ?? "\(found.count)"
            console.out("")
            console.out(console.say("today.\(figure.rawValue)") + "  " + count)
            for one in found.cases { console.out(line(one, wording)) }
            if found.count > found.cases.count {
                console.out("  " + console.say("today.more", ["more": "\(found.count - found.cases.count)"]))
            }
        }
        guard let seal = today.seal else { return }
        console.out("")
        console.out(console.palette.paint(seal.words(console.language), .dim))
    }

    private func line(_ one: TodayCase, _ wording: Wording) -> String {
        let console = wording.console
        var parts = [one.whistle]
        if let unit = one.unitName { parts.append(unit) }
        if let earlier = one.earlier, earlier != one.whistle { parts.append(earlier) }
        if let reference = one.reference {
            parts.append(console.say("today.links", ["reference": reference, "links": "\(one.links ?? 0)"]))
        }
        if one.late { parts.append(console.say("list.late")) }
        let front = "  " + parts.joined(separator: "  ") + "  "
        let title = one.title ?? ""
        let room = console.width.map { max(8, $0 - displayWidth(front)) }
        return console.palette.paint(front, one.late ? .red : .cyan) + (room.map { title.truncated(to: $0) } ?? title)
    }
}

extension TodayFigures {
    /// A figure by its name.
    subscript(figure: Today.Figure) -> TodayFigure {
        switch figure {
        case .raised: raised
        case .unsigned: unsigned
        case .notReportedIn: notReportedIn
        case .overdue: overdue
        case .repeated: repeated
        case .closed: closed
        }
    }
}
