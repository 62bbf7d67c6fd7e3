import CLedgerVFS
import EventLog
import Foundation
import GRDB
import SQLiteEventStore
import Synchronization
import Testing

/// What a store says about its synchronisations.
struct SyncReportTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private final class Times: Sendable {
        private let kept = Mutex<[UInt64]>([])

        func add(_ nanoseconds: UInt64) { kept.withLock { $0.append(nanoseconds) } }
        /// What came since the last call.
        func take() -> [UInt64] {
            kept.withLock { kept in
                defer { kept = [] }
                return kept
            }
        }
    }

    @Test func `an append synchronises the log once, in less time than it takes itself`() async throws {
        let store = try await scratch.newStore()
        let times = Times()
        await store.reportSyncs { times.add($0) }
        // The first append also begins the write-ahead log.
        try await store.append(.plain(at: 0))
        _ = times.take()
        for size in 1..<20 as Range<Position> {
            let start = ContinuousClock.now
            try await store.append(.plain(at: size))
            let passed = start.duration(to: .now)
            let syncs = times.take()
            #expect(syncs.count == 1)
            #expect(syncs.allSatisfy { $0 > 0 && .nanoseconds(Int64($0)) <= passed }, "\(syncs) in \(passed)")
        }
        _ = try await store.rows(from: 0, limit: 20)
        // Closing moves the write-ahead log into the file, which no append waits for.
        await store.close()
        #expect(times.take().isEmpty)
    }

    @Test func `an append waits for no synchronisation of a checkpoint, but begins the log anew after it`() async throws
    {
        let store = try await scratch.newStore()
        let times = Times()
        await store.reportSyncs { times.add($0) }
        var size: Position = 0
        var counts: [Int] = []
        // A checkpoint goes on beside the appends, and on a busy disk it takes as long as some of them.
        var hasBegunAnew = false
        while !hasBegunAnew, counts.count < 200 {
            try await store.append(.plain(at: size, count: 1_500))
            size += 1_500
            counts.append(times.take().count)
            hasBegunAnew = try scratch.bytes("ledger.muster-wal").count < Int(size) * 100
        }
        #expect(counts.allSatisfy { (1...2).contains($0) }, "\(counts)")
        #expect(hasBegunAnew, "there was a checkpoint")
        await store.close()
    }

    @Test func `the connection that follows a failure reports too, and the newest listener alone`() async throws {
        let failing = Mutex(true)
        let options = SQLiteEventStore.Options(fault: { stage in
            let fails = failing.withLock { failing in
                defer { if stage == .atCommit { failing = false } }
                return failing && stage == .atCommit
            }
            if fails { throw DatabaseError(resultCode: .SQLITE_IOERR) }
        })
        let store = try await scratch.newStore(options: options)
        let (first, second) = (Times(), Times())
        await store.reportSyncs { first.add($0) }
        await store.reportSyncs { second.add($0) }
        let failure = await error { () async throws(EventStoreError) in try await store.append(.plain(at: 0)) }
        #expect(failure != nil && second.take().isEmpty)
        try await store.append(.plain(at: 0))
        #expect(!second.take().isEmpty && first.take().isEmpty)
        await store.close()
    }

    @Test func `whoever listened is let go with the store`() async throws {
        weak var times: Times?
        do {
            let store = try await scratch.newStore()
            let kept = Times()
            times = kept
            await store.reportSyncs { kept.add($0) }
            try await store.append(.plain(at: 0))
            await store.close()
        }
        // The store's last job may end on its queue a moment after it has answered.
        for _ in 0..<200 where times != nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(times == nil)
    }

    @Test func `a connection that was not opened with the VFS cannot be listened to, and the listener is let go`()
        throws
    {
        final class Context {}
        var context: Context? = Context()
        weak let kept = context
        let queue = try DatabaseQueue(path: scratch.path())
        let status = try queue.writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TABLE t (x)")
            return unsafe ledger_vfs_listen(
                db.sqliteConnection, { _, _, _ in }, Unmanaged.passRetained(context!).toOpaque()
            ) { unsafe Unmanaged<Context>.fromOpaque($0!).release() }
        }
        context = nil
        #expect(status == ResultCode.SQLITE_NOTFOUND.rawValue && kept == nil)
    }

    @Test(arguments: ["", "mode=ro&immutable=1&"])
    func `a file opened with the VFS can do what the default one's can`(parameters: String) async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0, count: 3))
        await store.close()
        try use(parameters)
    }

    private func use(_ parameters: String) throws {
        #expect(ledger_vfs_register() == 0)
        let queue = try DatabaseQueue(path: "file://\(scratch.path())?\(parameters)vfs=\(LEDGER_VFS_NAME)")
        let isImmutable = !parameters.isEmpty
        try queue.writeWithoutTransaction { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            #expect(mode == (isImmutable ? "delete" : "wal"))
            // Reading through the memory map asks for the methods of the newest version.
            let mapped = try Int.fetchOne(db, sql: "PRAGMA mmap_size = 1048576")
            #expect(mapped == 1_048_576)
            let count = try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(rows)) / 80, 0) FROM tail")
            #expect(count == 3)
            let check = try String.fetchOne(db, sql: "PRAGMA integrity_check")
            #expect(check == "ok")
        }
        try queue.close()
    }
}
