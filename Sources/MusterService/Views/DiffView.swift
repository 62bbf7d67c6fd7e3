package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func diff(_ query: DiffQuery) async throws(Failure) -> DistrictDiff {
        let limit = try checked(query.limit, "limit", DiffQuery.limits)
        let bounds: (from: ReplayBound, to: ReplayBound) = (
            try point(query.from, "from"), try query.to.map { text throws(Failure) in try point(text, "to") } ?? .end
        )
        try await check(bounds.from, member: "from")
        try await check(bounds.to, member: "to")
        // The earlier one first: the later one is folded on from there.
        let earlier = try await reading(bounds.from)
        let later = try await reading(bounds.to)
        try later.sight.check(.matters)
        guard earlier.board.size <= later.board.size, earlier.now <= later.now else {
            let values = ["from": "\(earlier.board.size)", "to": "\(later.board.size)"]
            throw Failure("diffBackwards", status: .usage, values, member: "from")
        }
        let filter = try DiffFilter(query, later)
        let changes = later.board.changes(since: earlier.board, judged: (earlier.now, later.now)) { id in
            filter.takes(id, later) && later.sees(id)
        }.map(later.withoutHidden)
        let shown = changes.prefix(limit)
        let titles = try await later.titles(of: shown.map(\.whistle))
        return DistrictDiff(
            from: earlier.shown, to: later.shown, changed: changes.count, counts: counts(of: changes),
            whistles: shown.map { later.item($0, title: titles[$0.whistle] ?? "") },
            omitted: changes.count - shown.count, units: filter.units(earlier, later))
    }

    /// A position, or a moment as it had been recorded.
    private func point(_ text: String, _ member: String) throws(Failure) -> ReplayBound {
        let query = PastQuery(at: text)
        if let to = query.to { return .to(to) }
        return .asRecorded(try moment(text, member))
    }

    private func counts(of changes: [WhistleChange]) -> [DiffCount] {
        var counts: [WhistleChange.Mark: Int] = [:]
        for step in changes.lazy.flatMap(\.steps) { counts[step.mark, default: 0] += Int(step.times) }
        return WhistleChange.Mark.allCases.compactMap { mark in
            counts[mark].map { DiffCount(change: mark.rawValue, count: $0) }
        }
    }
}

/// What of a comparison is asked for.
private struct DiffFilter {
    private var whistles = WhistleFilter()
    private let whistle: WhistleID?
    private let isFiltered: Bool

    init(_ query: DiffQuery, _ reading: Reading) throws(Failure) {
        whistles.street = try reading.desk.unit(query.street)
        whistles.unit = try reading.desk.unit(query.unit)
        whistle = if let name = query.whistle { try reading.whistle(name) } else { nil }
        isFiltered = whistles != WhistleFilter()
    }

    func takes(_ id: WhistleID, _ reading: Reading) -> Bool {
        if let whistle, whistle != id { return false }
        guard isFiltered else { return true }
        // A unit takes part in what it has raised, too.
        if let unit = whistles.unit, reading.board.whistles[id].raiser == unit {
            return whistles.street.map { $0 == unit } ?? true
        }
        return reading.board.matches(whistles, id, at: reading.now)
    }

    /// The units whose counters have changed and that the reader may see; none beside a single whistle.
    func units(_ earlier: Reading, _ later: Reading) -> [DiffUnit] {
        guard whistle == nil else { return [] }
        var units: [DiffUnit] = []
        later.board.units.forEach { index, row in
            let id = UnitID(rawValue: UInt32(index + 1))
            if let asked = whistles.unit ?? whistles.street, asked != id { return }
            guard later.sight.reach(.matters) == .all || later.sight.unit == id else { return }
            let old = earlier.board.units.contains(id) ? earlier.board.units[id] : nil
            func grown(_ counter: (UnitRow) -> UInt32) -> Int { Int(counter(row)) - Int(old.map(counter) ?? 0) }
            let unit = DiffUnit(
                unit: later.names.code(of: id) ?? "", unitName: later.names.unit(id), raised: grown(\.raised),
                called: grown(\.called), reportedIn: grown(\.reportedIn), reportedInLate: grown(\.reportedInLate),
                wrongDispatches: grown(\.wrongDispatches), evaluations: grown(\.evaluations))
            if unit.hasChanged { units.append(unit) }
        }
        return units
    }
}

extension DiffUnit {
    fileprivate var hasChanged: Bool {
        [raised, called, reportedIn, reportedInLate, wrongDispatches, evaluations].contains { $0 != 0 }
    }
}

extension Reading {
    fileprivate func item(_ change: WhistleChange, title: String) -> DiffWhistle {
        let row = board.whistles[change.whistle]
        return DiffWhistle(
            whistle: row.name.description, title: title, streetName: names.name(of: row.raiser),
            before: change.before?.name, after: change.after.name, late: row.isLate(at: now),
            entries: Int(change.entries),
            changes: change.steps.map { step in
                DiffChange(
                    change: step.mark.rawValue, item: step.item == 0 ? nil : Int(step.item),
                    unit: names.code(of: step.unit), unitName: names.name(of: step.unit),
                    times: Int(step.times))
            })
    }
}
