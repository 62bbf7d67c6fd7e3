import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import SQLiteEventStore

/// The ledger of one run of the program: read beside whoever writes it, unless the run writes itself.
actor SessionLedger: LedgerSource {
    nonisolated let files: LedgerFiles
    private let written: Ledger?
    private var store: SQLiteEventStore?
    private var latest: LedgerView?

    init(files: LedgerFiles, ledger: Ledger?) {
        self.files = files
        written = ledger
    }

    /// What is committed now; it is folded anew only when the log has grown.
    func view() async throws(Failure) -> LedgerView {
        if let written { return written.view }
        do throws(EventStoreError) {
            if let store, let latest, try await store.size() == latest.board.size { return latest }
            if store == nil { store = try await SQLiteEventStore.open(at: files.path, mode: .read) }
        } catch { throw Failure(error) }
        guard let store else { preconditionFailure("the store was opened just now") }
        do {
            let view = try await LedgerView.open(store)
            latest = view
            return view
        } catch { throw Failure(error, names: .empty) }
    }

    /// The writer, if the run was begun to write.
    func ledger() async throws(Failure) -> Ledger {
        guard let written else { throw Failure("readOnly") }
        return written
    }
}
