import ArgumentParser
import MusterAPI
import MusterService
import MusterText

/// What was typed, before the parser reads it.
struct CommandWords {
    /// The arguments without the name of the program.
    private(set) var arguments: [String]
    /// Whether the answer is for a program.
    let wantsJSON: Bool

    init(_ arguments: [String]) {
        wantsJSON = arguments.prefix { $0 != "--" }.contains("--json")
        self.arguments = arguments
        putCommandFirst()
    }

    /// Whether the answer is a script or data of the parser, of which no word may be changed.
    var wantsScript: Bool {
        arguments.contains { $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help" }
            || arguments.first?.hasPrefix("---completion") == true
    }

    /// Options that every command has may stand before the verb, where the parser doesn't look for them; its own
    /// `help` and the groups of verbs take none, so there they only had to choose the language.
    private mutating func putCommandFirst() {
        let leading = Self.commonOptions(at: arguments[...])
        var rest = Array(arguments.dropFirst(leading.count))
        if rest.first == "帮助" { rest[0] = "help" }
        let path = Self.walk(rest)
        if rest.first != "help", !path.isGroup {
            arguments = rest.prefix(path.depth) + leading + rest.dropFirst(path.depth)
        } else if !wantsScript {
            arguments = Self.withoutCommonOptions(rest)
        }
    }

    private static func withoutCommonOptions(_ arguments: [String]) -> [String] {
        var words: [String] = []
        var left = arguments[...]
        while let word = left.first {
            let options = commonOptions(at: left)
            if options.isEmpty { words.append(word) }
            left = left.dropFirst(max(1, options.count))
        }
        return words
    }

    /// The common options that take a value.
    private static let valued = ["--lang", "--ledger", "--server", "--token-file", "--timeout"]

    /// The common options, with their values, that the arguments begin with.
    private static func commonOptions(at arguments: ArraySlice<String>) -> [String] {
        var found: [String] = []
        var rest = arguments
        while let word = rest.first {
            let takesValue = valued.contains(word)
            let isOption =
                takesValue || ["--json", "--no-color"].contains(word) || valued.contains { word.hasPrefix($0 + "=") }
            guard isOption else { break }
            found += rest.prefix(takesValue ? 2 : 1)
            rest = rest.dropFirst(takesValue ? 2 : 1)
        }
        return found
    }

    /// Where words lead in the tree of commands.
    private struct Path {
        /// How many of the words name a command.
        var depth = 0
        /// Whether they name no verb yet.
        var isGroup = true
        /// A word that names nothing although a command has to stand there, and the names that could.
        var unknown: (word: String, names: [String])?
    }

    private static func walk(_ words: [String]) -> Path {
        var here: any ParsableCommand.Type = Muster.self
        var path = Path()
        for word in words {
            let children = here.configuration.subcommands
            guard !children.isEmpty, !word.hasPrefix("-") else { break }
            guard let next = children.first(where: { $0.configuration.names.contains(word) }) else {
                path.unknown = (word, children.flatMap { $0.configuration.names })
                break
            }
            path.depth += 1
            here = next
        }
        path.isGroup = !here.configuration.subcommands.isEmpty
        return path
    }

    /// A word where a command had to stand that is none, as a failure; nil if the commands are all there.
    var unknownCommand: Failure? {
        guard arguments.first != "help", let unknown = Self.walk(arguments).unknown else { return nil }
        let near = Suggestions.closest(to: unknown.word, among: unknown.names)
        return Failure(
            "usage", status: .usage, key: near.isEmpty ? "error.unknownCommandAlone" : "error.unknownCommand"
        ) { language in
            ["text": unknown.word, "suggestions": near.joined(separator: language == .zh ? "、" : ", ")]
        }
    }
}

extension CommandConfiguration {
    /// What a command may be called by.
    fileprivate var names: [String] { (commandName.map { [$0] } ?? []) + aliases }
}
