import ArgumentParser
import MusterAPI
import MusterText

/// `muster config …`: what is set outside the command line.
struct ConfigCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: about("config"),
        subcommands: [ConfigList.self],
        aliases: ["设置"]
    )
}

/// `muster config list`: every setting that has a value.
struct ConfigList: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: about("config.list"),
        discussion: examples("config.list"),
        aliases: ["列表"]
    )

    @OptionGroup var options: LedgerOptions

    @Flag(name: .customLong("show-origin"), help: help("config.showOrigin")) var showOrigin = false

    func run(in session: Session) async throws {
        let console = session.console
        var isEmpty = true
        for key in Settings.Key.allCases {
            let flag: String? =
                switch key {
                case .ledger: options.ledger
                case .lang: options.lang
                case .server: options.server
                case .tokenFile: options.tokenFile
                case .as: nil
                }
            let set = session.settings[key]
            guard let value = flag ?? set?.text else { continue }
            let origin = flag == nil ? set?.origin ?? "—" : key.flag
            isEmpty = false
            if console.isJSON {
                console.out(["key": .string(key.rawValue), "value": .string(value), "origin": .string(origin)])
            } else {
                let line = "\(key.rawValue)=\(value)"
                console.out(showOrigin ? console.palette.paint(origin, .dim) + "\t" + line : line)
            }
        }
        if isEmpty { console.note(console.say("config.empty")) }
    }
}
