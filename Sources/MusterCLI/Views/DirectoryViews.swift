import ArgumentParser
import MusterAPI
import MusterText

/// `muster unit list`: who can be called, and by which names.
struct UnitList: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: about("unit.list"),
        discussion: examples("unit.list"),
        aliases: ["列表"]
    )

    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: help("list.retired")) var retired = false

    func run(in session: Session) async throws {
        let district = try await session.district()
        let units = try await session.all { try await district.units(UnitQuery(withRetired: retired, page: $0)) }
        let console = session.console
        if units.isEmpty { return console.note(console.say("list.noUnits")) }
        if console.isJSON { return console.out(units) }
        var table = TextTable(
            columns: [
                .init(console.say("list.column.short"), maximumWidth: 24),
                .init(console.say("list.column.kind"), mayShrink: false),
                .init(console.say("list.column.code"), mayShrink: false),
                .init(console.say("list.column.parent"), maximumWidth: 20),
                .init(console.say("list.column.full")),
            ]
        )
        for unit in units {
            let short = unit.shortName + (unit.active ? "" : " (\(console.say("list.retired")))")
            table.add([
                TextTable.Cell(short, ink: unit.active ? nil : .dim),
                TextTable.Cell(console.say("UnitKind.\(unit.kind)")), TextTable.Cell(unit.unit, ink: .dim),
                TextTable.Cell(unit.parentName ?? ""), TextTable.Cell(unit.fullName),
            ])
        }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
    }
}

/// `muster post list`: who acts for the units.
struct PostList: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: about("post.list"),
        discussion: examples("post.list"),
        aliases: ["列表"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("list.postsOf")) var unit: String?

    @Flag(name: .long, help: help("list.ended")) var ended = false

    func run(in session: Session) async throws {
        let district = try await session.district()
        let posts = try await session.all { page in
            try await district.posts(PostQuery(unit: unit, withEnded: ended, page: page))
        }
        let console = session.console
        if posts.isEmpty { return console.note(console.say("list.noPosts")) }
        if console.isJSON { return console.out(posts) }
        var table = TextTable(
            columns: [
                .init(console.say("list.column.unit"), maximumWidth: 24), .init(console.say("list.column.post")),
                .init(console.say("list.column.chief"), mayShrink: false),
                .init(console.say("list.column.person"), mayShrink: false),
                .init(console.say("list.column.code"), mayShrink: false),
            ]
        )
        for post in posts {
            let title = post.title + (post.active ? "" : " (\(console.say("list.ended")))")
            table.add([
                TextTable.Cell(post.unitName ?? "—"), TextTable.Cell(title),
                TextTable.Cell(post.chief ? console.say("list.isChief") : ""), TextTable.Cell(post.person),
                TextTable.Cell(post.post, ink: .dim),
            ])
        }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
    }
}
