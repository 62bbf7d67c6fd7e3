import EventLog
import EventStoreTesting
import FoldRow
import Foundation
import SQLiteEventStore
import Testing

/// Full runs of the tail become segments, and nobody who reads the log can tell.
struct SealingTests {
    private let scratch: Scratch
    private static let options = SQLiteEventStore.Options(segmentSize: 16)

    init() throws { scratch = try Scratch() }

    /// A store with so many entries in batches of `batch`, of which the full segments are sealed.
    private func store(_ count: Int, batch: Int = 3) async throws -> SQLiteEventStore {
        let store = try await scratch.newStore(options: Self.options)
        for first in stride(from: 0, to: count, by: batch) {
            try await store.append(.plain(at: Position(first), count: min(batch, count - first)))
        }
        await store.sealed()
        return store
    }

    private func reopened(_ mode: SQLiteEventStore.Mode = .write) async throws(EventStoreError) -> SQLiteEventStore {
        try await SQLiteEventStore.open(at: scratch.path(), mode: mode, options: Self.options)
    }

    private func model(_ count: Int, batch: Int = 3) async throws -> Snapshot {
        let model = InMemoryEventStore()
        for first in stride(from: 0, to: count, by: batch) {
            try await model.append(.plain(at: Position(first), count: min(batch, count - first)))
        }
        return try await Snapshot(of: model)
    }

    @Test(arguments: [1, 3, 7, 16, 50])
    func `what is sealed is read as it was appended, and the tail keeps none of it`(batch: Int) async throws {
        let store = try await store(50, batch: batch)
        #expect(try await store.integer("SELECT count(*) FROM segment") == 3)
        #expect(try await store.integer("SELECT min(first) FROM tail") == 48)
        #expect(try await Snapshot(of: store) == model(50, batch: batch))
        for first in stride(from: 0, to: 50, by: batch) {
            let receipt = try await store.receipt(of: "command \(first)")
            #expect(receipt?.first == Position(first))
            #expect(receipt?.last == Position(min(first + batch, 50) - 1))
        }
        #expect(try await store.receipt(of: "command that never was") == nil)
        await store.close()
    }

    @Test func `a log that ends with a segment goes on after it`() async throws {
        let store = try await store(48)
        #expect(try await store.integer("SELECT count(*) FROM tail") == 0)
        await store.close()
        let again = try await reopened()
        #expect(try await again.size() == 48)
        try await again.append(.plain(at: 48, count: 3))
        #expect(try await Snapshot(of: again) == model(51))
        await again.close()
    }

    @Test func `a command of a sealed segment is not accepted twice`() async throws {
        let store = try await store(50)
        let repeated = AppendBatch.plain(at: 50, id: "command 3")
        #expect(
            await error { () async throws(EventStoreError) in try await store.append(repeated) }
                == .commandRepeated(id: "command 3"))
        await store.close()
    }

    @Test func `a reader beside the writer sees the same whether or not a segment was sealed meanwhile`() async throws {
        let writer = try await scratch.newStore(options: Self.options)
        try await writer.append(.plain(at: 0, count: 10))
        let reader = try await reopened(.read)
        #expect(try await reader.size() == 10)
        try await writer.append(.plain(at: 10, count: 30))
        await writer.sealed()
        #expect(try await Snapshot(of: reader) == Snapshot(of: writer))
        #expect(try await reader.receipt(of: "command 0")?.last == 9)
        await reader.close()
        await writer.close()
    }

    // MARK: What a crash leaves

    @Test func `a draft that was left behind is thrown away and the segment sealed anew`() async throws {
        try await store(50).close()
        let draft = "INSERT INTO columns (first, block) VALUES (48, x'00'), (51, x'00');"
        try scratch.execute(draft + "INSERT INTO entries (first, block) VALUES (48, x'00')")
        let store = try await reopened()
        try await store.append(.plain(at: 50, count: 20))
        await store.sealed()
        #expect(try await store.integer("SELECT count(*) FROM segment") == 4)
        #expect(try await store.size() == 70)
        #expect(try await store.rows(from: 0, limit: 100).map(\.revision) == Array(1...70))
        await store.close()
    }

    @Test func `rows of the tail that were left behind count for nothing and are deleted`() async throws {
        try await store(50).close()
        // As if the process had ended after the segment's own row and half the deletions.
        try scratch.execute(
            """
            INSERT INTO tail (first, rows, commands, entries, words)
            VALUES (46, zeroblob(160), zeroblob(9), zeroblob(9), zeroblob(9))
            """)
        let reader = try await reopened(.read)
        #expect(try await Snapshot(of: reader) == model(50))
        await reader.close()
        let store = try await reopened()
        await store.sealed()
        #expect(try await store.integer("SELECT count(*) FROM tail WHERE first < 48") == 0)
        #expect(try await Snapshot(of: store) == model(50))
        await store.close()
    }

    @Test func `a sealing that fails changes nothing and is tried again`() async throws {
        let failing = Failing()
        var options = Self.options
        options.fault = { stage in if case .beforeCommit = stage { try failing.check() } }
        let store = try await scratch.newStore(options: options)
        try await store.append(.plain(at: 0, count: 16))
        failing.set(true)
        await store.sealed()
        failing.set(false)
        try await store.append(.plain(at: 16, count: 8))
        await store.sealed()
        #expect(try await store.integer("SELECT count(*) FROM segment") == 1)
        #expect(try await store.rows(from: 0, limit: 100).count == 24)
        await store.close()
    }

    // MARK: Earlier files

    @Test(arguments: [0, 1, 5, 50])
    func `a ledger of the first format is taken over by its first writer`(count: Int) async throws {
        try scratch.makeFirstFormat(entries: count, batch: 3)
        let refusal = await error { () async throws(EventStoreError) in try await reopened(.read) }
        #expect(refusal == .olderFormat(found: 1, known: 3))
        let writer = try await reopened()
        await writer.sealed()
        #expect(try await writer.integer("PRAGMA user_version") == 3)
        #expect(try await writer.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('entry', 'fold')") == 0)
        #expect(try await Snapshot(of: writer) == model(count))
        #expect(try await writer.receipt(of: "command 0")?.first == (count == 0 ? nil : 0))
        await writer.close()
        let reader = try await reopened(.read)
        #expect(try await Snapshot(of: reader) == model(count))
        await reader.close()
    }

    @Test(arguments: [
        "DELETE FROM entry WHERE position = 3", "DELETE FROM fold WHERE first = 3",
        "DELETE FROM command WHERE first = 3", "UPDATE word SET salt = x'00' WHERE position = 3",
        "UPDATE fold SET rows = CAST(rows || zeroblob(80) AS BLOB) WHERE first = 48",
    ])
    func `a damaged ledger of the first format is left as it is`(damage: String) async throws {
        try scratch.makeFirstFormat(entries: 50, batch: 3)
        try scratch.execute(damage)
        let refusal = await error { () async throws(EventStoreError) in try await reopened() }
        guard case .damaged = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try scratch.integer("PRAGMA user_version") == 1)
        #expect(try scratch.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'tail'") == 0)
    }

    // MARK: Damage

    @Test(arguments: ["columns", "entries", "words"], [0.1, 0.5, 0.95])
    func `a byte that has changed in a block is found where it stands`(part: String, place: Double) async throws {
        try await store(50).close()
        try scratch.execute(
            """
            UPDATE \(part) SET block = CAST(
                substr(block, 1, CAST(length(block) * \(place) AS INTEGER)) ||
                CASE substr(block, CAST(length(block) * \(place) AS INTEGER) + 1, 1) WHEN x'07' THEN x'08' ELSE x'07' END ||
                substr(block, CAST(length(block) * \(place) AS INTEGER) + 2) AS BLOB)
            WHERE first = (SELECT max(first) FROM \(part) WHERE first <= 20)
            """)
        let store = try await reopened(.read)
        let found = await error { () async throws(EventStoreError) in
            if part == "columns" {
                _ = try await store.rows(from: 0, limit: 100)
            } else {
                _ = try await store.entries(from: 0, limit: 100)
            }
        }
        guard case .damaged(let position?, _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect((0..<32).contains(position))
        await store.close()
    }

    @Test(arguments: ["columns", "entries", "words"])
    func `a block that is missing or stands elsewhere is found`(part: String) async throws {
        try await store(50).close()
        for damage in ["DELETE FROM \(part) WHERE first = 16", "UPDATE \(part) SET first = 17 WHERE first = 16"] {
            let copy = scratch.path("copy.muster")
            try? FileManager.default.removeItem(atPath: copy)
            try FileManager.default.copyItem(atPath: scratch.path(), toPath: copy)
            try scratch.execute(damage, in: "copy.muster")
            let store = try await SQLiteEventStore.open(at: copy, mode: .read, options: Self.options)
            let found = await error { () async throws(EventStoreError) in
                if part == "columns" {
                    _ = try await store.rows(from: 0, limit: 100)
                } else {
                    _ = try await store.entries(from: 0, limit: 100)
                }
            }
            guard case .damaged = found else {
                Issue.record("\(damage): \(String(describing: found))")
                continue
            }
            await store.close()
        }
    }
}

/// Whether something is to fail now.
private final class Failing: @unchecked Sendable {
    private let lock = NSLock()
    private var fails = false

    func set(_ fails: Bool) { lock.withLock { self.fails = fails } }

    func check() throws {
        if lock.withLock({ fails }) { throw EventStoreError.io("as the test asked") }
    }
}
