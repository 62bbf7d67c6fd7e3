import ArgumentParser
import MusterAPI
import MusterText

/// `muster token list`: the tokens with what they are good for; neither secrets nor hashes.
struct TokenList: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: about("token.list"),
        aliases: ["列表"]
    )

    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: help("allTokens")) var all = false

    func run(in session: Session) async throws {
        let district = try await session.district()
        let tokens = try await session.all { try await district.tokens(TokenQuery(withEnded: all, page: $0)) }
        let console = session.console
        if tokens.isEmpty { return console.note(console.say("list.noTokens")) }
        if console.isJSON { return console.out(tokens) }
        let wording = Wording(console)
        let columns = ["token", "unit", "post", "person", "expires", "scope", "state", "label"]
        var table = TextTable(columns: columns.map { .init(console.say("list.column.\($0)")) })
        for token in tokens {
            let scope = console.say(token.readOnly ? "list.token.readOnly" : "list.token.readWrite")
            table.add([
                TextTable.Cell(token.token, ink: .cyan), TextTable.Cell(token.unitName ?? ""),
                TextTable.Cell(token.title), TextTable.Cell(token.person),
                TextTable.Cell(wording.moment(token.expires)), TextTable.Cell(scope),
                TextTable.Cell(console.say("list.token.\(state(of: token, wording))"), ink: token.good ? nil : .dim),
                TextTable.Cell(token.label ?? ""),
            ])
        }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
    }

    /// Why a token is accepted no longer: revoked, expired, or its post is somebody else's now.
    private func state(of token: TokenItem, _ wording: Wording) -> String {
        if token.good { return "good" }
        if token.revoked { return "revoked" }
        let end = Moment(rfc3339: token.expires)
        return end.map { $0 <= wording.now } == true ? "expired" : "orphaned"
    }
}
