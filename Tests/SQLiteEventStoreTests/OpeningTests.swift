import EventLog
import EventStoreTesting
import Foundation
import GRDB
import SQLiteEventStore
import Testing

/// What is and what is not a ledger, and how one is set up.
struct OpeningTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func refusal(_ name: String, _ mode: SQLiteEventStore.Mode) async -> EventStoreError? {
        await error { () async throws(EventStoreError) in
            try await SQLiteEventStore.open(at: scratch.path(name), mode: mode)
        }
    }

    @Test func `every commit is synchronised, not followed by a checkpoint and not overwritten with zeros`()
        async throws
    {
        let store = try await scratch.newStore()
        #expect(try await store.integer("PRAGMA synchronous") == 2)
        #expect(try await store.integer("PRAGMA wal_autocheckpoint") == 0)
        #expect(try await store.integer("PRAGMA secure_delete") == 0)
        #expect(try await store.integer("PRAGMA page_size") == 16_384)
        #expect(try await store.integer("PRAGMA application_id") == 0x4D55_5354)
        #expect(try await store.integer("PRAGMA user_version") == 3)
        #expect(try await store.integer("SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 1)
        await store.close()
    }

    @Test(arguments: [SQLiteEventStore.Mode.write, .read])
    func `a ledger whose checkpoint was cut short is opened`(mode: SQLiteEventStore.Mode) async throws {
        let store = try await scratch.newStore()
        try await store.append(.plain(at: 0, count: 2_000))
        let before = try scratch.bytes()
        let log = try scratch.bytes("ledger.muster-wal")
        _ = try await store.integer("PRAGMA wal_checkpoint(FULL)")
        let after = try scratch.bytes()
        await store.close()
        #expect(before.count < after.count, "the first page has to count pages that are not in the file yet")

        // A crash, or a full disk, after the checkpoint's first page: that page is new, the others are old.
        let folder = URL(fileURLWithPath: scratch.directory)
        try (after.prefix(16_384) + before.dropFirst(16_384)).write(to: folder.appendingPathComponent("cut.muster"))
        try log.write(to: folder.appendingPathComponent("cut.muster-wal"))
        let cut = try await SQLiteEventStore.open(at: scratch.path("cut.muster"), mode: mode)
        #expect(try await cut.size() == 2_000)
        await cut.close()
    }

    @Test func `a new ledger is one file and its lock`() async throws {
        try await SQLiteEventStore.create(at: scratch.path())
        #expect(try scratch.files() == ["ledger.muster", "ledger.muster.lock"])
    }

    @Test func `a ledger is not made where something is already`() async throws {
        try await scratch.newStore().close()
        try Data("text".utf8).write(to: URL(fileURLWithPath: scratch.path("text")))
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: "nowhere")
        try Data("frames".utf8).write(to: URL(fileURLWithPath: scratch.path("old-wal")))
        for (name, there) in [
            ("ledger.muster", "ledger.muster"), ("text", "text"), ("link", "link"), ("old", "old-wal"),
        ] {
            let refusal = await error { () async throws(EventStoreError) in
                try await SQLiteEventStore.create(at: scratch.path(name))
            }
            #expect(refusal == .alreadyThere(path: scratch.path(there)))
        }
        #expect(try scratch.bytes("text") == Data("text".utf8))
    }

    @Test func `a ledger that was being made when the process ended is made anew`() async throws {
        try Data("half a ledger".utf8).write(to: URL(fileURLWithPath: scratch.path("ledger.muster.new")))
        #expect(await refusal("ledger.muster", .write) == .missing(path: scratch.path()))
        let store = try await scratch.newStore()
        #expect(try await store.size() == 0)
        await store.close()
        #expect(try scratch.files() == ["ledger.muster", "ledger.muster.lock"])
    }

    @Test func `a ledger is not made in a directory that is not there`() async throws {
        let refusal = await error { () async throws(EventStoreError) in
            try await SQLiteEventStore.create(at: scratch.path("no/such/ledger"))
        }
        guard case .io = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test(arguments: [SQLiteEventStore.Mode.write, .read])
    func `what is not there is missing, and nothing is made of it`(mode: SQLiteEventStore.Mode) async throws {
        for name in ["no ledger", "file:x", ":memory:", "no/such/ledger"] {
            #expect(await refusal(name, mode) == .missing(path: scratch.path(name)))
        }
        #expect(try scratch.files().isEmpty)
    }

    @Test(arguments: [SQLiteEventStore.Mode.write, .read])
    func `another kind of file is refused and left as it is`(mode: SQLiteEventStore.Mode) async throws {
        try scratch.execute("CREATE TABLE notes (text); INSERT INTO notes VALUES ('a')", in: "foreign")
        try scratch.execute("PRAGMA journal_mode = WAL; CREATE TABLE notes (text)", in: "foreign in WAL mode")
        let contents: [(String, Data)] = [
            ("empty", Data()), ("text", Data("This is a text.".utf8)), ("noise", Data(repeating: 0x5A, count: 10_000)),
            ("header only", Data("SQLite format 3\u{0}".utf8)),
            ("foreign", try scratch.bytes("foreign")),
            ("foreign in WAL mode", try scratch.bytes("foreign in WAL mode")),
        ]
        for (name, content) in contents {
            try content.write(to: URL(fileURLWithPath: scratch.path(name)))
            #expect(await refusal(name, mode) == .notALedger(path: scratch.path(name)), "\(name)")
            #expect(try scratch.bytes(name) == content, "\(name)")
        }
        #expect(try scratch.files() == contents.map(\.0).sorted())
    }

    @Test func `a directory and a link are refused in words`() async throws {
        try FileManager.default.createDirectory(atPath: scratch.path("directory"), withIntermediateDirectories: true)
        #expect(await refusal("directory", .write) == .notALedger(path: scratch.path("directory")))
        try await scratch.newStore().close()
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: scratch.path())
        let link = scratch.path("link")
        #expect(await refusal("link", .write) == .io("\(link) is a symbolic link; name the ledger itself"))
    }

    @Test(arguments: [SQLiteEventStore.Mode.write, .read])
    func `a later format is refused with both versions and left as it is`(mode: SQLiteEventStore.Mode) async throws {
        try await scratch.newStore().close()
        try scratch.execute("PRAGMA user_version = 4")
        let before = try scratch.bytes()
        #expect(await refusal("ledger.muster", mode) == .newerFormat(found: 4, known: 3))
        #expect(try scratch.bytes() == before)
        #expect(try scratch.files() == ["ledger.muster", "ledger.muster.lock"])
    }

    @Test func `a path may hold any character that a file name may`() async throws {
        for name in ["镇 #1?mode=rw&x.muster", "100%25 é", "a'b\"c;d", "file:x"] {
            let store = try await scratch.newStore(name)
            try await store.append(.plain(at: 0))
            await store.close()
            let options = SQLiteEventStore.Options(onReadOnlyMedium: true)
            let reader = try await SQLiteEventStore.open(at: scratch.path(name), mode: .read, options: options)
            #expect(try await reader.size() == 1)
            await reader.close()
        }
    }
}
