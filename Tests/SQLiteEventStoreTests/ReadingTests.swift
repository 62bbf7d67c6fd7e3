import EventLog
import FoldRow
import Foundation
import SQLiteEventStore
import Testing

/// Those who read beside the writer, or where nobody can write.
struct ReadingTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func reader(onReadOnlyMedium: Bool = false) async throws(EventStoreError) -> SQLiteEventStore {
        let options = SQLiteEventStore.Options(onReadOnlyMedium: onReadOnlyMedium)
        return try await SQLiteEventStore.open(at: scratch.path(), mode: .read, options: options)
    }

    @Test func `a reader beside the writer sees what is committed, as it is committed`() async throws {
        let store = try await scratch.newStore()
        let reader = try await reader()
        #expect(try await reader.size() == 0)
        #expect(try await reader.receipt(of: "command 0") == nil)
        for size in 0..<20 as Range<Position> {
            try await store.append(.plain(at: size))
            #expect(try await reader.size() == size + 1)
            #expect(try await reader.rows(from: 0, limit: 100).count == Int(size) + 1)
            #expect(try await reader.history(of: 0).count == Int(size) + 1)
            #expect(try await reader.receipt(of: "command \(size)")?.first == size)
        }
        await store.close()
        #expect(try await reader.entries(from: 0, limit: 100).count == 20)
        await reader.close()
    }

    /// Whether this process holds a record lock on the file of a descriptor.
    ///
    /// Asked as another owner, the open file description. The descriptor must stay open as long as the store:
    /// closing it would drop the very locks that it asks about.
    private func isLocked(_ descriptor: Int32) -> Bool {
        var question = flock()
        question.l_type = Int16(F_WRLCK)
        question.l_whence = Int16(SEEK_SET)
        let getLockOfDescription: Int32 = 36  // F_OFD_GETLK
        return unsafe fcntl(descriptor, getLockOfDescription, &question) == 0 && question.l_type != F_UNLCK
    }

    @Test func `a reader that opens and closes takes no lock from the writer`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0))
        let descriptor = unsafe open(scratch.path(), O_RDWR)
        defer { close(descriptor) }
        #expect(isLocked(descriptor))
        for size in 1..<10 as Range<Position> {
            try await store.append(.plain(at: size))
            let reader = try await reader()
            #expect(try await reader.size() == size + 1)
            await reader.close()
            #expect(isLocked(descriptor))
        }
        let refusal = await error { () async throws(EventStoreError) in
            try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
        }
        guard case .held = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        await store.close()
        #expect(!isLocked(descriptor))
    }

    @Test func `a reader cannot append`() async throws {
        try await scratch.newStore().close()
        let reader = try await reader()
        #expect(
            await error { () async throws(EventStoreError) in try await reader.append(.plain(at: 0)) } == .readOnly
        )
        await reader.close()
    }

    @Test func `a reader leaves the ledger as it is, byte for byte`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0, count: 50))
        await store.close()
        let before = try scratch.bytes()
        let reader = try await reader()
        #expect(try await reader.entries(from: 0, limit: 100).count == 50)
        await reader.close()
        #expect(try scratch.bytes() == before)
    }

    @Test func `where nothing can be written a ledger is read without any other file`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0, count: 50))
        await store.close()
        let before = try scratch.files()
        let reader = try await reader(onReadOnlyMedium: true)
        #expect(try await reader.history(of: 0).count == 50)
        #expect(try scratch.files() == before)
        // If somebody writes nevertheless, the reader says so instead of mixing two states.
        let other = try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
        try await other.append(.plain(at: 50))
        let refusal = await error { () async throws(EventStoreError) in try await reader.size() }
        guard case .io = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        await other.close()
        await reader.close()
    }

    @Test func `where nothing can be written a ledger with frames left over is refused in words`() async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0))
        let refusal = await error { () async throws(EventStoreError) in try await reader(onReadOnlyMedium: true) }
        guard case .io(let words) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(words.contains("write-ahead log"))
        await store.close()
    }
}
