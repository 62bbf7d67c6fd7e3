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
        var growing = try takeGrowingTiles(size)
        let tiles = growing.append(batch)
        do {
            log.isAppending = true
            defer { log.isAppending = false }
            try transaction(on: connection, growsFrom: size) { db in
                try Self.insert(batch, checked, segmentSize: options.segmentSize, db)
                try TileTable.put(tiles, db)
            }
        }
        take(batch, checked)
        growingTiles = growing
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
        case .committed: checkpointWhatHasGrown()
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

    private static func insert(
        _ batch: AppendBatch, _ checked: CheckedBatch, segmentSize: Position, _ db: Database
    ) throws {
        let insertion = try HotStatement(db, TailChunk.insertion)
        var chunk = TailChunk(first: batch.expectedSize)
        var index = 0
        for (command, fingerprint) in zip(batch.commands, checked.fingerprints) {
            let first = batch.expectedSize + Position(index)
            let last = first + Position(command.entries.count) - 1
            for (number, entry) in command.entries.enumerated() {
                if chunk.isFull(segmentSize: segmentSize) || !chunk.add(entry, previous: checked.previous[index]) {
                    try chunk.insert(by: insertion)
                    chunk = TailChunk(first: chunk.end)
                    _ = chunk.add(entry, previous: checked.previous[index])
                }
                if number == 0 {
                    chunk.begin(
                        CommandTable.Item(fingerprint, Receipt(first: first, last: last, digest: command.digest)))
                }
                index += 1
            }
        }
        try chunk.insert(by: insertion)
        let insertName = try HotStatement(db, "INSERT INTO name (space, number, text) VALUES (?, ?, ?)")
        for name in batch.names {
            insertName.bind(1, Position(name.space.rawValue))
            insertName.bind(2, Position(name.number))
            insertName.bind(3, utf8: name.text)
            try insertName.run()
        }
    }
}
