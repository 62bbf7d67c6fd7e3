import EventLog
import MusterDomain
import MusterEngine
import Testing

/// Many callers share one synchronised write.
struct GroupCommitTests {
    @Test func `two hundred callers are each answered once, with fewer appends than commands`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        let before = await store.appends
        await store.hold()
        let receipts = try await withThrowingTaskGroup(of: Receipt?.self) { group in
            for number in 0..<200 {
                group.addTask { try await town.submit("raise/\(number)", .raise(), by: .northClerk).receipt }
            }
            await store.untilHeld()
            // The others come in while the first append is held back.
            for _ in 0..<1_000 { await Task.yield() }
            await store.release()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let spans = receipts.compactMap { $0 }.sorted { $0.first < $1.first }
        #expect(spans.count == 200)
        for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.last + 1 == next.first) }
        #expect(town.ledger.view.board.whistles.count == 200)
        #expect(await store.appends - before < 100)
        try await check(town)
    }

    @Test func `the commands of one caller stay in their order`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        let answers = await withTaskGroup(of: [Result<Outcome, LedgerError>].self) { group in
            for caller in 0..<40 {
                group.addTask {
                    await town.ledger.submit(
                        (0..<5).map { number in
                            Order(id: "\(caller)/\(number)", command: .raise(), actor: Desk.northClerk.actor)
                        }
                    )
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 40)
        for answer in answers {
            let whistles = try answer.map { try $0.get().whistle?.rawValue ?? 0 }
            #expect(whistles.count == 5 && whistles == whistles.sorted() && Set(whistles).count == 5)
        }
        try await check(town)
    }

    @Test func `departments report in on many whistles at once`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        let desks = [Desk.housing, .urban, .planning, .police]
        var whistles: [WhistleID] = []
        for number in 0..<16 {
            whistles.append(try await town.raise("raise/\(number)", support: [.urban, .planning, .police]))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for whistle in whistles {
                for desk in desks {
                    group.addTask {
                        let id = "r/\(whistle.rawValue)/\(desk)"
                        try await town.submit(id, .reportIn(whistle, person: nil, mode: .onSite), by: desk)
                    }
                }
            }
            try await group.waitForAll()
        }
        let board = town.ledger.view.board
        for whistle in whistles {
            #expect(board.whistles[whistle].state == .handling && board.whistles[whistle].arrivedCalls == 4)
        }
        #expect(board.units[UnitID.police].reportedIn == 16)
        try await check(town)
    }

    @Test func `readers beside the writer see whole commits only`() async throws {
        let store = WatchedStore()
        let town = try await Town.found(in: store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<30 {
                group.addTask {
                    try await town.submit("raise/\(number)", .raise(support: [.urban]), by: .northClerk)
                }
                group.addTask {
                    let board = town.ledger.view.board
                    // A whistle never stands without both of its calls.
                    #expect(board.calls.count == 2 * board.whistles.count)
                    let replayed = try await Replay.board(of: town.store, bound: .to(board.size))
                    #expect(replayed.digest == board.digest)
                }
            }
            try await group.waitForAll()
        }
    }

    private func check(_ town: Town) async throws {
        let check = try await Check(town.store)
        try check.derivation(matches: town.ledger.view.board.digest)
        try check.entries()
        try await check.receipts(in: town.store)
    }
}
