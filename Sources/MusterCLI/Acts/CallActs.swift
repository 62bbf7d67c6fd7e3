import ArgumentParser
import MusterAPI
import MusterDomain
import MusterService

struct Dispatch: Act {
    static let verb = "dispatch"
    static let configuration = CommandConfiguration(
        commandName: "dispatch", abstract: about("dispatch"), discussion: examples("dispatch"), aliases: ["加派", "派单"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .customLong("support"), parsing: .singleValue, help: help("support")) var support: [String] = []

    @Option(name: .long, parsing: .unconditional, help: help("reportInBy")) var reportInBy: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        let reportInBy = try desk.deadline(reportInBy)
        return .dispatch(
            try desk.whistle(whistle),
            try support.map { CallOrder(unit: try desk.unit($0), role: .support, reportInBy: reportInBy) })
    }
}

struct Recall: Act {
    static let verb = "recall"
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: about("recall"), discussion: examples("recall"), aliases: ["撤回", "撤回派单"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("unit")) var unit: String

    @Option(name: .long, help: help("nextLead")) var nextLead: String?

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .recall(
            try desk.whistle(whistle), try desk.unit(unit), nextLead: try desk.unit(nextLead),
            reason: try desk.text(reason, "--reason"))
    }
}

struct CancelCall: Act {
    static let verb = "cancelCall"
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

    func command(at desk: Desk) throws -> Command {
        .cancelCall(
            try desk.whistle(whistle), try desk.unit(unit), cause: try desk.code(cause, "--cause"),
            nextLead: try desk.unit(nextLead), reason: try desk.text(reason, "--reason"))
    }
}

struct Acknowledge: Act {
    static let verb = "acknowledge"
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: about("acknowledge"), discussion: examples("acknowledge"),
        aliases: ["ack", "签收"])

    @Argument(help: help("whistle")) var whistle: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .acknowledge(try desk.whistle(whistle))
    }
}

struct ReportIn: Act {
    static let verb = "reportIn"
    static let configuration = CommandConfiguration(
        commandName: "report-in", abstract: about("reportIn"), discussion: examples("reportIn"), aliases: ["报到"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("person")) var person: String?

    @Option(name: .long, help: help("mode")) var mode: String = "onSite"

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .reportIn(try desk.whistle(whistle), person: person, mode: try desk.code(mode, "--mode"))
    }
}

struct Object: Act {
    static let verb = "object"
    static let configuration = CommandConfiguration(
        commandName: "object", abstract: about("object"), discussion: examples("object"), aliases: ["异议", "退单", "申请退单"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("ground")) var ground: String = "notOurDuty"

    @Option(name: .long, help: help("basis")) var basis: String

    @Option(name: .long, help: help("reason")) var reason: String

    @Option(name: .long, help: help("proposed")) var proposed: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .object(
            try desk.whistle(whistle), ground: try desk.code(ground, "--ground"), proposed: try desk.unit(proposed),
            basis: try desk.text(basis, "--basis"), reason: try desk.text(reason, "--reason"))
    }
}

struct Arbitrate: Act {
    static let verb = "arbitrate"
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

    func command(at desk: Desk) throws -> Command {
        guard keep != release else { throw Failure("missingOption", status: .usage, ["option": "--keep | --release"]) }
        return .arbitrate(
            try desk.whistle(whistle), try desk.unit(unit), keep ? .keep : .release, nextLead: try desk.unit(nextLead),
            reason: try desk.text(reason, "--reason"))
    }
}
