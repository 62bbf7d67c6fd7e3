import EventLog
import MusterDomain
import MusterEngine
import SQLiteEventStore
import Synchronization
import Testing

/// Commits that fail, at every stage.
struct OutcomeUnknownTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private struct DiskError: Error {}

    /// Throws once at the stage it is armed for.
    private final class Fault: Sendable {
        // The store calls this from inside a database access, where nothing can be awaited.
        private let armed = Mutex<SQLiteEventStore.AppendStage?>(nil)

        func arm(_ stage: SQLiteEventStore.AppendStage) { armed.withLock { $0 = stage } }

        func reach(_ stage: SQLiteEventStore.AppendStage) throws {
            let isHit = armed.withLock { armed in
                guard armed == stage else { return false }
                armed = nil
                return true
            }
            if isHit { throw DiskError() }
        }
    }

    private func town() async throws -> (Town, Fault) {
        let fault = Fault()
        let store = try await scratch.newStore(options: SQLiteEventStore.Options(fault: { try fault.reach($0) }))
        return (try await Town.found(in: store), fault)
    }

    private func isStoreError(_ error: LedgerError?) -> Bool {
        if case .store = error { true } else { false }
    }

    @Test(arguments: [
        (SQLiteEventStore.AppendStage.beforeCommit, false), (.atCommit, false), (.afterCommit, true),
    ])
    func `whatever the commit came to, the view shows nothing yet and the retry tells the truth`(
        stage: SQLiteEventStore.AppendStage,
        isThere: Bool
    ) async throws {
        let (town, fault) = try await town()
        let raise = Order(id: "raise", command: .raise(support: [.urban]), actor: Desk.northClerk.actor)
        let before = town.ledger.view.board.digest
        fault.arm(stage)
        let failure = await town.failure(raise)
        if stage == .beforeCommit { #expect(isStoreError(failure)) } else { #expect(failure == .outcomeUnknown) }
        #expect(town.ledger.view.board.digest == before)

        let retry = try await town.ledger.submit(raise)
        #expect(retry.wasThere == isThere)
        #expect(retry.receipt?.first == 19 && retry.receipt?.last == 21)
        try await check(town)
        await town.store.close()
    }

    @Test(arguments: [SQLiteEventStore.AppendStage.beforeCommit, .atCommit, .afterCommit])
    func `the next command is decided on what is really there`(stage: SQLiteEventStore.AppendStage) async throws {
        let (town, fault) = try await town()
        let whistle = try await town.raise("raise")
        fault.arm(stage)
        _ = await town.failure(
            Order(id: "r", command: .reportIn(whistle, person: nil, mode: .onSite), actor: Desk.housing.actor)
        )
        let refusal = await town.refusal("c", .claimDone(whistle, .solved, summary: "已办结"), by: .housing)
        #expect(refusal == (stage == .afterCommit ? nil : .wrongWhistleState))
        #expect(town.ledger.view.board.whistles[whistle].state == (stage == .afterCommit ? .claimed : .raised))
        try await check(town)
        await town.store.close()
    }

    @Test(arguments: [SQLiteEventStore.AppendStage.beforeCommit, .atCommit, .afterCommit])
    func `everybody in a failed batch is answered for what concerns him`(
        stage: SQLiteEventStore.AppendStage
    )
        async throws
    {
        let (town, fault) = try await town()
        let whistle = try await town.raise("raise")
        try await town.submit("a", .acknowledge(whistle), by: .housing)
        fault.arm(stage)
        let arrival = Order(
            id: "r",
            command: .reportIn(whistle, person: nil, mode: .onSite),
            actor: Desk.housing.actor
        )
        let orders = [
            arrival,
            Order(id: "w", command: .close(whistle, .solved, reason: "好"), actor: Desk.housing.actor),
            Order(id: "a", command: .acknowledge(whistle), actor: Desk.housing.actor),
            Order(id: "a", command: .raise(), actor: Desk.northClerk.actor),
            Order(id: "no good", command: .raise(), actor: Desk.northClerk.actor),
            arrival,
            Order(id: "silent", command: .acknowledge(whistle), actor: Desk.housing.actor),
        ]
        let results = await town.ledger.submit(orders)
        // The second order was refused on a state that never became durable: that refusal is lost too.
        for lost in [0, 1, 5, 6] {
            guard case .failure(let error) = results[lost] else {
                Issue.record("order \(lost) was answered as done")
                continue
            }
            #expect(stage == .beforeCommit ? isStoreError(error) : error == .outcomeUnknown)
        }
        #expect(try results[2].get().wasThere)
        #expect(results[3] == .failure(.commandReused(id: "a")))
        #expect(results[4] == .failure(.badCommandID("no good")))
        await town.store.close()
    }

    @Test(arguments: [SQLiteEventStore.AppendStage.beforeCommit, .atCommit, .afterCommit])
    func `names and ticks of a lost batch are given again`(stage: SQLiteEventStore.AppendStage) async throws {
        let (town, fault) = try await town()
        try await town.raise("raise")
        town.world.advance(.hours(3))
        var raise = Raise.sample()
        raise.category = "新的类别"
        fault.arm(stage)
        #expect(await town.failure(Order(id: "x", command: .raise(raise), actor: Desk.northClerk.actor)) != nil)
        raise.category = "另一个类别"
        try await town.submit("y", .raise(raise), by: .northClerk)
        let categories = try await town.ledger.view.names(of: .category)
        let lost = stage == .afterCommit ? ["新的类别"] : []
        #expect(categories == ["市政设施"] + lost + ["另一个类别"])
        let check = try await Check(town.store)
        #expect(try check.evidence.entries.count { try RecordedEvent($0).kind == .deadlinePassed } == 1)
        try await self.check(town)
        await town.store.close()
    }

    @Test func `a tick and a preview say when the store has failed`() async throws {
        let (town, fault) = try await town()
        try await town.raise("raise")
        town.world.advance(.hours(3))
        fault.arm(.atCommit)
        await #expect(throws: LedgerError.outcomeUnknown) { try await town.ledger.tick() }
        try await town.ledger.tick()
        #expect(town.ledger.view.board.size == 22)
        await town.store.close()
        let raise = Order(id: "x", command: .raise(), actor: Desk.northClerk.actor)
        await #expect(throws: LedgerError.store(.closed)) { try await town.ledger.preview(raise) }
        #expect(await town.failure(raise) == .store(.closed))
    }

    @Test func `a ledger that can't be folded again yet goes on failing, and recovers`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        await store.failNext(with: .outcomeUnknown("power"))
        #expect(await town.failure(Order(id: "1", command: .raise(), actor: Desk.northClerk.actor)) == .outcomeUnknown)
        await store.failNext(with: .noSpace)
        #expect(await town.failure(Order(id: "2", command: .raise(), actor: Desk.northClerk.actor)) == .store(.noSpace))
        try await town.raise("1")
        try await check(town)
    }

    @Test func `a reader never sees what is not durable`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        let before = town.ledger.view.board.digest
        await store.hold()
        async let outcome = town.submit("raise", .raise(), by: .northClerk)
        await store.untilHeld()
        #expect(town.ledger.view.board.digest == before)
        await store.release()
        let receipt = try await outcome.receipt
        #expect(receipt.map { $0.last + 1 } == town.ledger.view.board.size)
    }

    private func check(_ town: Town) async throws {
        let live = town.ledger.view.board.digest
        #expect(try await Replay.board(of: town.store).digest == live)
        let check = try await Check(town.store)
        try check.derivation(matches: live)
        try check.entries()
        try await check.receipts(in: town.store)
    }
}
