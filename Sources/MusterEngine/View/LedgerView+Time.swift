public import EventLog
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

    /// The board of the same log up to a bound, folded anew. No name is read.
    public func board(at bound: ReplayBound) async throws(LedgerError) -> Board {
        try await Replay.board(of: store, bound: bound)
    }

    /// The view after what another process has appended meanwhile; this view has to go to the end of its log.
    /// Cost: O(new entries), and the district's own stream if it has grown.
    public func caughtUp() async throws(LedgerError) -> LedgerView {
        let board = try await Replay.board(board, of: store, bound: .end)
        guard board.size > self.board.size else { return self }
        let isOldDirectory = board.districtRevision == self.board.districtRevision
        let names = isOldDirectory ? directory : try await Self.readDirectory(store, upTo: board.districtRevision)
        return LedgerView(board: board, directory: names, store: store)
    }
}
