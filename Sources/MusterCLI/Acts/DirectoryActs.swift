import ArgumentParser
import MusterDomain

/// `muster unit …`: the district's streets, departments and the others.
struct UnitCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: about("unit"),
        subcommands: [Register.self, Rename.self, Retire.self], aliases: ["单位"])
}

extension UnitCommands {
    struct Register: Act {
        static let verb = "unit.register"
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: about("unit.register"), discussion: examples("unit.register"), aliases: ["登记"])

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        @Argument(help: help("fullName")) var fullName: String

        @Option(name: .long, help: help("shortName")) var short: String

        @Option(name: .long, help: help("unitKind")) var kind: String

        @Option(name: .long, help: help("unitCode")) var code: String?

        @Option(name: .long, help: help("parent")) var parent: String?

        func command(at desk: Desk) throws -> Command {
            .registerUnit(
                code: code, kind: try desk.code(kind, "--kind"), fullName: desk.normalised(fullName),
                shortName: desk.normalised(short), parent: try desk.unit(parent))
        }
    }

    struct Rename: Act {
        static let verb = "unit.rename"
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: about("unit.rename"), discussion: examples("unit.rename"), aliases: ["改名"])

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("fullName")) var full: String

        @Option(name: .long, help: help("shortName")) var short: String

        func command(at desk: Desk) throws -> Command {
            .renameUnit(try desk.unit(unit), fullName: desk.normalised(full), shortName: desk.normalised(short))
        }
    }

    struct Retire: Act {
        static let verb = "unit.retire"
        static let configuration = CommandConfiguration(
            commandName: "retire", abstract: about("unit.retire"), discussion: examples("unit.retire"), aliases: ["撤销"])

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String

        func command(at desk: Desk) throws -> Command {
            .retireUnit(try desk.unit(unit), reason: try desk.text(reason, "--reason"))
        }
    }
}

/// `muster post …`: who acts for a unit.
struct PostCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: about("post"), subcommands: [Assign.self, End.self], aliases: ["岗位"])
}

extension PostCommands {
    struct Assign: Act {
        static let verb = "post.assign"
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: about("post.assign"), discussion: examples("post.assign"), aliases: ["任命"])

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        @Argument(help: help("unit")) var unit: String

        @Argument(help: help("postTitle")) var title: String

        @Argument(help: help("person")) var person: String

        @Flag(name: .long, help: help("chief")) var chief = false

        @Option(name: .long, help: help("postCode")) var code: String?

        func command(at desk: Desk) throws -> Command {
            .assignPost(
                code: try code ?? desk.knownPostCode(unit, title), unit: try desk.unit(unit), title: desk.normalised(title),
                person: desk.normalised(person), chief: chief)
        }
    }

    struct End: Act {
        static let verb = "post.end"
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: about("post.end"), discussion: examples("post.end"), aliases: ["免去"])

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        @Argument(help: help("post")) var post: String

        func command(at desk: Desk) throws -> Command {
            .endPost(try desk.post(post))
        }
    }
}
