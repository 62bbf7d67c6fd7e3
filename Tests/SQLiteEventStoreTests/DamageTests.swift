import EventLog
import FoldRow
import Foundation
import SQLiteEventStore
import Testing

/// A file that somebody or something changed.
struct DamageTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Three batches of 1, 4 and 2 entries.
    private func damaged(by sql: String) async throws -> SQLiteEventStore {
        let store = try await scratch.newStore()
        for (size, count) in [(0, 1), (1, 4), (5, 2)] as [(Position, Int)] {
            try await store.append(.plain(at: size, count: count))
        }
        await store.close()
        try scratch.execute(sql)
        return try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
    }

    private func position<Value>(_ call: () async throws(EventStoreError) -> Value) async -> Position? {
        guard case .damaged(let position, _) = await error(of: call) else { return nil }
        return position
    }

    private static let damagedRows: [(String, Position)] = [
        ("UPDATE tail SET rows = substr(rows, 1, 319) WHERE first = 1", 1),
        ("UPDATE tail SET rows = zeroblob(0) WHERE first = 1", 1),
        ("UPDATE tail SET rows = substr(rows, 1, 240) WHERE first = 1", 4),
        ("UPDATE tail SET rows = CAST(rows || zeroblob(80) AS BLOB) WHERE first = 1", 6),
        ("DELETE FROM tail WHERE first = 1", 1),
        ("UPDATE tail SET first = 2 WHERE first = 1", 1),
        // A reserved byte of the row at position 2, the second of the batch at 1.
        ("UPDATE tail SET rows = CAST(substr(rows, 1, 82) || x'01' || substr(rows, 84) AS BLOB) WHERE first = 1", 2),
        ("DELETE FROM tail WHERE first = 0", 0),
    ]

    @Test(arguments: damagedRows)
    func `rows that are cut, missing or malformed are found`(sql: String, at expected: Position) async throws {
        let store = try await damaged(by: sql)
        #expect(
            await position { () async throws(EventStoreError) in try await store.rows(from: 0, limit: 100) } == expected
        )
        #expect(
            await position { () async throws(EventStoreError) in try await store.history(of: 0) } != nil
        )
        #expect(
            await position { () async throws(EventStoreError) in try await store.append(.plain(at: 7)) } != nil
        )
        await store.close()
    }

    @Test func `a revision that does not follow is found where streams are followed`() async throws {
        // The revision of position 2 is at byte 80 + 8 of the batch at 1.
        let store = try await damaged(
            by: """
                UPDATE tail SET rows = CAST(substr(rows, 1, 88) || x'09000000' || substr(rows, 93) AS BLOB)
                WHERE first = 1
                """
        )
        #expect(try await store.rows(from: 0, limit: 100).count == 7)
        #expect(await position { () async throws(EventStoreError) in try await store.history(of: 0) } == 2)
        #expect(await position { () async throws(EventStoreError) in try await store.append(.plain(at: 7)) } == 2)
        await store.close()
    }

    @Test(arguments: [
        "DELETE FROM tail WHERE first = 1", "UPDATE tail SET entries = substr(entries, 1, 40) WHERE first = 1",
        "UPDATE tail SET entries = (SELECT entries FROM tail WHERE first = 5) WHERE first = 1",
        // One entry fewer than rows: the number of entries at byte 8.
        "UPDATE tail SET entries = CAST(substr(entries, 1, 8) || x'03000000' || substr(entries, 13) AS BLOB) WHERE first = 1",
    ])
    func `entries that are missing or malformed are found`(sql: String) async throws {
        let store = try await damaged(by: sql)
        let found = await position { () async throws(EventStoreError) in try await store.entries(from: 0, limit: 100) }
        #expect((1...4).contains(try #require(found)))
        #expect(try await store.entries(from: 5, limit: 100).count == 2)
        #expect(await position { () async throws(EventStoreError) in try await store.history(of: 0) } != nil)
        await store.close()
    }

    /// The distances to the predecessors stand behind the lengths: the third of the four entries of the chunk at 1 has
    /// its own at byte 16 + 4 × 2 + 2 × 8.
    @Test(arguments: ["00", "02", "04", "FF"])
    func `a history that does not lead back through all revisions is found`(distance: String) async throws {
        let store = try await damaged(
            by: """
                UPDATE tail SET entries = CAST(substr(entries, 1, 40) || x'\(distance)' || substr(entries, 42) AS BLOB)
                WHERE first = 1
                """)
        #expect(await position { () async throws(EventStoreError) in try await store.history(of: 0) } != nil)
        await store.close()
    }

    /// A command's record: fingerprint, first entry, further entries, digest, 40 bytes after 8 of the head.
    @Test(arguments: [
        "UPDATE tail SET commands = zeroblob(8) WHERE first = 1",
        "UPDATE tail SET commands = CAST(substr(commands, 1, 28) || x'01' || substr(commands, 30) AS BLOB) WHERE first = 1",
        "UPDATE tail SET commands = CAST(substr(commands, 1, 28) || x'09' || substr(commands, 30) AS BLOB) WHERE first = 1",
        "UPDATE tail SET commands = CAST(substr(commands, 1, 24) || x'01' || substr(commands, 26) AS BLOB) WHERE first = 1",
        "UPDATE tail SET commands = x'00' WHERE first = 1",
        """
        UPDATE tail SET commands = CAST(substr(commands, 1, 8) ||
            (SELECT substr(commands, 9, 16) FROM tail WHERE first = 0) || substr(commands, 25) AS BLOB) WHERE first = 1
        """,
    ])
    func `commands that are missing or malformed are found`(sql: String) async throws {
        let store = try await damaged(by: sql)
        #expect(
            await position { () async throws(EventStoreError) in try await store.receipt(of: "command 5") } != nil
        )
        await store.close()
    }

    @Test(arguments: [
        "UPDATE tail SET words = CAST(substr(words, 1, length(words) - 1) || x'FF' AS BLOB) WHERE first = 1",
        "UPDATE tail SET words = substr(words, 1, length(words) - 1) WHERE first = 1",
        "UPDATE tail SET words = (SELECT words FROM tail WHERE first = 5) WHERE first = 1",
    ])
    func `words that are no text or not those of their entries are found`(sql: String) async throws {
        let store = try await damaged(by: sql)
        let found = await position { () async throws(EventStoreError) in try await store.entries(from: 0, limit: 100) }
        #expect((1...4).contains(try #require(found)))
        await store.close()
    }

    @Test func `a name that is no text is found`() async throws {
        let store = try await damaged(by: "INSERT INTO name VALUES (0, 1, x'61')")
        let names = await error { () async throws(EventStoreError) in try await store.names(in: .stream, from: 0) }
        guard case .damaged = names else {
            Issue.record("\(String(describing: names))")
            return
        }
        await store.close()
    }

    @Test(arguments: [
        "UPDATE tail SET rows = substr(rows, 1, 80) WHERE first = 5",
        "UPDATE tail SET entries = (SELECT entries FROM tail WHERE first = 1) WHERE first = 5",
        "UPDATE tail SET rows = zeroblob(0) WHERE first = 5",
    ])
    func `rows and entries that end at different places are found at once`(sql: String) async throws {
        let refusal = await #expect(throws: EventStoreError.self) { try await damaged(by: sql) }
        guard case .damaged = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test func `a file whose pages are overwritten gives an error`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0, count: 500))
        await store.close()
        var bytes = try scratch.bytes()
        for index in 2 * 16_384..<bytes.count { bytes[index] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: scratch.path()))
        let refusal = await error { () async throws(EventStoreError) in
            let store = try await SQLiteEventStore.open(at: scratch.path(), mode: .read)
            return try await store.entries(from: 0, limit: 1000)
        }
        guard case .damaged = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }
}
