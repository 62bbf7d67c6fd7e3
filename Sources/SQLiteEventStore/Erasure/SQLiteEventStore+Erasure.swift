public import EventLog
internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// Erasing texts: note, delete, empty the write-ahead log, overwrite.
///
/// A deleted row leaves its bytes behind: in the write-ahead log, on free pages, and between the cells of pages that
/// are in use, where SQLite moves cells about. So after the deletion the log is moved into the file and cut off, and
/// then every byte of the file that belongs to nothing is overwritten, see ``DeadBytes``. The file `<ledger>.erasing`
/// is there from before the deletion until then.
extension SQLiteEventStore {
    /// Erases texts wherever the ledger's files have them.
    ///
    /// Cost: besides the blocks that have them, a look at every page of a table and at the links of the others.
    public func erase(_ texts: [TextPlace]) async throws(EventStoreError) {
        _ = try openConnection()
        guard mode == .write else { throw .readOnly }
        let size = try writerSize()
        guard texts.allSatisfy({ $0.position < size }) else { throw .malformed("a text of an entry to come") }
        guard !texts.isEmpty else { return }
        // A sealing that goes on holds texts of the tail in memory and would write them again.
        while let sealing { await sealing.value }
        let notes = try read { db in try Self.notes(of: texts, db, try sealedLog(db)) }
        try ErasureNotes(of: file).add(notes, of: file)
        try reach(.noted)
        try delete(Set(texts))
        try await overwrite()
    }

    /// The texts of this log that are noted as erased.
    public func notedErasures() async throws(EventStoreError) -> [TextPlace] {
        let notes = try ErasureNotes(of: file).read()
        return try read { db in
            let sealed = try sealedLog(db)
            let size = try knownSize ?? Self.size(db, sealed.end)
            return try Self.own(notes, below: size, db, sealed, path: file.path).map(\.place)
        }
    }

    /// Sets the notes aside that are of entries after the end of this log: an older copy is about to be written on, and
    /// what gets their positions now are other entries. Nothing happens if there is none.
    ///
    /// Whoever goes on with an older copy on purpose calls this before the first append: at the next opening such notes
    /// would be those of another log.
    public func setForeignErasuresAside() async throws(EventStoreError) {
        guard mode == .write else { throw .readOnly }
        let notes = ErasureNotes(of: file)
        let size = try writerSize()
        let all = try notes.read()
        let own = all.filter { $0.position < size }
        if own.count < all.count { try notes.setAside(allBut: own, of: file) }
    }

    /// Carries out again what is noted, for a ledger of which an older copy has come back; and what was interrupted.
    func repeatErasures() async throws(EventStoreError) {
        let notes = try ErasureNotes(of: file).read()
        var found: Set<TextPlace> = []
        if !notes.isEmpty {
            let size = try writerSize()
            found = try read { db in
                let sealed = try sealedLog(db)
                var reader = EntryReader(db, sealed)
                var found: Set<TextPlace> = []
                for note in try Self.own(notes, below: size, db, sealed, path: file.path) {
                    let words = try reader.entry(at: note.position).entry.words
                    if words.contains(where: { $0.field.utf8.elementsEqual(note.field.utf8) }) {
                        found.insert(note.place)
                    }
                }
                return found
            }
        }
        if !found.isEmpty { try delete(found) }
        guard try ErasureMark(of: file).isSet else { return }
        do { try await overwrite() } catch {
            // The log has none of them any more, and the mark stays: whoever reads must not keep the ledger closed.
            guard case .logInUse = error else { throw error }
        }
    }

    private func reach(_ stage: ErasureStage) throws(EventStoreError) {
        do { try options.erasureFault?(stage) } catch { throw EventStoreError(anyError: error) }
    }

    // MARK: Notes

    private static func notes(
        of texts: [TextPlace], _ db: Database, _ sealed: SealedLog
    ) throws -> [ErasureNotes.Note] {
        var reader = EntryReader(db, sealed)
        return try texts.sorted { $0.position < $1.position }.map { text in
            let bytes = try reader.entry(at: text.position).entry.bytes
            return ErasureNotes.Note(entry: Entry.hash(bytes), field: text.field, position: text.position)
        }
    }

    /// The notes of entries that the log has. One of an entry to come is of a newer copy of the ledger.
    private static func own(
        _ notes: [ErasureNotes.Note], below size: Position, _ db: Database, _ sealed: SealedLog, path: String
    ) throws -> [ErasureNotes.Note] {
        var reader = EntryReader(db, sealed)
        let own = notes.filter { $0.position < size }.sorted { $0.position < $1.position }
        for note in own where try Entry.hash(reader.entry(at: note.position).entry.bytes) != note.entry {
            throw EventStoreError.foreignErasure(path: path + ".erasures", position: note.position)
        }
        return own
    }

    // MARK: Deleting

    /// Deletes texts and their salts from the log, in one synchronised transaction.
    private func delete(_ texts: Set<TextPlace>) throws(EventStoreError) {
        try ErasureMark(of: file).set(file)
        let size = try writerSize()
        try transaction(on: try openConnection(), growsFrom: size) { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
            let sealed = try sealedLog(db)
            // What is read no more may have the texts too: rows of a sealed segment, and a draft of the next.
            try db.execute(sql: "DELETE FROM tail WHERE first < ?", arguments: [Int64(sealed.end)])
            try db.execute(sql: "DELETE FROM words WHERE first >= ?", arguments: [Int64(sealed.end)])
            try rewrite("words", "block", texts.filter { $0.position < sealed.end }, db) { block in
                Frame.compress(block)
            } content: {
                try self.inflater.content(of: $0, limit: WordBlock.maximumBytes)
            }
            try rewrite("tail", "words", texts.filter { $0.position >= sealed.end }, db) {
                $0
            } content: {
                $0
            }
        }
        hasLeftovers = false
        try reach(.deleted)
    }

    /// Writes each block anew that has some of the texts.
    private func rewrite(
        _ table: String, _ column: String, _ texts: Set<TextPlace>, _ db: Database,
        stored: ([UInt8]) throws -> [UInt8], content: ([UInt8]) throws -> [UInt8]
    ) throws {
        var left = texts.sorted { $0.position < $1.position }[...]
        while let text = left.first {
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT first, \(column) FROM \(table) WHERE first <= ? ORDER BY first DESC LIMIT 1",
                    arguments: [Int64(text.position)]),
                let first = row.position(0), let bytes = row.bytes(1)
            else { throw EventStoreError.damaged(position: text.position, what: "its words are missing") }
            do {
                let block = try WordBlock(try content(bytes), first: first)
                guard block.positions.contains(text.position) else { throw BlockError("its words are missing") }
                if let less = try block.content(without: texts) {
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE first = ?",
                        arguments: [Data(try stored(less)), Int64(first)])
                }
                left = left.drop { block.positions.contains($0.position) }
            } catch let error as BlockError {
                throw EventStoreError.damaged(position: text.position, what: error.what)
            }
        }
    }

    // MARK: Overwriting

    /// Leaves nothing of what was deleted in the file and its write-ahead log.
    private func overwrite() async throws(EventStoreError) {
        // A reader of our own would stand in the way for as long as a disk is slow.
        ahead.stop()
        for attempt in 1... {
            if try emptyLog() { break }
            guard attempt < options.erasureAttempts else {
                throw .logInUse("somebody has been reading an older state of \(file.path) all the time")
            }
            do { try await Task.sleep(for: .milliseconds(50)) } catch { throw .logInUse("cancelled") }
        }
        // From here on nothing waits, so no commit comes in between.
        try reach(.emptied)
        try overwriteDeadBytes()
        // Its cached pages still have what the file has no more, and would bring it back with the next change.
        dropConnection()
        try reach(.overwritten)
        try ErasureMark(of: file).remove()
    }

    /// Moves the write-ahead log into the file and cuts it off, durably; false if a reader needs it.
    private func emptyLog() throws(EventStoreError) -> Bool {
        let connection = try openConnection()
        let status = connection.queue.writeWithoutTransaction { db in
            // Others wait for this queue: better to try again later than to wait here.
            unsafe sqlite3_busy_timeout(db.sqliteConnection, 0)
            defer { unsafe sqlite3_busy_timeout(db.sqliteConnection, 5_000) }
            return unsafe sqlite3_wal_checkpoint_v2(
                db.sqliteConnection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        }
        if status == SQLITE_OK {
            // SQLite need not care whether it is cut off on the disk; here a power failure would bring texts back.
            do { try connection.queue.unsafeRead { try DatabaseFile(logOf: $0).synchronise() } } catch {
                throw EventStoreError(anyError: error)
            }
            return true
        }
        guard status & 0xFF == SQLITE_BUSY || status & 0xFF == SQLITE_LOCKED else {
            throw EventStoreError(anyError: DatabaseError(resultCode: ResultCode(rawValue: status)))
        }
        return false
    }

    private func overwriteDeadBytes() throws(EventStoreError) {
        do {
            try openConnection().queue.writeWithoutTransaction { db in
                let roots = try Int64.fetchAll(db, sql: "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0")
                let file = try DatabaseFile(of: db)
                var dead = try DeadBytes(in: file)
                try dead.find(roots: roots.map { UInt32(truncatingIfNeeded: $0) })
                try dead.overwrite()
            }
        } catch { throw EventStoreError(anyError: error) }
    }
}
