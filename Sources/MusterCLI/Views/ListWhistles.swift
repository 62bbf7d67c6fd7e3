import ArgumentParser
import MusterAPI
import MusterDomain
import MusterText

/// `muster list`: whistles and other systems' cases, newest first.
struct ListWhistles: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: about("list"),
        discussion: examples("list"),
        aliases: ["列表"]
    )

    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: help("list.late")) var late = false

    @Flag(name: .long, help: help("list.open")) var open = false

    @Flag(name: .long, help: help("list.closed")) var closed = false

    @Option(name: .long, parsing: .singleValue, help: help("list.state")) var state: [String] = []

    @Option(name: .long, help: help("list.street")) var street: String?

    @Option(name: .long, help: help("list.unit")) var unit: String?

    @Option(name: .long, help: help("list.kind")) var kind: String?

    @Option(name: .long, help: help("list.limit")) var limit: Int?

    @OptionGroup var past: PastOptions

    /// Rows on a terminal unless a limit is named: about one screen, because every title is read by itself.
    private static let page = 50

    func run(in session: Session) async throws {
        if let limit, limit < 0 {
            throw Failure("badValue", status: .usage, ["text": "\(limit)", "option": "--limit", "allowed": "0 …"])
        }
        let query = try query(session.console.language)
        let district = try await session.district()
        let console = session.console
        let count =
            console.isJSON
            ? try await printJSON(query, of: district, session) : try await printTable(query, of: district, session)
        if count == 0 { console.note(console.say("list.empty")) }
    }

    /// What was typed, in the names that programs use.
    private func query(_ language: Language) throws(Failure) -> WhistleQuery {
        let typed = Typed(now: .now, language: language)
        var query = WhistleQuery()
        query.isLate = late
        if open { query.isOpen = true }
        query.isClosed = closed
        for text in state {
            if case .string(let name)? = try typed.code(text, "--state", as: WhistleState.self) {
                query.states.append(name)
            }
        }
        if case .string(let name)? = try typed.code(kind, "--kind", as: WhistleKind.self) { query.kind = name }
        query.street = street
        query.unit = unit
        query.past = try past.query()
        return query
    }

    private func page(_ page: PageQuery, of query: WhistleQuery, withTitles: Bool) -> WhistleQuery {
        var query = query
        query.page = page
        query.withTitles = withTitles
        return query
    }

    private func printJSON(
        _ query: WhistleQuery, of district: any DistrictViews, _ session: Session
    ) async throws -> Int {
        var output = ByteOutput()
        var past: ShownPast?
        let count = try await session.walk(most: limit) { part in
            let found = try await district.whistles(page(part, of: query, withTitles: false))
            past = found.past
            return found
        } _: { items in
            for item in items { output.put(JSONValue(encoding: item).adding(past)) }
        }
        output.flush()
        return count
    }

    /// The deadline; its day alone where the terminal is narrow.
    private func due(_ whistle: WhistleItem, _ wording: Wording) -> String {
        guard let due = whistle.due else { return "—" }
        guard let width = wording.console.width, width < 100 else { return wording.moment(due) }
        return wording.date(due)
    }

    private func printTable(
        _ query: WhistleQuery, of district: any DistrictViews, _ session: Session
    ) async throws -> Int {
        let console = session.console
        let wording = Wording(console)
        var past: ShownPast?
        let widest = (console.width ?? .max) < 100 ? 12 : 20
        var table = TextTable(
            columns: [
                .init(console.say("list.column.whistle"), mayShrink: false),
                .init(console.say("list.column.state"), mayShrink: false),
                .init(console.say("list.column.title"), maximumWidth: 60),
                .init(console.say("list.column.street"), maximumWidth: widest),
                .init(console.say("list.column.lead"), maximumWidth: widest),
                .init(console.say("list.column.due"), mayShrink: false),
            ]
        )
        let late = console.say("list.late")
        let count = try await session.walk(most: limit ?? (console.width == nil ? nil : Self.page)) { part in
            let found = try await district.whistles(page(part, of: query, withTitles: true))
            past = found.past
            return found
        } _: { items in
            for item in items {
                table.add([
                    TextTable.Cell(item.whistle, ink: .cyan),
                    TextTable.Cell(wording.term("WhistleState", item.state)),
                    TextTable.Cell(item.title ?? ""),
                    TextTable.Cell(item.streetName ?? "—"),
                    TextTable.Cell(item.leadName ?? "—"),
                    TextTable.Cell(due(item, wording) + (item.late ? " \(late)" : ""), ink: item.late ? .red : nil),
                ])
            }
        }
        console.head(past)
        guard count > 0 else { return 0 }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
        let shown = table.rows.count
        if shown < count {
            console.note(
                console.say("list.more", ["shown": "\(shown)", "all": "\(count)", "more": "\(count - shown)"]))
        }
        return count
    }
}
