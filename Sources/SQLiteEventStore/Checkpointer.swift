internal import EventLog
internal import GRDB
internal import GRDBSQLite

/// Moves the write-ahead log into the file by a connection of its own, beside the one that appends.
///
/// A checkpoint ends with a synchronisation of the file, which may take a hundred times as long as that of the log.
/// Nobody has to wait for it here but the log, which goes on growing meanwhile.
final class Checkpointer: Sendable {
    /// From how many pages of 4 KiB on the log is moved: far more than a commit writes, so the pages that every commit
    /// changes are moved once; and few enough that a checkpoint is over soon.
    static let pages = 250

    private let queue: DatabaseQueue

    init(_ file: LedgerFile) throws {
        queue = try DatabaseQueue(
            path: LogListener.uri(file), configuration: Connection.configuration(readonly: false))
        try queue.writeWithoutTransaction { try Connection.setUpWriting($0) }
    }

    deinit { try? queue.close() }

    /// Moves what has been committed so far; another reader or writer may stand in the way of a part of it.
    func move() async throws -> Moved { try await queue.writeWithoutTransaction { try Self.move($0) } }

    /// What a checkpoint has come to, in pages.
    struct Moved {
        var log: Int
        var moved: Int
        /// Whether the next commit begins the log anew.
        var isWhole: Bool { moved == log }
    }

    /// One checkpoint that waits for nobody.
    static func move(_ db: Database) throws -> Moved {
        var (log, moved): (Int32, Int32) = (0, 0)
        let status = unsafe sqlite3_wal_checkpoint_v2(
            db.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, &log, &moved)
        guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
        return Moved(log: Int(log), moved: Int(moved))
    }
}
