import EventStoreTesting
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Testing

/// Views of the past.
@Suite struct PastViewTests {
    /// Everything that can be asked of a past, as JSON, without the words that say that it is one.
    private func answers(_ district: LocalDistrict, _ past: PastQuery) async throws -> [String] {
        var query = WhistleQuery()
        query.past = past
        query.page.limit = 500
        var page = try await district.whistles(query)
        page.past = nil
        query.isLate = true
        var late = try await district.whistles(query)
        late.past = nil
        var inbox = try await district.inbox(InboxQuery(unit: "住建局", page: PageQuery(limit: 500), past: past))
        inbox.past = nil
        var today = try await district.today(TodayQuery(past: past))
        today.past = nil
        var answers = [page, late].map { JSONValue(encoding: $0).line }
        answers += [JSONValue(encoding: inbox).line, JSONValue(encoding: today).line]
        for item in page.items {
            var detail = try await district.whistle(item.whistle, past)
            detail.past = nil
            answers.append(JSONValue(encoding: detail).line)
        }
        return answers
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `A view at a position is the live view of when the log had that many entries`(seed: UInt64) async throws {
        let hall = try await Hall.found(ledgerMoves: true)
        let readers = [hall.seen(by: .centre, readOnly: true), hall.seenLocally(), hall.seen(by: .auditor, .en)]
        var story = RandomStory(seed: seed)
        var live: [(position: UInt64, moment: String, answers: [[String]])] = []
        var digests: [String] = []
        for _ in 0..<70 {
            let before = hall.ledger.view.board.size
            await story.go(on: hall)
            let board = hall.ledger.view.board
            guard board.size > before, board.recorded == hall.now else { continue }
            var seen: [[String]] = []
            for reader in readers { seen.append(try await answers(reader, PastQuery())) }
            let moment = try await readers[0].today(TodayQuery()).at
            if live.last?.moment == moment {
                live.removeLast()
                digests.removeLast()
            }
            live.append((board.size, moment, seen))
            digests.append(board.digest)
        }
        #expect(live.count > 15)
        for index in live.indices.shuffled(using: &story.random) {
            let (position, moment, expected) = live[index]
            for (reader, expected) in zip(readers, expected) {
                #expect(try await answers(reader, PastQuery(to: position)) == expected, "seed \(seed), \(position)")
                #expect(try await answers(reader, PastQuery(asRecorded: moment)) == expected, "seed \(seed), \(moment)")
            }
            #expect(try await readers[0].replay(PastQuery(to: position)).digest == digests[index])
        }
    }

    @Test func `A bound is answered from nothing to all, and beyond is refused in words`() async throws {
        let hall = try await Hall.found(ledgerMoves: true)
        let founded = hall.now
        hall.advance(.hours(1))
        try await hall.raise()
        hall.advance(.hours(1))
        try await hall.raise("路灯不亮")
        hall.advance(.hours(1))
        let district = hall.seen(by: .leader)
        let size = hall.ledger.view.board.size
        func moment(_ span: Span) -> String { Moment(milliseconds: (founded + span).milliseconds).iso8601 }
        let rows: [(PastQuery, whistles: Int, position: UInt64, at: String)] = [
            (PastQuery(to: 0), 0, 0, moment(.hours(0))),
            (PastQuery(to: size), 2, size, moment(.hours(2))),
            (PastQuery(to: size - 1), 2, size - 1, moment(.hours(2))),
            (PastQuery(to: size - 2), 1, size - 2, moment(.hours(1))),
            (PastQuery(asRecorded: moment(.days(-1))), 0, 0, moment(.days(-1))),
            (PastQuery(asRecorded: moment(.minutes(90))), 1, size - 2, moment(.minutes(90))),
            (PastQuery(asRecorded: moment(.hours(3))), 2, size, moment(.hours(3))),
            (PastQuery(asOf: moment(.days(-1))), 0, size, moment(.days(-1))),
            (PastQuery(asOf: moment(.minutes(90))), 1, size, moment(.minutes(90))),
            (PastQuery(at: "\(size)"), 2, size, moment(.hours(2))),
            (PastQuery(at: moment(.minutes(90))), 1, size - 2, moment(.minutes(90))),
        ]
        for (past, whistles, position, at) in rows {
            var query = WhistleQuery()
            query.past = past
            let page = try await district.whistles(query)
            #expect(page.count == whistles && page.past?.position == position && page.past?.at == at, "\(past)")
            let today = try await district.today(TodayQuery(past: past))
            #expect(today.past == page.past && today.at == at && today.position == position, "\(past)")
        }
        let refused: [(PastQuery, String)] = [
            (PastQuery(to: size + 1), "beyondEnd"), (PastQuery(to: .max), "beyondEnd"),
            (PastQuery(asRecorded: moment(.hours(4))), "momentAhead"),
            (PastQuery(asOf: moment(.hours(4))), "momentAhead"),
            (PastQuery(asOf: "soon"), "badMoment"), (PastQuery(to: 1, asOf: moment(.hours(1))), "oneBound"),
            (PastQuery(asOf: moment(.hours(1)), asRecorded: moment(.hours(1))), "oneBound"),
        ]
        for (past, code) in refused {
            for refusal in [
                await failure { _ = try await district.today(TodayQuery(past: past)) },
                await failure { _ = try await district.whistle(Hall.first, past) },
                await failure { _ = try await district.inbox(InboxQuery(past: past)) },
                await failure { _ = try await district.replay(past) },
            ] { #expect(refusal?.code == code && refusal?.zh.isEmpty == false, "\(past)") }
        }
        let both = await failure {
            _ = try await district.today(TodayQuery(date: "2026-03-02", past: PastQuery(to: 1)))
        }
        #expect(both?.code == "oneBound")
        #expect(
            await failure { _ = try await district.whistle(Hall.second, PastQuery(to: size - 2)) }?.code
                == "unknownWhistle")
    }

    @Test func `Who may see what is judged by the rights of now, and nothing is delivered by looking back`()
        async throws
    {
        let hall = try await Hall.withStory()
        let all = hall.ledger.view.board.size
        // Urban was invited only later, and may read the whole of it now.
        let start = try #require(
            try await hall.seen(by: .centre).whistle(Hall.first, PastQuery()).events.first?.position)
        let past = PastQuery(to: start + 1)
        #expect(try await hall.seen(by: .urban).whistle(Hall.first, past).events.count == 1)
        let stranger = await failure { _ = try await hall.seen(by: .south).whistle(Hall.first, past) }
        #expect(stranger?.code == "unknownWhistle")
        for seat in [Seat.system, .security, .audit] {
            #expect(
                await failure { _ = try await hall.seen(by: seat).whistles(WhistleQuery()) }?.code == "roleMayNotRead")
        }
        // Numbers of whistles are not those of now where a past leaves some out.
        let urban = hall.seen(by: .urban)
        for name in [Hall.second, Hall.third] {
            #expect(try await urban.whistle(name, PastQuery(asOf: "2026-03-02T01:00:00Z")).whistle == name)
        }
        _ = try await hall.seen(by: .urban).inbox(InboxQuery(past: PastQuery(to: all)))
        _ = try await hall.seen(by: .urban).whistle(Hall.second, PastQuery(to: all))
        #expect(hall.ledger.view.board.size == all)
        for secret in Secret.all {
            let shown = JSONValue(encoding: try await hall.seen(by: .planning).whistle(Hall.first, PastQuery(to: all)))
            #expect(!shown.line.contains(secret))
        }
    }

    @Test func `A text that was corrected later is shown as it was`() async throws {
        let hall = try await Hall.found(ledgerMoves: true)
        let id = try await hall.raise("井盖破损")
        let size = hall.ledger.view.board.size
        try await hall.submit(
            .correct(id, entry: 1, field: "subject", correction: "井盖缺失", reason: "看错"), by: .northClerk)
        let district = hall.seen(by: .centre)
        #expect(try await district.whistle(Hall.first).title == "井盖缺失")
        let then = try await district.whistle(Hall.first, PastQuery(to: size))
        #expect(then.title == "井盖破损" && then.events.allSatisfy { $0.remarks.isEmpty })
        var query = WhistleQuery()
        query.past = PastQuery(to: size)
        #expect(try await district.whistles(query).items.map(\.title) == ["井盖破损"])
        #expect(try await district.whistles(WhistleQuery()).items.map(\.title) == ["井盖缺失"])
    }

    @Test func `Pages of a past go on in the same past`() async throws {
        let hall = try await Hall.found(ledgerMoves: true)
        for _ in 0..<5 { try await hall.raise() }
        let size = hall.ledger.view.board.size
        hall.advance(.minutes(1))
        let moment = Moment(milliseconds: hall.now.milliseconds).iso8601
        hall.advance(.minutes(1))
        let district = hall.seen(by: .centre)
        for past in [PastQuery(to: size), PastQuery(asRecorded: moment), PastQuery(asOf: moment)] {
            var query = WhistleQuery()
            query.past = past
            query.page.limit = 2
            var names: [String] = []
            repeat {
                let page = try await district.whistles(query)
                #expect(page.count == 5 && page.past != nil)
                names += page.items.map(\.whistle)
                query.page.cursor = page.nextCursor
                // The cursor alone says which past it is.
                query.past = PastQuery()
                try await hall.raise()
            } while query.page.cursor != nil
            #expect(names == (1...5).reversed().map { "W2026-00000\($0)" })
            let first = try await district.inbox(InboxQuery(unit: "住建局", page: PageQuery(limit: 2), past: past))
            let next = PageQuery(limit: 2, cursor: first.nextCursor)
            let second = try await district.inbox(InboxQuery(unit: "住建局", page: next, past: past))
            #expect(first.count == 5 && second.count == 5 && second.past == first.past)
            let other = await failure {
                _ = try await district.inbox(InboxQuery(unit: "住建局", page: next, past: PastQuery(to: 3)))
            }
            #expect(other?.code == "badCursor")
        }
        let plain = try await district.inbox(InboxQuery(unit: "住建局", page: PageQuery(limit: 2))).nextCursor
        let mixed = await failure {
            let page = PageQuery(limit: 2, cursor: plain)
            _ = try await district.inbox(InboxQuery(unit: "住建局", page: page, past: PastQuery(to: size)))
        }
        #expect(mixed?.code == "badCursor")
    }
}
