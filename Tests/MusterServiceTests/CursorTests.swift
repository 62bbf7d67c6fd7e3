import MusterAPI
import MusterDomain
import MusterService
import Testing

/// Pages of lists that grow while they are read.
@Suite struct CursorTests {
    @Test func `Whistles that are raised meanwhile neither repeat nor hide one`() async throws {
        let hall = try await Hall.found()
        for _ in 0..<7 { try await hall.raise() }
        let district = hall.seen(by: .centre)
        var query = WhistleQuery()
        query.page = PageQuery(limit: 3)
        var names: [String] = []
        repeat {
            let page = try await district.whistles(query)
            names += page.items.map(\.whistle)
            query.page.cursor = page.nextCursor
            try await hall.raise()
        } while query.page.cursor != nil
        #expect(names == (1...7).reversed().map { "W2026-00000\($0)" })
    }

    @Test func `Things to do that come and go meanwhile neither repeat nor hide one that stays`() async throws {
        let hall = try await Hall.found()
        func due(_ hours: Int64) -> Instant { hall.now + .hours(hours) }
        for hours in [2, 4, 6, 8, 10, 12] as [Int64] {
            let id = try await hall.raise(reportInBy: due(hours))
            try await hall.submit(.acknowledge(id), by: .housing)
        }
        let district = hall.seen(by: .housing)
        let first = try await district.inbox(InboxQuery(page: PageQuery(limit: 2)))
        #expect(first.items.map(\.whistle) == ["W2026-000001", "W2026-000002"])
        // One goes that was shown, one comes in front of the page and one behind.
        try await hall.submit(.reportIn(WhistleID(rawValue: 1), person: nil, mode: .onSite), by: .housing)
        for hours in [1, 9] as [Int64] {
            try await hall.submit(.acknowledge(try await hall.raise(reportInBy: due(hours))), by: .housing)
        }
        var cursor = first.nextCursor
        var rest: [String] = []
        while let next = cursor {
            let page = try await district.inbox(InboxQuery(page: PageQuery(limit: 2, cursor: next)))
            rest += page.items.map(\.whistle)
            cursor = page.nextCursor
        }
        let numbers = rest.compactMap { $0.last }.map(String.init).joined()
        // The first has become a matter to handle, whose clock is longer.
        #expect(numbers == "34856" + "1")
    }

    @Test func `Directories are walked whole, whatever the page`() async throws {
        let hall = try await Hall.found()
        let district = hall.seen(by: .centre)
        for limit in [1, 2, 5, 500] {
            var units = UnitQuery(page: PageQuery(limit: limit))
            var codes: [String] = []
            repeat {
                let page = try await district.units(units)
                #expect(page.count == 7 && page.items.count <= limit)
                codes += page.items.map(\.unit)
                units.page.cursor = page.nextCursor
            } while units.page.cursor != nil
            #expect(codes == (1...7).map { "U000\($0)" })
        }
        #expect(try await district.posts(PostQuery()).items.count == Seat.allCases.count)
    }

    @Test func `A cursor that is none of the list's is refused`() async throws {
        let hall = try await Hall.found()
        for _ in 0..<3 { try await hall.raise() }
        let district = hall.seen(by: .centre)
        var query = WhistleQuery()
        query.page = PageQuery(limit: 1)
        let good = try #require(try await district.whistles(query).nextCursor)
        #expect(good.utf8.allSatisfy { UInt8(ascii: "-") == $0 || UInt8(ascii: "_") == $0 || isAlphanumeric($0) })
        let units = try #require(try await district.units(UnitQuery(page: PageQuery(limit: 1))).nextCursor)
        for bad in ["", "x", "???", good + "=", good + "A", String(good.dropLast()), units, "d2hpc3RsZXMxIDAz", "哨"] {
            query.page.cursor = bad
            let refused = await failure { _ = try await district.whistles(query) }
            #expect(refused?.code == "badCursor" && refused?.status == .usage, "\(bad)")
            #expect(refused?.member == "cursor")
            let inbox = await failure { _ = try await district.inbox(InboxQuery(page: query.page)) }
            #expect(inbox?.code == "badCursor", "\(bad)")
        }
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
    }

    @Test func `Limits are those of the caller`() async throws {
        let hall = try await Hall.found()
        for limit in [Int.min, -1, 0, 501, .max] {
            let page = PageQuery(limit: limit)
            var query = WhistleQuery()
            query.page = page
            let refusals = [
                await failure { _ = try await hall.seen(by: .centre).whistles(query) },
                await failure { _ = try await hall.seen(by: .centre).inbox(InboxQuery(page: page)) },
                await failure { _ = try await hall.seen(by: .centre).units(UnitQuery(page: page)) },
                await failure { _ = try await hall.seen(by: .centre).posts(PostQuery(page: page)) },
                await failure { _ = try await hall.seen(by: .security).tokens(TokenQuery(page: page)) },
            ]
            #expect(refusals.map { $0?.code } == Array(repeating: "badValue", count: 5), "\(limit)")
            #expect(refusals.allSatisfy { $0?.status == .usage && $0?.member == "limit" })
        }
        let local = hall.seenLocally()
        #expect(await failure { _ = try await local.units(UnitQuery(page: PageQuery(limit: 10_000))) } == nil)
        #expect(await failure { _ = try await local.units(UnitQuery(page: PageQuery(limit: 10_001))) } != nil)
        #expect(await failure { _ = try await local.today(TodayQuery(cases: 10_001)) }?.code == "badValue")
        #expect(await failure { _ = try await local.events(EventQuery(limit: 1_001)) }?.code == "badValue")
        #expect(await failure { _ = try await local.events(EventQuery(wait: 61)) }?.code == "badValue")
    }
}
