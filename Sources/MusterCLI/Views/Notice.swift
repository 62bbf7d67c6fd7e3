import MusterAPI
import MusterDomain
import MusterEngine
import MusterService

/// What a called unit is told: plain text, ready to be pasted into a chat.
struct Notice {
    let reading: Reading
    let whistle: WhistleID
    let events: [RecordedEvent]

    /// One text for each live call, or for the one of a unit; none where nobody has anything left to do.
    func texts(for unit: UnitID?) throws(Failure) -> [String] {
        guard isUnderWay else { return [] }
        let calls = reading.board.calls(of: whistle).filter { $0.state.isLive && (unit == nil || $0.unit == unit) }
        if let unit, calls.isEmpty {
            let values = ["whistle": reading.names.whistle(whistle), "unit": reading.names.unit(unit)]
            throw Failure("notCalled", status: .notFound, values, key: "show.notice.notCalled")
        }
        return calls.map(text)
    }

    /// Why there is no text.
    var nothing: String {
        let row = reading.board.whistles[whistle]
        let values = ["whistle": row.name.description, "state": reading.term(row.state)]
        return reading.console.say(isUnderWay ? "show.notice.noCalls" : "show.notice.nothing", values)
    }

    /// Calls of a whistle that is over or another system's ask nobody for anything.
    private var isUnderWay: Bool {
        switch reading.board.whistles[whistle].state {
        case .raised, .handling, .claimed, .verified: true
        case .closed, .withdrawn, .imported, .importClosed: false
        }
    }

    private func text(of call: CallRow) -> String {
        let row = reading.board.whistles[whistle]
        let values = [
            "whistle": row.name.description,
            "kind": reading.term(row.kind),
            "street": reading.names.unit(row.raiser),
            "title": reading.subject(in: events),
            "place": reading.text(.place, of: 1, in: events) ?? "—",
            "unit": reading.names.unit(call.unit),
            "role": reading.term(call.role),
            "acknowledgeBy": reading.moment(call.acknowledgeBy),
            "reportInBy": reading.moment(call.reportInBy),
            "due": row.due.map(reading.moment) ?? "—",
            "contact": events.first.map { reading.names.actor(of: $0, reading.language) } ?? "—",
        ]
        func say(_ key: String) -> String { reading.console.say("show.notice.\(key)", values) }
        var lines = [say("heading"), say("matter"), say("place")]
        // Whoever has come is not told again to come: what is left is the matter itself.
        guard call.reportedInAt == nil else {
            return (lines + [say("handling")]).joined(separator: "\n")
        }
        lines.append(say("call"))
        if call.acknowledgedAt == nil { lines.append(say("acknowledge")) }
        lines.append(say(call.onSite ? "reportInOnSite" : "reportIn"))
        if call.state == .objected { lines.append(say("objected")) }
        return (lines + [say("due"), say("contact")]).joined(separator: "\n")
    }
}
