import ArgumentParser
import MusterAPI
import MusterText

/// `muster inbox`: what one unit has to do, the next deadline first.
struct InboxCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: about("inbox"),
        discussion: examples("inbox"),
        aliases: ["待办"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("inbox.unit")) var unit: String?

    @Flag(name: .long, help: help("inbox.watch")) var watch = false

    @OptionGroup var past: PastOptions

    func run(in session: Session) async throws {
        let query = try past.query()
        if watch { try past.refuse(beside: "--watch") }
        let district = try await session.district()
        if watch { return try await InboxWatch(district: district, unit: unit, session: session).run() }
        var past: ShownPast?
        let items = try await session.all { part in
            let page = try await district.inbox(InboxQuery(unit: unit, page: part, past: query))
            past = page.past
            return page
        }
        let console = session.console
        console.head(past)
        if items.isEmpty { return console.note(console.say("inbox.empty")) }
        if console.isJSON { return items.forEach { console.out(JSONValue(encoding: $0).adding(past)) } }
        let list = InboxList(items, Wording(console, of: past))
        for line in list.lines { console.out(line) }
        console.note(list.footer)
    }
}
