import ArgumentParser
import MusterAPI
import MusterText

/// `muster version`, or `muster --version`: what this program is and which ledgers it writes.
struct VersionCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: about("version"),
        aliases: ["版本"]
    )

    /// Of the program.
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
        console.out(Self.line(in: console.language))
    }

    /// What `muster --version` says too.
    static func line(in language: Language) -> String {
        "muster \(version) (\(Catalogue.muster.say("config.format", language, ["format": "\(format)"])))"
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
