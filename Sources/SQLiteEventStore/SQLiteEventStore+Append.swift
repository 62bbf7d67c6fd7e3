public import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB

extension SQLiteEventStore {
    /// Makes a batch durable, all or nothing, in one transaction.
    ///
    /// What is wrong with a batch is looked for in this order, before any SQL runs: its shape, the size, the
    /// command ids, the names, the revisions.
    public func append(_ batch: AppendBatch) throws(EventStoreError) {
        let connection = try openConnection()
        guard mode == .write else { throw .readOnly }
        let size = try writerSize()
        try CheckedBatch.checkShape(batch)
        guard batch.expectedSize == size else { throw .wrongSize(expected: batch.expectedSize, actual: size) }
        let checked = try check(batch, on: connection)
        do {
            syncs.isAppending = true
            defer { syncs.isAppending = false }
            try transaction(on: connection, growsFrom: size) { db in try Self.insert(batch, checked, db) }
        }
        take(batch, checked)
        sealWhatIsFull()
    }

    private func check(_ batch: AppendBatch, on connection: Connection) throws(EventStoreError) -> CheckedBatch {
        let size = batch.expectedSize
        do {
            return try connection.queue.unsafeRead { db in
                let sealed = try sealedLog(db)
                try catchUpHeads(db, sealed, to: size)
                try commands.catchUp(db, sealed, to: size)
                return try CheckedBatch(
                    batch,
                    heads: heads,
                    hasCommand: { try commands.receipt(of: $0, db, sealed) != nil },
                    nameCount: { try nameCount($0, db) },
                    hasName: { try Self.hasName($0, db) }
                )
            }
        } catch {
            let error = EventStoreError(anyError: error)
            if case .damaged = error { forget() }
            throw error
        }
    }

    private func nameCount(_ space: NameSpace, _ db: Database) throws -> UInt32 {
        if let known = nameCounts[space] { return known }
        let statement = try db.cachedStatement(sql: "SELECT max(number) FROM name WHERE space = ?")
        var count: UInt32 = 0
        if let last = try Row.fetchOne(statement, arguments: [Int64(space.rawValue)])?.position(0) {
            guard let end = UInt32(exactly: last + 1), end > space.firstNumber else {
                throw EventStoreError.damaged(position: nil, what: "space \(space.rawValue) has a name \(last)")
            }
            count = end - space.firstNumber
        }
        nameCounts[space] = count
        return count
    }

    private static func hasName(_ name: NewName, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM name WHERE space = ? AND text = ?")
        return try Row.fetchOne(statement, arguments: [Int64(name.space.rawValue), Data(name.text.utf8)]) != nil
    }

    /// Brings what is in memory up to what was committed.
    private func take(_ batch: AppendBatch, _ checked: CheckedBatch) {
        var position = batch.expectedSize
        for (command, fingerprint) in zip(batch.commands, checked.fingerprints) {
            commands.insert(fingerprint, first: position, last: position + Position(command.entries.count) - 1)
            for entry in command.entries {
                heads.advance(entry.row, at: position)
                position += 1
            }
        }
        nameCounts.merge(checked.nameCounts) { _, new in new }
        knownSize = position
    }

    // MARK: - The transaction

    private enum Outcome {
        case committed
        /// It failed before COMMIT; nothing is there. `rolledBack` says whether the connection can be used on.
        case refused(any Error, rolledBack: Bool)
        /// COMMIT itself failed.
        case unknown(any Error)
    }

    /// Runs one transaction: all of it is there afterwards, or nothing, or it is not known.
    ///
    /// - Parameter isDurable: Whether it is synchronised at once. If not it is with the next that is: the write-ahead
    ///   log is one file, and what stands in front of a synchronised commit is synchronised with it.
    func transaction(
        on connection: Connection, growsFrom size: Position, isDurable: Bool = true,
        _ body: (Database) throws -> Void
    ) throws(EventStoreError) {
        let fault = options.fault
        let outcome = connection.queue.writeWithoutTransaction { db -> Outcome in
            do {
                if !isDurable { try Connection.setDurable(false, db) }
            } catch {
                return .refused(error, rolledBack: false)
            }
            let outcome = run(body, on: db, fault)
            guard !isDurable else { return outcome }
            // A connection that stays as it is would lose acts: better none.
            do { try Connection.setDurable(true, db) } catch { return .refused(error, rolledBack: false) }
            return outcome
        }
        try conclude(outcome, growsFrom: size)
    }

    private func run(
        _ body: (Database) throws -> Void, on db: Database, _ fault: (@Sendable (AppendStage) throws -> Void)?
    ) -> Outcome {
        do {
            try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
            try body(db)
            try fault?(.beforeCommit)
        } catch {
            // Some errors, a full disk among them, have made SQLite roll back already.
            if db.isInsideTransaction { try? db.rollback() }
            return .refused(error, rolledBack: !db.isInsideTransaction)
        }
        do {
            try fault?(.atCommit)
            try db.cachedStatement(sql: "COMMIT").execute()
            try fault?(.afterCommit)
        } catch {
            return .unknown(error)
        }
        return .committed
    }

    private func conclude(_ outcome: Outcome, growsFrom size: Position) throws(EventStoreError) {
        switch outcome {
        case .committed: return
        case .refused(let error, let rolledBack):
            forget()
            if !rolledBack { dropConnection() }
            throw EventStoreError(anyError: error)
        case .unknown(let error):
            forget()
            dropConnection()
            let error = EventStoreError(anyError: error)
            // Only a full disk is known to have written no commit, and only if the log says so too. A checkpoint,
            // for which there is no room, is not needed to know that nothing was added.
            if error == .noSpace, let now = try? writerSize(), now == size { throw .noSpace }
            dropConnection(mustCheckpoint: true)
            forget()
            throw .outcomeUnknown("\(error)")
        }
    }

    private static func insert(_ batch: AppendBatch, _ checked: CheckedBatch, _ db: Database) throws {
        let insertEntry = try HotStatement(db, "INSERT INTO entry (position, previous, bytes) VALUES (?, ?, ?)")
        let insertWord = try HotStatement(db, "INSERT INTO word (position, field, salt, text) VALUES (?, ?, ?, ?)")
        let insertCommand = try HotStatement(
            db, "INSERT INTO command (first, last, fingerprint, digest) VALUES (?, ?, ?, ?)")
        var rows: [FoldRow] = []
        rows.reserveCapacity(checked.previous.count)
        for (command, fingerprint) in zip(batch.commands, checked.fingerprints) {
            let first = batch.expectedSize + Position(rows.count)
            insertCommand.bind(1, first)
            insertCommand.bind(2, first + Position(command.entries.count) - 1)
            insertCommand.bind(3, fingerprint.bytes)
            insertCommand.bind(4, command.digest)
            try insertCommand.run()
            for entry in command.entries {
                let position = batch.expectedSize + Position(rows.count)
                insertEntry.bind(1, position)
                insertEntry.bind(2, checked.previous[rows.count])
                insertEntry.bind(3, entry.bytes)
                try insertEntry.run()
                for word in entry.words {
                    insertWord.bind(1, position)
                    insertWord.bind(2, utf8: word.field)
                    insertWord.bind(3, word.salt)
                    insertWord.bind(4, utf8: word.text)
                    try insertWord.run()
                }
                rows.append(entry.row)
            }
        }
        try db.cachedStatement(sql: "INSERT INTO fold (first, rows) VALUES (?, ?)")
            .execute(arguments: [Int64(batch.expectedSize), RowCoding.encode(rows)])
        guard !batch.names.isEmpty else { return }
        let insertName = try db.cachedStatement(sql: "INSERT INTO name (space, number, text) VALUES (?, ?, ?)")
        for name in batch.names {
            try insertName.execute(
                arguments: [Int64(name.space.rawValue), Int64(name.number), Data(name.text.utf8)]
            )
        }
    }
}
