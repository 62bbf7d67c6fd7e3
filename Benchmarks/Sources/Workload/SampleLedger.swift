import EventLog
import FoldRow
import Foundation
import MusterDomain
import MusterEngine
import MusterGenerator
import SQLiteEventStore
import Synchronization

/// A generated ledger in a folder of its own: the same one for the same number of events.
package struct SampleLedger {
    /// Where it lies.
    package let path: String
    /// A folder of its own, deleted with it.
    package let folder: String

    /// Generates it. Cost: about 60 µs an event.
    /// - Parameters:
    ///   - events: How many it has.
    ///   - parent: Where its folder is to lie.
    package init(events: Int, in parent: String = NSTemporaryDirectory()) async throws {
        folder = parent + "/muster-sample-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        Self.folders.withLock { [folder] in $0.append(folder) }
        path = folder + "/sample.muster"
        try await Self.generate(events, at: path)
    }

    /// Generates such a ledger anywhere.
    package static func generate(_ events: Int, at path: String) async throws {
        var generator = Generator(seed: 1, options: GeneratorOptions(events: events))
        try await SQLiteEventStore.create(at: path)
        let store = try await SQLiteEventStore.open(at: path, mode: .write)
        let ledger = try await generator.establish(in: store, keyID: "00000000")
        _ = try await generator.run(into: ledger)
        await store.close()
    }

    /// What it has.
    package func board() async throws -> Board {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let board = try await Replay.board(of: store)
        await store.close()
        return board
    }

    /// A place beside it for a ledger that an iteration of a benchmark makes.
    package func place(_ name: String) -> String { folder + "/" + name }

    /// Its first so many rows and entries.
    package func read(_ count: Int) async throws -> (rows: [FoldRow], entries: [StoredEntry]) {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let rows = try await store.rows(from: 0, limit: count)
        let entries = try await store.entries(from: 0, limit: count)
        await store.close()
        return (rows, entries)
    }

    /// Deletes everything in its folder.
    package func delete() { try? FileManager.default.removeItem(atPath: folder) }

    /// Those that this process has made.
    private static let folders = Mutex<[String]>([])

    /// Deletes all that this process has made.
    package static func deleteAll() {
        for folder in folders.withLock(\.self) { try? FileManager.default.removeItem(atPath: folder) }
    }
}
