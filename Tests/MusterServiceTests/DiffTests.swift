import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// What has changed between two points of the log.
@Suite struct DiffTests {
    private func counts(_ diff: DistrictDiff) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: diff.counts.map { ($0.change, $0.count) })
    }

    @Test func `From the first entry to the last it tells the whole story once`() async throws {
        let hall = try await Hall.withStory()
        let diff = try await hall.seen(by: .leader).diff(DiffQuery(from: "0"))
        #expect(diff.changed == 3 && diff.whistles.map(\.whistle) == [Hall.first, Hall.second, Hall.third])
        #expect(
            counts(diff) == [
                "raised": 2, "imported": 1, "demandLinked": 1, "called": 3, "acknowledged": 2, "reportedIn": 2,
                "meetingConvened": 1, "taskAssigned": 1, "taskAccepted": 1, "taskCompleted": 1, "fileAttached": 1,
                "followedUp": 1, "closed": 1, "departmentEvaluated": 2, "entryDisputed": 1,
            ])
        #expect(
            diff.counts.map(\.change)
                == WhistleChange.Mark.allCases.map(\.rawValue).filter { counts(diff)[$0] != nil })
        let first = diff.whistles[0]
        #expect(first.before == nil && first.after == "closed" && first.title == "井盖破损" && !first.late)
        let north = try #require(diff.units.first { $0.unitName == "大雁塔街道" })
        #expect(north.raised == 1 && north.called == 0)
        #expect(diff.to.bound == "end" && diff.from == ShownPast(bound: "to", position: 0, at: diff.from.at))
    }

    @Test func `Steps from position to position add up to the way`() async throws {
        let hall = try await Hall.withStory()
        let district = hall.seen(by: .leader)
        let size = hall.ledger.view.board.size
        var sum: [String: Int] = [:]
        for position in 0..<size {
            let step = try await district.diff(DiffQuery(from: "\(position)", to: "\(position + 1)"))
            #expect(step.changed <= 1 && step.whistles.allSatisfy { $0.entries == 1 })
            sum.merge(counts(step), uniquingKeysWith: +)
        }
        // What an inspection lets pass between two steps shows in the steps alone.
        #expect(sum.removeValue(forKey: "claimed") == 1 && sum.removeValue(forKey: "verified") == 1)
        #expect(sum == counts(try await district.diff(DiffQuery(from: "0", to: "\(size)"))))
        let same = try await district.diff(DiffQuery(from: "\(size)", to: "\(size)"))
        #expect(same.changed == 0 && same.units.isEmpty && counts(same).isEmpty)
    }

    @Test func `Time alone makes late what nobody has touched`() async throws {
        let hall = try await Hall.withStory()
        let size = hall.ledger.view.board.size
        hall.advance(.days(30))
        let diff = try await hall.seen(by: .leader).diff(DiffQuery(from: "\(size)"))
        // An emergency's approval is still due when the matter is closed.
        #expect(diff.whistles.map(\.whistle) == [Hall.first, Hall.second])
        #expect(diff.whistles.allSatisfy { $0.entries == 0 } && diff.whistles.map(\.late) == [false, true])
        #expect(counts(diff) == ["approvalLate": 2, "acknowledgeLate": 1, "reportInLate": 1, "late": 1])
        #expect(diff.whistles[1].changes.map(\.unitName) == [nil, "城管局", "城管局", nil])
    }

    @Test func `A reopened matter that was closed again says both`() async throws {
        let hall = try await Hall.withStory()
        let size = hall.ledger.view.board.size
        let first = WhistleID(rawValue: 1)
        try await hall.submit(.reopen(first, due: hall.now + .days(3), reason: "又坏了"), by: .northClerk)
        let open = try await hall.seen(by: .leader).diff(DiffQuery(from: "\(size)"))
        #expect(counts(open) == ["reopened": 1] && open.whistles[0].before == "closed")
        try await hall.submit(.close(first, .terminated, reason: "撤销"), by: .centre)
        let again = try await hall.seen(by: .leader).diff(DiffQuery(from: "\(size)"))
        #expect(counts(again) == ["reopened": 1, "closed": 1] && again.whistles[0].entries == 2)
    }

    @Test func `It is narrowed by unit, street and whistle, and what is left out is counted`() async throws {
        let hall = try await Hall.withStory()
        let district = hall.seen(by: .leader)
        func names(_ change: (inout DiffQuery) -> Void) async throws -> [String] {
            var query = DiffQuery(from: "0")
            change(&query)
            return try await district.diff(query).whistles.map(\.whistle)
        }
        #expect(try await names { $0.unit = "城管局" } == [Hall.second, Hall.third])
        #expect(try await names { $0.unit = "大雁塔街道" } == [Hall.first])
        #expect(try await names { $0.street = "小寨路街道" } == [Hall.second, Hall.third])
        #expect(try await names { $0.whistle = "W2026-2" } == [Hall.second])
        #expect(
            try await names {
                $0.unit = "住建局"; $0.street = "小寨路街道"
            } == [])
        let short = try await district.diff(DiffQuery(from: "0", limit: 1))
        #expect(short.whistles.count == 1 && short.omitted == 2 && short.changed == 3)
        #expect(try await district.diff(DiffQuery(from: "0", unit: "城管局")).units.map(\.unitName) == ["城管局"])
        #expect(try await district.diff(DiffQuery(from: "0", whistle: Hall.first)).units.isEmpty)
    }

    @Test func `Everybody is told of what he may see`() async throws {
        let hall = try await Hall.withStory()
        let housing = try await hall.seen(by: .housing, readOnly: true).diff(DiffQuery(from: "0"))
        #expect(housing.whistles.map(\.whistle) == [Hall.first] && housing.units.map(\.unitName) == ["住建局"])
        // Who complained, what he said, what was said of that and how others were evaluated is not his to know.
        let told = counts(housing)
        #expect(["demandLinked", "followedUp", "entryDisputed"].allSatisfy { told[$0] == nil })
        #expect(told["departmentEvaluated"] == 1 && told["closed"] == 1)
        #expect(
            await failure { _ = try await hall.seen(by: .system).diff(DiffQuery(from: "0")) }?.code == "roleMayNotRead")
        let size = hall.ledger.view.board.size
        let refused: [(DiffQuery, String, member: String)] = [
            (DiffQuery(from: "5", to: "4"), "diffBackwards", "from"),
            (DiffQuery(from: "\(size + 1)"), "beyondEnd", "from"),
            (DiffQuery(from: "0", to: "\(size + 1)"), "beyondEnd", "to"),
            (DiffQuery(from: "soon"), "badMoment", "from"),
            (DiffQuery(from: "2099-01-01T00:00:00Z"), "momentAhead", "from"),
            (DiffQuery(from: "0", limit: -1), "badValue", "limit"),
        ]
        for (query, code, member) in refused {
            let refusal = await failure { _ = try await hall.seen(by: .leader).diff(query) }
            #expect(refusal?.code == code && refusal?.member == member, "\(query)")
        }
    }
}
