public import EventLog
import FoldRow
public import MusterDomain

extension LedgerView {
    /// How many entries the log has by now, whether or not this view knows them.
    public func logSize() async throws(LedgerError) -> Position {
        do { return try await store.size() } catch { throw .store(error) }
    }

    /// The same log up to a bound, folded anew.
    public func replayed(to bound: ReplayBound) async throws(LedgerError) -> LedgerView {
        try await LedgerView.open(store, bound: bound)
    }

    /// The same log as a board of its past has it, with the names of then. Entries and texts are read through this
    /// view's store.
    public func showing(_ board: Board) async throws(LedgerError) -> LedgerView {
        guard board.districtRevision != self.board.districtRevision else {
            return LedgerView(board: board, directory: directory, store: store)
        }
        return try await LedgerView.open(store, showing: board)
    }

    /// A ledger as a board of its past has it, with the names of then.
    public static func open(_ store: any EventStore, showing board: Board) async throws(LedgerError) -> LedgerView {
        let directory = try await readDirectory(store, for: board)
        return LedgerView(board: board, directory: directory, store: store)
    }

    /// How far the view goes.
    public var extent: LogExtent { LogExtent(size: board.size, recorded: board.recorded) }

    /// When the first entry of the log was recorded; nil in an empty one.
    public func begun() async throws(LedgerError) -> Instant? {
        do { return try await store.rows(from: 0, limit: 1).first.map { Instant(milliseconds: $0.recorded) } } catch {
            throw .store(error)
        }
    }

    /// The past of the log, folded through this view's own store.
    public var pastBoards: PastBoards { PastBoards(sharing: store) }

    /// The view after what another process has appended meanwhile; this view has to go to the end of its log.
    /// Cost: O(new entries), and the district's own stream if it has grown.
    public func caughtUp() async throws(LedgerError) -> LedgerView {
        let board = try await Replay.board(board, of: store, bound: .end)
        guard board.size > self.board.size else { return self }
        let isOldDirectory = board.districtRevision == self.board.districtRevision
        let names = isOldDirectory ? directory : try await Self.readDirectory(store, for: board)
        return LedgerView(board: board, directory: names, store: store)
    }
}
