package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func notices(_ whistle: String, unit: String?) async throws(Failure) -> Notices {
        var reading = try await reading()
        let id = try reading.whistle(whistle)
        var called = try reading.desk.unit(unit)
        if let called { try reading.sight.check(.calls, of: called) }
        if reading.sight.reach(.calls) == .own { called = reading.sight.unit }
        if try await deliver([id], on: reading.board) { reading = try await self.reading() }
        let notice = Notice(
            reading: reading, whistle: id, events: try await reading.history(of: id), seal: try await reading.seal())
        let texts = try notice.texts(for: called, isNamed: unit != nil)
        return Notices(texts: texts, nothing: texts.isEmpty ? notice.nothing : nil)
    }
}

/// What a called unit is told: plain text, ready to be pasted into a chat.
private struct Notice {
    let reading: Reading
    let whistle: WhistleID
    let events: [RecordedEvent]
    /// The history that the notice is of, delivery included.
    let seal: LogSeal?

    private var row: WhistleRow { reading.board.whistles[whistle] }

    /// One text for each live call, or for the one of a unit; none where nobody has anything left to do.
    func texts(for unit: UnitID?, isNamed: Bool) throws(Failure) -> [String] {
        guard isUnderWay else { return [] }
        let calls = reading.board.calls(of: whistle).filter { $0.state.isLive && (unit == nil || $0.unit == unit) }
        if isNamed, let unit, calls.isEmpty {
            let values = ["whistle": reading.names.whistle(whistle), "unit": reading.names.unit(unit)]
            throw Failure("notCalled", status: .notFound, values, key: "show.notice.notCalled")
        }
        return calls.map(text)
    }

    /// Why there is no text.
    var nothing: String {
        let values = ["whistle": row.name.description, "state": reading.names.term(row.state, reading.language)]
        return reading.say(isUnderWay ? "show.notice.noCalls" : "show.notice.nothing", values)
    }

    /// Calls of a whistle that is over or another system's ask nobody for anything.
    private var isUnderWay: Bool {
        switch row.state {
        case .raised, .handling, .claimed, .verified: true
        case .closed, .withdrawn, .imported, .importClosed: false
        }
    }

    private func moment(_ instant: Instant) -> String { reading.names.moment(instant, reading.language) }

    private func text(of call: CallRow) -> String {
        let values = [
            "whistle": row.name.description,
            "kind": reading.names.term(row.kind, reading.language),
            "street": reading.names.unit(row.raiser),
            "title": Reading.text(.subject, of: 1, in: events) ?? reading.say("event.erased"),
            "place": Reading.text(.place, of: 1, in: events) ?? "—",
            "unit": reading.names.unit(call.unit),
            "role": reading.names.term(call.role, reading.language),
            "acknowledgeBy": moment(call.acknowledgeBy),
            "reportInBy": moment(call.reportInBy),
            "due": row.due.map(moment) ?? "—",
            "contact": events.first.map { reading.names.actor(of: $0, reading.language) } ?? "—",
        ]
        let foot = [seal?.words(reading.language)].compactMap(\.self)
        func say(_ key: String) -> String { reading.say("show.notice.\(key)", values) }
        var lines = [say("heading"), say("matter"), say("place")]
        // Whoever has come is not told again to come: what is left is the matter itself.
        guard call.reportedInAt == nil else {
            return (lines + [say("handling")] + foot).joined(separator: "\n")
        }
        lines.append(say("call"))
        if call.acknowledgedAt == nil { lines.append(say("acknowledge")) }
        lines.append(say(call.onSite ? "reportInOnSite" : "reportIn"))
        if call.state == .objected { lines.append(say("objected")) }
        return (lines + [say("due"), say("contact")] + foot).joined(separator: "\n")
    }
}
