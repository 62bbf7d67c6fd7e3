public import EventLog
internal import Foundation
internal import GRDB

extension SQLiteEventStore {
    /// Writes a copy of the ledger as it is now to a path at which nothing is, whoever writes meanwhile.
    ///
    /// The copy is one file, without a write-ahead log, so that it opens from media that nobody can write; and it has none
    /// of the pages that the ledger has no use for any more. It appears under its name when it is whole and durable. Cost:
    /// reads and writes every page; appends go on, but the write-ahead log grows as long as it takes.
    /// - Throws: ``EventStoreError/alreadyThere(path:)``, ``EventStoreError/noSpace``, ``EventStoreError/io(_:)``; nothing
    ///   is at the path then.
    public func copy(to path: String) throws(EventStoreError) {
        let target = LedgerFile(path)
        // What SQLite would take for parts of the copy is in the way as well.
        for file in ["", "-wal", "-journal", "-shm"].map({ target.path + $0 })
        where try LedgerFile.kind(file) != .none { throw .alreadyThere(path: file) }
        let draft = LedgerFile(target.path + ".new")
        for suffix in ["", "-journal", "-wal"] { _ = unsafe unlink(draft.path + suffix) }
        do {
            let connection = try openConnection()
            try connection.queue.unsafeRead { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [draft.path])
            }
            try draft.synchronise()
            guard unsafe rename(draft.path, target.path) == 0 else {
                throw EventStoreError.system("cannot create \(target.path)")
            }
            try target.syncDirectory()
        } catch {
            _ = unsafe unlink(draft.path)
            throw EventStoreError(anyError: error)
        }
    }
}
