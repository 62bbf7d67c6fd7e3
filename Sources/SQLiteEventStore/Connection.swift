internal import EventLog
internal import Foundation
internal import GRDB

/// The one connection of a store to its file.
struct Connection: Sendable {
    let queue: DatabaseQueue
    let readonly: Bool
    /// Set when the file lies on a medium that nobody can write: how it looked when it was opened.
    private let frozen: Frozen?

    private struct Frozen: Equatable {
        var inode: UInt
        var bytes: Int
        var seconds: Int
        var nanoseconds: Int
    }

    /// Opens for writing; the caller holds the ``WriterLock``.
    init(writing file: LedgerFile, segmentSize: Position, _ log: LogListener) throws(EventStoreError) {
        frozen = nil
        readonly = false
        do {
            let configuration = Self.configuration(readonly: false)
            queue = try DatabaseQueue(path: file.uri(), configuration: configuration)
            try queue.writeWithoutTransaction { db in
                try Self.setUpWriting(db)
                try log.listen(to: db)
                try FirstFormat.takeOver(db, segmentSize: segmentSize)
            }
        } catch {
            throw EventStoreError(anyError: error)
        }
    }

    /// Opens for reading beside whoever writes.
    ///
    /// A read-only connection never checkpoints.
    /// SQLite needs `-wal` and `-shm` beside the file and makes them if nobody has the ledger open. Where it
    /// cannot, the file is read as `immutable`.
    init(reading file: LedgerFile, onReadOnlyMedium isFrozen: Bool) throws(EventStoreError) {
        readonly = true
        do {
            guard !isFrozen else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
            queue = try DatabaseQueue(path: file.uri(), configuration: Self.configuration(readonly: true))
            frozen = nil
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            frozen = try Self.frozen(file)
            do {
                queue = try DatabaseQueue(path: file.immutableURI, configuration: Self.configuration(readonly: true))
            } catch {
                throw EventStoreError(anyError: error)
            }
        } catch {
            throw EventStoreError(anyError: error)
        }
    }

    /// Runs one consistent read.
    func read<Value>(_ file: LedgerFile, _ body: (Database) throws -> Value) throws(EventStoreError) -> Value {
        if let frozen, try Self.frozen(file) != frozen {
            throw .io("\(file.path) changed while it was read as immutable; open it again")
        }
        do {
            // A single writer that runs one access at a time needs no transaction to see one state.
            return readonly ? try queue.read(body) : try queue.unsafeRead(body)
        } catch {
            throw EventStoreError(anyError: error)
        }
    }

    static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        configuration.label = "muster.ledger"
        // Append begins, commits and rolls back by hand: it must know at which of them an error came.
        configuration.allowsUnsafeTransactions = true
        return configuration
    }

    /// Sets up a connection that may write; it checkpoints only when told to.
    private static func setUpWriting(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw EventStoreError.io("the file system does not support a write-ahead log")
        }
        try db.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA secure_delete = OFF;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                """
        )
        // Whoever sets up a connection later must not lower this unnoticed: a lower mode is not durable.
        try checkDurable(db)
    }

    /// Whether commits are synchronised from now on. Without it nothing is lost but the newest commits, and none of
    /// them can be there without those before it.
    static func setDurable(_ isDurable: Bool, _ db: Database) throws {
        try db.cachedStatement(sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "NORMAL")").execute()
        if isDurable { try checkDurable(db) }
    }

    private static func checkDurable(_ db: Database) throws {
        guard try Int.fetchOne(db.cachedStatement(sql: "PRAGMA synchronous")) == 2 else {
            throw EventStoreError.io("SQLite did not accept synchronous = FULL")
        }
    }

    private static func frozen(_ file: LedgerFile) throws(EventStoreError) -> Frozen {
        if let log = try LedgerFile.status(file.path + "-wal"), log.st_size > 0 {
            throw .io("\(file.path) has a write-ahead log that cannot be read here; copy all its files elsewhere")
        }
        guard let status = try LedgerFile.status(file.path) else { throw .missing(path: file.path) }
        return Frozen(
            inode: UInt(status.st_ino),
            bytes: Int(status.st_size),
            seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec
        )
    }
}
