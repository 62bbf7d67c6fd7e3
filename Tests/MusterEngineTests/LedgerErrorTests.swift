import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import MusterEngine
import Testing

/// What a ledger says when it can't.
struct LedgerErrorTests {
    @Test func `a stale revision is refused with both revisions, and a right one is not`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("1")
        func order(_ expected: Int?) -> Order {
            Order(
                id: "a",
                command: .acknowledge(whistle),
                actor: Desk.housing.actor,
                expectedRevision: expected
            )
        }
        for stale in [0, 1, 3, -1] {
            #expect(await town.failure(order(stale)) == .staleRevision(expected: stale, actual: 2))
        }
        #expect(await town.failure(order(2)) == nil)
        // It has moved on, but the retry is the same command.
        #expect(try await town.ledger.submit(order(2)).wasThere)
        let missing = Order(
            id: "b",
            command: .acknowledge(WhistleID(rawValue: 9)),
            actor: Desk.housing.actor,
            expectedRevision: 1
        )
        #expect(await town.failure(missing) == .refused(Refusal(.noSuchWhistle)))
    }

    @Test func `a revision is stale as soon as a command of the same batch has changed the whistle`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("1", support: [.urban])
        let results = await town.ledger.submit(
            [Desk.housing, .urban].map {
                Order(id: "\($0)", command: .acknowledge(whistle), actor: $0.actor, expectedRevision: 3)
            }
        )
        #expect(try results[0].get().receipt != nil)
        #expect(results[1] == .failure(.staleRevision(expected: 3, actual: 4)))
    }

    @Test func `a store without a district is no ledger yet`() async throws {
        await #expect(throws: LedgerError.notEstablished) {
            try await Ledger.open(InMemoryEventStore(), environment: ScriptedWorld().environment)
        }
    }

    @Test func `a district is established once, and a retry finds it`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let size = town.ledger.view.board.size
        func establish(_ code: String, _ founding: Founding) async -> LedgerError? {
            do throws(LedgerError) {
                let ledger = try await Ledger.establish(
                    in: town.store,
                    districtCode: code,
                    founding: founding,
                    environment: town.world.environment
                )
                #expect(ledger.view.board.digest == town.ledger.view.board.digest)
                return nil
            } catch { return error }
        }
        #expect(await establish(Town.districtCode, Town.founding) == nil)
        var other = Town.founding
        other.keyID = "00000000"
        #expect(await establish(Town.districtCode, other) == .commandReused(id: "establish/610113"))
        #expect(await establish("610104", Town.founding) == .refused(Refusal(.alreadyEstablished)))
        #expect(try await town.store.size() == size)
        #expect(await town.refusal("again", .establish(Town.founding), by: .centre) == .alreadyEstablished)
    }

    @Test func `who establishes another district over a log leaves nothing under its name`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1")
        town.world.advance(.days(9))
        _ = try? await Ledger.establish(
            in: town.store,
            districtCode: "610104",
            founding: Town.founding,
            environment: town.world.environment
        )
        let check = try await Check(town.store)
        try check.entries()
    }

    @Test func `an act on behalf of another unit is recorded as such, and rebuilt`() async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        let whistle = try await town.raise("1")
        town.world.advance(.hours(1))
        let claimed = town.world.now - .minutes(20)
        let outcome = try await town.ledger.submit(
            Order(
                id: "r",
                command: .reportIn(whistle, person: "p7", mode: .onSite),
                actor: Desk.northClerk.actor,
                entered: BackEntry(claimedAt: claimed, via: .phone, onBehalfOf: .housing)
            )
        )
        let row = try #require(outcome.entries.first?.row)
        #expect(row.claimed == claimed.milliseconds && row.time == town.world.now.milliseconds)
        #expect(row.actor == UnitID.north.rawValue && row.unit == UnitID.housing.rawValue)
        var raise = Order(id: "2", command: .raise(), actor: Desk.northClerk.actor)
        raise.entered = BackEntry(claimedAt: Instant(milliseconds: 0), via: .paper)
        _ = try await town.ledger.submit(raise)
        let check = try await Check(town.store)
        try check.derivation(matches: town.ledger.view.board.digest)
    }

    // MARK: Damage

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a row that is not what was written is damage or another state, and never a trap`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let town = try await busyTown(seed: seed)
        let size = Int(town.ledger.view.board.size)
        for _ in 0..<25 {
            let (place, column) = (random.number(0...size - 1), random.number(0...11))
            let value =
                [0, 1, 2, -1, 255, 256, Int64(Int32.max), Int64(UInt32.max), .max, .min, Int64(place)]
                .randomElement(using: &random) ?? 0
            let spoilt = SpoiltStore(
                log: town.store,
                row: { $0 == Position(place) ? $1.spoilt(column, value) : $1 }
            )
            do throws(LedgerError) {
                let ledger = try await Ledger.open(spoilt, environment: town.world.environment)
                _ = ledger.view.board.digest
                _ = try await Replay.board(of: spoilt, bound: .asOf(town.world.now - .hours(50)))
            } catch {
                guard case .damaged = error else {
                    Issue.record("seed \(seed): row \(place), column \(column), \(value): \(error)")
                    continue
                }
            }
        }
    }

    @Test func `rows that are left out, doubled or exchanged are damage`() async throws {
        let town = try await busyTown(seed: 5)
        let rows = try await Evidence(of: town.store).rows
        let spoils: [@Sendable (Position, FoldRow) -> FoldRow] = [
            { $0 == 25 ? rows[26] : $1 }, { $0 == 20 ? rows[3] : $1 },
            { position, row in position == 22 ? rows[23] : position == 23 ? rows[22] : row },
        ]
        for spoil in spoils {
            let error = await error { () async throws(LedgerError) in
                try await Replay.board(of: SpoiltStore(log: town.store, row: spoil))
            }
            guard case .damaged(at: .some, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test(arguments: [
        ("{", "["), ("muster.whistle.raised.v1", "muster.whistle.blown.v1"), (#""revision":1"#, #""revision":-1"#),
        (#""category":"市政设施""#, #""category":7"#), (#""kind":"routine""#, #""kind":"idle""#),
        (#""sequence":"00000000000000000019""#, #""sequence":"00000000000000000020""#),
    ])
    func `an entry that is not what was written is damage`(there: String, instead: String) async throws {
        let town = try await Town.found(in: InMemoryEventStore())
        try await town.raise("1")
        let spoilt = SpoiltStore(
            log: town.store,
            entry: { entry in
                guard entry.position == 19 else { return entry }
                var entry = entry
                let text = String(decoding: entry.bytes, as: UTF8.self)
                entry.bytes = Array(text.replacing(there, with: instead).utf8)
                return entry
            }
        )
        let evidence = try await Evidence(of: spoilt)
        let error = await error { () async throws(LedgerError) in try evidence.rebuilt() }
        guard case .damaged(at: 19, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private func error<Value>(of call: () async throws(LedgerError) -> Value) async -> LedgerError? {
        do throws(LedgerError) {
            _ = try await call()
            return nil
        } catch { return error }
    }

    /// A town in which something of everything has happened.
    private func busyTown(seed: UInt64) async throws -> Town {
        let town = try await Town.found(in: InMemoryEventStore())
        var orders = RandomOrders(seed: seed)
        for _ in 0..<60 {
            town.world.advance(orders.step())
            let board = town.ledger.view.board
            _ = await town.ledger.submit([orders.next(on: board, at: max(town.world.now, board.recorded))])
        }
        return town
    }
}

extension FoldRow {
    /// The row with one column replaced.
    fileprivate func spoilt(_ column: Int, _ value: Int64) -> FoldRow {
        var row = self
        switch column {
        case 0: row.kind = UInt16(truncatingIfNeeded: value)
        case 1: row.stream = UInt32(truncatingIfNeeded: value)
        case 2: row.revision = UInt32(truncatingIfNeeded: value)
        case 3: row.actor = UInt32(truncatingIfNeeded: value)
        case 4: row.unit = UInt32(truncatingIfNeeded: value)
        case 5: row.person = UInt32(truncatingIfNeeded: value)
        case 6: row.item = UInt32(truncatingIfNeeded: value)
        case 7: row.code = UInt32(truncatingIfNeeded: value)
        case 8: row.time = value
        case 9: row.recorded = value
        case 10: row.claimed = value
        default: row.a = value
        }
        return row
    }
}
