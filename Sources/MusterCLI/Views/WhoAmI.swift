import ArgumentParser
import MusterAPI
import MusterText

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
        let district = try await session.district(as: actor)
        let found = try await district.identity()
        let origin = origin(of: found, session)
        let console = session.console
        guard !console.isJSON else {
            return console.out(JSONValue(encoding: found).adding("origin", .string(origin)))
        }
        let values = [
            "unit": found.unitName, "post": found.post, "title": found.title, "person": found.person,
            "origin": origin,
        ]
        console.out(console.say("whoami.line", values))
        if found.chief { console.out(console.say("whoami.chief")) }
        console.out(console.palette.paint(console.say("whoami.origin", values), .dim))
    }
    /// Where it is set who acts: by a token, or by a name.
    private func origin(of found: Identity, _ session: Session) -> String {
        let (flag, key): (String?, Settings.Key) = found.token == nil ? (actor, .as) : (options.tokenFile, .tokenFile)
        return flag == nil ? session.settings[key]?.origin ?? "—" : key.flag
    }
}
