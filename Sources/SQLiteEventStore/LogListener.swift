internal import CLedgerVFS
internal import EventLog
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// What a store hears of its write-ahead log: how long each synchronisation took that an append waited for, and how
/// long the log has become.
///
/// It outlives any one connection of a store, and every connection that it listens to keeps it alive.
final class LogListener: Sendable {
    private struct State {
        var report: (@Sendable (UInt64) -> Void)?
        var isAppending = false
    }

    private let state = Mutex(State())
    private let loggedPages = Atomic(0)

    /// The pages in the write-ahead log after the newest commit.
    var pages: Int { loggedPages.load(ordering: .relaxed) }

    /// Whether what happens now is an append's; what the store does besides is nobody's business.
    var isAppending: Bool {
        get { state.withLock(\.isAppending) }
        set { state.withLock { $0.isAppending = newValue } }
    }

    func set(_ report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) {
        state.withLock { $0.report = report }
    }

    private func synchronised(_ file: ledger_vfs_file, _ nanoseconds: UInt64) {
        guard file == LEDGER_VFS_LOG else { return }
        let report = state.withLock { $0.isAppending ? $0.report : nil }
        report?(nanoseconds)
    }

    /// Listens to a connection that was opened by ``LedgerFile/uri(_:)`` until it closes.
    func listen(to db: Database) throws {
        let status = unsafe ledger_vfs_listen(
            db.sqliteConnection,
            { context, file, nanoseconds in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<LogListener>.fromOpaque(context).takeUnretainedValue().synchronised(file, nanoseconds)
            },
            Unmanaged.passRetained(self).toOpaque(),
            { context in
                if let context = unsafe context { unsafe Unmanaged<LogListener>.fromOpaque(context).release() }
            }
        )
        guard status == 0 else { throw EventStoreError.io("SQLite \(status): its files cannot be watched") }
        // In place of SQLite's own hook, which would checkpoint within a commit.
        _ = unsafe sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context = unsafe context else { return SQLITE_OK }
                let listener = unsafe Unmanaged<LogListener>.fromOpaque(context).takeUnretainedValue()
                listener.loggedPages.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }
}
