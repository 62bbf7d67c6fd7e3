import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// A command that changes the ledger.
protocol Act: MusterCommand {
    var act: ActOptions { get }
    /// The key under which its confirmation (`done.<verb>`) and next step (`next.<verb>`) stand.
    static var verb: String { get }
    /// What is asked of the ledger.
    func command(at desk: Desk) throws -> Command
    /// What is shown once, when the act has been accepted, and never again: a new token.
    var shownOnce: String? { get }
}

extension Act {
    var shownOnce: String? { nil }

    func run(in session: Session) async throws { try await perform(in: session) }

    /// Asks the ledger and says what came of it.
    func perform(in session: Session) async throws {
        let ledger = try await session.openLedger()
        let view = ledger.view
        let desk = Desk(
            view: view, files: try session.files, now: Environment.live.now(), language: session.console.language)
        let order = try order(at: desk, session)
        let names = Rendering(view)
        if act.dryRun {
            let outcome = try await session.guarding(names: names) { () async throws(LedgerError) in
                try await ledger.preview(order)
            }
            try ActReport(order: order, outcome: outcome, verb: Self.verb, names: names).printDryRun(
                on: session.console)
        } else {
            let outcome = try await session.guarding(names: names) { () async throws(LedgerError) in
                try await ledger.submit(order)
            }
            try ActReport(
                order: order, outcome: outcome, verb: Self.verb, names: Rendering(ledger.view), shownOnce: shownOnce
            ).printDone(on: session.console)
        }
    }

    private func order(at desk: Desk, _ session: Session) throws -> Order {
        guard let actor = act.actor ?? session.settings[.as]?.text else { throw Failure("noActor", status: .usage) }
        var entered = BackEntry()
        entered.claimedAt = try desk.moment(act.occurredAt)
        if let via = act.via { entered.via = try desk.code(via, "--via", as: BackEntry.Channel.self) }
        entered.onBehalfOf = try desk.unit(act.onBehalfOf)
        return Order(
            id: act.commandId ?? UUID().uuidString.lowercased(), command: try command(at: desk),
            actor: try desk.actor(actor), entered: entered, confirmsNumbers: act.confirmNumbers,
            expectedRevision: act.ifRevision)
    }
}

/// What is printed when an act has been accepted.
struct ActReport {
    var order: Order
    var outcome: Outcome
    var verb: String
    var names: Rendering
    var shownOnce: String?

    private struct JSON: Encodable {
        var commandId: String
        var whistle: String?
        var revision: Int?
        var first: UInt64?
        var last: UInt64?
        var repeated: Bool
        var dryRun: Bool
        var events: [String]
        var token: String?
    }

    private func json(_ events: [RecordedEvent], dryRun: Bool) -> JSON {
        let row = outcome.whistle.flatMap { names.board.whistles.contains($0) ? names.board.whistles[$0] : nil }
        return JSON(
            commandId: order.id, whistle: row?.name.description, revision: row.map { Int($0.revision) },
            first: outcome.receipt?.first, last: outcome.receipt?.last, repeated: outcome.wasThere, dryRun: dryRun,
            events: events.map(\.kind.type), token: dryRun ? nil : shownOnce)
    }

    private func events() throws(Failure) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        for (offset, entry) in outcome.entries.enumerated() {
            let position = (outcome.receipt?.first ?? 0) + Position(offset)
            let stored = StoredEntry(position: position, bytes: entry.bytes, words: entry.words)
            do { events.append(try RecordedEvent(stored)) } catch { throw Failure(error, names: names) }
        }
        return events
    }

    func printDone(on console: Console) throws(Failure) {
        let events = try events()
        guard !console.isJSON else { return console.out(json: json(events, dryRun: false)) }
        let whistle = outcome.whistle.map { names.whistle($0) } ?? ""
        var values = ["whistle": whistle]
        values.merge(describe(events, console)) { mine, _ in mine }
        if outcome.wasThere {
            let receipt = ["first": outcome.receipt?.first, "last": outcome.receipt?.last].mapValues { "\($0 ?? 0)" }
            let key = whistle.isEmpty ? "done.repeated" : "done.repeatedOf"
            console.out(console.say(key, values.merging(["id": order.id].merging(receipt) { $1 }) { $1 }))
        } else if outcome.receipt == nil {
            console.out(console.say("done.nothing"))
        } else {
            console.out(console.palette.paint("✓ ", .green) + console.say("done.\(verb)", values))
            for event in events.dropFirst() { console.out("  " + names.sentence(of: event, console.language)) }
            if let shownOnce { console.out(shownOnce) }
            if console.knows("next.\(next)") {
                console.note(console.messagePalette.paint(console.say("next.\(next)", values), .dim))
            }
        }
    }

    /// Whose next step follows: whoever objects on site has signed and reported in already.
    private var next: String {
        guard verb == "object", let whistle = outcome.whistle else { return verb }
        let party = order.entered.onBehalfOf ?? order.actor.unit
        let isOnSite = names.board.calls(of: whistle).contains { $0.unit == party && $0.state == .contested }
        return isOnSite ? "objectOnSite" : verb
    }

    /// What a confirmation may name: the fields of the first event, and what several events say together.
    private func describe(_ events: [RecordedEvent], _ console: Console) -> [String: String] {
        guard let first = events.first else { return [:] }
        var values = names.values(of: first, console.language)
        values["number"] = values["task"] ?? values["meeting"]
        values["moment"] = values["startsAt"]
        values["file"] = values["sha256"].map { String($0.prefix(12)) }
        values["tasks"] = "\(events.count { $0.kind == .taskAssigned })"
        let units = events.compactMap { names.values(of: $0, console.language)["unit"] }
        values["units"] = units.joined(separator: console.language == .zh ? "、" : ", ")
        if first.kind == .callKept { values["ruling"] = console.say("Ruling.keep") }
        if first.kind == .callReleased { values["ruling"] = console.say("Ruling.release") }
        return values
    }

    func printDryRun(on console: Console) throws(Failure) {
        let events = try events()
        guard !console.isJSON else { return console.out(json: json(events, dryRun: true)) }
        console.note(console.say("dryRun.header"))
        for event in events {
            console.out("\(event.envelope.id)  \(event.kind.type)")
            console.out("  " + names.sentence(of: event, console.language))
        }
    }
}
