import EventLog
import EventStoreTesting
import Foundation
import GRDB
import Synchronization
import Testing

@testable import SQLiteEventStore

/// An erased text is nowhere in the ledger's files, wherever it lay and whatever happened meanwhile.
struct ErasureTests {
    private let scratch: Scratch
    private let files: ErasureFiles
    private static let options = {
        var options = SQLiteEventStore.Options(segmentSize: 16)
        // Readers of the store's own may not stand in the way.
        options.readsAhead = .always
        return options
    }()

    init() throws {
        scratch = try Scratch()
        files = ErasureFiles(scratch: scratch)
    }

    private func store(_ count: Int, options: SQLiteEventStore.Options = options) async throws -> SQLiteEventStore {
        let store = try await scratch.newStore(options: options)
        for first in stride(from: 0, to: count, by: 3) {
            try await store.append(ErasureFiles.batch(at: Position(first), count: min(3, count - first)))
        }
        await store.sealed()
        return store
    }

    /// Chunks of many sizes, so that pages are split, merged and freed.
    private func mixed(_ count: Int, _ options: SQLiteEventStore.Options) async throws -> SQLiteEventStore {
        let store = try await scratch.newStore(options: options)
        for first in 0..<count {
            var batch = ErasureFiles.batch(at: Position(first), count: 1, long: first == 5)
            let length = 1 + (first * 7_919) % 9_000
            batch.commands[0].entries[0].words[0].text = String(repeating: "字", count: length)
            try await store.append(batch)
        }
        await store.sealed()
        return store
    }

    private func reopened(
        _ options: SQLiteEventStore.Options = options
    ) async throws(EventStoreError)
        -> SQLiteEventStore
    {
        try await SQLiteEventStore.open(at: scratch.path(), mode: .write, options: options)
    }

    private func words(_ store: SQLiteEventStore) async throws -> [String] {
        try await store.entries(from: 5, limit: 1).flatMap { $0.words.map(\.field) }
    }

    // MARK: Nowhere

    @Test(arguments: [12, 16, 18, 50])
    func `an erased text is nowhere in the files, in the tail as in a segment`(count: Int) async throws {
        let store = try await store(count)
        #expect(try !files.traces().isEmpty)
        try await store.erase([ErasureFiles.place])
        #expect(try files.traces() == [])
        #expect(try await words(store) == ["title"])
        #expect(try await store.entries(from: 0, limit: 100).count == count)
        try await store.append(.plain(at: Position(count), count: 20))
        await store.sealed()
        await store.close()
        #expect(try files.traces() == [])
        #expect(try scratch.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1)
    }

    /// What a sealing leaves behind lies on free pages and between cells, where only time would overwrite it.
    @Test(arguments: [60, 66, 200])
    func `nothing is left on free pages by a text that moved from the tail into a segment`(count: Int) async throws {
        let store = try await mixed(count, SQLiteEventStore.Options(segmentSize: 64))
        if count > 64 { #expect(try await store.integer("PRAGMA freelist_count") ?? 0 > 0) }
        #expect(try !files.traces().isEmpty)
        let before = try await Snapshot(of: store)
        try await store.erase([ErasureFiles.place])
        #expect(try files.traces() == [])
        let after = try await Snapshot(of: store)
        #expect(before != after)
        #expect(try await store.entries(from: 0, limit: 5) == store.entries(from: 0, limit: 5))
        await store.close()
        #expect(try files.traces() == [])
        #expect(try scratch.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1)
    }

    /// If this left nothing, the tests above would show nothing.
    @Test func `deleting alone leaves the text in the file`() async throws {
        var options = SQLiteEventStore.Options(segmentSize: 64)
        options.erasureFault = { reached in if reached == .emptied { throw EventStoreError.io("as the test asked") } }
        let store = try await mixed(66, options)
        _ = await error { () async throws(EventStoreError) in try await store.erase([ErasureFiles.place]) }
        #expect(try await words(store) == ["title"])
        #expect(try files.traces() != [])
        await store.close()
    }

    @Test func `no byte of the old block is left where it lay`() async throws {
        let store = try await store(50)
        let frame = try #require(try await store.block(at: 5))
        // The header of a frame is common to many; what follows is not.
        let middle = Array(frame[(frame.count / 2)..<(frame.count / 2 + 24)])
        #expect(try files.files(with: middle) != [])
        try await store.erase([ErasureFiles.place])
        #expect(try files.files(with: middle) == [])
        await store.close()
    }

    @Test func `a text of a draft of a segment is gone with it`() async throws {
        let failing = Mutex(false)
        var options = Self.options
        options.fault = { stage in
            if case .beforeCommit = stage, failing.withLock({ $0 }) { throw EventStoreError.io("as the test asked") }
        }
        let store = try await store(15, options: options)
        let block = try await store.draft(of: 0)
        try scratch.execute("INSERT INTO words (first, block) VALUES (0, x'\(block.map { Self.hex($0) }.joined())')")
        try await store.erase([ErasureFiles.place])
        #expect(try files.traces() == [])
        try await store.append(.plain(at: 15, count: 3))
        await store.sealed()
        #expect(try await words(store) == ["title"])
        await store.close()
        #expect(try files.traces() == [])
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    @Test func `a ledger of the first format keeps nothing of it in what its taking over left`() async throws {
        let batches = (0..<20).map { ErasureFiles.batch(at: Position($0 * 3), count: 3) }
        try FirstFormatFile.make(of: batches, at: scratch.path())
        let store = try await reopened()
        await store.sealed()
        #expect(try !files.traces().isEmpty)
        try await store.erase([ErasureFiles.place])
        #expect(try files.traces() == [])
        await store.close()
    }

    // MARK: Again and again

    @Test func `erasing what is gone changes nothing and succeeds`() async throws {
        let store = try await store(20)
        try await store.erase([ErasureFiles.place])
        let after = try await Snapshot(of: store)
        let notes = try scratch.bytes("ledger.muster.erasures")
        try await store.erase([ErasureFiles.place, TextPlace(position: 5, field: "never there")])
        #expect(try await Snapshot(of: store) == after)
        #expect(try scratch.bytes("ledger.muster.erasures").starts(with: notes))
        await store.close()
    }

    @Test(arguments: SQLiteEventStore.ErasureStage.allCases, [12, 50])
    func `an erasure that ends at any stage goes on with the next opening`(
        stage: SQLiteEventStore.ErasureStage, count: Int
    ) async throws {
        var options = Self.options
        options.erasureFault = { reached in if reached == stage { throw EventStoreError.io("as the test asked") } }
        let store = try await store(count, options: options)
        #expect(
            await error { () async throws(EventStoreError) in try await store.erase([ErasureFiles.place]) }
                == .io("as the test asked"))
        await store.close()
        let again = try await reopened()
        #expect(try files.traces() == [])
        #expect(try await words(again) == ["title"])
        #expect(try !scratch.files().contains("ledger.muster.erasing"))
        await again.close()
    }

    @Test func `an erasure waits for a reader, and says so when that reads for too long`() async throws {
        var options = Self.options
        options.erasureAttempts = 3
        let store = try await store(20, options: options)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: scratch.path(), configuration: configuration)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN; SELECT count(*) FROM tail")
        }
        try await store.append(.plain(at: 20, count: 1))
        let refusal = await error { () async throws(EventStoreError) in try await store.erase([ErasureFiles.place]) }
        guard case .logInUse = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try await words(store) == ["title"])
        try await queue.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
        try await store.erase([ErasureFiles.place])
        #expect(try files.traces() == [])
        try queue.close()
        await store.close()
    }

    @Test func `a reader erases nothing, and nobody a text of an entry to come`() async throws {
        let store = try await store(20)
        let refusal = await error { () async throws(EventStoreError) in
            try await store.erase([TextPlace(position: 20, field: "note")])
        }
        guard case .malformed = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        await store.close()
        let reader = try await SQLiteEventStore.open(at: scratch.path(), mode: .read, options: Self.options)
        #expect(
            await error { () async throws(EventStoreError) in try await reader.erase([ErasureFiles.place]) }
                == .readOnly)
        await reader.close()
    }
}

extension SQLiteEventStore {
    /// The sealed block of words around a position.
    fileprivate func block(at position: Position) throws -> [UInt8]? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT block FROM words WHERE first <= ? ORDER BY first DESC LIMIT 1",
                arguments: [Int64(position)])?.bytes(0)
        }
    }

    /// What a sealing would write of the words from a position on.
    fileprivate func draft(of first: Position) throws -> [UInt8] {
        try read { db in
            var builder = WordBlock.Builder(first: first)
            try TailTable(db: db).words(from: first, to: 15) { builder.add($0) }
            return Frame.compress(builder.content())
        }
    }
}
