import MusterDomain
import MusterEngine

/// What a called unit is told: plain text, ready to be pasted into a chat.
struct Notice {
    let reading: Reading
    let whistle: WhistleID
    let events: [RecordedEvent]

    /// One text for each live call, or for the one of a unit.
    func texts(for unit: UnitID?) throws(Failure) -> [String] {
        let calls = reading.board.calls(of: whistle).filter { $0.state.isLive && (unit == nil || $0.unit == unit) }
        guard !calls.isEmpty else {
            let values = [
                "whistle": reading.names.whistle(whistle), "unit": unit.map(reading.names.unit) ?? "—",
            ]
            let key = unit == nil ? "show.notice.noCalls" : "show.notice.notCalled"
            throw Failure("notCalled", status: .notFound, values, key: key)
        }
        return calls.map(text)
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
        var lines = [say("heading"), say("matter"), say("place"), say("call")]
        lines.append(call.acknowledgedAt == nil ? say("acknowledge") : say("acknowledged"))
        if call.reportedInAt == nil {
            lines.append(say(call.onSite ? "reportInOnSite" : "reportIn"))
        } else {
            lines.append(say("reportedIn"))
        }
        lines.append(say("due"))
        lines.append(say("contact"))
        return lines.joined(separator: "\n")
    }
}
