internal import CLedgerVFS
internal import EventLog
internal import GRDB
internal import Synchronization

/// Who is told how long each synchronisation of the write-ahead log took that an append waited for.
///
/// It outlives any one connection of a store, and every connection for writing keeps it alive.
final class SyncListener: Sendable {
    private struct State {
        var report: (@Sendable (UInt64) -> Void)?
        var isAppending = false
    }

    private let state = Mutex(State())

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

    /// The name of a file for a connection that can be listened to.
    static func uri(_ file: LedgerFile) throws(EventStoreError) -> String {
        let status = ledger_vfs_register()
        guard status == 0 else { throw .io("SQLite \(status): its files cannot be watched") }
        return file.uri("vfs=\(LEDGER_VFS_NAME)")
    }

    /// Listens to a connection that was opened by ``uri(_:)`` until it closes.
    func listen(to db: Database) throws {
        let status = unsafe ledger_vfs_listen(
            db.sqliteConnection,
            { context, file, nanoseconds in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<SyncListener>.fromOpaque(context).takeUnretainedValue().synchronised(file, nanoseconds)
            },
            Unmanaged.passRetained(self).toOpaque(),
            { context in
                if let context = unsafe context { unsafe Unmanaged<SyncListener>.fromOpaque(context).release() }
            }
        )
        guard status == 0 else { throw EventStoreError.io("SQLite \(status): its files cannot be watched") }
    }
}
