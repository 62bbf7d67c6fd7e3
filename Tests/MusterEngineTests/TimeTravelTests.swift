import EventLog
import EventStoreTesting
import MusterDomain
import MusterEngine
import Testing

/// The state at an earlier moment, by position, by recording and by occurrence.
struct TimeTravelTests {
    private func board(_ town: Town, _ bound: ReplayBound) async throws -> Board {
        try await Replay.board(of: town.store, bound: bound)
    }

    @Test func `a position is a prefix of the log, down to nothing and up to all of it`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1", support: [.urban])
        let size = town.ledger.view.board.size
        for position in 0...size {
            let board = try await board(town, .to(position))
            #expect(board.size == position)
            let rows = try await Evidence(of: town.store).rows.prefix(Int(position))
            #expect(board.digest == (try Board.folding(Array(rows))).digest)
        }
        #expect(try await board(town, .to(size + 1_000)).digest == town.ledger.view.board.digest)
        #expect(try await board(town, .to(.max)).digest == town.ledger.view.board.digest)
    }

    @Test func `as recorded is what the log had then, the whole last millisecond of it`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        var digests: [(Instant, String)] = []
        for number in 1...3 {
            town.world.advance(.minutes(1))
            try await town.raise("\(number)")
            digests.append((town.world.now, town.ledger.view.board.digest))
        }
        for (moment, digest) in digests {
            #expect(try await board(town, .asRecorded(moment)).digest == digest)
            #expect(try await board(town, .asRecorded(moment + .seconds(59))).digest == digest)
            #expect(try await board(town, .asRecorded(moment - .milliseconds(1))).digest != digest)
        }
        #expect(try await board(town, .asRecorded(ScriptedWorld.beginning - .days(1))).size == 0)
    }

    @Test func `as of folds the district whole and of the whistles what had occurred`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let first = town.world.now
        try await town.raise("1")
        town.world.advance(.days(2))
        try await town.raise("2")
        try await town.submit(
            "unit",
            .registerUnit(code: nil, kind: .department, fullName: "区水务局", shortName: "水务局", parent: nil),
            by: .centre
        )
        let board = try await board(town, .asOf(first))
        #expect(board.revisionsByName == ["W2026-000001": 2])
        #expect(board.units.count == 9 && board.size == town.ledger.view.board.size)
        #expect(try await self.board(town, .asOf(first - .milliseconds(1))).whistles.count == 0)
        #expect(try await self.board(town, .asOf(town.world.now)).digest == town.ledger.view.board.digest)
        // What comes later changes nothing of it.
        let then = town.world.now
        let before = try await self.board(town, .asOf(then)).digest
        town.world.advance(.days(1))
        _ = try await town.raise("later")
        #expect(try await self.board(town, .asOf(then)).digest == before)
    }

    @Test func `names stay right when whistles with later times are left out`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let past = town.world.now - .days(500)
        try await town.raise("live/1")
        let old = try await town.importCase(1, at: past)
        try await town.raise("live/2")
        try await town.importCase(2, at: past + .days(10))
        let board = try await board(town, .asOf(past + .days(1)))
        #expect(board.revisionsByName == ["W2026-000002": 1])
        let view = try await LedgerView.open(town.store, bound: .asOf(past + .days(1)))
        let found = try #require(view.board.whistle(named: WhistleName(year: 2026, number: 2)))
        #expect(found != old, "numbers of whistles are those of the board, names those of the log")
        #expect(try await view.history(of: found).map(\.kind) == [.whistleImported])
        #expect(view.board.reference(1)?.links == 1 && view.board.reference(2)?.links == 0)
    }

    @Test func `a case that its source closed before it was linked here is open in between`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let opened = town.world.now - .days(30)
        let whistle = try await town.importCase(1, at: opened)
        try await town.submit("link", .linkDemand(whistle, reference: "12345:XA-99"), by: .centre)
        _ = try await town.ledger.submit(
            Order(
                id: "close",
                command: .closeImported(whistle, resolution: nil),
                actor: Desk.centre.actor,
                occurred: opened + .days(3)
            )
        )
        let between = try await board(town, .asOf(opened + .days(5)))
        #expect(between.whistles[whistle].state == .imported && between.whistles[whistle].revision == 1)
        #expect(town.ledger.view.board.whistles[whistle].closedAt == opened + .days(3))
        #expect(try await board(town, .asOf(town.world.now)).digest == town.ledger.view.board.digest)
    }

    @Test func `lateness is judged at the moment of the board`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("1")
        let raised = town.world.now
        town.world.advance(.hours(30))
        try await town.submit("r", .reportIn(whistle, person: nil, mode: .onSite), by: .housing)
        town.world.advance(.days(10))
        try await town.raise("2")
        for (hours, isLate) in [(23, false), (25, true), (31, true)] as [(Int64, Bool)] {
            let moment = raised + .hours(hours)
            let call = try await board(town, .asOf(moment)).calls(of: whistle)[0]
            #expect(call.isReportedInLate(at: moment) == isLate)
            #expect((call.reportedInAt == nil) == (hours < 30))
        }
        let before = try await board(town, .to(21))
        #expect(before.recorded == raised && !before.whistles[whistle].isLate(at: before.recorded))
        #expect(town.ledger.view.board.whistles[whistle].isLate(at: town.ledger.view.board.recorded))
    }

    @Test func `a view of an earlier position has the names and histories of then`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("1")
        let size = town.ledger.view.board.size
        let then = town.ledger.view
        try await town.submit(
            "name",
            .renameUnit(.urban, fullName: "雁塔区城市管理局", shortName: "城管"),
            by: .centre
        )
        try await town.submit("r", .reportIn(whistle, person: nil, mode: .onSite), by: .housing)
        let view = try await LedgerView.open(town.store, bound: .to(size))
        #expect(view.directory.units == then.directory.units)
        #expect(view.directory.unit(.urban)?.shortName == "城管局")
        #expect(town.ledger.view.directory.unit(.urban)?.shortName == "城管")
        #expect(try await view.history(of: whistle).map(\.kind) == [.whistleRaised, .callIssued])
        #expect(try await then.history(of: whistle).count == 2)
        #expect(try await town.ledger.view.history(of: whistle).count == 3)
        #expect(try await view.districtHistory().count == 19)
        #expect(try await town.ledger.view.districtHistory().count == 20)
    }
}
