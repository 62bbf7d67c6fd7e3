import ArgumentParser
import MusterAPI
import MusterService

struct Attach: Act {
    static let verb = ActName.attach
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: about("attach"), discussion: examples("attach"), aliases: ["附件", "附材料"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("file")) var file: String

    @Option(name: .long, help: help("task")) var task: Int?

    @Option(name: .long, help: help("caption")) var caption: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func content() throws -> FileContent? { try LedgerFiles.content(of: file) }

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "task": task.map { JSONValue($0) },
                "sha256": typed.file.map { .string($0.sha256) }, "size": typed.file.map { JSONValue($0.bytes.count) },
                "media": .string(LedgerFiles.media(of: file)), "caption": try typed.text(caption, "--caption"),
            ])
    }
}

struct Correct: Act {
    static let verb = ActName.correct
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: about("correct"), discussion: examples("correct"), aliases: ["更正", "更正记录"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @Option(name: .long, help: help("field")) var field: String

    @Option(name: .customLong("text"), help: help("correction")) var correction: String

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "entry": JSONValue(entry), "field": .string(field),
                "text": try typed.text(correction, "--text"), "reason": try typed.text(reason, "--reason"),
            ])
    }
}

struct Confirm: Act {
    static let verb = ActName.confirm
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: about("confirm"), discussion: examples("confirm"), aliases: ["确认"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(Self.verb, ["whistle": .string(whistle), "entry": JSONValue(entry)])
    }
}

struct Dispute: Act {
    static let verb = ActName.dispute
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: about("dispute"), discussion: examples("dispute"), aliases: ["质疑"])

    @Argument(help: help("whistle")) var whistle: String

    @Argument(help: help("entry")) var entry: Int

    @Option(name: .long, help: help("reason")) var reason: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        ActRequest(
            Self.verb,
            [
                "whistle": .string(whistle), "entry": JSONValue(entry), "reason": try typed.text(reason, "--reason"),
            ])
    }
}
