import ArgumentParser
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
                case .as: nil
                }
            let set = session.settings[key]
            guard let value = flag ?? set?.text else { continue }
            let origin = flag == nil ? set?.origin ?? "—" : "--\(key.rawValue)"
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

/// `muster version`: what this program is and which ledgers it writes.
struct VersionCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: about("version"),
        aliases: ["版本"]
    )

    static let version = "0.1.0"
    /// The newest ledger format that it reads and the one that it writes.
    static let format = 1

    @OptionGroup var options: LedgerOptions

    func run(in session: Session) async throws {
        let console = session.console
        guard !console.isJSON else {
            return console.out([
                "version": .string(Self.version), "format": JSONValue(Self.format), "swift": .string(Self.swift),
            ])
        }
        console.out("muster \(Self.version) (\(console.say("config.format", ["format": "\(Self.format)"])))")
    }

    /// The language version of the compiler that built it.
    private static var swift: String {
        #if swift(>=6.4)
            "6.4 or later"
        #else
            "6.3"
        #endif
    }
}
