import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

/// What is answered when an act has been accepted.
struct ActAnswer {
    var order: Order
    var outcome: Outcome
    var act: ActName
    var names: Rendering
    var language: Language
    /// The leaves of its entries; none for what was only tried.
    var leaves: [String]
    /// A token that was issued just now.
    var token: String?

    func receipt(isDryRun: Bool) throws(Failure) -> ActReceipt {
        let events = try events()
        let row = outcome.whistle.flatMap { names.board.whistles.contains($0) ? names.board.whistles[$0] : nil }
        // Others may have gone on since; the revision is that of this act where it left something.
        let revision = (isDryRun ? nil : events.last?.envelope.revision) ?? row.map { Int($0.revision) }
        let shown = events.map { names.values(of: $0, language) }
        let values = values(events, shown)
        return ActReceipt(
            commandId: order.id, whistle: row?.name.description, revision: row == nil ? nil : revision,
            first: outcome.receipt?.first, last: outcome.receipt?.last, leaves: leaves,
            repeated: outcome.wasThere, dryRun: isDryRun,
            events: events.map(\.kind.type),
            entries: zip(events, shown).map { event, values in
                ReceiptEntry(
                    id: event.envelope.id, type: event.kind.type,
                    sentence: names.sentence(of: event, saying: values, language))
            },
            message: isDryRun ? say("dryRun.header") : message(values),
            next: isDryRun ? nil : next(values), token: token)
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

    private func say(_ key: String, _ values: [String: String] = [:]) -> String {
        Catalogue.muster.say(key, language, values)
    }

    /// What was done: the act itself, that it was done before, or that there was nothing to do.
    private func message(_ values: [String: String]) -> String {
        if outcome.wasThere {
            var values = values
            values["id"] = order.id
            values["first"] = "\(outcome.receipt?.first ?? 0)"
            values["last"] = "\(outcome.receipt?.last ?? 0)"
            // Its secret is not kept, so it can't be shown again.
            if act == .tokenIssue { return say("done.repeatedToken", values) }
            return say(values["whistle"] == "" ? "done.repeated" : "done.repeatedOf", values)
        }
        return outcome.receipt == nil ? say("done.nothing") : say("done.\(act.rawValue)", values)
    }

    /// What usually follows on an act that was recorded just now.
    private func next(_ values: [String: String]) -> String? {
        guard !outcome.wasThere, outcome.receipt != nil else { return nil }
        let key = "next.\(isObjectionOnSite ? "objectOnSite" : act.rawValue)"
        return Catalogue.muster.knows(key) ? say(key, values) : nil
    }

    /// Whoever objects on site has signed and reported in already.
    private var isObjectionOnSite: Bool {
        guard act == .object, let whistle = outcome.whistle else { return false }
        let party = order.entered.onBehalfOf ?? order.actor.unit
        return names.board.calls(of: whistle).contains { $0.unit == party && $0.state == .contested }
    }

    /// What a confirmation may name: the fields of the first event, and what several events say together.
    private func values(_ events: [RecordedEvent], _ shown: [[String: String]]) -> [String: String] {
        var values = ["whistle": outcome.whistle.map { names.whistle($0) } ?? ""]
        guard let first = events.first else { return values }
        values.merge(shown[0]) { mine, _ in mine }
        values["number"] = values["task"] ?? values["meeting"]
        values["moment"] = values["startsAt"]
        values["file"] = values["sha256"].map { String($0.prefix(12)) }
        values["texts"] = "\(events.count { $0.kind == .textErasureRequested })"
        values["tasks"] = "\(events.count { $0.kind == .taskAssigned })"
        let units = shown.compactMap { $0["unit"] }
        values["units"] = units.joined(separator: language == .zh ? "、" : ", ")
        if first.kind == .callKept { values["ruling"] = say("Ruling.keep") }
        if first.kind == .callReleased { values["ruling"] = say("Ruling.release") }
        return values
    }
}
