import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import Testing

/// A department sees the matter, and never who complained.
@Suite struct ComplainantTests {
    @Test(arguments: [Seat.housing, .planning, .urban])
    func `No answer that a department can get says who complained`(seat: Seat) async throws {
        let hall = try await Hall.withStory()
        for readOnly in [false, true] {
            for (question, answer) in await hall.seen(by: seat, readOnly: readOnly).answers() {
                for secret in Secret.all { #expect(!answer.contains(secret), "\(seat), \(question): \(secret)") }
            }
        }
        // Nor page by page.
        let district = hall.seen(by: seat)
        var after: UInt64 = 0
        while true {
            let page = try await district.events(EventQuery(after: after, limit: 1))
            for secret in Secret.all { #expect(!JSONValue(encoding: page).line.contains(secret)) }
            if page.next == page.size { break }
            #expect(page.next > after)
            after = page.next
        }
    }

    @Test func `Those who have to know are told`() async throws {
        let hall = try await Hall.withStory()
        for seat in [Seat.northClerk, .community, .centre, .leader, .auditor] {
            let detail = try await hall.seen(by: seat).whistle(Hall.first)
            #expect(detail.demands == [Secret.demand], "\(seat)")
            #expect(detail.followUps.map(\.reference) == [Secret.demand])
            let text = JSONValue(encoding: detail).line
            for secret in [Secret.note, Secret.corrected, Secret.dispute] { #expect(text.contains(secret), "\(seat)") }
        }
        for seat in [Seat.south, .centre] {
            let detail = try await hall.seen(by: seat).whistle(Hall.third)
            #expect(detail.reference == "XA-90002" && detail.source == "12345")
        }
    }

    @Test func `A department sees its own evaluation and nobody else's`() async throws {
        let hall = try await Hall.withStory()
        for (seat, unit, score) in [(Seat.housing, "住建局", 5), (.planning, "资规分局", 2)] {
            let detail = try await hall.seen(by: seat).whistle(Hall.first)
            for call in detail.calls { #expect(call.departmentScore == (call.unitName == unit ? score : nil)) }
            let evaluations = detail.events.filter { $0.type == EventKind.departmentEvaluated.type }
            #expect(evaluations.count == 1 && evaluations[0].sentence.contains(unit))
        }
        let whole = try await hall.seen(by: .northClerk).whistle(Hall.first)
        #expect(whole.calls.map(\.departmentScore) == [5, 2])
    }

    @Test func `What is left of the history is whole, and numbered as it is`() async throws {
        let hall = try await Hall.withStory()
        let all = try await hall.seen(by: .auditor).whistle(Hall.first).events
        let shown = try await hall.seen(by: .housing).whistle(Hall.first).events
        #expect(all.map(\.revision) == Array(1...all.count))
        let missing = Set(all.map(\.revision)).subtracting(shown.map(\.revision))
        let types = all.filter { missing.contains($0.revision) }.map(\.type)
        let hidden: [EventKind] = [
            .demandLinked, .residentFollowedUp, .factCorrected, .entryDisputed, .departmentEvaluated,
        ]
        #expect(types == hidden.map(\.type))
    }
}
