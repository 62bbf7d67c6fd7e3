import EventLog
import FoldRow
import Foundation
import GRDB
import SQLiteEventStore
import Synchronization
import Testing

/// Errors in the middle of an append.
struct FailureTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Throws once at the stage it is armed for.
    private final class Fault: Sendable {
        // An actor would not do: the store calls this from inside a database access.
        private let armed = Mutex<(stage: SQLiteEventStore.AppendStage, error: any Error & Sendable)?>(nil)

        func arm(_ stage: SQLiteEventStore.AppendStage, _ error: any Error & Sendable) {
            armed.withLock { $0 = (stage, error) }
        }

        func reach(_ stage: SQLiteEventStore.AppendStage) throws {
            let error = armed.withLock { armed in
                guard let current = armed, current.stage == stage else { return nil as (any Error & Sendable)? }
                armed = nil
                return current.error
            }
            if let error { throw error }
        }
    }

    private func faultyStore() async throws -> (SQLiteEventStore, Fault) {
        let fault = Fault()
        let store = try await scratch.newStore(options: SQLiteEventStore.Options(fault: { try fault.reach($0) }))
        try await store.append(.plain(at: 0, count: 3))
        return (store, fault)
    }

    private let ioError = DatabaseError(resultCode: .SQLITE_IOERR, message: "disk I/O error")
    private let full = DatabaseError(resultCode: .SQLITE_FULL, message: "database or disk is full")

    private func failure(_ store: SQLiteEventStore, _ batch: AppendBatch) async -> EventStoreError? {
        await error { () async throws(EventStoreError) in try await store.append(batch) }
    }

    private func isUnknown(_ error: EventStoreError?) -> Bool {
        if case .outcomeUnknown = error { true } else { false }
    }

    @Test func `an error before COMMIT leaves nothing, and the store goes on`() async throws {
        let (store, fault) = try await faultyStore()
        let batch = AppendBatch.plain(at: 3, count: 2)
        fault.arm(.beforeCommit, ioError)
        #expect(await failure(store, batch) == .io("SQLite 10: disk I/O error"))
        #expect(try await store.size() == 3)
        #expect(try await store.receipt(of: "command 3") == nil)
        fault.arm(.beforeCommit, full)
        #expect(await failure(store, batch) == .noSpace)
        #expect(try await store.size() == 3)
        try await store.append(batch)
        #expect(try await store.receipt(of: "command 3")?.last == 4)
        #expect(try await store.history(of: 0).count == 5)
        await store.close()
    }

    @Test func `after an error of COMMIT that committed, the receipt is there and a second append is refused`()
        async throws
    {
        let (store, fault) = try await faultyStore()
        let batch = AppendBatch.plain(at: 3, count: 2)
        fault.arm(.afterCommit, ioError)
        #expect(isUnknown(await failure(store, batch)))
        #expect(try await store.receipt(of: "command 3")?.first == 3)
        #expect(try await store.size() == 5)
        #expect(await failure(store, batch) == .wrongSize(expected: 3, actual: 5))
        #expect(await failure(store, .plain(at: 5, id: "command 3")) == .commandRepeated(id: "command 3"))
        try await store.append(.plain(at: 5))
        #expect(try await store.rows(from: 0, limit: 10).map(\.revision) == [1, 2, 3, 4, 5, 6])
        await store.close()
    }

    @Test func `after an error of COMMIT that did not commit, there is no receipt and the command can be retried`()
        async throws
    {
        let (store, fault) = try await faultyStore()
        let batch = AppendBatch.plain(at: 3, count: 2)
        fault.arm(.atCommit, ioError)
        #expect(isUnknown(await failure(store, batch)))
        #expect(try await store.receipt(of: "command 3") == nil)
        #expect(try await store.size() == 3)
        try await store.append(batch)
        #expect(try await store.receipt(of: "command 3")?.last == 4)
        #expect(try await store.integer("PRAGMA synchronous") == 2)
        await store.close()
    }

    @Test func `a disk that is full at COMMIT is reported as such when nothing was committed`() async throws {
        let (store, fault) = try await faultyStore()
        fault.arm(.atCommit, full)
        #expect(await failure(store, .plain(at: 3)) == .noSpace)
        fault.arm(.afterCommit, full)
        #expect(isUnknown(await failure(store, .plain(at: 3))))
        #expect(try await store.size() == 4)
        await store.close()
    }

    @Test func `a file that may not grow refuses a batch whole and takes the next one when it may`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0))
        let pages = try #require(try await store.integer("PRAGMA page_count"))
        #expect(try await store.integer("PRAGMA max_page_count = \(pages + 2)") == pages + 2)
        #expect(await failure(store, .plain(at: 1, count: 2000)) == .noSpace)
        #expect(try await store.size() == 1)
        #expect(try await store.entries(from: 0, limit: 10).count == 1)
        _ = try await store.integer("PRAGMA max_page_count = 100000")
        try await store.append(.plain(at: 1, count: 2000))
        #expect(try await store.size() == 2001)
        await store.close()
    }

    @Test func `an unknown outcome survives that the store is closed`() async throws {
        let (store, fault) = try await faultyStore()
        fault.arm(.afterCommit, ioError)
        #expect(isUnknown(await failure(store, .plain(at: 3))))
        await store.close()
        let again = try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
        #expect(try await again.receipt(of: "command 3")?.first == 3)
        await again.close()
    }
}
