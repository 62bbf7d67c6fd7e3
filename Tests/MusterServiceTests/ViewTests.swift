import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// What the answers say of a small district.
@Suite struct ViewTests {
    @Test func `The district and its readers are known by name`() async throws {
        let hall = try await Hall.withStory()
        let info = try await hall.seen(by: .housing).district()
        #expect(info.district == "610113" && info.name == "雁塔区" && info.language == "zh")
        #expect(info.size == hall.ledger.view.board.size && info.recorded == "2026-03-02T01:00:00.000Z")
        let identity = try await hall.seen(by: .community, readOnly: true).identity()
        #expect(identity.unitName == "后村社区" && identity.role == "community" && identity.readOnly)
        #expect(identity.token == "token\(Seat.community.rawValue)")
        #expect(try await hall.seenLocally(as: "住建局").identity().token == nil)
        #expect(await failure { _ = try await hall.seenLocally().identity() }?.code == "noActor")
    }

    @Test func `A list's row and the detail of a whistle agree`() async throws {
        let hall = try await Hall.withStory()
        let district = hall.seen(by: .auditor)
        let page = try await district.whistles(WhistleQuery())
        #expect(page.items.map(\.whistle) == [Hall.third, Hall.second, Hall.first] && page.count == 3)
        for item in page.items {
            guard case .object(let detail) = JSONValue(encoding: try await district.whistle(item.whistle)),
                case .object(let row) = JSONValue(encoding: item)
            else { throw Failure("internal") }
            #expect(Array(detail.prefix(row.count)) == row)
        }
    }

    @Test func `Filters are taken in the words of either language`() async throws {
        let hall = try await Hall.withStory()
        func names(_ change: (inout WhistleQuery) -> Void) async throws -> [String] {
            var query = WhistleQuery()
            change(&query)
            return try await hall.seen(by: .centre).whistles(query).items.map(\.whistle)
        }
        #expect(try await names { $0.states = ["closed"] } == [Hall.first])
        #expect(try await names { $0.states = ["已吹哨", "IMPORTED"] } == [Hall.third, Hall.second])
        #expect(try await names { $0.isOpen = true } == [Hall.third, Hall.second])
        #expect(try await names { $0.street = "小寨路街道" } == [Hall.third, Hall.second])
        #expect(try await names { $0.unit = "资规分局" } == [Hall.first])
        #expect(try await names { $0.kind = "emergency" } == [Hall.second, Hall.first])
        #expect(await failure { _ = try await names { $0.kind = "loud" } }?.code == "badValue")
        #expect(await failure { _ = try await names { $0.unit = "文旅局" } }?.code == "unknownUnit")
    }

    @Test func `Titles are read for what is shown, as they were corrected last`() async throws {
        let hall = try await Hall.withStory()
        let id = try #require(hall.ledger.view.board.whistle(named: WhistleName(year: 2026, number: 2)))
        let district = hall.seen(by: .centre)
        #expect(try await district.whistles(WhistleQuery()).items[1].title == "摊点占道")
        try await hall.submit(.correct(id, entry: 1, field: "subject", correction: "夜市占道", reason: "写错"), by: .south)
        #expect(try await district.whistles(WhistleQuery()).items[1].title == "夜市占道")
        #expect(try await district.whistle(Hall.second).title == "夜市占道")
        let inbox = try await hall.seen(by: .urban).inbox(InboxQuery())
        #expect(inbox.items.map(\.title) == ["夜市占道"])
        var query = WhistleQuery()
        query.withTitles = false
        #expect(try await district.whistles(query).items.allSatisfy { $0.title == nil })
    }

    @Test func `A day is counted by what had been recorded by its end`() async throws {
        let hall = try await Hall.withStory()
        let then = try await hall.seen(by: .centre).today(TodayQuery())
        #expect(then.raised.count == 3 && then.closed.count == 1 && then.repeated.count == 0)
        hall.advance(.days(10))
        let now = try await hall.seen(by: .centre).today(TodayQuery())
        #expect(now.raised.count == 0 && now.unsigned.count == 1 && now.overdue.count == 1)
        let back = try await hall.seen(by: .centre).today(TodayQuery(date: "2026-03-02", cases: 1))
        #expect(back.raised.count == 3 && back.raised.cases.count == 1)
        #expect(back.at == "2026-03-02T15:59:59.999Z" && back.position == then.position)
        for bad in ["2026-03-19", "2026-13-01", "gestern", ""] {
            let refused = await failure { _ = try await hall.seen(by: .centre).today(TodayQuery(date: bad)) }
            #expect(refused?.code == "badMoment" && refused?.member == "date", "\(bad)")
        }
    }

    @Test func `A case number that is linked twice is a figure of those who may know it`() async throws {
        let hall = try await Hall.found()
        for _ in 0..<2 {
            try await hall.submit(.linkDemand(try await hall.raise(), reference: Secret.demand), by: .northClerk)
        }
        let found = try await hall.seen(by: .northClerk).today(TodayQuery()).repeated
        #expect(found.count == 1 && found.cases[0].reference == Secret.demand && found.cases[0].links == 2)
        #expect(found.cases[0].earlier == Hall.first && found.cases[0].whistle == Hall.second)
        #expect(try await hall.seen(by: .housing).today(TodayQuery()).repeated.count == 0)
    }

    @Test func `A replay stops where it is told to`() async throws {
        let hall = try await Hall.withStory()
        let district = hall.seen(by: .auditor)
        let whole = try await district.replay(PastQuery())
        #expect(whole.position == whole.size && whole.events == whole.size)
        #expect(whole.digest == hall.ledger.view.board.digest)
        #expect(try await district.replay(PastQuery(to: 5)).position == 5)
        #expect(try await district.replay(PastQuery(to: 0)).recorded == nil)
        #expect(try await district.replay(PastQuery(asRecorded: "2001-01-01T00:00:00Z")).events == 0)
        let refusals: [(PastQuery, String)] = [
            (PastQuery(to: whole.size + 1), "beyondEnd"), (PastQuery(asOf: "soon"), "badMoment"),
            (PastQuery(to: 1, asOf: "2026-03-02T00:00:00Z"), "oneBound"),
        ]
        for (query, code) in refusals {
            #expect(await failure { _ = try await district.replay(query) }?.code == code)
        }
    }

    @Test func `Tokens are listed without their secrets`() async throws {
        let hall = try await Hall.found()
        let hash = String(repeating: "5e", count: 32)
        try await hall.submit(
            .issueToken(
                post: Seat.housing.post, id: "k7f3q9ab", secretHash: hash, expires: hall.now + .days(1),
                readOnly: true, label: "值班室"), by: .security)
        let token = try #require(try await hall.seen(by: .security).tokens(TokenQuery()).items.first)
        #expect(token.token == "k7f3q9ab" && token.unitName == "住建局" && token.good && token.readOnly)
        #expect(!JSONValue(encoding: token).line.contains(hash))
        hall.advance(.days(2))
        #expect(try await hall.seen(by: .security).tokens(TokenQuery()).items.isEmpty)
        #expect(try await hall.seen(by: .security).tokens(TokenQuery(withEnded: true)).items.map(\.good) == [false])
    }
}
