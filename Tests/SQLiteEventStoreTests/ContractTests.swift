import EventLog
import EventStoreTesting
import Foundation
import SQLiteEventStore
import Testing

/// Every store keeps the contract; the stores answer alike.
struct ContractTests {
    private let scratch: Scratch
    private let sqlite: EventStoreConformance
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
    }

    @Test(arguments: EventStoreConformance.cases)
    func `a store in a file keeps the contract`(check: EventStoreConformance.Case) async throws {
        await #expect(throws: Never.self) { try await sqlite.run(check) }
    }

    @Test(arguments: EventStoreConformance.cases)
    func `a store in memory keeps the contract`(check: EventStoreConformance.Case) async throws {
        await #expect(throws: Never.self) { try await memory.run(check) }
    }

    @Test(arguments: [1, 2, 3, UInt64.random(in: 4 ... .max)])
    func `random batches are answered alike by both stores`(seed: UInt64) async throws {
        let scratch = scratch
        print("seed \(seed)")
        try await StoreComparison(seed: seed, steps: 250)
            .run(try await scratch.newStore("\(seed).muster"), model: InMemoryEventStore()) { store in
                await store.close()
                return try await SQLiteEventStore.open(at: scratch.path("\(seed).muster"), mode: .write)
            }
    }
}
