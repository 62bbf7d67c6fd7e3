public import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB
internal import TransparencyLog

/// A log in one SQLite file.
///
/// One process writes, by a lock on `<path>.lock`; any number read beside it. Every call runs on a queue of the
/// store's own, one after the other. `docs/file-format.md` says what is in the file.
public actor SQLiteEventStore: EventStore {
    /// What a store is opened for.
    public enum Mode: Sendable {
        /// To append and to read. There is at most one such store of a file.
        case write
        /// To read only, beside whoever writes.
        case read
    }

    /// A moment of an append at which a test can make it fail.
    package enum AppendStage: Sendable {
        /// Everything is written inside the transaction.
        case beforeCommit
        /// The answer is an error of COMMIT, and nothing was committed.
        case atCommit
        /// The answer is an error of COMMIT, and all was committed.
        case afterCommit
    }

    /// A moment of an erasure at which a test can make it fail.
    package enum ErasureStage: Sendable, CaseIterable {
        /// It is noted beside the ledger.
        case noted
        /// The texts are gone from the log.
        case deleted
        /// The write-ahead log is empty.
        case emptied
        /// What was left of them in the file is overwritten.
        case overwritten
    }

    /// When columns are read ahead of a fold, see ``ReadAhead``.
    package enum Occasion: Sendable {
        /// While they come from a disk and not from memory.
        case disk
        /// For tests.
        case always, never
    }

    /// What only tests set.
    package struct Options: Sendable {
        /// How many entries a segment has. A file that was written with one size can't be read with another.
        package var segmentSize = Segment.size
        /// Called at each stage of an append; what it throws is taken for an error of SQLite.
        package var fault: (@Sendable (AppendStage) throws -> Void)?
        /// Called at each stage of an erasure; what it throws ends it there.
        package var erasureFault: (@Sendable (ErasureStage) throws -> Void)?
        /// Told when the folder was synchronised at an opening for writing; for tests, whose disk does not see it.
        package var folderSynchronised: (@Sendable () -> Void)?
        /// How often an erasure tries to empty the write-ahead log, a twentieth of a second apart.
        package var erasureAttempts = 60
        /// When columns are read ahead of a fold.
        package var readsAhead = Occasion.disk
        /// Reads as if the file lay where nothing can be written.
        package var onReadOnlyMedium = false

        package init(
            segmentSize: Position = Segment.size,
            fault: (@Sendable (AppendStage) throws -> Void)? = nil,
            onReadOnlyMedium: Bool = false
        ) {
            self.segmentSize = segmentSize
            self.fault = fault
            self.onReadOnlyMedium = onReadOnlyMedium
        }
    }

    let file: LedgerFile
    let mode: Mode
    let options: Options
    let log = LogListener()
    private let executor = BlockingExecutor()

    /// Nil after a failure that left the state of the connection in doubt, until the next call opens another.
    private(set) var connection: Connection?
    private var lock: WriterLock?
    private var isClosed = false
    /// Set when no further segment is to be begun.
    private(set) var isStopping = false
    /// Set when COMMIT failed: what the file shows may still be in the operating system's memory only.
    private var mustCheckpoint = false

    /// The size of the log; kept by the writer only, since beside a reader it changes at any time.
    var knownSize: Position?
    /// Where the sealed segments end; kept by the writer only.
    var knownSealedEnd: Position?
    var heads = StreamHeads()
    var commands: CommandIndex
    var nameCounts: [NameSpace: UInt32] = [:]
    /// The tree's right edge; nil until it is needed and after a failure.
    var growingTiles: GrowingTiles?
    let inflater = Inflater()
    let ahead: ReadAhead
    /// The checkpoint that waits for its turn.
    var checkpointing: Task<Void, Never>?
    /// How many pages the write-ahead log has to have before the next checkpoint.
    var checkpointDue = SQLiteEventStore.checkpointPages
    /// The sealing that goes on between appends.
    var sealing: Task<Void, Never>?
    /// Whether the tail may have rows of a sealed segment: until they have been looked for, it may.
    var hasLeftovers = true
    /// Set when a sealing failed: the log has to grow to this size before the next attempt.
    var sealingPostponedTo: Position = 0

    /// The queue that the store runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    private init(path: String, mode: Mode, options: Options) {
        file = LedgerFile(path)
        self.mode = mode
        self.options = options
        ahead = ReadAhead(file, options)
        commands = CommandIndex(segmentSize: options.segmentSize)
    }

    deinit {
        ahead.stop()
        // The lock, given back with the rest of the properties, must outlive the connection: closing checkpoints.
        try? connection?.queue.close()
    }

    /// Makes an empty ledger, which ``open(at:mode:)`` then opens.
    ///
    /// - Throws: ``EventStoreError/alreadyThere(path:)``, ``EventStoreError/held(holder:)``,
    ///   ``EventStoreError/noSpace`` or ``EventStoreError/io(_:)``; nothing is at the path then.
    public static func create(at path: String) async throws(EventStoreError) {
        try await SQLiteEventStore(path: path, mode: .write, options: Options()).makeFile()
    }

    /// Opens a ledger.
    ///
    /// - Throws: ``EventStoreError/missing(path:)``, ``EventStoreError/notALedger(path:)``,
    ///   ``EventStoreError/newerFormat(found:known:)``, for reading
    ///   ``EventStoreError/olderFormat(found:known:)``, for writing ``EventStoreError/held(holder:)``, and what
    ///   reading can throw. The file is not changed then.
    public static func open(at path: String, mode: Mode) async throws(EventStoreError) -> SQLiteEventStore {
        try await open(at: path, mode: mode, options: Options())
    }

    /// Opens a ledger with faults to be injected.
    package static func open(
        at path: String,
        mode: Mode,
        options: Options
    ) async throws(EventStoreError) -> SQLiteEventStore {
        let store = SQLiteEventStore(path: path, mode: mode, options: options)
        do {
            try await store.start()
        } catch {
            await store.close()
            throw error
        }
        return store
    }

    /// The number of entries in the log.
    public func size() throws(EventStoreError) -> Position {
        if mode == .write { return try writerSize() }
        return try read { db in try Self.size(db, try sealedLog(db).end) }
    }

    /// Reports the synchronisations of the write-ahead log within appends: one in each, and a second in an
    /// append that begins the log anew after a checkpoint.
    public func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) { log.set(report) }

    /// Ends writing and gives the lock back; calling it again does nothing.
    ///
    /// A segment that is being sealed is sealed first, which takes a second at most: a ledger that only ever sees
    /// short visits would never be sealed otherwise.
    public func close() async {
        isStopping = true
        await sealed()
        isClosed = true
        ahead.stop()
        forget()
        dropConnection()
        lock = nil
    }

    private func makeFile() throws(EventStoreError) { try file.create() }

    private func start() async throws(EventStoreError) {
        try file.check(for: mode)
        if mode == .write { lock = try WriterLock(forLedgerAt: file.path) }
        _ = try size()
        if mode == .write {
            try await repeatErasures()
            sealWhatIsFull()
        }
    }

    // MARK: - The connection

    /// The connection, opened anew if a failure closed the last one.
    func openConnection() throws(EventStoreError) -> Connection {
        if isClosed { throw .closed }
        if let connection { return connection }
        let opened: Connection
        switch mode {
        case .write:
            opened = try Connection(writing: file, segmentSize: options.segmentSize, log)
            // SQLite makes the name of a write-ahead log durable with the first synchronisation by whoever made it: not
            // if that failed, or the process died before.
            try file.syncDirectory()
            options.folderSynchronised?()
            if mustCheckpoint {
                ahead.stop()
                try Self.checkpointAfterFailure(opened)
            }
            mustCheckpoint = false
        case .read:
            opened = try Connection(reading: file, onReadOnlyMedium: options.onReadOnlyMedium)
        }
        connection = opened
        return opened
    }

    /// Runs one consistent read.
    func read<Value>(_ body: (Database) throws -> Value) throws(EventStoreError) -> Value {
        try openConnection().read(file, body)
    }

    /// Closes a connection that an error has left in an unknown state.
    func dropConnection(mustCheckpoint: Bool = false) {
        if mustCheckpoint { self.mustCheckpoint = true }
        try? connection?.queue.close()
        connection = nil
    }

    /// Drops everything that was derived from the file.
    func forget() {
        knownSize = nil
        knownSealedEnd = nil
        heads = StreamHeads()
        commands = CommandIndex(segmentSize: options.segmentSize)
        nameCounts = [:]
        growingTiles = nil
    }

    /// The size as the only writer knows it.
    func writerSize() throws(EventStoreError) -> Position {
        if isClosed { throw .closed }
        if let knownSize { return knownSize }
        let size = try read { db in try Self.size(db, try sealedLog(db).end) }
        knownSize = size
        return size
    }

    /// The sealed part of the log within one read.
    func sealedLog(_ db: Database) throws -> SealedLog {
        if let knownSealedEnd {
            return SealedLog(db, inflater, segmentSize: options.segmentSize, end: knownSealedEnd)
        }
        let sealed = try SealedLog(db, inflater, segmentSize: options.segmentSize)
        if mode == .write { knownSealedEnd = sealed.end }
        return sealed
    }

    /// The size by the file: where its last chunk ends. What the tail still has of a sealed segment counts for nothing.
    static func size(_ db: Database, _ sealedEnd: Position) throws -> Position {
        let row = try HotStatement(db, "SELECT first, length(rows) FROM tail ORDER BY first DESC LIMIT 1")
        guard try row.next() else { return sealedEnd }
        guard let first = row.position(0), let bytes = row.position(1), bytes > 0 else {
            throw EventStoreError.damaged(position: sealedEnd, what: "the end of the tail is malformed")
        }
        let end = first + bytes / Position(RowCoding.bytesPerRow)
        if end > sealedEnd, try TailTable(db: db).blocks(at: end - 1).entries.positions.upperBound != end {
            throw EventStoreError.damaged(position: end - 1, what: "entries and rows end at different places")
        }
        return max(end, sealedEnd)
    }

    /// How many blocks of columns were read ahead of a fold, for tests.
    package nonisolated var blocksReadAhead: Int { ahead.blocksRead }

    /// One integer from the store's own connection, for tests of how that is set up.
    package func integer(_ sql: String) throws(EventStoreError) -> Int64? {
        try read { db in try Int64.fetchOne(db, sql: sql) }
    }
}
