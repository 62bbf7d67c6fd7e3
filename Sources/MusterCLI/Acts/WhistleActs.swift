import ArgumentParser
import MusterAPI
import MusterDomain
import MusterService

struct RaiseWhistle: Act {
    static let verb = "raise"
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: about("raise"), discussion: examples("raise"), aliases: ["吹哨"])

    @Option(name: .long, help: help("kind")) var kind: String = "routine"

    @Option(name: .long, help: help("title")) var title: String

    @Option(name: .long, help: help("category")) var category: String

    @Option(name: .long, help: help("place")) var place: String

    @Option(name: .long, help: help("whyNotAlone")) var whyNotAlone: String

    @Option(name: .customLong("lead"), parsing: .singleValue, help: help("lead")) var lead: [String] = []

    @Option(name: .customLong("support"), parsing: .singleValue, help: help("support")) var support: [String] = []

    @Option(name: .long, parsing: .unconditional, help: help("reportInBy")) var reportInBy: String?

    @Option(name: .long, parsing: .unconditional, help: help("due")) var due: String?

    @Option(name: .long, help: help("approvedBy")) var approvedBy: String?

    @Option(name: .long, help: help("slip")) var slip: String?

    @Option(name: .customLong("slip-sha256"), help: help("slipSHA256")) var slipSHA256: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        let reportInBy = try desk.deadline(reportInBy)
        func orders(_ names: [String], _ role: CallRole) throws -> [CallOrder] {
            try names.map { CallOrder(unit: try desk.unit($0), role: role, reportInBy: reportInBy) }
        }
        return .raise(
            Raise(
                kind: try desk.code(kind, "--kind"), subject: try desk.text(title, "--title"),
                category: desk.normalised(category), place: try desk.text(place, "--place"),
                whyNotAlone: try desk.text(whyNotAlone, "--why-not-alone"),
                calls: try orders(lead, .lead) + orders(support, .support), due: try desk.deadline(due),
                approvedBy: try approvedBy.map { try desk.post($0) }, slip: try desk.slip(slip, slipSHA256)))
    }
}

struct Approve: Act {
    static let verb = "approve"
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: about("approve"), discussion: examples("approve"), aliases: ["批准", "补批"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .customLong("by"), help: help("approvedBy")) var approvedBy: String

    @Option(name: .long, help: help("slip")) var slip: String?

    @Option(name: .customLong("slip-sha256"), help: help("slipSHA256")) var slipSHA256: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        guard let hash = try desk.slip(slip, slipSHA256) else {
            throw Failure("missingOption", status: .usage, ["option": "--slip"])
        }
        return .approve(try desk.whistle(whistle), by: try desk.post(approvedBy), slip: hash)
    }
}

struct Withdraw: Act {
    static let verb = "withdraw"
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: about("withdraw"), discussion: examples("withdraw"), aliases: ["撤哨"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .withdraw(try desk.whistle(whistle), reason: try desk.text(reason, "--reason"))
    }
}

struct Link: Act {
    static let verb = "link"
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: about("link"), discussion: examples("link"), aliases: ["关联", "关联诉求"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("source")) var source: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .linkDemand(try desk.whistle(whistle), reference: desk.normalised(source))
    }
}
