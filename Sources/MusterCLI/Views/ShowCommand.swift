import ArgumentParser
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// `muster show`: all about one whistle, how it came to be so, and what can be done next.
struct ShowCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: about("show"),
        discussion: examples("show"),
        aliases: ["查看"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("show.unit")) var unit: String?

    @Flag(name: .long, help: help("show.notice")) var notice = false

    func run(in session: Session) async throws {
        let reading = try await Reading(session)
        let console = reading.console
        let id = try reading.desk.whistle(whistle)
        let called = try reading.desk.unit(unit)
        let events = try await reading.history(of: id)
        if notice {
            let notice = Notice(reading: reading, whistle: id, events: events)
            let texts = try notice.texts(for: called)
            guard !texts.isEmpty else { return console.note(notice.nothing) }
            return console.out(texts.joined(separator: "\n\n"))
        }
        if called != nil { throw Failure("missingOption", status: .usage, ["option": "--notice"]) }
        let summary = try await WhistleSummary(reading, id, events)
        let timeline = Timeline(reading: reading, whistle: id, events: events)
        let next = next(id, session, reading)
        guard !console.isJSON else {
            let acts = JSONValue.array(next.map { .string($0.name) })
            return console.out(JSONValue(members: summary.json + [("events", timeline.json), ("next", acts)]))
        }
        for line in summary.lines { console.out(line) }
        console.out("")
        console.out(console.palette.paint(console.say("show.timeline"), .bold))
        for line in timeline.lines(width: console.width) { console.out(line) }
        console.out("")
        guard !next.isEmpty else {
            if !reading.board.whistles[id].state.isOpen { console.out(console.say("show.over")) }
            return
        }
        console.out(console.palette.paint(console.say("show.next"), .bold))
        // The verb as it is typed, and what it means.
        let acts = reading.joined(
            next.compactMap { act in
                act.verb.map { $0 + (reading.language == .zh ? "（\(reading.term(act))）" : " (\(reading.term(act)))") }
            })
        for part in console.width.map({ acts.wrapped(to: $0 - 2) }) ?? [acts] { console.out("  " + part) }
    }

    /// What can be done, and if it is set who acts, by them.
    private func next(_ id: WhistleID, _ session: Session, _ reading: Reading) -> [WhistleAct] {
        let acts = reading.board.nextActs(on: id)
        guard let text = session.settings[.as]?.text, let actor = try? reading.desk.actor(text) else { return acts }
        let standing = reading.board.standing(of: actor.unit, in: id)
        return acts.filter { !$0.allowed.isDisjoint(with: standing) }
    }
}
