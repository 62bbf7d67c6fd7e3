public import EventLog
import FoldRow
public import MusterDomain
import Synchronization

/// How far a log goes.
public struct LogExtent: Sendable, Equatable {
    /// How many entries it has.
    public var size: Position
    /// When the newest of them was recorded.
    public var recorded: Instant

    /// An extent.
    public init(size: Position, recorded: Instant) {
        self.size = size
        self.recorded = recorded
    }

    /// The extent of a log by its last row.
    public init(of store: any EventStore) async throws(LedgerError) {
        do {
            size = try await store.size()
            let last = size == 0 ? nil : try await store.rows(from: size - 1, limit: 1).first
            recorded = Instant(milliseconds: last?.recorded ?? 0)
        } catch { throw .store(error) }
    }
}

/// The boards of one log's past: folded by few at a time so that neither the writer nor the machine is held up, and
/// the last few kept, so that paging through a list of the past folds once.
public actor PastBoards {
    /// Opens a store that reads the same log; it is closed after each fold.
    public typealias Opener = @Sendable () async throws(EventStoreError) -> any EventStore

    /// So many folds run at the same time; further ones wait their turn.
    public static let atOnce = 2
    /// Boards that are kept.
    static let room = 4
    /// Entries that the kept boards may have been folded from, all together; the newest board stays in any case.
    /// A board takes some ten bytes for each.
    static let roomInEntries: Position = 8_000_000

    private struct Kept {
        var bound: ReplayBound
        var board: Board
        /// Whether nothing that comes can belong to it: the log had gone beyond its moment when it was folded.
        var isFinal: Bool

        /// Whether the board is that of the log's first so many entries.
        var isPrefix: Bool { if case .asOf = bound { false } else { true } }
    }

    /// Somebody who waits for a board.
    private final class Reader: Sendable {
        let bound: ReplayBound
        private let left = Atomic(false)

        init(of bound: ReplayBound) { self.bound = bound }

        /// Whether his task was cancelled.
        var hasLeft: Bool { left.load(ordering: .relaxed) }
        func leave() { left.store(true, ordering: .relaxed) }
    }

    private let opener: Opener?
    private let shared: (any EventStore)?
    /// The one used last stands last.
    private var kept: [Kept] = []
    private var readers: [Reader] = []
    /// What is being folded; nothing stands for a board that is folded for one reader alone.
    private var running: [ReplayBound?] = []
    private var waiting: [(bound: ReplayBound?, turn: CheckedContinuation<Void, Never>)] = []
    /// How many wait for a board; for tests.
    var readerCount: Int { readers.count }
    /// How many folds were begun; for tests.
    private(set) var folds = 0

    /// Each fold opens a store of its own beside the writer's.
    public init(opening opener: @escaping Opener) {
        self.opener = opener
        shared = nil
    }

    /// The folds go through a store that is open anyhow; its other callers wait for pieces of them.
    public init(sharing store: any EventStore) {
        opener = nil
        shared = store
    }

    /// The board at a bound of a log that goes so far by now, remembered or folded, from nothing or from an earlier
    /// board. Cost: O(1) if it is remembered, else O(rows from the nearest earlier one that is).
    ///
    /// When the task is cancelled the fold ends at its next page with ``LedgerError/abandoned``, unless somebody else
    /// waits for the same board.
    public func board(at bound: ReplayBound, of extent: LogExtent) async throws(LedgerError) -> Board {
        if let known = known(bound, extent) { return known }
        let reader = Reader(of: bound)
        readers.append(reader)
        defer { readers.removeAll { $0 === reader } }
        let result = await withTaskCancellationHandler {
            await self.result(at: bound, of: extent)
        } onCancel: {
            reader.leave()
        }
        return try result.get()
    }

    private func result(at bound: ReplayBound, of extent: LogExtent) async -> Result<Board, LedgerError> {
        do { return .success(try await folded(at: bound, of: extent)) } catch { return .failure(error) }
    }

    private func folded(at bound: ReplayBound, of extent: LogExtent) async throws(LedgerError) -> Board {
        await turn(for: bound)
        defer { pass(bound) }
        // Whoever had the turn before may have folded the same.
        if let known = known(bound, extent) { return known }
        let board = try await fold(beginning(of: bound), to: bound) { await self.isWanted(bound) }
        keep(Kept(bound: bound, board: board, isFinal: bound.isOver(in: extent)))
        return board
    }

    /// The board at a bound, folded from nothing whatever is remembered.
    public func folded(to bound: ReplayBound) async throws(LedgerError) -> Board {
        await turn(for: nil)
        defer { pass(nil) }
        return try await fold(Board(), to: bound) { !Task.isCancelled }
    }

    // MARK: Folding

    private func fold(
        _ board: Board, to bound: ReplayBound, whileWanted isWanted: @Sendable () async -> Bool
    ) async throws(LedgerError) -> Board {
        // Whoever has left while he waited for his turn opens no store.
        guard await isWanted() else { throw .abandoned }
        folds += 1
        if let shared { return try await Replay.board(board, of: shared, bound: bound, whileWanted: isWanted) }
        guard let opener else { return board }
        let store: any EventStore
        do { store = try await opener() } catch { throw .store(error) }
        let result: Result<Board, LedgerError>
        do {
            result = .success(try await Replay.board(board, of: store, bound: bound, whileWanted: isWanted))
        } catch { result = .failure(error) }
        await store.close()
        return try result.get()
    }

    /// Whether anybody who has not left waits for the board at a bound.
    private func isWanted(_ bound: ReplayBound) -> Bool {
        readers.contains { $0.bound == bound && !$0.hasLeft }
    }

    /// Waits until there is a place, and until nobody else folds the same board.
    private func turn(for bound: ReplayBound?) async {
        if mayRun(bound) {
            running.append(bound)
        } else {
            // Whoever passes hands over its place.
            await withCheckedContinuation { waiting.append((bound, $0)) }
        }
    }

    private func pass(_ bound: ReplayBound?) {
        if let place = running.firstIndex(of: bound) { running.remove(at: place) }
        while let next = waiting.firstIndex(where: { mayRun($0.bound) }) {
            let (bound, turn) = waiting.remove(at: next)
            running.append(bound)
            turn.resume()
        }
    }

    private func mayRun(_ bound: ReplayBound?) -> Bool {
        running.count < Self.atOnce && (bound == nil || !running.contains(bound))
    }

    // MARK: Remembering

    private func known(_ bound: ReplayBound, _ extent: LogExtent) -> Board? {
        let found = kept.firstIndex { kept in
            switch bound {
            case .end: false
            case .to(let position): kept.isPrefix && kept.board.size == position
            case .asOf: kept.bound == bound && kept.board.size == extent.size
            case .asRecorded(let moment):
                kept.bound == bound && kept.isFinal
                    || kept.isPrefix && kept.board.size == extent.size && extent.recorded <= moment
            }
        }
        guard let found else { return nil }
        let hit = kept.remove(at: found)
        kept.append(hit)
        return hit.board
    }

    /// The remembered board from which the way to a bound is shortest.
    private func beginning(of bound: ReplayBound) -> Board {
        let earlier = kept.filter { kept in
            switch bound {
            case .end, .asOf: false
            case .to(let position): kept.isPrefix && kept.board.size <= position
            case .asRecorded(let moment): kept.isPrefix && kept.board.recorded <= moment
            }
        }
        return earlier.max { $0.board.size < $1.board.size }?.board ?? Board()
    }

    private func keep(_ new: Kept) {
        kept.removeAll { $0.bound == new.bound }
        kept.append(new)
        while kept.count > Self.room || kept.count > 1 && total > Self.roomInEntries { kept.removeFirst() }
    }

    private var total: Position { kept.reduce(0) { $0 + $1.board.size } }
}

extension ReplayBound {
    /// Whether a log has gone beyond a moment of recording: while its newest entry is not later, more may come that
    /// had been recorded by then.
    fileprivate func isOver(in extent: LogExtent) -> Bool {
        if case .asRecorded(let moment) = self { extent.recorded > moment } else { false }
    }
}
