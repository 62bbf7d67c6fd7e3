import EventLog
import EventStoreTesting
import Foundation
import SQLiteEventStore
import Testing

/// Every store keeps the contract; the stores answer alike, however much of a log is sealed.
struct ContractTests {
    /// So small that most of every log is sealed, and all of that read ahead. Whether the rows of the tail are still
    /// there differs from run to run.
    private static let small = {
        var options = SQLiteEventStore.Options(segmentSize: 8)
        options.readsAhead = .always
        return options
    }()
    private let scratch: Scratch
    private let sqlite: EventStoreConformance
    private let sealed: EventStoreConformance
    private let memory = EventStoreConformance {
        InMemoryEventStore()
    } reopen: { store in
        await store.close()
        guard let store = store as? InMemoryEventStore else { return store }
        return await InMemoryEventStore(reopening: store)
    }

    init() throws {
        let scratch = try Scratch()
        self.scratch = scratch
        sqlite = EventStoreConformance {
            try await scratch.newStore()
        } reopen: { store in
            await store.close()
            return try await SQLiteEventStore.open(at: scratch.path(), mode: .write)
        }
        sealed = EventStoreConformance {
            try await scratch.newStore(options: Self.small)
        } reopen: { store in
            await store.close()
            return try await SQLiteEventStore.open(at: scratch.path(), mode: .write, options: Self.small)
        }
    }

    @Test(arguments: EventStoreConformance.cases)
    func `a store that seals early keeps the contract`(check: EventStoreConformance.Case) async throws {
        await #expect(throws: Never.self) { try await sealed.run(check) }
    }

    @Test(arguments: EventStoreConformance.cases)
    func `a store in a file keeps the contract`(check: EventStoreConformance.Case) async throws {
        await #expect(throws: Never.self) { try await sqlite.run(check) }
    }

    @Test(arguments: EventStoreConformance.cases)
    func `a store in memory keeps the contract`(check: EventStoreConformance.Case) async throws {
        await #expect(throws: Never.self) { try await memory.run(check) }
    }

    @Test(arguments: [1, 2, 3, UInt64.random(in: 4 ... .max)], [8, 64, Segment.size])
    func `random batches are answered alike by both stores`(seed: UInt64, segment: Position) async throws {
        let scratch = scratch
        let options = SQLiteEventStore.Options(segmentSize: segment)
        let name = "\(seed)-\(segment).muster"
        print("seed \(seed)")
        try await StoreComparison(seed: seed, steps: 250)
            .run(try await scratch.newStore(name, options: options), model: InMemoryEventStore()) { store in
                await store.close()
                return try await SQLiteEventStore.open(at: scratch.path(name), mode: .write, options: options)
            }
    }
}
