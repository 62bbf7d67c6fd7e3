import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

/// A command that changes the ledger.
protocol Act: MusterCommand {
    var act: ActOptions { get }
    /// The act, by whose name its confirmation (`done.<verb>`) and next step (`next.<verb>`) stand.
    static var verb: ActName { get }
    /// What is asked, from what was typed; what all acts have in common is added.
    func request(_ typed: Typed) throws -> ActRequest
    /// The file that the act brings with it, which has to be kept before it is recorded.
    func content() throws -> FileContent?
}

extension Act {
    func content() throws -> FileContent? { nil }

    func run(in session: Session) async throws {
        ActReport(try await perform(in: session)).print(on: session.console)
    }

    /// Asks for it.
    func perform(in session: Session) async throws -> ActReceipt {
        let district = try await session.district(as: act.actor, writing: true)
        let file = try content()
        let typed = Typed(
            now: Moment(milliseconds: Environment.live.now().milliseconds), language: session.console.language,
            file: file)
        var request = try request(typed)
        request.values["occurredAt"] = try typed.moment(act.occurredAt)
        request.values["via"] = try typed.code(act.via, "--via", as: BackEntry.Channel.self)
        request.values["onBehalfOf"] = act.onBehalfOf.map { .string($0) }
        request.values["confirmNumbers"] = typed.flag(act.confirmNumbers)
        // A dry run must leave nothing behind, so the file is only kept when the act will be recorded.
        if let file, !act.dryRun { try await district.keep(file) }
        return try await district.submit(
            request,
            MusterAPI.ActOptions(
                commandID: act.commandId ?? UUID().uuidString.lowercased(), isDryRun: act.dryRun,
                expectedRevision: act.ifRevision))
    }
}

/// What is printed when an act has been accepted.
struct ActReport {
    var receipt: ActReceipt
    /// Whether a token is shown that was issued; it may have gone into a file.
    var showsToken: Bool

    init(_ receipt: ActReceipt, showsToken: Bool = true) {
        self.receipt = receipt
        self.showsToken = showsToken
    }

    func print(on console: Console) {
        guard !console.isJSON else {
            return console.out(json)
        }
        if receipt.dryRun { return printDryRun(on: console) }
        let isNew = !receipt.repeated && receipt.first != nil
        console.out((isNew ? console.palette.paint("✓ ", .green) : "") + receipt.message)
        guard isNew else { return }
        for entry in receipt.entries.dropFirst() { console.out("  " + entry.sentence) }
        if showsToken, let token = receipt.token { console.out(token) }
        if let next = receipt.next { console.note(console.messagePalette.paint(next, .dim)) }
    }

    /// What programs are told: nothing of it depends on the language.
    private var json: JSONValue {
        var shown = receipt
        if !showsToken { shown.token = nil }
        guard case .object(let members) = JSONValue(encoding: shown) else { return .null }
        return .object(members.filter { !["entries", "message", "next"].contains($0.name) })
    }

    private func printDryRun(on console: Console) {
        console.note(receipt.message)
        for entry in receipt.entries {
            console.out("\(entry.id)  \(entry.type)")
            console.out("  " + entry.sentence)
        }
    }
}
