import EventLog
package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func whistle(_ name: String, _ past: PastQuery) async throws(Failure) -> WhistleDetail {
        var reading = try await reading(try bound(past))
        let id = try reading.whistle(name)
        // Whoever looks at the past takes no delivery.
        if reading.past == nil, try await deliver([id], on: reading.board) { reading = try await self.reading() }
        let events = try await reading.history(of: id)
        let hidden = reading.hidden(in: events, of: id)
        let story = WhistleStory(reading: reading, id: id, events: events, hidden: hidden)
        return try await story.detail(next: await next(id, reading))
    }

    /// What can be done next, or could then, by whoever asks if that is known.
    private func next(_ id: WhistleID, _ reading: Reading) async -> [String] {
        let acts = reading.board.nextActs(on: id)
        let reader: (actor: Actor, rights: Board)?
        // A name that nobody has is no reason to show nothing.
        do { reader = try await self.reader(reading) } catch { reader = nil }
        guard let reader else { return acts.map(\.name) }
        if case .token(let token) = caller, token.isReadOnly { return [] }
        guard reader.rights.may(.act, by: reader.actor.post) else { return [] }
        let standing = reading.board.standing(of: reader.actor.unit, in: id)
        return acts.filter { !$0.allowed.isDisjoint(with: standing) }.map(\.name)
    }
}

/// One whistle with its history, of which some entries may be hidden from the reader.
struct WhistleStory {
    let reading: Reading
    let id: WhistleID
    /// All of its history; what is shown of it leaves out the hidden entries.
    let events: [RecordedEvent]
    /// The numbers of the entries that the reader may not see.
    let hidden: Set<Int>

    var row: WhistleRow { reading.board.whistles[id] }
    var board: Board { reading.board }
    var names: Rendering { reading.names }
    var mayKnow: Bool { reading.knowsComplainants(of: id) }

    func detail(next: [String]) async throws(Failure) -> WhistleDetail {
        let item = try await reading.item(id, title: text(.subject, of: 1) ?? reading.say("event.erased"))
        let source = mayKnow ? try await reading.reference(row.reference)?.caseSource : nil
        let isGrouped = row.groupLead.exists
        return WhistleDetail(
            whistle: item.whistle, reference: item.reference, state: item.state, kind: item.kind,
            category: item.category, street: item.street, lead: item.lead, raisedAt: item.raisedAt, due: item.due,
            closedAt: item.closedAt, late: item.late, demands: item.demands, title: item.title,
            streetName: item.streetName, leadName: item.leadName, revision: Int(row.revision),
            approveBy: row.approveBy?.text, handledAt: row.handledAt?.text, closingClass: row.closingClass?.name,
            claimedResult: row.claimedResult?.name, reopened: Int(row.reopened), sentBack: Int(row.sentBack),
            files: Int(row.files), place: text(.place, of: 1), whyNotAlone: text(.whyNotAlone, of: 1),
            raisedBy: events.first.map { names.actor(of: $0, reading.language) },
            departmentName: names.name(of: row.department), source: source, groupLed: isGrouped,
            calls: try await calls(), group: isGrouped ? try await group() : nil, meetings: meetings(),
            tasks: tasks(), followUps: mayKnow ? try await followUps() : [], backEntries: backEntries(),
            events: timeline(), next: next, past: reading.past)
    }

    /// A text of one entry as it was corrected last; nil if there is none or it was erased.
    func text(_ field: Field, of entry: Int) -> String? { Reading.text(field, of: entry, in: events) }
}
