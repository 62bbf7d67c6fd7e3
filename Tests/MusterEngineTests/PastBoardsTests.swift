import EventLog
import EventStoreTesting
import MusterDomain
import Synchronization
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
                try await town.raise("more \(town.ledger.view.board.size)")
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
        let opened = Atomic<Int>(0)
        let boards = PastBoards { () async throws(EventStoreError) in
            opened.add(1, ordering: .relaxed)
            return await InMemoryEventStore(reopening: town.store as! InMemoryEventStore)
        }
        let sizes = try await withThrowingTaskGroup(of: Position.self) { group in
            for position in 1...20 as ClosedRange<Position> {
                group.addTask { try await boards.board(at: .to(position), of: extent).size }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sizes.sorted() == Array(1...20))
        #expect(await boards.mostAtOnce == PastBoards.atOnce)
        #expect(opened.load(ordering: .relaxed) == 20)
        #expect(try await boards.folded(to: .to(3)).size == 3)
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
