import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// A unit's first fetch of a call is an event (送达).
@Suite struct DeliveryTests {
    private static let ways: [(name: String, fetch: @Sendable (LocalDistrict) async throws -> Void)] = [
        ("inbox", { _ = try await $0.inbox(InboxQuery()) }), ("whistle", { _ = try await $0.whistle(Hall.first) }),
        ("notices", { _ = try await $0.notices(Hall.first, unit: nil) }),
    ]

    @Test(arguments: ways.indices)
    func `The first fetch is recorded once, for the unit that fetches`(way: Int) async throws {
        let hall = try await Hall.found()
        let id = try await hall.raise(support: [.planning])
        let size = hall.ledger.view.board.size
        for _ in 0..<3 { try await Self.ways[way].fetch(hall.seen(by: .housing)) }
        #expect(hall.ledger.view.board.size == size + 1)
        let event = try #require(try await hall.ledger.view.history(of: id).last)
        #expect(event.kind == .callDelivered && event.envelope.authType == "token:token\(Seat.housing.rawValue)")
        let detail = try await hall.seen(by: .auditor).whistle(Hall.first)
        #expect(detail.calls.map { $0.deliveredAt != nil } == [true, false])
    }

    @Test func `The answer shows the state after it`() async throws {
        let hall = try await Hall.found()
        try await hall.raise()
        let detail = try await hall.seen(by: .housing).whistle(Hall.first)
        #expect(detail.calls[0].deliveredAt != nil)
        #expect(detail.events.last?.type == EventKind.callDelivered.type)
        #expect(detail.revision == detail.events.count)
    }

    @Test func `Nobody else's look is a delivery`() async throws {
        let hall = try await Hall.found()
        let id = try await hall.raise()
        let size = hall.ledger.view.board.size
        let readers = [
            hall.seen(by: .housing, readOnly: true), hall.seen(by: .auditor), hall.seen(by: .leader),
            hall.seen(by: .centre), hall.seen(by: .northClerk), hall.seenLocally(as: "住建局"), hall.seenLocally(),
        ]
        for reader in readers {
            for way in Self.ways { try? await way.fetch(reader) }
            _ = try? await reader.inbox(InboxQuery(unit: "住建局"))
        }
        _ = try await hall.seen(by: .housing).whistles(WhistleQuery())
        _ = try await hall.seen(by: .housing).events(EventQuery())
        #expect(hall.ledger.view.board.size == size)
        // Whoever has signed for it has it.
        try await hall.submit(.acknowledge(id), by: .housing)
        try await Self.ways[1].fetch(hall.seen(by: .housing))
        #expect(hall.ledger.view.board.size == size + 1)
    }

    @Test func `Only the calls of the page are delivered`() async throws {
        let hall = try await Hall.found()
        for _ in 0..<5 { try await hall.raise() }
        let size = hall.ledger.view.board.size
        let page = try await hall.seen(by: .housing).inbox(InboxQuery(page: PageQuery(limit: 2)))
        #expect(page.items.count == 2 && page.count == 5)
        #expect(hall.ledger.view.board.size == size + 2)
        let rest = try await hall.seen(by: .housing).inbox(
            InboxQuery(page: PageQuery(limit: 9, cursor: page.nextCursor)))
        #expect(rest.items.count == 3 && rest.nextCursor == nil)
        #expect(hall.ledger.view.board.size == size + 5)
    }
}
