import EventLog
import EventStoreTesting
import FoldRow
import Foundation
import SQLiteEventStore
import Testing

/// Columns that come from a disk are read ahead of the fold, and nobody who folds can tell.
struct ReadAheadTests {
    private let scratch: Scratch
    private static let segmentSize: Position = 16
    private static let count: Position = 1_000

    init() throws { scratch = try Scratch() }

    /// A ledger of which all but the last entries are sealed, opened anew for such reading.
    private func ledger(
        _ mode: SQLiteEventStore.Mode, _ readsAhead: SQLiteEventStore.Occasion
    ) async throws -> SQLiteEventStore {
        var options = SQLiteEventStore.Options(segmentSize: Self.segmentSize)
        let store = try await scratch.newStore(options: options)
        for first in stride(from: 0, to: Self.count, by: 100) {
            try await store.append(.plain(at: first, count: 100))
        }
        await store.sealed()
        await store.close()
        options.readsAhead = readsAhead
        return try await SQLiteEventStore.open(at: scratch.path(), mode: mode, options: options)
    }

    private static func revisions(_ store: SQLiteEventStore, from start: Position) async throws -> [UInt32] {
        try await store.fold(into: [], from: start, to: .max) { revisions, rows in
            for index in rows.indices { revisions.append(rows[index].revision) }
            return true
        }
    }

    @Test(arguments: [SQLiteEventStore.Mode.read, .write], [0, 500, 999] as [Position])
    func `what is read ahead is folded as it is, and leaves no file open behind`(
        mode: SQLiteEventStore.Mode, start: Position
    ) async throws {
        let store = try await ledger(mode, .always)
        let revisions = try await Self.revisions(store, from: start)
        await store.close()
        #expect(revisions.count == Int(Self.count - start))
        #expect(revisions == Array(revisions[0]..<revisions[0] + UInt32(revisions.count)))
        if mode == .write { #expect(!FileManager.default.fileExists(atPath: scratch.path() + "-wal")) }
    }

    @Test func `some segments at a time are read while the fold waits`() async throws {
        let store = try await ledger(.read, .always)
        _ = try await store.fold(into: 0, from: 0, to: .max) { rows, chunk in
            rows += chunk.count
            // Whoever folds is slower than the lanes.
            if rows <= 5 * Int(Self.segmentSize) { Thread.sleep(forTimeInterval: 0.05) }
            return true
        }
        #expect(store.blocksReadAhead > 16)
        await store.close()
    }

    @Test func `a log that is in memory is not read ahead`() async throws {
        let store = try await ledger(.read, .never)
        // The program's own pages come from the disk when it runs for the first time, which counts as well.
        #expect(try await Self.revisions(store, from: 0).count == Int(Self.count))
        #expect(store.blocksReadAhead == 0)
        await store.close()
        let options = SQLiteEventStore.Options(segmentSize: Self.segmentSize)
        let again = try await SQLiteEventStore.open(at: scratch.path(), mode: .read, options: options)
        #expect(try await Self.revisions(again, from: 0).count == Int(Self.count))
        #expect(again.blocksReadAhead == 0)
        await again.close()
    }
}
