import ArgumentParser
import MusterAPI
import MusterText

/// `muster diff`: what has changed between two points of the log. It ends with status 0 whether or not anything has:
/// a change is no failure.
struct DiffCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: about("diff"),
        discussion: examples("diff"),
        aliases: ["对比"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, parsing: .unconditional, help: help("diff.from")) var from: String

    @Option(name: .long, parsing: .unconditional, help: help("diff.to")) var to: String?

    @Option(name: .long, help: help("diff.unit")) var unit: String?

    @Option(name: .long, help: help("diff.street")) var street: String?

    @Option(name: .long, help: help("diff.whistle")) var whistle: String?

    @Option(name: .long, help: help("diff.limit")) var limit: Int = DiffQuery.defaultLimit

    func run(in session: Session) async throws {
        let query = DiffQuery(
            from: try PastOptions.point(from), to: try to.map { text throws(Failure) in try PastOptions.point(text) },
            unit: unit, street: street, whistle: whistle, limit: limit)
        let diff = try await session.district().diff(query)
        let console = session.console
        if console.isJSON { return console.out(JSONValue(encoding: diff)) }
        let report = DiffReport(diff, Wording(console, of: diff.to))
        for line in report.lines { console.out(line) }
        if let left = report.leftOut { console.note(left) }
    }
}
