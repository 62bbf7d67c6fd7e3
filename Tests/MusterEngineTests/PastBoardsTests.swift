import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import Testing

@testable import MusterEngine

/// The boards of the past that a server remembers.
struct PastBoardsTests {
    private func town(whistles: Int) async throws -> Town {
        let town = try await Town.found(in: InMemoryEventStore())
        for number in 1...whistles {
            town.world.advance(.minutes(1))
            try await town.raise("\(number)")
        }
        return town
    }

    @Test func `a bound is folded once, and a later one from there`() async throws {
        let town = try await town(whistles: 4)
        let extent = town.ledger.view.extent
        let boards = PastBoards(sharing: town.store)
        let moment = town.world.now - .minutes(2)
        for bound in [ReplayBound.to(20), .asRecorded(moment), .asOf(moment)] {
            let expected = try await Replay.board(of: town.store, bound: bound).digest
            let before = await boards.folds
            for _ in 0..<5 { #expect(try await boards.board(at: bound, of: extent).digest == expected) }
            #expect(await boards.folds == before + 1)
        }
        // The log's end as a moment is the end as a position.
        let folds = await boards.folds
        let end = try await boards.board(at: .to(extent.size), of: extent)
        #expect(try await boards.board(at: .asRecorded(extent.recorded), of: extent).digest == end.digest)
        #expect(await boards.folds == folds + 1)
    }

    @Test func `what may still grow is folded on when the log has grown`() async throws {
        let town = try await town(whistles: 2)
        let boards = PastBoards(sharing: town.store)
        let moment = town.world.now + .minutes(30)
        for bound in [ReplayBound.asRecorded(moment), .asOf(moment)] {
            for _ in 0..<2 {
                let board = try await boards.board(at: bound, of: town.ledger.view.extent)
                #expect(board.digest == town.ledger.view.board.digest)
                town.world.advance(.minutes(1))
                try await town.raise("more-\(town.ledger.view.board.size)")
            }
        }
        town.world.advance(.hours(1))
        let then = town.ledger.view.board.digest
        try await town.raise("later")
        #expect(try await boards.board(at: .asRecorded(moment), of: town.ledger.view.extent).digest == then)
    }

    @Test func `few are remembered, those used last`() async throws {
        let town = try await town(whistles: 3)
        let extent = town.ledger.view.extent
        let boards = PastBoards(sharing: town.store)
        for position in 10..<15 as Range<Position> { _ = try await boards.board(at: .to(position), of: extent) }
        let folds = await boards.folds
        for position in [11, 14, 12, 13] as [Position] {
            #expect(try await boards.board(at: .to(position), of: extent).size == position)
        }
        #expect(await boards.folds == folds)
        _ = try await boards.board(at: .to(10), of: extent)
        #expect(await boards.folds == folds + 1)
        _ = try await boards.board(at: .to(11), of: extent)
        #expect(await boards.folds == folds + 2, "the one that was not used for longest has made room")
    }

    @Test func `so many fold at once through stores of their own, and all are answered`() async throws {
        let town = try await town(whistles: 6)
        let extent = town.ledger.view.extent
        let gate = Gate()
        let log = try #require(town.store as? InMemoryEventStore)
        let boards = PastBoards { () async throws(EventStoreError) in
            await gate.pass()
            return await InMemoryEventStore(reopening: log)
        }
        let sizes = try await withThrowingTaskGroup(of: Position.self) { group in
            for position in 1...20 as ClosedRange<Position> {
                group.addTask { try await boards.board(at: .to(position), of: extent).size }
            }
            await gate.until(arrived: PastBoards.atOnce)
            for _ in 0..<100 { await Task.yield() }
            #expect(await gate.arrived == PastBoards.atOnce, "the others wait")
            await gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sizes.sorted() == Array(1...20))
        #expect(await gate.arrived == 20)
        #expect(try await boards.folded(to: .to(3)).size == 3)
    }

    /// Boards over a log that gives five rows at a time and lets nobody have them until the gate is opened.
    private func slowBoards(of town: Town, _ gate: Gate) throws -> PastBoards {
        PastBoards(sharing: SlowStore(log: try #require(town.store as? InMemoryEventStore), gate: gate))
    }

    @Test func `who has left while it is folded ends the fold at its next page`() async throws {
        let town = try await town(whistles: 6)
        let extent = town.ledger.view.extent
        let gate = Gate()
        let boards = try slowBoards(of: town, gate)
        let reader = Task { try await boards.board(at: .to(20), of: extent) }
        await gate.until(arrived: 1)
        reader.cancel()
        await gate.open()
        await #expect(throws: LedgerError.abandoned) { try await reader.value }
        #expect(await gate.arrived == 1, "no page was read after the reader had left")
        #expect(try await boards.board(at: .to(20), of: extent).size == 20)
        // Cancelled before it begins, which from outside may come too late.
        let anew = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await boards.folded(to: .to(20))
        }
        await #expect(throws: LedgerError.abandoned) { try await anew.value }
    }

    @Test func `who has left before his turn has nothing folded`() async throws {
        let town = try await town(whistles: 6)
        let extent = town.ledger.view.extent
        let gate = Gate()
        let boards = try slowBoards(of: town, gate)
        let first = (1...PastBoards.atOnce).map { number in
            Task { try await boards.board(at: .to(Position(number)), of: extent) }
        }
        await gate.until(arrived: PastBoards.atOnce)
        let late = Task { try await boards.board(at: .to(9), of: extent) }
        late.cancel()
        await gate.open()
        for task in first { _ = try await task.value }
        await #expect(throws: LedgerError.abandoned) { try await late.value }
        #expect(await boards.folds == PastBoards.atOnce)
    }

    @Test func `a fold goes on for another who waits for the same board`() async throws {
        let town = try await town(whistles: 6)
        let extent = town.ledger.view.extent
        let gate = Gate()
        let boards = try slowBoards(of: town, gate)
        let leaving = Task { try await boards.board(at: .to(20), of: extent) }
        await gate.until(arrived: 1)
        // There is a place for a second fold, but the same board is not folded twice at a time.
        let staying = Task { try await boards.board(at: .to(20), of: extent) }
        while await boards.readerCount < 2 { await Task.yield() }
        leaving.cancel()
        await gate.open()
        #expect(try await staying.value.size == 20)
        #expect(try await leaving.value.size == 20)
        #expect(await boards.folds == 1)
        #expect(await boards.readerCount == 0)
    }

    @Test func `who waits for a board in the making keeps nobody from the free place`() async throws {
        let town = try await town(whistles: 6)
        let extent = town.ledger.view.extent
        let gate = Gate()
        let boards = try slowBoards(of: town, gate)
        let first = Task { try await boards.board(at: .to(20), of: extent) }
        await gate.until(arrived: 1)
        let second = Task { try await boards.board(at: .to(20), of: extent) }
        while await boards.readerCount < 2 { await Task.yield() }
        let other = Task { try await boards.board(at: .to(12), of: extent) }
        await gate.until(arrived: 2)
        await gate.open()
        #expect(try await first.value.size == 20)
        #expect(try await second.value.size == 20)
        #expect(try await other.value.size == 12)
        #expect(await boards.folds == 2)
    }

    private struct SlowStore: ForwardingEventStore {
        let log: any EventStore
        let gate: Gate

        func fold<State: Sendable>(
            into state: consuming State, from start: Position, to end: Position,
            _ next: @Sendable (inout State, Swift.Span<FoldRow>) -> Bool
        ) async throws(EventStoreError) -> State {
            await gate.pass()
            return try await log.fold(into: state, from: start, to: min(end, start + 5), next)
        }

        func append(_ batch: AppendBatch) async throws(EventStoreError) { throw .readOnly }
        func close() async {}
    }

    /// Holds back whoever passes until it is opened.
    private actor Gate {
        private(set) var arrived = 0
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

        func pass() async {
            arrived += 1
            for watcher in watchers where arrived >= watcher.count { watcher.continuation.resume() }
            watchers.removeAll { arrived >= $0.count }
            if !isOpen { await withCheckedContinuation { waiting.append($0) } }
        }

        func until(arrived count: Int) async {
            if arrived < count { await withCheckedContinuation { watchers.append((count, $0)) } }
        }

        func open() {
            isOpen = true
            for one in waiting { one.resume() }
            waiting = []
        }
    }

    @Test func `a store that can't be opened fails its own request alone`() async throws {
        let boards = PastBoards { () async throws(EventStoreError) in throw .missing(path: "gone") }
        let extent = LogExtent(size: 3, recorded: Instant(milliseconds: 0))
        for _ in 0..<3 {
            await #expect(throws: LedgerError.store(.missing(path: "gone"))) {
                try await boards.board(at: .to(1), of: extent)
            }
        }
    }
}
