import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// The state as it was recorded by the end of the second day: the whistle's calls and its clocks.
struct DemoBoard {
    let view: LedgerView
    let now: Instant
    /// From when the story's days are counted.
    let beginning: Instant
    let console: Console
    let width: Int

    private var language: Language { console.language }

    func print() {
        let names = Rendering(view)
        guard let name = WhistleName(DemoStory.whistle), let id = view.board.whistle(named: name) else { return }
        let whistle = view.board.whistles[id]
        let values = [
            "whistle": name.description, "state": names.term(whistle.state, language),
            "clock": whistle.due.map { clock(done: whistle.handledAt, due: $0, runs: true) } ?? "—",
        ]
        let heading = [
            "moment": DemoMoment(instant: now, language: language).withoutYear, "events": "\(view.board.size)",
        ]
        for line in console.say("demo.board.heading", heading).wrapped(to: width) { console.out(line) }
        for line in console.say("demo.board.whistle", values).wrapped(to: width) { console.out(line) }
        var table = TextTable(
            columns: ["unit", "role", "state", "signed", "reportedIn"].map {
                TextTable.Column(console.say("demo.board.\($0)"))
            }
        )
        for call in view.board.calls(of: id) {
            let runs = call.state.isLive
            let isLate = call.isReportedInLate(at: now)
            table.add([
                TextTable.Cell(names.unit(call.unit)), TextTable.Cell(names.term(call.role, language)),
                TextTable.Cell(names.term(call.state, language)),
                TextTable.Cell(clock(done: call.acknowledgedAt, due: call.acknowledgeBy, runs: runs)),
                TextTable.Cell(
                    clock(done: call.reportedInAt, due: call.reportInBy, runs: runs),
                    ink: isLate ? .red : nil
                ),
            ])
        }
        for line in table.lines(terminalWidth: width - 2, palette: console.palette) { console.out("  " + line) }
    }

    /// How a clock stood: stopped in time or late, running, or of no account any more.
    private func clock(done: Instant?, due: Instant, runs: Bool) -> String {
        let limit = Moment(milliseconds: due.milliseconds)
        guard let done else {
            guard runs else { return "—" }
            let standing = DurationWords.standing(of: limit, now: Moment(milliseconds: now.milliseconds), language)
            let due = DemoMoment(instant: due, language: language).withoutYear
            return console.say("demo.board.running", ["due": due, "standing": standing])
        }
        let values = [
            "day": "\(done.storyDay(from: beginning))", "time": DemoMoment(instant: done, language: language).time,
        ]
        let late = done.milliseconds - due.milliseconds
        guard late > 0 else { return console.say("demo.board.inTime", values) }
        // Without spaces it fits beside the other columns of a narrow terminal.
        let length = DurationWords.length(milliseconds: late, language).replacing(" ", with: "")
        return console.say("demo.board.late", values.merging(["length": length]) { first, _ in first })
    }
}
