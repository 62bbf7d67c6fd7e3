import ArgumentParser
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
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
        let reading = try await Reading(session)
        let console = reading.console
        var table = TextTable(
            columns: [
                .init(console.say("list.column.short"), maximumWidth: 24),
                .init(console.say("list.column.kind"), mayShrink: false),
                .init(console.say("list.column.code"), mayShrink: false),
                .init(console.say("list.column.parent"), maximumWidth: 20),
                .init(console.say("list.column.full")),
            ]
        )
        for (index, unit) in reading.view.directory.units.enumerated() where unit.isActive || retired {
            let row = reading.board.units[index]
            if console.isJSON {
                console.out([
                    "unit": .string(unit.code), "kind": JSONValue(unit.kind), "fullName": .string(unit.fullName),
                    "shortName": .string(unit.shortName), "parent": JSONValue(reading.code(of: row.parent)),
                    "active": .bool(unit.isActive),
                ])
            }
            let parent = row.parent.exists ? reading.names.unit(row.parent) : ""
            let short = unit.shortName + (unit.isActive ? "" : " (\(console.say("list.retired")))")
            let kind = reading.term(unit.kind)
            table.add([
                TextTable.Cell(short, ink: unit.isActive ? nil : .dim), TextTable.Cell(kind),
                TextTable.Cell(unit.code, ink: .dim), TextTable.Cell(parent), TextTable.Cell(unit.fullName),
            ])
        }
        if table.rows.isEmpty { return console.note(console.say("list.noUnits")) }
        if !console.isJSON {
            for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
        }
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
        let reading = try await Reading(session)
        let console = reading.console
        let wanted = try reading.desk.unit(unit)
        var table = TextTable(
            columns: [
                .init(console.say("list.column.unit"), maximumWidth: 24), .init(console.say("list.column.post")),
                .init(console.say("list.column.chief"), mayShrink: false),
                .init(console.say("list.column.person"), mayShrink: false),
                .init(console.say("list.column.code"), mayShrink: false),
            ]
        )
        for (index, post) in reading.view.directory.posts.enumerated() {
            guard post.isActive || ended, wanted == nil || wanted == post.unit else { continue }
            let isChief = reading.board.posts[index].isChief
            if console.isJSON {
                console.out([
                    "post": .string(post.code), "unit": JSONValue(reading.code(of: post.unit)),
                    "title": .string(post.title), "person": .string(post.person), "chief": .bool(isChief),
                    "active": .bool(post.isActive),
                ])
            }
            let title = post.title + (post.isActive ? "" : " (\(console.say("list.ended")))")
            table.add([
                TextTable.Cell(reading.names.unit(post.unit)), TextTable.Cell(title),
                TextTable.Cell(isChief ? console.say("list.isChief") : ""), TextTable.Cell(post.person),
                TextTable.Cell(post.code, ink: .dim),
            ])
        }
        if table.rows.isEmpty { return console.note(console.say("list.noPosts")) }
        if !console.isJSON {
            for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
        }
    }
}

/// `muster whoami`: the post by which acts would be done, and where that is set.
struct WhoAmI: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: about("whoami"),
        discussion: examples("whoami"),
        aliases: ["身份"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .customLong("as"), help: help("as")) var actor: String?

    func run(in session: Session) async throws {
        let setting = session.settings[.as]
        guard let text = actor ?? setting?.text else { throw Failure("noActor", status: .usage) }
        let origin = actor == nil ? setting?.origin ?? "—" : "--as"
        let reading = try await Reading(session)
        let found = try reading.desk.actor(text)
        guard let post = reading.view.directory.post(found.post), let unit = reading.view.directory.unit(found.unit)
        else { throw Failure("unknownPost", status: .notFound, ["text": text, "suggestions": ""]) }
        let isChief = reading.board.posts[found.post].isChief
        let console = reading.console
        guard !console.isJSON else {
            return console.out([
                "unit": .string(unit.code), "unitName": .string(unit.shortName), "unitKind": JSONValue(unit.kind),
                "post": .string(post.code), "title": .string(post.title), "person": .string(post.person),
                "chief": .bool(isChief), "origin": .string(origin),
            ])
        }
        let values = [
            "unit": unit.shortName, "post": post.code, "title": post.title, "person": post.person, "origin": origin,
        ]
        console.out(console.say("whoami.line", values))
        if isChief { console.out(console.say("whoami.chief")) }
        console.out(console.palette.paint(console.say("whoami.origin", values), .dim))
    }
}
