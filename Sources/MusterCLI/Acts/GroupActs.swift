import ArgumentParser
import MusterAPI

/// `muster group …`: the working group.
struct Group: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: about("group"),
        subcommands: [Form.self, Lead.self, HandOver.self, Transfer.self, Add.self, Remove.self], aliases: ["专班"])
}

extension Group {
    struct Form: Act {
        static let verb = ActName.groupForm
        static let configuration = CommandConfiguration(
            commandName: "form", abstract: about("groupForm"), discussion: examples("groupForm"),
            aliases: ["组建", "组建专项工作组"])

        @Argument(help: help("whistle")) var whistle: String

        @Option(name: .long, help: help("groupLead")) var lead: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(Self.verb, ["whistle": .string(whistle), "lead": lead.map { .string($0) }])
        }
    }

    struct Lead: Act {
        static let verb = ActName.groupLead
        static let configuration = CommandConfiguration(
            commandName: "lead", abstract: about("groupLead"), discussion: examples("groupLead"), aliases: ["牵头"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String?

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "reason": try typed.text(reason, "--reason"),
                ])
        }
    }

    struct HandOver: Act {
        static let verb = ActName.groupHandOver
        static let configuration = CommandConfiguration(
            commandName: "hand-over", abstract: about("groupHandOver"), discussion: examples("groupHandOver"),
            aliases: ["移交"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "reason": try typed.text(reason, "--reason"),
                ])
        }
    }

    struct Transfer: Act {
        static let verb = ActName.groupTransfer
        static let configuration = CommandConfiguration(
            commandName: "transfer", abstract: about("groupTransfer"), discussion: examples("groupTransfer"),
            aliases: ["转主办", "变更主办"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "reason": try typed.text(reason, "--reason"),
                ])
        }
    }

    struct Add: Act {
        static let verb = ActName.groupAdd
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: about("groupAdd"), discussion: examples("groupAdd"), aliases: ["加入"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Argument(help: help("person")) var person: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                ["whistle": .string(whistle), "unit": .string(unit), "person": .string(person)])
        }
    }

    struct Remove: Act {
        static let verb = ActName.groupRemove
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: about("groupRemove"), discussion: examples("groupRemove"), aliases: ["离开"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Argument(help: help("person")) var person: String

        @Option(name: .long, help: help("substitute")) var substitute: String?

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "person": .string(person),
                    "substitute": substitute.map { .string($0) }, "reason": try typed.text(reason, "--reason"),
                ])
        }
    }
}
