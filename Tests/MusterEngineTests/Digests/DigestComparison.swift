import EventLog
import FoldRow
import MusterDomain
import SQLiteEventStore
import Testing

@testable import MusterEngine

/// Every way from a log to a board, compared by the board's digest.
///
/// What the writer held live, at the end and on the way, has to be what its entries come to by the slow path. Then the
/// log is read as it was written, from a copy that has all of it in the tail, and from a copy in format 1 that was taken
/// over and sealed at one go; each time whole and to bounds of all kinds, from nothing and from an earlier board.
/// Finally a writer opens what was written and goes on.
struct DigestComparison {
    private let log: WrittenLog
    private let scratch: Scratch
    private let evidence: Evidence
    private let copy: LogCopy
    private let rows: [FoldRow]
    /// The size of segments in the copy that is sealed at one go.
    private let otherSize: Position
    private var expected: [(bound: ReplayBound, digest: String)] = []

    private var size: Position { Position(rows.count) }

    /// Reads the log as it was written and goes the slow path.
    init(_ log: WrittenLog, in scratch: Scratch) async throws {
        self.log = log
        self.scratch = scratch
        let end = try #require(log.live.last)
        let store = try await Self.open(log.path, segmentSize: log.segmentSize)
        let check = try await Check(store)
        evidence = check.evidence
        let rebuilt = try check.derivation(matches: end.digest)
        rows = rebuilt.map(\.row)
        #expect(end.size == Position(rows.count))
        copy = try await LogCopy(evidence, rebuilt, of: store)
        await store.close()
        otherSize = max(16, Position(rows.count) / 9)

        let slow = SlowBoards(rows: rows)
        for mark in log.live {
            let digest = try slow.digest(at: .to(mark.size))
            #expect(mark.digest == digest, "\(log.name): live with \(mark.size) entries")
            expected.append((.to(mark.size), digest))
        }
        for bound in bounds { expected.append((bound, try slow.digest(at: bound))) }
    }

    /// Where something may go wrong: at the borders of segments, inside them, and at some moments.
    private var bounds: [ReplayBound] {
        var random = SeededGenerator(seed: size)
        var bounds: [ReplayBound] = [.end, .to(size - 1)]
        for segment in [log.segmentSize, otherSize] where segment < size {
            let border = size / segment * segment
            bounds += [.to(segment - 1), .to(segment), .to(border + 1)]
        }
        for _ in 0..<2 {
            let row = rows[random.number(0...rows.count - 1)]
            bounds += [.to(Position(random.number(1...rows.count)))]
            bounds += [.asRecorded(Instant(milliseconds: row.recorded)), .asOf(Instant(milliseconds: row.time))]
        }
        bounds.append(.asRecorded(Instant(milliseconds: rows[rows.count / 2].recorded - 1)))
        return bounds
    }

    /// Compares all of it. Says on stdout what was compared, so that a run which compared nothing is seen.
    func run() async throws {
        let written = try await Self.open(log.path, segmentSize: log.segmentSize)
        let segments = try await compare(written, "as written", segmentSize: log.segmentSize)
        await written.close()

        let tail = try await tailCopy()
        #expect(try await compare(tail, "in the tail", segmentSize: size + 1) == 0)
        await tail.close()

        let taken = try await takenOver()
        let others = try await compare(taken, "taken over", segmentSize: otherSize)
        await taken.close()

        try await goOn()
        print(
            "\(log.name): \(size) events; \(segments) segments as written, none, and \(others) taken over; "
                + "\(expected.count) boards by 6 ways; \(log.live.last?.digest.prefix(16) ?? "")")
    }

    /// Compares what one file says with what the entries come to. Answers how many segments it has.
    private func compare(_ store: SQLiteEventStore, _ way: String, segmentSize: Position) async throws -> Int64 {
        let segments = try await store.integer("SELECT count(*) FROM segment") ?? -1
        #expect(segments == Int64(size / segmentSize), "\(log.name), \(way)")
        let inTail = try await store.integer("SELECT coalesce(sum(length(rows)) / 80, 0) FROM tail")
        #expect(inTail == Int64(size % segmentSize), "\(log.name), \(way)")
        #expect(try await Evidence(of: store) == evidence, "\(log.name), \(way): rows, entries or names differ")

        let extent = try await LogExtent(of: store)
        let past = PastBoards(sharing: store)
        for (bound, digest) in expected {
            let place = "\(log.name), \(way), \(bound)"
            let whole = await outcome { () async throws(LedgerError) in
                try await Replay.board(of: store, bound: bound)
            }
            #expect(whole == digest, "\(place)")
            let further = await outcome { () async throws(LedgerError) in
                try await past.board(at: bound, of: extent)
            }
            #expect(further == digest, "\(place), from an earlier board")
        }
        return segments
    }

    /// The digest of a board, or why there is none: the other bounds are still compared then.
    private func outcome(_ fold: () async throws(LedgerError) -> Board) async -> String {
        do { return try await fold().digest } catch { return "\(error)" }
    }

    private func tailCopy() async throws -> SQLiteEventStore {
        let path = scratch.path("tail.muster")
        try await SQLiteEventStore.create(at: path)
        let store = try await Self.open(path, .write, segmentSize: size + 1)
        for batch in copy.batches(of: 100) { try await store.append(batch) }
        return store
    }

    private func takenOver() async throws -> SQLiteEventStore {
        let path = scratch.path("first.muster")
        try FirstFormatFile.make(of: copy.batches(of: 7), at: path)
        let store = try await Self.open(path, .write, segmentSize: otherSize)
        await store.sealed()
        return store
    }

    /// Another writer takes the log as it was written and records what has run out since.
    private func goOn() async throws {
        let store = try await Self.open(log.path, .write, segmentSize: log.segmentSize)
        let later = (rows.map(\.recorded).max() ?? 0) + 400 * 86_400_000
        let environment = Environment(
            now: { Instant(milliseconds: later) }, randomBytes: { Array(repeating: 7, count: $0) })
        let ledger = try await Ledger.open(store, environment: environment)
        #expect(ledger.view.board.digest == log.live.last?.digest, "\(log.name), opened by a writer")
        try await ledger.tick()
        let live = ledger.view.board
        await store.sealed()
        #expect(try await Replay.board(of: store).digest == live.digest, "\(log.name), gone on to \(live.size)")
        try await Check(store).derivation(matches: live.digest)
        await store.close()
    }

    private static func open(
        _ path: String, _ mode: SQLiteEventStore.Mode = .read, segmentSize: Position
    ) async throws -> SQLiteEventStore {
        try await SQLiteEventStore.open(
            at: path, mode: mode, options: SQLiteEventStore.Options(segmentSize: segmentSize))
    }
}
