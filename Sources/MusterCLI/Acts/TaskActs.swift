import ArgumentParser
import MusterAPI

/// `muster task …`: what somebody has undertaken to do until when.
struct TaskCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: about("task"),
        subcommands: [Assign.self, Accept.self, Progress.self, Complete.self, Reassign.self], aliases: ["任务"])
}

extension TaskCommands {
    struct Assign: Act {
        static let verb = ActName.taskAssign
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: about("taskAssign"), discussion: examples("taskAssign"),
            aliases: ["交办", "交办任务"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, parsing: .unconditional, help: help("due")) var due: String

        @Flag(name: .long, help: help("proof")) var proof = false

        @Option(name: .customLong("text"), help: help("duty")) var duty: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "due": try typed.deadline(due),
                    "proofNeeded": typed.flag(proof), "duty": try typed.text(duty, "--text"),
                ])
        }
    }

    struct Accept: Act {
        static let verb = ActName.taskAccept
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: about("taskAccept"), discussion: examples("taskAccept"), aliases: ["接单"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(Self.verb, ["whistle": .string(whistle), "task": JSONValue(task)])
        }
    }

    struct Progress: Act {
        static let verb = ActName.taskProgress
        static let configuration = CommandConfiguration(
            commandName: "progress", abstract: about("taskProgress"), discussion: examples("taskProgress"),
            aliases: ["进展"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @Option(name: .long, help: help("percent")) var percent: Int

        @Option(name: .long, help: help("note")) var note: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "task": JSONValue(task), "percent": JSONValue(percent),
                    "note": try typed.text(note, "--note"),
                ])
        }
    }

    struct Complete: Act {
        static let verb = ActName.taskComplete
        static let configuration = CommandConfiguration(
            commandName: "complete", abstract: about("taskComplete"), discussion: examples("taskComplete"),
            aliases: ["完成"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @Option(name: .long, help: help("note")) var note: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "task": JSONValue(task), "note": try typed.text(note, "--note"),
                ])
        }
    }

    struct Reassign: Act {
        static let verb = ActName.taskReassign
        static let configuration = CommandConfiguration(
            commandName: "reassign", abstract: about("taskReassign"), discussion: examples("taskReassign"),
            aliases: ["改派"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, parsing: .unconditional, help: help("due")) var due: String?

        @Option(name: .long, help: help("reason")) var reason: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "task": JSONValue(task), "unit": .string(unit),
                    "due": try typed.deadline(due), "reason": try typed.text(reason, "--reason"),
                ])
        }
    }
}
