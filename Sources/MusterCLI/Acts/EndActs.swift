import ArgumentParser
import MusterAPI
import MusterDomain

struct ClaimDone: Act {
    static let verb = ActName.claimDone
    static let configuration = CommandConfiguration(
        commandName: "claim-done", abstract: about("claimDone"), discussion: examples("claimDone"), aliases: ["申请办结"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("result")) var result: String = "solved"

    @Option(name: .long, help: help("summary")) var summary: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "result": try typed.code(result, "--result", as: ClaimedResult.self),
                "summary": try typed.text(summary, "--summary"),
            ])
    }
}

struct Inspect: Act {
    static let verb = ActName.inspect
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: about("inspect"), discussion: examples("inspect"), aliases: ["核查", "现场核查"])

    @Argument(help: help("whistle")) var whistle: String

    @Flag(name: .long, help: help("verdictAccept")) var accept = false

    @Flag(name: .long, help: help("verdictRework")) var rework = false

    @Option(name: .long, help: help("note")) var note: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        guard accept != rework else {
            throw Failure("missingOption", status: .usage, ["option": "--accept | --rework"])
        }
        return ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "verdict": .string((accept ? Verdict.accept : .rework).name),
                "note": try typed.text(note, "--note"),
            ])
    }
}

struct FollowUp: Act {
    static let verb = ActName.followUp
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: about("followUp"), discussion: examples("followUp"), aliases: ["回访"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("demand")) var demand: Int?

    @Option(name: .long, help: help("outcome")) var outcome: String

    @Option(name: .long, help: help("solved")) var solved: String?

    @Option(name: .long, help: help("satisfaction")) var satisfaction: Int?

    @Option(name: .long, help: help("note")) var note: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "demand": demand.map { JSONValue($0) },
                "outcome": try typed.code(outcome, "--outcome", as: ContactOutcome.self),
                "solved": try typed.code(solved, "--solved", as: Solved.self),
                "satisfaction": satisfaction.map { JSONValue($0) }, "note": try typed.text(note, "--note"),
            ])
    }
}

struct Close: Act {
    static let verb = ActName.close
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: about("close"), discussion: examples("close"), aliases: ["结案", "办结"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .customLong("class"), help: help("class")) var closing: String

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "class": try typed.code(closing, "--class", as: ClosingClass.self),
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}

struct Reopen: Act {
    static let verb = ActName.reopen
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: about("reopen"), discussion: examples("reopen"), aliases: ["重开", "重办"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, parsing: .unconditional, help: help("due")) var due: String?

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "due": try typed.deadline(due),
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}

/// `muster evaluate …`: both sides rate each other.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: about("evaluate"), subcommands: [Department.self, Street.self],
        aliases: ["评价"])
}

extension Evaluate {
    struct Department: Act {
        static let verb = ActName.evaluateDepartment
        static let configuration = CommandConfiguration(
            commandName: "department", abstract: about("evaluateDepartment"),
            discussion: examples("evaluateDepartment"), aliases: ["部门"])

        @Argument(help: help("whistle")) var whistle: String

        @Argument(help: help("unit")) var unit: String

        @Option(name: .long, help: help("score")) var score: Int

        @Option(name: .long, help: help("comment")) var comment: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "unit": .string(unit), "score": JSONValue(score),
                    "comment": try typed.text(comment, "--comment"),
                ])
        }
    }

    struct Street: Act {
        static let verb = ActName.evaluateStreet
        static let configuration = CommandConfiguration(
            commandName: "street", abstract: about("evaluateStreet"), discussion: examples("evaluateStreet"),
            aliases: ["街道"])

        @Argument(help: help("whistle")) var whistle: String

        @Option(name: .long, help: help("score")) var score: Int

        @Option(name: .long, help: help("comment")) var comment: String

        @OptionGroup var options: LedgerOptions
        @OptionGroup var act: ActOptions

        func request(_ typed: Typed) throws -> ActRequest {
            ActRequest(
                Self.verb,
                [
                    "whistle": .string(whistle), "score": JSONValue(score),
                    "comment": try typed.text(comment, "--comment"),
                ])
        }
    }
}
