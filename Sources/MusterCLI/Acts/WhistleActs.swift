import ArgumentParser
import MusterAPI
import MusterDomain

struct RaiseWhistle: Act {
    static let verb = ActName.raise
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

    func request(_ typed: Typed) throws -> ActRequest {
        let reportInBy = try typed.deadline(reportInBy)
        let calls =
            typed.calls(lead, as: .lead, reportInBy: reportInBy)
            + typed.calls(support, as: .support, reportInBy: reportInBy)
        return ActRequest(
            Self.verb,
            [
                "kind": try typed.code(kind, "--kind", as: WhistleKind.self), "title": try typed.text(title, "--title"),
                "category": .string(category), "place": try typed.text(place, "--place"),
                "whyNotAlone": try typed.text(whyNotAlone, "--why-not-alone"), "calls": .array(calls),
                "due": try typed.deadline(due), "approvedBy": approvedBy.map { .string($0) },
                "slip": try typed.slip(slip, slipSHA256),
            ])
    }
}

struct Approve: Act {
    static let verb = ActName.approve
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: about("approve"), discussion: examples("approve"), aliases: ["批准", "补批"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .customLong("by"), help: help("approvedBy")) var approvedBy: String

    @Option(name: .long, help: help("slip")) var slip: String?

    @Option(name: .customLong("slip-sha256"), help: help("slipSHA256")) var slipSHA256: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        guard let hash = try typed.slip(slip, slipSHA256) else {
            throw Failure("missingOption", status: .usage, ["option": "--slip"])
        }
        return ActRequest(Self.verb, ["whistle": .string(whistle), "by": .string(approvedBy), "slip": hash])
    }
}

struct Withdraw: Act {
    static let verb = ActName.withdraw
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: about("withdraw"), discussion: examples("withdraw"), aliases: ["撤哨"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(Self.verb, ["whistle": .string(whistle), "reason": try typed.text(reason, "--reason")])
    }
}

struct Link: Act {
    static let verb = ActName.link
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: about("link"), discussion: examples("link"), aliases: ["关联", "关联诉求"])

    @Argument(help: help("whistle")) var whistle: String

    @Option(name: .long, help: help("source")) var source: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(Self.verb, ["whistle": .string(whistle), "reference": .string(source)])
    }
}
