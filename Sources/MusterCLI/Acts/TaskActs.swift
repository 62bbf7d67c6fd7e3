import ArgumentParser
import MusterDomain
import MusterService

/// `muster task …`: what somebody has undertaken to do until when.
struct TaskCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: about("task"),
        subcommands: [Assign.self, Accept.self, Progress.self, Complete.self, Reassign.self], aliases: ["任务"])
}

extension TaskCommands {
    struct Assign: Act {
        static let verb = "taskAssign"
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

        func command(at desk: Desk) throws -> Command {
            .assignTask(
                try desk.whistle(whistle), try desk.unit(unit), due: try desk.deadline(due), proofNeeded: proof,
                duty: try desk.text(duty, "--text"))
        }
    }

    struct Accept: Act {
        static let verb = "taskAccept"
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: about("taskAccept"), discussion: examples("taskAccept"), aliases: ["接单"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .acceptTask(try desk.whistle(whistle), task: task)
        }
    }

    struct Progress: Act {
        static let verb = "taskProgress"
        static let configuration = CommandConfiguration(
            commandName: "progress", abstract: about("taskProgress"), discussion: examples("taskProgress"),
            aliases: ["进展"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @Option(name: .long, help: help("percent")) var percent: Int

        @Option(name: .long, help: help("note")) var note: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .reportProgress(
                try desk.whistle(whistle), task: task, percent: percent, note: try desk.text(note, "--note"))
        }
    }

    struct Complete: Act {
        static let verb = "taskComplete"
        static let configuration = CommandConfiguration(
            commandName: "complete", abstract: about("taskComplete"), discussion: examples("taskComplete"),
            aliases: ["完成"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("task")) var task: Int

        @Option(name: .long, help: help("note")) var note: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func command(at desk: Desk) throws -> Command {
            .completeTask(try desk.whistle(whistle), task: task, note: try desk.text(note, "--note"))
        }
    }

    struct Reassign: Act {
        static let verb = "taskReassign"
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

        func command(at desk: Desk) throws -> Command {
            .reassignTask(
                try desk.whistle(whistle), task: task, to: try desk.unit(unit), due: try desk.deadline(due),
                reason: try desk.text(reason, "--reason"))
        }
    }
}
