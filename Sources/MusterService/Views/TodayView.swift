package import MusterAPI
import MusterDomain
import MusterEngine

extension LocalDistrict {
    package func today(_ query: TodayQuery) async throws(Failure) -> TodayFigures {
        let limit = try checked(query.cases, "cases", TodayQuery.limits)
        let bound = try bound(of: query)
        let reading = try await reading(bound)
        try reading.sight.check(.matters)
        let today = reading.board.today(at: reading.now)
        var cases: [Today.Figure: [Today.Case]] = [:]
        for figure in Today.Figure.allCases {
            cases[figure] = today[figure].filter { reading.sees($0, in: figure) }
        }
        let whistles = Set(cases.values.flatMap { $0.prefix(limit).map(\.whistle) })
        let titles =
            query.withTitles ? try await reading.titles(of: whistles.sorted { $0.rawValue < $1.rawValue }) : [:]
        var figures: [Today.Figure: TodayFigure] = [:]
        for (figure, found) in cases {
            var items: [TodayCase] = []
            for one in found.prefix(limit) { items.append(try await reading.item(one, title: titles[one.whistle])) }
            figures[figure] = TodayFigure(count: found.count, cases: items)
        }
        func figure(_ figure: Today.Figure) -> TodayFigure { figures[figure] ?? TodayFigure(count: 0, cases: []) }
        let seal = try await reading.seal()
        return TodayFigures(
            from: today.day.start.text, to: today.day.end.text, at: today.now.text, raised: figure(.raised),
            unsigned: figure(.unsigned), notReportedIn: figure(.notReportedIn), overdue: figure(.overdue),
            repeated: figure(.repeated), closed: figure(.closed), district: reading.view.directory.districtName,
            position: reading.board.size, root: seal?.root, origin: seal?.origin, past: reading.past)
    }

    /// A day that is over is shown as it had been recorded by its last moment, the present one as it is.
    private func bound(of query: TodayQuery) throws(Failure) -> ReplayBound {
        guard let date = query.date else { return try bound(query.past) }
        guard query.past.isNow else { throw Self.ambiguous }
        let now = environment.now()
        let moment = try moment(date, "date", dateAlone: true)
        guard moment <= now else { throw Failure("badMoment", status: .usage, ["text": date], member: "date") }
        let day = ShanghaiDay(containing: moment)
        return day.contains(now) ? .end : .asRecorded(Instant(milliseconds: day.end.milliseconds - 1))
    }
}

extension Reading {
    /// Whether a case of a figure may be seen.
    fileprivate func sees(_ found: Today.Case, in figure: Today.Figure) -> Bool {
        guard sees(found.whistle) else { return false }
        if found.unit.exists { return sight.sees(.calls, of: found.unit) }
        guard figure == .repeated else { return true }
        // A repeated case number says who complained, in the one whistle and in the other.
        return [found.whistle, found.earlier].allSatisfy { sees($0) && knowsComplainants(of: $0) }
    }

    fileprivate func item(_ found: Today.Case, title: String?) async throws(Failure) -> TodayCase {
        let reference = try await reference(found.reference)
        return TodayCase(
            whistle: names.whistle(found.whistle), title: title, unit: names.code(of: found.unit), late: found.isLate,
            earlier: found.earlier.exists ? names.whistle(found.earlier) : nil, reference: reference,
            links: reference == nil ? nil : Int(found.links), unitName: names.name(of: found.unit))
    }
}
