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

    func run(in session: Session) async throws {
        let district = try await session.district()
        if watch { return try await InboxWatch(district: district, unit: unit, session: session).run() }
        let items = try await session.all { try await district.inbox(InboxQuery(unit: unit, page: $0)) }
        let console = session.console
        if items.isEmpty { return console.note(console.say("inbox.empty")) }
        if console.isJSON { return console.out(items) }
        let list = InboxList(items, Wording(console))
        for line in list.lines { console.out(line) }
        console.note(list.footer)
    }
}
