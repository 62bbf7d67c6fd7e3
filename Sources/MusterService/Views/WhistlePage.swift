package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func whistles(_ query: WhistleQuery) async throws(Failure) -> Page<WhistleItem> {
        let limit = try limit(query.page)
        let cursor = try Cursor(query.page, of: "whistles1", parts: 1)
        let before = try cursor?.number(0) ?? .max
        let bound = try bound(query.past, cursor)
        let reading = try await reading(bound)
        try reading.sight.check(.matters)
        let found = try found(query, reading)
        let rest = found.drop { $0.rawValue >= before }
        let shown = Array(rest.prefix(limit))
        let titles = query.withTitles ? try await reading.titles(of: shown) : [:]
        var items: [WhistleItem] = []
        items.reserveCapacity(shown.count)
        for id in shown { items.append(try await reading.item(id, title: titles[id])) }
        let next = rest.count > limit ? shown.last.map { Cursor("whistles1", ["\($0.rawValue)"], of: bound).text } : nil
        return Page(items: items, nextCursor: next, count: found.count, past: reading.past)
    }

    /// The whistles that fit and that the reader may see, newest first.
    private func found(_ query: WhistleQuery, _ reading: Reading) throws(Failure) -> [WhistleID] {
        let filter = try filter(query, reading.desk)
        let found = reading.board.whistles(matching: filter, at: reading.now)
        if reading.sight.reach(.matters) == .all { return found }
        return found.filter(reading.sees)
    }

    private func filter(_ query: WhistleQuery, _ desk: Desk) throws(Failure) -> WhistleFilter {
        var filter = WhistleFilter()
        filter.isLate = query.isLate
        filter.isOpen = query.isOpen
        filter.isClosed = query.isClosed
        for text in query.states { filter.states.insert(try desk.code(text, "--state")) }
        filter.street = try desk.unit(query.street)
        filter.unit = try desk.unit(query.unit)
        if let kind = query.kind { filter.kind = try desk.code(kind, "--kind", as: WhistleKind.self) }
        return filter
    }
}

extension Reading {
    /// A whistle as a row of a list.
    func item(_ id: WhistleID, title: String?) async throws(Failure) -> WhistleItem {
        let row = board.whistles[id]
        let isLive = !row.isImported
        let lead = isLive ? board.answerableUnit(of: id) ?? .none : row.department
        let mayKnow = knowsComplainants(of: id)
        return WhistleItem(
            whistle: row.name.description, reference: mayKnow ? try await reference(row.reference)?.caseID : nil,
            state: row.state.name, kind: isLive ? row.kind.name : nil,
            category: try await name(row.category, of: .category), street: names.code(of: row.raiser),
            lead: names.code(of: lead), raisedAt: row.raisedAt.text, due: row.due?.text, closedAt: row.closedAt?.text,
            late: row.isLate(at: now), demands: mayKnow ? try await demands(of: id) : [], title: title,
            streetName: names.name(of: row.raiser), leadName: names.name(of: lead))
    }

    private func demands(of id: WhistleID) async throws(Failure) -> [String] {
        guard board.whistles[id].counts.demands > 0 else { return [] }
        var references: [String] = []
        for demand in board.demands(of: id) {
            if let reference = try await reference(demand.reference) { references.append(reference) }
        }
        return references
    }
}

extension String {
    /// The source's own case number: what stands behind the first colon of `source:id`.
    var caseID: String { firstIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self }
    /// The source of `source:id`; nil where there is no colon.
    var caseSource: String? { firstIndex(of: ":").map { String(self[..<$0]) } }
}
