import MusterAPI
import MusterEngine
import Testing

@testable import MusterDomain
@testable import MusterService

/// An inbox that was shown is shown again only as long as it would be made the same.
@Suite struct ShownInboxTests {
    @Test func `Time alone changes the lights of an inbox that is kept`() async throws {
        let hall = try await Hall.found()
        try await hall.raise()
        let reader = hall.seen(by: .housing)
        let first = try await reader.shown(InboxQuery())
        let item = try #require(first.page.items.first)
        #expect(item.light == "green")
        #expect(try await reader.shown(InboxQuery()).json == first.json)
        let entry = try #require(hall.ledger.view.inbox(of: .housing).entries.first)
        let limit = try #require(entry.due).milliseconds - (try #require(entry.since).milliseconds)
        hall.advance(Span(milliseconds: limit * 4 / 5 + 10))
        #expect(try await reader.inbox(InboxQuery()).items.first?.light == "yellow")
        hall.advance(Span(milliseconds: limit))
        #expect(try await reader.inbox(InboxQuery()).items.first?.light == "red")
    }

    @Test func `Every event of its whistles is in an inbox that was kept`() async throws {
        let hall = try await Hall.found()
        let id = try await hall.raise()
        let reader = hall.seen(by: .housing)
        let before = try await reader.shown(InboxQuery())
        #expect(before.page.items.map(\.duty) == ["acknowledge"])
        let correction = Command.correct(id, entry: 1, field: "subject", correction: "新的说法", reason: "写错")
        try await hall.submit(correction, by: .northClerk)
        #expect(try await reader.inbox(InboxQuery()).items.map(\.title) == ["新的说法"])
        try await hall.submit(.acknowledge(id), by: .housing)
        let after = try await reader.shown(InboxQuery())
        #expect(after.page.items.map(\.duty) == ["reportIn"])
        #expect(after.json == JSONValue(encoding: after.page).bytes)
    }

    @Test(arguments: [(0, 10), (0, 0), (5, 3), (-7, 1_000), (3, 14)] as [(Int64, Int64)])
    func `A light stays until the moment that is told, and no longer`(since: Int64, due: Int64) {
        let entry = Inbox.Entry(
            whistle: WhistleID(rawValue: 1), duty: .acknowledge, due: Instant(milliseconds: due),
            since: Instant(milliseconds: since))
        for moment in (min(since, due) - 3)...(due + 3) {
            let now = Instant(milliseconds: moment)
            guard let change = entry.lightChanges(after: now) else {
                #expect(moment > due)
                continue
            }
            #expect(change > now && entry.light(at: change) != entry.light(at: now))
            #expect(entry.light(at: Instant(milliseconds: change.milliseconds - 1)) == entry.light(at: now))
        }
    }
}
