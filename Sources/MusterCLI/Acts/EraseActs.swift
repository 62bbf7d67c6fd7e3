import ArgumentParser
import MusterAPI
import MusterDomain

/// `muster erase`: one text of an entry, or all texts of a whistle.
struct Erase: Act {
    static let verb = ActName.eraseText
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: about("erase"), discussion: examples("erase"),
        aliases: ["删除文本", "依法删除"])

    @Argument(help: help("erasePosition")) var position: Int?

    @Argument(help: help("eraseField")) var field: String?

    @Option(name: .long, help: help("eraseWhistle")) var whistle: String?

    @Option(name: .customLong("basis"), help: help("erasureBasis")) var basis: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var act: ActOptions

    func request(_ typed: Typed) throws -> ActRequest {
        let basis = try typed.code(basis, "--basis", as: ErasureBasis.self)
        if let whistle {
            guard position == nil else { throw Failure("eraseOneThing", status: .usage) }
            return ActRequest(.eraseTexts, ["whistle": .string(whistle), "basis": basis])
        }
        guard let position, let field else { throw Failure("eraseOneThing", status: .usage) }
        return ActRequest(.eraseText, ["position": JSONValue(position), "field": .string(field), "basis": basis])
    }
}
