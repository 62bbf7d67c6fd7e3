import ArgumentParser
import MusterDomain
import MusterService

struct Attach: Act {
    static let verb = "attach"
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: about("attach"), discussion: examples("attach"), aliases: ["附件", "附材料"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("file")) var file: String

    @Option(name: .long, help: help("task")) var task: Int?

    @Option(name: .long, help: help("caption")) var caption: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        // A dry run must leave nothing behind, so the file is only kept when the act will be recorded.
        let kept = act.dryRun ? try LedgerFiles.describe(file) : try desk.files.keep(file)
        return .attach(
            try desk.whistle(whistle), task: task, sha256: kept.sha256, size: kept.size, media: kept.media,
            caption: try desk.text(caption, "--caption"))
    }
}

struct Correct: Act {
    static let verb = "correct"
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: about("correct"), discussion: examples("correct"), aliases: ["更正", "更正记录"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @Option(name: .long, help: help("field")) var field: String

    @Option(name: .customLong("text"), help: help("correction")) var correction: String

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .correct(
            try desk.whistle(whistle), entry: entry, field: desk.field(field),
            correction: try desk.text(correction, "--text"),
            reason: try desk.text(reason, "--reason"))
    }
}

struct Confirm: Act {
    static let verb = "confirm"
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: about("confirm"), discussion: examples("confirm"), aliases: ["确认"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .confirmEntry(try desk.whistle(whistle), entry: entry)
    }
}

struct Dispute: Act {
    static let verb = "dispute"
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: about("dispute"), discussion: examples("dispute"), aliases: ["质疑"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func command(at desk: Desk) throws -> Command {
        .disputeEntry(try desk.whistle(whistle), entry: entry, reason: try desk.text(reason, "--reason"))
    }
}
