import ArgumentParser
import MusterAPI
import MusterDomain
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

    @OptionGroup var past: PastOptions

    func run(in session: Session) async throws {
        let query = try past.query()
        if notice { try past.refuse(beside: "--notice") }
        let district = try await session.district()
        let console = session.console
        if notice {
            let notices = try await district.notices(whistle, unit: unit)
            if let nothing = notices.nothing { return console.note(nothing) }
            return console.out(notices.texts.joined(separator: "\n\n"))
        }
        let detail = try await district.whistle(whistle, query)
        if unit != nil { throw Failure("missingOption", status: .usage, ["option": "--notice"]) }
        guard !console.isJSON else { return console.out(Self.json(of: detail)) }
        console.head(detail.past)
        let wording = Wording(console, of: detail.past)
        for line in WhistleSummary(detail, wording).lines { console.out(line) }
        console.out("")
        console.out(console.palette.paint(console.say("show.timeline"), .bold))
        for line in Timeline(detail, wording).lines(width: console.width) { console.out(line) }
        console.out("")
        printNext(detail, wording)
    }

    /// The resource without the sentences of its history, which would differ by language: data and words are all
    /// there.
    private static func json(of detail: WhistleDetail) -> JSONValue {
        guard case .object(let members) = JSONValue(encoding: detail) else { return .null }
        return .object(
            members.map { member in
                guard member.name == "events", case .array(let events) = member.value else { return member }
                let plain = events.map { $0.without(["actorName", "sentence", "remarks"]) }
                return JSONValue.Member(member.name, .array(plain))
            })
    }

    private func printNext(_ detail: WhistleDetail, _ wording: Wording) {
        let console = wording.console
        guard !detail.next.isEmpty else {
            if WhistleState(name: detail.state)?.isOpen == false { console.out(console.say("show.over")) }
            return
        }
        console.out(console.palette.paint(console.say(detail.past == nil ? "show.next" : "show.nextThen"), .bold))
        // The verb as it is typed, and what it means.
        let acts = wording.joined(
            detail.next.compactMap { name in
                guard let verb = WhistleAct(name: name)?.verb else { return nil }
                let term = wording.term("WhistleAct", name)
                return verb + (wording.language == .zh ? "（\(term)）" : " (\(term))")
            })
        for part in console.width.map({ acts.wrapped(to: $0 - 2) }) ?? [acts] { console.out("  " + part) }
    }
}
