import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import SQLiteEventStore

/// The ledger of one run of the program: read beside whoever writes it, unless the run writes itself.
actor SessionLedger: LedgerSource {
    nonisolated let files: LedgerFiles
    nonisolated let memory = LedgerMemory()
    nonisolated let past: PastBoards
    private let written: Ledger?
    private var store: SQLiteEventStore?
    private var latest: LedgerView?

    init(files: LedgerFiles, ledger: Ledger? = nil) {
        self.files = files
        written = ledger
        let path = files.path
        past = PastBoards { () async throws(EventStoreError) in try await SQLiteEventStore.open(at: path, mode: .read) }
    }

    /// What is committed now; only what is new is folded.
    func view() async throws(Failure) -> LedgerView {
        if let written { return written.view }
        let store = try await opened()
        do {
            let view = if let latest { try await latest.caughtUp() } else { try await LedgerView.open(store) }
            latest = view
            return view
        } catch { throw Failure(error, names: .empty) }
    }

    /// What was committed by a bound, without folding the rest.
    func view(at bound: ReplayBound) async throws(Failure) -> LedgerView {
        if bound == .end { return try await view() }
        let store = try await opened()
        do {
            let board = try await past.board(at: bound, of: try await LogExtent(of: store))
            return try await LedgerView.open(store, showing: board)
        } catch { throw Failure(error, names: .empty) }
    }

    /// How far the log goes, without folding it.
    func extent() async throws(Failure) -> LogExtent {
        let store = try await opened()
        do { return try await LogExtent(of: store) } catch { throw Failure(error, names: .empty) }
    }

    /// The fold alone, for its own sake.
    func replay(_ bound: ReplayBound) async throws(Failure) -> (board: Board, size: Position) {
        let store = try await opened()
        let board: Board
        do { board = try await Replay.board(of: store, bound: bound) } catch { throw Failure(error, names: .empty) }
        do { return (board, try await store.size()) } catch { throw Failure(error) }
    }

    /// The language that the ledger speaks, without folding it; nil in an empty one.
    func language() async throws(Failure) -> String? {
        let store = try await opened()
        let first: StoredEntry?
        do { first = try await store.entries(from: 0, limit: 1).first } catch { throw Failure(error) }
        guard let first else { return nil }
        do { return try RecordedEvent(first).string(.language) } catch { throw Failure(error, names: .empty) }
    }

    /// The writer, if the run was begun to write.
    func ledger() async throws(Failure) -> Ledger {
        guard let written else { throw Failure("readOnly") }
        return written
    }

    private func opened() async throws(Failure) -> SQLiteEventStore {
        if let store { return store }
        do {
            let store = try await SQLiteEventStore.open(at: files.path, mode: .read)
            self.store = store
            return store
        } catch { throw Failure(error) }
    }
}
