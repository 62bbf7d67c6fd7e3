import ArgumentParser
import MusterAPI
import MusterDomain

struct Dispatch: Act {
    static let verb = ActName.dispatch
    static let configuration = CommandConfiguration(
        commandName: "dispatch", abstract: about("dispatch"), discussion: examples("dispatch"), aliases: ["加派", "派单"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .customLong("support"), parsing: .singleValue, help: help("support")) var support: [String] = []

    @Option(name: .long, parsing: .unconditional, help: help("reportInBy")) var reportInBy: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle),
                "calls": .array(typed.calls(support, as: .support, reportInBy: try typed.deadline(reportInBy))),
            ])
    }
}

struct Recall: Act {
    static let verb = ActName.recall
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: about("recall"), discussion: examples("recall"), aliases: ["撤回", "撤回派单"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("unit")) var unit: String

    @Option(name: .long, help: help("nextLead")) var nextLead: String?

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "unit": .string(unit), "nextLead": nextLead.map { .string($0) },
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}

struct CancelCall: Act {
    static let verb = ActName.cancelCall
    static let configuration = CommandConfiguration(
        commandName: "cancel-call", abstract: about("cancelCall"), discussion: examples("cancelCall"),
        aliases: ["取消派单", "错派"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("unit")) var unit: String

    @Option(name: .long, help: help("cause")) var cause: String = "wrongDispatch"

    @Option(name: .long, help: help("nextLead")) var nextLead: String?

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "unit": .string(unit),
                "cause": try typed.code(cause, "--cause", as: CancelCause.self),
                "nextLead": nextLead.map { .string($0) },
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}

struct Acknowledge: Act {
    static let verb = ActName.acknowledge
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: about("acknowledge"), discussion: examples("acknowledge"),
        aliases: ["ack", "签收"])

    @Argument(help: help("whistle")) var whistle: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(Self.verb, ["whistle": .string(whistle), "unit": "own"])
    }
}

struct ReportIn: Act {
    static let verb = ActName.reportIn
    static let configuration = CommandConfiguration(
        commandName: "report-in", abstract: about("reportIn"), discussion: examples("reportIn"), aliases: ["报到"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("person")) var person: String?

    @Option(name: .long, help: help("mode")) var mode: String = "onSite"

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "unit": "own", "person": person.map { .string($0) },
                "mode": try typed.code(mode, "--mode", as: ArrivalMode.self),
            ])
    }
}

struct Object: Act {
    static let verb = ActName.object
    static let configuration = CommandConfiguration(
        commandName: "object", abstract: about("object"), discussion: examples("object"), aliases: ["异议", "退单", "申请退单"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("ground")) var ground: String = "notOurDuty"

    @Option(name: .long, help: help("basis")) var basis: String

    @Option(name: .long, help: help("reason")) var reason: String

    @Option(name: .long, help: help("proposed")) var proposed: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "unit": "own",
                "ground": try typed.code(ground, "--ground", as: ObjectionGround.self),
                "proposed": proposed.map { .string($0) }, "basis": try typed.text(basis, "--basis"),
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}

struct Arbitrate: Act {
    static let verb = ActName.arbitrate
    static let configuration = CommandConfiguration(
        commandName: "arbitrate", abstract: about("arbitrate"), discussion: examples("arbitrate"),
        aliases: ["裁决", "裁决派单异议"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("unit")) var unit: String

    @Flag(name: .long, help: help("keep")) var keep = false

    @Flag(name: .long, help: help("release")) var release = false

    @Option(name: .long, help: help("nextLead")) var nextLead: String?

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        guard keep != release else { throw Failure("missingOption", status: .usage, ["option": "--keep | --release"]) }
        return ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "unit": .string(unit),
                "ruling": .string((keep ? Ruling.keep : .release).name), "nextLead": nextLead.map { .string($0) },
                "reason": try typed.text(reason, "--reason"),
            ])
    }
}
