import ArgumentParser
import MusterAPI
import MusterDomain
import MusterService
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

    /// Rows on a terminal unless a limit is named: about one screen, because every title is read by itself.
    private static let page = 50

    func run(in session: Session) async throws {
        let reading = try await Reading(session)
        let found = reading.board.whistles(matching: try filter(reading.desk), at: reading.now)
        if found.isEmpty { reading.console.note(reading.console.say("list.empty")) }
        if reading.console.isJSON {
            try await printJSON(found.prefix(limit ?? found.count), reading)
        } else if !found.isEmpty {
            try await printTable(found, reading)
        }
    }

    private func filter(_ desk: Desk) throws(Failure) -> WhistleFilter {
        if let limit, limit < 0 {
            throw Failure("badValue", status: .usage, ["text": "\(limit)", "option": "--limit", "allowed": "0 …"])
        }
        var filter = WhistleFilter()
        filter.isLate = late
        if open { filter.isOpen = true }
        filter.isClosed = closed
        for text in state { filter.states.insert(try desk.code(text, "--state")) }
        filter.street = try desk.unit(street)
        filter.unit = try desk.unit(unit)
        if let kind { filter.kind = try desk.code(kind, "--kind", as: WhistleKind.self) }
        return filter
    }

    private func printJSON(_ found: some Sequence<WhistleID>, _ reading: Reading) async throws {
        let facts = try await WhistleFacts(reading)
        var output = ByteOutput()
        for id in found { output.put(facts.json(of: id)) }
        output.flush()
    }

    /// The deadline; its day alone where the terminal is narrow.
    private func due(_ row: WhistleRow, _ reading: Reading) -> String {
        guard let due = row.due else { return "—" }
        guard let width = reading.console.width, width < 100 else { return reading.moment(due) }
        return Moment(milliseconds: due.milliseconds).localDateText(reading.language)
    }

    private func printTable(_ found: [WhistleID], _ reading: Reading) async throws {
        let console = reading.console
        let shown = found.prefix(limit ?? (console.width == nil ? found.count : Self.page))
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
        let titles = try await reading.titles(of: shown)
        for id in shown {
            let row = reading.board.whistles[id]
            let isLate = row.isLate(at: reading.now)
            let lead = row.isImported ? row.department : reading.board.answerableUnit(of: id) ?? .none
            let late = console.say("list.late")
            table.add([
                TextTable.Cell(row.name.description, ink: .cyan),
                TextTable.Cell(reading.term(row.state)),
                TextTable.Cell(titles[id] ?? ""),
                TextTable.Cell(reading.names.unit(row.raiser)),
                TextTable.Cell(reading.names.unit(lead)),
                TextTable.Cell(due(row, reading) + (isLate ? " \(late)" : ""), ink: isLate ? .red : nil),
            ])
        }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
        if shown.count < found.count {
            let values = ["shown": "\(shown.count)", "all": "\(found.count)", "more": "\(found.count - shown.count)"]
            console.note(console.say("list.more", values))
        }
    }
}
