import ArgumentParser
import Foundation
import MusterText

/// The language of help texts, which are made before any option is parsed: `--lang`, then the settings.
let helpLanguage: Language = {
    let arguments = CommandLine.arguments
    var flag: String?
    for (index, argument) in arguments.enumerated() {
        if argument == "--lang", index + 1 < arguments.count { flag = arguments[index + 1] }
        if argument.hasPrefix("--lang=") { flag = String(argument.dropFirst("--lang=".count)) }
    }
    let environment = ProcessInfo.processInfo.environment
    // Settings that can't be read are for the command to complain of.
    let wish = flag ?? (try? Settings(environment: environment))?[.lang]?.text
    return Language.chosen(flag: wish, environment: environment) ?? .en
}()

/// A help text of the catalogue.
func help(_ key: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Catalogue.muster.say("help.option.\(key)", helpLanguage))
}

/// A command's one-line description.
func about(_ key: String) -> String { Catalogue.muster.say("help.\(key)", helpLanguage) }

/// A command's examples; empty where it needs none.
func examples(_ key: String) -> String {
    let key = "help.example.\(key)"
    return Catalogue.muster.knows(key) ? Catalogue.muster.say(key, helpLanguage) : ""
}

/// What every command takes.
struct LedgerOptions: ParsableArguments {
    @Option(name: .long, help: help("ledger"))
    var ledger: String?

    @Option(name: .long, help: help("server"))
    var server: String?

    @Option(name: .long, help: help("tokenFile"))
    var tokenFile: String?

    @Option(name: .long, help: help("timeout"))
    var timeout: Int = 30

    @Flag(name: .long, help: help("json"))
    var json = false

    @Option(name: .long, help: help("lang"))
    var lang: String?

    @Flag(name: .long, help: help("noColor"))
    var noColor = false
}

/// What every act takes besides.
struct ActOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: help("as"))
    var actor: String?

    @Option(name: .long, help: help("commandId"))
    var commandId: String?

    @Flag(name: .long, help: help("dryRun"))
    var dryRun = false

    @Option(name: .long, parsing: .unconditional, help: help("occurredAt"))
    var occurredAt: String?

    @Option(name: .long, help: help("via"))
    var via: String?

    @Option(name: .long, help: help("onBehalfOf"))
    var onBehalfOf: String?

    @Option(name: .long, help: help("ifRevision"))
    var ifRevision: Int?

    @Flag(name: .long, help: help("confirmNumbers"))
    var confirmNumbers = false
}
