import ArgumentParser
import MusterAPI
import MusterDomain

/// `muster unit …`: the district's streets, departments and the others.
struct UnitCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: about("unit"),
        subcommands: [UnitList.self, Register.self, Rename.self, Retire.self], aliases: ["单位"])
}

extension UnitCommands {
    struct Register: Act {
        static let verb = ActName.unitRegister
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

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "fullName": .string(fullName), "shortName": .string(short),
                    "kind": try typed.code(kind, "--kind", as: UnitKind.self), "code": code.map { .string($0) },
                    "parent": parent.map { .string($0) },
                ])
        }
    }

    struct Rename: Act {
        static let verb = ActName.unitRename
        static let configuration = CommandConfiguration(
            commandName: "rename", abstract: about("unitRename"), discussion: examples("unitRename"), aliases: ["改名"])

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("fullName")) var full: String

        @Option(name: .long, help: help("shortName")) var short: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                ["unit": .string(unit), "fullName": .string(full), "shortName": .string(short)])
        }
    }

    struct Retire: Act {
        static let verb = ActName.unitRetire
        static let configuration = CommandConfiguration(
            commandName: "retire", abstract: about("unitRetire"), discussion: examples("unitRetire"), aliases: ["撤销"])

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(Self.verb, ["unit": .string(unit), "reason": try typed.text(reason, "--reason")])
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
        static let verb = ActName.postAssign
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

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "unit": .string(unit), "title": .string(title), "person": .string(person),
                    "chief": typed.flag(chief),
                    "role": try typed.code(role, "--role", as: PostRole.self), "code": code.map { .string($0) },
                ])
        }
    }

    struct End: Act {
        static let verb = ActName.postEnd
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: about("postEnd"), discussion: examples("postEnd"), aliases: ["免去"])

        @Argument(help: help("post")) var post: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(Self.verb, ["post": .string(post)])
        }
    }
}
