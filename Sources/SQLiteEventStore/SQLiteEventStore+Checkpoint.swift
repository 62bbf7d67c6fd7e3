internal import EventLog
internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// Keeping the write-ahead log short: a log that is written over and over costs a synchronised write less than one that
/// grows.
///
/// Moving it into the file ends with a synchronisation of the file, for which whatever waits for the store waits too. So
/// it is done often, between two commits and not within one, and a sealing adds nothing before it is done. The
/// connection that writes does it, and no other: SQLite before 3.51.3 can damage a file when two do either at one moment
/// (https://sqlite.org/wal.html#walresetbug).
extension SQLiteEventStore {
    /// From how many pages of 16 KiB on the log is moved: far more than a commit writes, so the pages that every commit
    /// changes are moved once; and few enough that it takes a few milliseconds.
    static let checkpointPages = 64

    /// Begins a checkpoint if the log has grown and none waits to be done.
    func checkpointWhatHasGrown() {
        guard checkpointing == nil, log.pages >= checkpointDue else { return }
        checkpointing = Task { self.checkpoint() }
    }

    private func checkpoint() {
        let isWhole = moveLog()
        // Whatever stood in the way, a reader in most cases, nothing is lost: the log is only longer. Another attempt
        // after as much again.
        checkpointDue = isWhole ? Self.checkpointPages : log.pages + Self.checkpointPages
        checkpointing = nil
    }

    /// Moves what it can; whether that was all, so that the next commit begins the log anew.
    private func moveLog() -> Bool {
        guard let connection else { return false }
        return connection.queue.writeWithoutTransaction { db in
            var (pages, moved): (Int32, Int32) = (0, 0)
            let status = unsafe sqlite3_wal_checkpoint_v2(
                db.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved)
            return status == SQLITE_OK && moved == pages
        }
    }

    /// Moves all of the log into the file and synchronises that, however long it takes.
    ///
    /// What a reader sees afterwards is durable, which the synchronisation inside a failed COMMIT may not be.
    static func checkpointAfterFailure(_ connection: Connection) throws(EventStoreError) {
        do {
            try connection.queue.writeWithoutTransaction { db in
                // A reader in the way is no error to SQLite, but then not all of the log has been moved.
                guard let answer = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(FULL)"),
                    answer[0] == 0, (answer[1] as Int) == (answer[2] as Int)
                else { throw EventStoreError.io("the write-ahead log could not be moved into the file yet; try again") }
            }
        } catch {
            try? connection.queue.close()
            throw EventStoreError(anyError: error)
        }
    }
}
