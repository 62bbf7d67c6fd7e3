internal import EventLog
internal import Foundation
internal import GRDB

/// Keeping the write-ahead log short: a log that is written over and over costs a synchronised write less than one that
/// grows.
extension SQLiteEventStore {
    /// What may be left to the last step, which appends wait for.
    private static let restPages = 64

    /// Begins a checkpoint if the log has grown and none goes on.
    func checkpointWhatHasGrown() {
        guard checkpointing == nil, log.pages >= checkpointDue else { return }
        checkpointing = Task { await self.checkpoint() }
    }

    private func checkpoint() async {
        let isWhole = (try? await moveLog()) ?? false
        // Whatever stood in the way, nothing is lost: the log is only longer. Another attempt after as much again.
        checkpointDue = isWhole ? Checkpointer.pages : log.pages + Checkpointer.pages
        checkpointing = nil
    }

    /// Moves most of the log beside the queue and what has been appended meanwhile on it: only a log of which all has
    /// been moved begins anew.
    private func moveLog() async throws -> Bool {
        let beside = try checkpointer ?? Checkpointer(file)
        checkpointer = beside
        for _ in 0..<4 where try await log.pages - beside.move().moved <= Self.restPages { break }
        return try moveRest()
    }

    private func moveRest() throws -> Bool {
        guard let connection else { return false }
        return try connection.queue.writeWithoutTransaction { try Checkpointer.move($0).isWhole }
    }

    /// Moves all of the log into the file and synchronises that; a second or so is waited for what is in the way.
    ///
    /// What a reader sees afterwards is durable, which the synchronisation inside a failed COMMIT may not be.
    static func checkpointAfterFailure(_ connection: Connection) throws(EventStoreError) {
        do {
            try connection.queue.writeWithoutTransaction { db in
                // A checkpoint beside this one, or a reader, is no error to SQLite, but then not all has been moved.
                for _ in 0..<100 {
                    guard let answer = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(FULL)") else { break }
                    if answer[0] == 0, (answer[1] as Int) == (answer[2] as Int) { return }
                    usleep(10_000)
                }
                throw EventStoreError.io("the write-ahead log could not be moved into the file yet; try again")
            }
        } catch {
            try? connection.queue.close()
            throw EventStoreError(anyError: error)
        }
    }
}
