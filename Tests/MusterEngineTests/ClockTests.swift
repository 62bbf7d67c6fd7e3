import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import MusterEngine
import Testing

/// Time as the log has it, and deadlines that pass.
struct ClockTests {
    private func ticks(_ town: Town) async throws -> [RecordedEvent] {
        try await Evidence(of: town.store).entries.map { try RecordedEvent($0) }.filter { $0.kind == .deadlinePassed }
    }

    @Test func `the machine's clock may go back, the log's time does not`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1")
        let recorded = town.ledger.view.board.recorded
        town.world.set(recorded - .days(400))
        let outcome = try await town.submit("2", .raise(), by: .northClerk)
        #expect(outcome.entries.map(\.row.recorded) == [recorded.milliseconds, recorded.milliseconds])
        #expect(outcome.entries.map(\.row.time) == [recorded.milliseconds, recorded.milliseconds])
        #expect(town.ledger.view.board.whistles[outcome.whistle ?? .none].name.description == "W2026-000002")
        let again = try await town.reopened(in: town.store)
        try await again.raise("3")
        #expect(again.ledger.view.board.recorded == recorded)
    }

    @Test func `whistles are counted anew with the year in Shanghai`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1")
        // 2026-12-31T15:59:59.999Z is the last moment of the year in Shanghai.
        let last = Instant(milliseconds: 1_798_732_799_999)
        for (number, moment) in [last, last + .milliseconds(1)].enumerated() {
            town.world.set(moment)
            try await town.raise("year/\(number)")
        }
        let names = (1...3).map { town.ledger.view.board.whistles[WhistleID(rawValue: $0)].name.description }
        #expect(names == ["W2026-000001", "W2026-000002", "W2027-000001"])
    }

    @Test func `a deadline passes after its last millisecond, and once`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        let due = ScriptedWorld.beginning + .hours(2)
        town.world.set(due)
        try await town.ledger.tick()
        #expect(try await ticks(town).isEmpty)
        town.world.set(due + .milliseconds(1))
        try await town.ledger.tick()
        try await town.ledger.tick()
        let events = try await ticks(town)
        try #require(events.count == 1)
        #expect(events[0].envelope.commandID == "tick/W2026-000001/acknowledge/1/\(due.milliseconds)")
        #expect(events[0].envelope.actor == "system" && events[0].envelope.authType == "system")
        #expect(events[0].string(.unit) == "U0005" && events[0].integer(.call) == 1)
        #expect(town.ledger.view.board.calls(of: whistle)[0].acknowledgePassed)
        let again = try await town.reopened(in: town.store)
        town.world.advance(.minutes(1))
        try await again.ledger.tick()
        #expect(try await ticks(again).count == 1)
    }

    @Test func `what has passed comes first in the batch, in the order of the moments`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1", support: [.urban])
        town.world.advance(.minutes(30))
        try await town.raise("2", kind: .emergency)
        town.world.advance(.days(8))
        let outcome = try await town.submit("3", .raise(), by: .northClerk)
        let events = try await ticks(town)
        let dues = events.compactMap { $0.string(.due) }
        #expect(dues == dues.sorted() && dues.count == 9)
        #expect(events.last?.position == (outcome.receipt?.first ?? 0) - 1)
        #expect(events.allSatisfy { $0.envelope.recorded == town.world.now.milliseconds })
        let ids = events.map {
            $0.envelope.commandID.split(separator: "/").dropFirst().prefix(3).joined(separator: "/")
        }
        #expect(
            ids == [
                "W2026-000002/acknowledge/1", "W2026-000002/reportIn/1", "W2026-000001/acknowledge/1",
                "W2026-000001/acknowledge/2", "W2026-000001/reportIn/1", "W2026-000001/reportIn/2",
                "W2026-000002/approve/0", "W2026-000001/handle/0", "W2026-000002/handle/0",
            ]
        )
        #expect(try await town.store.receipt(of: events[0].envelope.commandID)?.first == events[0].position)
    }

    @Test func `a command is judged after the deadlines that passed before it`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        town.world.advance(.hours(25))
        try await town.submit("r", .reportIn(whistle, person: nil, mode: .onSite), by: .housing)
        let call = town.ledger.view.board.calls(of: whistle)[0]
        #expect(call.reportInPassed && call.isReportedInLate(at: town.world.now))
        #expect(try await ticks(town).map { $0.string(.deadline) } == ["acknowledge", "reportIn"])
    }

    @Test func `withdrawn, closed and imported whistles do not tick`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let (one, two) = (try await town.raise("1"), try await town.raise("2"))
        try await town.importCase(1, at: town.world.now, due: town.world.now + .hours(1))
        try await town.submit("w", .withdraw(one, reason: "误报"), by: .northClerk)
        try await town.submit("c", .close(two, .terminated, reason: "另案处理"), by: .centre)
        town.world.advance(.days(60))
        try await town.ledger.tick()
        #expect(try await ticks(town).isEmpty)
    }

    @Test func `a clock that was met in time does not tick, and one that was put off ticks later`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        try await town.submit("r", .reportIn(whistle, person: nil, mode: .onSite), by: .housing)
        let due = town.world.now + .hours(5)
        try await town.submit(
            "t",
            .assignTask(whistle, .housing, due: due, proofNeeded: false, duty: "更换井盖"),
            by: .northClerk
        )
        let later = town.world.now + .days(1)
        try await town.submit(
            "re",
            .reassignTask(whistle, task: 1, to: .housing, due: later, reason: "等配件"),
            by: .northClerk
        )
        town.world.set(due + .hours(1))
        try await town.ledger.tick()
        #expect(try await ticks(town).isEmpty)
        town.world.set(later + .seconds(1))
        try await town.ledger.tick()
        #expect(try await ticks(town).map(\.envelope.commandID) == ["tick/W2026-000001/task/1/\(later.milliseconds)"])
    }

    @Test func `a reopened whistle ticks again at its new deadline`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("raise")
        try await town.submit("r", .reportIn(whistle, person: nil, mode: .onSite), by: .housing)
        town.world.advance(.days(8))
        try await town.submit("c", .close(whistle, .explained, reason: "已说明"), by: .centre)
        try await town.submit("o", .reopen(whistle, due: nil, reason: "居民反映未解决"), by: .centre)
        town.world.advance(.days(8))
        try await town.ledger.tick()
        #expect(try await ticks(town).map { $0.string(.deadline) } == ["handle", "handle"])
        #expect(Set(try await ticks(town).map(\.envelope.commandID)).count == 2)
    }
}
