import EventLog
import EventStoreTesting
import MusterDomain
import MusterEngine
import SQLiteEventStore
import Testing

/// Long runs of random orders: whatever happens, every way to the state leads to the same one.
struct RandomRunTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `after any orders the live board, the replay and the board made of entries are the same`(
        seed: UInt64
    )
        async throws
    {
        let store = InMemoryEventStore()
        var run = try await RandomRun(seed: seed, in: store)
        for _ in 0..<3 {
            try await run.go(batches: 60)
            try await run.check()
            try await run.reopen(in: await InMemoryEventStore(reopening: store))
            try await run.reopen(in: store)
        }
        try await run.checkTimeTravel()
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `a ledger file that is closed and opened again goes on where it was`(seed: UInt64) async throws {
        let scratch = try Scratch()
        // So small that most of the log is in segments.
        let options = SQLiteEventStore.Options(segmentSize: 48)
        var store = try await scratch.newStore(options: options)
        var run = try await RandomRun(seed: seed, in: store)
        for _ in 0..<3 {
            try await run.go(batches: 40)
            try await run.check()
            await store.close()
            store = try await SQLiteEventStore.open(at: scratch.path, mode: .write, options: options)
            try await run.reopen(in: store)
        }
        try await run.checkTimeTravel()
        await store.close()
    }

    @Test func `the random runs leave events of every kind and meet most rules`() async throws {
        var kinds: Set<EventKind> = []
        var refusals: Set<RefusalCode> = []
        for seed in 31...150 as ClosedRange<UInt64>
        where kinds.count < EventKind.allCases.count - 2 || refusals.count <= RefusalCode.allCases.count / 2 {
            let store = InMemoryEventStore()
            var run = try await RandomRun(seed: seed, in: store)
            try await run.go(batches: 200, pace: 100)
            kinds.formUnion(try await Check(store).evidence.entries.map { try RecordedEvent($0).kind })
            refusals.formUnion(run.refusals)
        }
        // Nobody changes the key or loses a part of the log there.
        #expect(EventKind.allCases.filter { !kinds.contains($0) } == [.keyChanged, .epochBegan])
        #expect(refusals.count > RefusalCode.allCases.count / 2)
    }
}

/// One run and what was seen on the way.
private struct RandomRun {
    private let seed: UInt64
    private var town: Town
    private var orders: RandomOrders
    /// The digest that was live when the log had that many entries, and when the newest was recorded.
    private var seen: [(size: Position, recorded: Instant, digest: String)] = []
    private(set) var refusals: Set<RefusalCode> = []

    init(seed: UInt64, in store: any EventStore) async throws {
        self.seed = seed
        town = try await Town.found(in: store, ScriptedWorld(seed: seed))
        orders = RandomOrders(seed: seed)
        note()
    }

    @discardableResult
    private mutating func note() -> String {
        let board = town.ledger.view.board
        let digest = board.digest
        seen.append((board.size, board.recorded, digest))
        return digest
    }

    /// Gives so many batches of orders; one in `pace` is looked at closely.
    mutating func go(batches: Int, pace: Int = 1) async throws {
        for number in 0..<batches {
            town.world.advance(orders.step())
            // What has run out is recorded first, so that a refusal afterwards has to leave nothing at all.
            try await town.ledger.tick()
            let before = town.ledger.view
            let now = max(town.world.now, before.board.recorded)
            var batch: [Order] = []
            for _ in 0..<orders.random.number(1...3) { batch.append(orders.next(on: before.board, at: now)) }
            guard number % pace == 0 else {
                for (order, result) in zip(batch, await town.ledger.submit(batch)) { _ = try judge(order, result) }
                continue
            }
            let digest = note()
            let names = try await namesKept()
            let results = await town.ledger.submit(batch)
            try #require(results.count == batch.count)
            var accepted = 0
            for (order, result) in zip(batch, results) { accepted += try judge(order, result) }
            let after = note()
            if accepted == 0 {
                #expect(after == digest, "seed \(seed): a refusal changed the board: \(batch)")
                #expect(try await town.store.size() == before.board.size)
                #expect(try await namesKept() == names)
            }
            // A reader keeps what it was given while the writer goes on.
            if number % 8 == 0 { #expect(before.board.digest == digest) }
        }
    }

    private func namesKept() async throws -> [[String]] {
        var names: [[String]] = []
        for thing in NamedThing.allCases { names.append(try await town.ledger.view.names(of: thing)) }
        return names
    }

    /// How many entries an answer says were left.
    private mutating func judge(_ order: Order, _ result: Result<Outcome, LedgerError>) throws -> Int {
        switch result {
        case .success(let outcome):
            guard let receipt = outcome.receipt else { return 0 }
            #expect(receipt.last < town.ledger.view.board.size)
            if outcome.wasThere { return 0 }
            #expect(receipt.last - receipt.first + 1 == Position(outcome.entries.count))
            return outcome.entries.count
        case .failure(.refused(let refusal)): refusals.insert(refusal.code)
        case .failure(.staleRevision), .failure(.commandReused): break
        case .failure(let error): Issue.record("seed \(seed): \(error) for \(order)")
        }
        return 0
    }

    /// Everything that the log holds agrees with the live board.
    func check() async throws {
        let live = town.ledger.view.board
        #expect(try await Replay.board(of: town.store).digest == live.digest, "seed \(seed)")
        for unit in 1...UInt32(live.units.count) {
            let unit = UnitID(rawValue: unit)
            #expect(town.ledger.view.inbox(of: unit) == live.inbox(of: unit), "seed \(seed)")
        }
        let check = try await Check(town.store)
        try check.derivation(matches: live.digest)
        try check.entries()
        try await check.receipts(in: town.store)
    }

    mutating func reopen(in store: any EventStore) async throws {
        let before = town.ledger.view
        town = try await town.reopened(in: store)
        let after = town.ledger.view
        #expect(after.board.digest == before.board.digest, "seed \(seed): opening changed the board")
        #expect(after.directory.units == before.directory.units)
        #expect(after.directory.posts == before.directory.posts)
        #expect(after.directory.tokens == before.directory.tokens)
    }

    /// Earlier states are found again, by position and by both kinds of time.
    mutating func checkTimeTravel() async throws {
        let check = try await Check(town.store)
        for (index, past) in seen.enumerated() where index % 7 == 0 {
            #expect(try await Replay.board(of: town.store, bound: .to(past.size)).digest == past.digest, "seed \(seed)")
            let last = seen.last { $0.recorded <= past.recorded }
            let recorded = try await Replay.board(of: town.store, bound: .asRecorded(past.recorded))
            #expect(recorded.digest == last?.digest, "seed \(seed), as recorded \(past.recorded)")
            let moment = past.recorded + .minutes(Int64(orders.random.number(-400_000...400)))
            let occurred = try await Replay.board(of: town.store, bound: .asOf(moment))
            #expect(occurred.revisionsByName == (try check.whistles(asOf: moment)), "seed \(seed), as of \(moment)")
        }
        // Taken on from whatever is remembered, in any order, they are the same.
        let boards = PastBoards(sharing: town.store)
        let extent = try await LogExtent(of: town.store)
        #expect(extent == town.ledger.view.extent)
        for _ in 0..<60 {
            let past = seen[orders.random.number(0...seen.count - 1)]
            #expect(try await boards.board(at: .to(past.size), of: extent).digest == past.digest, "seed \(seed)")
            let other = seen[orders.random.number(0...seen.count - 1)].recorded
            let last = seen.last { $0.recorded <= other }
            let recorded = try await boards.board(at: .asRecorded(other), of: extent)
            #expect(recorded.digest == last?.digest, "seed \(seed), as recorded \(other)")
        }
    }
}
