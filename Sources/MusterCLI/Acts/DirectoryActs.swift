import ArgumentParser
import MusterDomain
import MusterEngine
import MusterService

/// `muster unit …`: the district's streets, departments and the others.
struct UnitCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: about("unit"),
        subcommands: [UnitList.self, Register.self, Rename.self, Retire.self], aliases: ["单位"])
}

extension UnitCommands {
    struct Register: Act {
        static let verb = "unitRegister"
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: about("unitRegister"), discussion: examples("unitRegister"),
            aliases: ["登记"])

        @Argument(help: help("fullName")) var fullName: String

        @Option(name: .long, help: help("shortName")) var short: String

        @Option(name: .long, help: help("unitKind")) var kind: String

        @Option(name: .long, help: help("unitCode")) var code: String?

        @Option(name: .long, help: help("parent")) var parent: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .registerUnit(
                code: code, kind: try desk.code(kind, "--kind"), fullName: desk.normalised(fullName),
                shortName: desk.normalised(short), parent: try desk.unit(parent))
        }
    }

    struct Rename: Act {
        static let verb = "unitRename"
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: about("unitRename"), discussion: examples("unitRename"), aliases: ["改名"])

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("fullName")) var full: String

        @Option(name: .long, help: help("shortName")) var short: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .renameUnit(try desk.unit(unit), fullName: desk.normalised(full), shortName: desk.normalised(short))
        }
    }

    struct Retire: Act {
        static let verb = "unitRetire"
        static let configuration = CommandConfiguration(
            commandName: "retire", abstract: about("unitRetire"), discussion: examples("unitRetire"), aliases: ["撤销"])

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .retireUnit(try desk.unit(unit), reason: try desk.text(reason, "--reason"))
        }
    }
}

/// `muster post …`: who acts for a unit.
struct PostCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: about("post"), subcommands: [PostList.self, Assign.self, End.self],
        aliases: ["岗位"])
}

extension PostCommands {
    struct Assign: Act {
        static let verb = "postAssign"
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: about("postAssign"), discussion: examples("postAssign"), aliases: ["任命"])

        @Argument(help: help("unit")) var unit: String

        @Argument(help: help("postTitle")) var title: String

        @Argument(help: help("person")) var person: String

        @Flag(name: .long, help: help("chief")) var chief = false

        @Option(name: .long, help: help("postRole")) var role: String?

        @Option(name: .long, help: help("postCode")) var code: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            let known = try code ?? desk.knownPostCode(unit, title)
            // A new holder does not change what the post is for.
            let kept = desk.directory.posts.first { $0.code == known }?.role ?? .officer
            let role = try self.role.map { try desk.code($0, "--role") } ?? kept
            return .assignPost(
                code: known, unit: try desk.unit(unit), title: desk.normalised(title),
                person: desk.normalised(person), chief: chief,
                role: role == .officer ? nil : role)
        }
    }

    struct End: Act {
        static let verb = "postEnd"
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: about("postEnd"), discussion: examples("postEnd"), aliases: ["免去"])

        @Argument(help: help("post")) var post: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .endPost(try desk.post(post))
        }
    }
}
