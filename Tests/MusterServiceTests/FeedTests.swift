import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Testing

/// The feed of entries: gapless, true to the bytes, and quiet about what is not the reader's.
@Suite struct FeedTests {
    @Test func `An entry of the feed, written again, is the bytes that were stored`() async throws {
        let hall = try await Hall.withStory()
        let page = try await hall.seen(by: .auditor).events(EventQuery(limit: 1_000))
        let stored = try await hall.ledger.view.entries(from: 0, limit: 1_000)
        #expect(page.events.map(\.entry.bytes) == stored.map(\.bytes))
        #expect(page.events.map(\.position) == stored.map(\.position))
        #expect(page.next == page.size && page.size == UInt64(stored.count))
        #expect(stored.contains { String(decoding: $0.bytes, as: UTF8.self).contains(#"经办\"甲\\乙\"/😀é"#) })
    }

    @Test func `Every character that JSON can hold comes back as it was`() throws {
        let scalars =
            (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFF}", "😀", "西"]
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        let bytes = CanonicalJSON.object([
            ("a", .string(text)), ("b", .integer(-9_007_199_254_740_992)), ("c", .bool(true)),
            ("d", .object([("é", .string("")), ("z", .integer(0))])),
        ]).bytes
        #expect(try JSONReader.value(of: bytes).bytes == bytes)
    }

    @Test(arguments: [1, 3, 7, 1_000])
    func `Nothing is left out or told twice, whatever the page`(limit: Int) async throws {
        let hall = try await Hall.withStory()
        let size = hall.ledger.view.board.size
        for seat in [Seat.auditor, .housing, .south] {
            let whole = try await hall.seen(by: seat).events(EventQuery(limit: 1_000)).events
            var told: [FeedItem] = []
            var after: UInt64 = 0
            while after < size {
                let page = try await hall.seen(by: seat).events(EventQuery(after: after, limit: limit))
                #expect(page.events.count <= limit && page.next > after)
                #expect(page.events.allSatisfy { (after..<page.next).contains($0.position) })
                told += page.events
                after = page.next
            }
            #expect(told == whole, "\(seat)")
            #expect(after == size)
            #expect(seat == .auditor ? UInt64(whole.count) == size : UInt64(whole.count) < size)
        }
    }

    @Test func `A feed behind the end of the log is empty and stays where it is`() async throws {
        let hall = try await Hall.found()
        let size = hall.ledger.view.board.size
        for after in [size, size + 7, .max] {
            let page = try await hall.seen(by: .auditor).events(EventQuery(after: after))
            #expect(page.events.isEmpty && page.next == after && page.size == size)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Whoever waits is woken by what is his, and not by what is another's`() async throws {
        let hall = try await Hall.found()
        let size = hall.ledger.view.board.size
        async let housing = hall.seen(by: .housing).events(EventQuery(after: size, wait: 50))
        async let auditor = hall.seen(by: .auditor).events(EventQuery(after: size, wait: 50))
        try await Task.sleep(for: .milliseconds(50))
        try await hall.raise("摊点占道", lead: .urban, by: .south)
        #expect(try await auditor.events.first?.position == size)
        let own = try await hall.raise()
        let heard = try await housing
        #expect(!heard.events.isEmpty)
        let name = hall.ledger.view.board.whistles[own].name.description
        #expect(heard.events.allSatisfy { $0.entry["subject"] == .string(name) })
    }

    @Test(.timeLimit(.minutes(1)))
    func `Nobody waits longer than he asked to`() async throws {
        let hall = try await Hall.found()
        let size = hall.ledger.view.board.size
        let begin = ContinuousClock.now
        let page = try await hall.seen(by: .auditor).events(EventQuery(after: size, wait: 1))
        let taken = ContinuousClock.now - begin
        #expect(page.events.isEmpty && taken > .milliseconds(900) && taken < .seconds(20))
    }

    @Test func `Each entry is said in the reader's language`() async throws {
        let hall = try await Hall.withStory()
        let chinese = try await hall.seen(by: .auditor, .zh).events(EventQuery(limit: 1_000)).events
        let english = try await hall.seen(by: .auditor, .en).events(EventQuery(limit: 1_000)).events
        #expect(chinese.map(\.entry) == english.map(\.entry))
        for (zh, en) in zip(chinese, english) { #expect(zh.sentence != en.sentence && !en.sentence.isEmpty) }
    }
}
