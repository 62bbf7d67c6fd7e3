import Foundation
import Testing

/// The commands that the program has, as it says so itself.
struct CommandTree: Decodable {
    struct Command: Decodable {
        var commandName: String
        var aliases: [String]?
        var subcommands: [Command]?
        var arguments: [Argument]?

        /// The names of its options and flags, without their dashes.
        var options: [String] { (arguments ?? []).compactMap { $0.preferredName?.name } }

        var isGroup: Bool { !(subcommands ?? []).isEmpty }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var name: String
        }

        var preferredName: Name?
    }

    var command: Command

    init(_ program: Program) throws {
        let answer = try program.run(["--experimental-dump-help"])
        self = try JSONDecoder().decode(CommandTree.self, from: answer.outBytes)
    }

    /// Every command that does something, as the words that call it; what lists the help is not among them.
    var verbs: [[String]] { Self.leaves(of: command, under: []) }

    /// The same, and the groups.
    var all: [[String]] { Self.paths(of: command, under: []) }

    private static func leaves(of command: Command, under path: [String]) -> [[String]] {
        children(of: command).flatMap { child in
            let path = path + [child.commandName]
            return child.isGroup ? leaves(of: child, under: path) : [path]
        }
    }

    private static func paths(of command: Command, under path: [String]) -> [[String]] {
        [path] + children(of: command).flatMap { paths(of: $0, under: path + [$0.commandName]) }
    }

    private static func children(of command: Command) -> [Command] {
        (command.subcommands ?? []).filter { $0.commandName != "help" }
    }

    /// The command that these words call.
    func command(at path: [String]) -> Command? {
        path.reduce(command) { here, name in here?.subcommands?.first { $0.commandName == name } }
    }

    /// The words of a command line that name its command, aliases replaced by what they stand for.
    func verb(of arguments: [String]) -> [String] {
        var path: [String] = []
        var here = command
        for argument in arguments {
            let next = here.subcommands?.first {
                $0.commandName == argument || ($0.aliases ?? []).contains(argument)
            }
            guard let next else { break }
            path.append(next.commandName)
            here = next
        }
        return path
    }
}
