import EventLog
import Foundation
import Testing

@testable import SQLiteEventStore

/// What is noted beside a ledger keeps an older copy of it from bringing erased texts back.
struct ErasureNotesTests {
    private let scratch: Scratch
    private let files: ErasureFiles
    private static let options = SQLiteEventStore.Options(segmentSize: 16)

    init() throws {
        scratch = try Scratch()
        files = ErasureFiles(scratch: scratch)
    }

    private func store(_ count: Int) async throws -> SQLiteEventStore {
        let store = try await scratch.newStore(options: Self.options)
        for first in stride(from: 0, to: count, by: 3) {
            try await store.append(ErasureFiles.batch(at: Position(first), count: min(3, count - first)))
        }
        await store.sealed()
        return store
    }

    private func reopened() async throws(EventStoreError) -> SQLiteEventStore {
        try await SQLiteEventStore.open(at: scratch.path(), mode: .write, options: Self.options)
    }

    private func words(_ store: SQLiteEventStore) async throws -> [String] {
        try await store.entries(from: 5, limit: 1).flatMap { $0.words.map(\.field) }
    }

    @Test func `an older copy that is put back has the text no more when it is opened`() async throws {
        try await store(20).close()
        let older = try scratch.bytes()
        let store = try await reopened()
        try await store.erase([ErasureFiles.place])
        #expect(try await store.notedErasures() == [ErasureFiles.place])
        await store.close()
        try older.write(to: URL(fileURLWithPath: scratch.path()))
        #expect(try !files.traces().isEmpty)
        let again = try await reopened()
        #expect(try await words(again) == ["title"])
        #expect(try files.traces() == [])
        await again.close()
    }

    @Test func `an older copy without the entry is opened, and the note stays`() async throws {
        try await store(3).close()
        let older = try scratch.bytes()
        let store = try await reopened()
        try await store.append(ErasureFiles.batch(at: 3, count: 5))
        try await store.erase([ErasureFiles.place])
        await store.close()
        try older.write(to: URL(fileURLWithPath: scratch.path()))
        let again = try await reopened()
        #expect(try await again.size() == 3)
        #expect(try await again.notedErasures() == [])
        await again.close()
        #expect(try scratch.bytes("ledger.muster.erasures").count > 0)
    }

    @Test func `whoever goes on with an older copy on purpose sets the notes of what came after it aside`() async throws
    {
        try await store(8).close()
        let older = try scratch.bytes()
        let store = try await reopened()
        try await store.append(.plain(at: 8, count: 8))
        try await store.erase([ErasureFiles.place, TextPlace(position: 12, field: "title")])
        await store.close()
        try older.write(to: URL(fileURLWithPath: scratch.path()))
        let again = try await reopened()
        #expect(try await words(again) == ["title"])
        try await again.setForeignErasuresAside()
        try await again.setForeignErasuresAside()
        var other = AppendBatch.plain(at: 8, count: 8)
        for index in other.commands[0].entries.indices { other.commands[0].entries[index].bytes += [1] }
        try await again.append(other)
        await again.close()
        let last = try await reopened()
        #expect(try await last.notedErasures() == [ErasureFiles.place])
        #expect(try await last.entries(from: 12, limit: 1).first?.words.count == 1)
        await last.close()
        #expect(try scratch.bytes("ledger.muster.erasures.1").split(separator: 10).count == 2)
        #expect(try !scratch.files().contains("ledger.muster.erasures.2"))
    }

    @Test func `no new ledger is made beside the notes of an old one`() async throws {
        let notes = scratch.path("ledger.muster.erasures")
        try Data().write(to: URL(fileURLWithPath: notes))
        let refusal = await error { () async throws(EventStoreError) in
            try await SQLiteEventStore.create(at: scratch.path())
        }
        #expect(refusal == .alreadyThere(path: notes))
    }

    @Test func `the notes of another ledger are not carried out, and not passed over`() async throws {
        try await store(20).close()
        let hash = String(repeating: "0", count: 64)
        let line = #"{"entry":"\#(hash)","field":"note","position":5}"# + "\n"
        try Data(line.utf8).write(to: URL(fileURLWithPath: scratch.path("ledger.muster.erasures")))
        let refusal = await error { () async throws(EventStoreError) in try await reopened() }
        #expect(refusal == .foreignErasure(path: scratch.path("ledger.muster.erasures"), position: 5))
        #expect(try !files.traces().isEmpty)
    }

    @Test(arguments: ["x\n", "{}\n", #"{"position":-1}"# + "\n"])
    func `notes that make no sense are damage`(content: String) async throws {
        try await store(20).close()
        try Data(content.utf8).write(to: URL(fileURLWithPath: scratch.path("ledger.muster.erasures")))
        let refusal = await error { () async throws(EventStoreError) in try await reopened() }
        guard case .damaged = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test func `a line that was cut off in the middle is written again`() async throws {
        let store = try await store(20)
        try Data(#"{"entry":"00"#.utf8).write(to: URL(fileURLWithPath: scratch.path("ledger.muster.erasures")))
        try await store.erase([ErasureFiles.place])
        #expect(try await store.notedErasures() == [ErasureFiles.place])
        await store.close()
    }
}
