import FoldRow
import Testing

@testable import MusterDomain

/// What the fold computes, whatever becomes of how it does so.
@Suite struct FoldTests {
    /// Logs of all kinds of event, with the hash of the dump to which each has been folded since version 3 of the dump.
    private static let pinned: [(seed: UInt64, open: Int, hash: UInt64)] = [
        (1, 500, 0x8076_903e_5d40_deca), (2, 40, 0xb25f_40a8_0153_f992), (3, 3, 0xc236_57e9_4bd8_6933),
        (4, 5_000, 0xb66e_d9c3_0975_544a),
    ]
    private static let length = 30_000

    @Test(arguments: pinned)
    func `A log is folded to the board to which it always was`(seed: UInt64, open: Int, hash: UInt64) throws {
        let rows = LogGenerator.rows(seed: seed, count: Self.length, open: open)
        var board = Board()
        try board.apply(rows.span)
        #expect(board.size == UInt64(rows.count))
        #expect(Self.hash(board) == hash)
    }

    @Test func `The pinned logs hold every kind of event`() {
        var kinds: Set<UInt16> = []
        for (seed, open, _) in Self.pinned {
            kinds.formUnion(LogGenerator.rows(seed: seed, count: Self.length, open: open).map(\.kind))
        }
        // But what the log says of its keys, which no board knows.
        let unfolded: [EventKind] = [.keyChanged, .epochBegan]
        #expect(kinds == Set(EventKind.allCases.map(\.rawValue)).subtracting(unfolded.map(\.rawValue)))
    }

    /// Blocks of any length, one by one or with a reader that holds on to the board, make no difference.
    @Test func `Blocks are folded as their rows are, and never under a reader`() throws {
        var random = SplitMix.seeded(for: "blocks")
        let rows = LogGenerator.rows(seed: 9, count: 12_000, open: 100)
        var (board, single) = (Board(), Board())
        var read: [(board: Board, dump: [Int64])] = []
        var start = 0
        while start < rows.count {
            let end = min(rows.count, start + Int.random(in: 0...400, using: &random))
            try board.apply(rows.span.extracting(start..<end))
            for row in rows[start..<end] { try single.apply(row) }
            #expect(board.size == UInt64(end), "seed \(random.seed)")
            start = end
            if Int.random(in: 0..<8, using: &random) == 0 { read.append((board, board.dumped)) }
        }
        #expect(board.dumped == single.dumped, "seed \(random.seed)")
        for (board, dump) in read { #expect(board.dumped == dump, "seed \(random.seed)") }
    }

    @Test func `A fault in a block says how many rows were before it`() throws {
        var rows = LogGenerator.rows(seed: 9, count: 2_000, open: 100)
        rows[1_234].revision += 1
        var board = Board()
        try board.apply(rows.span.extracting(0..<1_000))
        #expect(throws: FoldError.self) { try board.apply(rows.span.extracting(1_000..<2_000)) }
        #expect(board.size == 1_234)
    }

    /// Ten million events leave some 830,000 whistles, 2 million calls and 700,000 tasks in memory.
    @Test func `Rows stay small`() {
        #expect(MemoryLayout<WhistleRow>.stride <= 176)
        #expect(MemoryLayout<CallRow>.stride <= 80)
        #expect(MemoryLayout<TaskRow>.stride <= 56)
        #expect(MemoryLayout<BackEntryRow>.stride <= 40)
        print(
            "whistle \(MemoryLayout<WhistleRow>.stride), call \(MemoryLayout<CallRow>.stride),",
            "task \(MemoryLayout<TaskRow>.stride), back entry \(MemoryLayout<BackEntryRow>.stride) bytes")
    }

    @Test func `All clocks that run are those of each whistle`() throws {
        var board = Board()
        try board.apply(LogGenerator.rows(seed: 2, count: 6_000, open: 80).span)
        var all: [PendingDeadline] = []
        board.forEachPendingDeadline { all.append($0) }
        let each = (1...UInt32(board.whistles.count)).flatMap { board.pendingDeadlines(of: WhistleID(rawValue: $0)) }
        #expect(all == each)
        #expect(!all.isEmpty)
    }

    /// FNV-1a over whole numbers.
    private static func hash(_ board: Board) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        board.dump { hash = (hash ^ UInt64(bitPattern: $0)) &* 0x100_0000_01b3 }
        return hash
    }
}
