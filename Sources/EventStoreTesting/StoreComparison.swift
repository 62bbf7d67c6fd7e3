public import EventLog

/// Gives the same random batches, legal and illegal, to two stores and compares every answer.
public struct StoreComparison: Sendable {
    /// What the run follows from; a failure names it.
    public let seed: UInt64
    /// How many batches are given.
    public let steps: Int

    /// A comparison over `steps` batches that follow from `seed`.
    public init(seed: UInt64, steps: Int) {
        self.seed = seed
        self.steps = steps
    }

    /// Runs the comparison on two empty logs, and closes both.
    ///
    /// - Parameter reopen: closes the first store and opens the same log again.
    /// - Throws: ``ConformanceFailure`` with the seed and the step.
    public func run(
        _ store: any EventStore,
        model: any EventStore,
        reopen: (any EventStore) async throws -> any EventStore
    ) async throws {
        var batches = RandomBatches(seed: seed)
        var store = store
        for step in 0..<steps {
            do {
                let batch = batches.next()
                let answer = await Self.answer(store, batch)
                let expected = await Self.answer(model, batch)
                try require(
                    Self.same(answer, expected),
                    "the store answered \(Self.text(answer)), the model \(Self.text(expected))"
                )
                if expected == nil { batches.follow(batch) }
                if batches.chance(1, of: 40) { store = try await reopen(store) }
                try await Self.compareReads(store, model, &batches)
            } catch {
                throw ConformanceFailure(description: "seed \(seed), step \(step): \(error)")
            }
        }
        let (found, expected) = (try await Snapshot(of: store), try await Snapshot(of: model))
        try require(found == expected, "seed \(seed): the logs differ at the end")
        for id in batches.commandIDs {
            try expect(await store.receipt(of: id), is: await model.receipt(of: id), "seed \(seed): receipt of \(id)")
        }
        await store.close()
        await model.close()
    }

    private static func answer(_ store: any EventStore, _ batch: AppendBatch) async -> EventStoreError? {
        do {
            try await store.append(batch)
            return nil
        } catch {
            return error
        }
    }

    private static func same(_ one: EventStoreError?, _ another: EventStoreError?) -> Bool {
        guard let one, let another else { return one == nil && another == nil }
        return one.isSameRefusal(as: another)
    }

    private static func text(_ answer: EventStoreError?) -> String {
        answer.map { "\($0)" } ?? "that it is done"
    }

    private static func compareReads(
        _ store: any EventStore,
        _ model: any EventStore,
        _ batches: inout RandomBatches
    ) async throws {
        try expect(await store.size(), is: await model.size(), "size")
        let position = Position(batches.number(0...Int(batches.size) + 2))
        let limit = batches.number(1...20)
        let rows = try await store.rows(from: position, limit: limit)
        try expect(rows, is: Array(await model.rows(from: position, limit: limit).prefix(rows.count)), "rows")
        let entries = try await store.entries(from: position, limit: limit)
        let wanted = try await model.entries(from: position, limit: limit).prefix(entries.count)
        try expect(entries, is: Array(wanted), "entries")
        let stream = UInt32(batches.number(0...20))
        try expect(await store.history(of: stream), is: await model.history(of: stream), "history of \(stream)")
        let space = NameSpace(rawValue: UInt8(batches.number(0...4)))
        let first = UInt32(batches.number(0...5))
        try expect(await store.names(in: space, from: first), is: await model.names(in: space, from: first), "names")
        let id = "command \(batches.number(0...60))"
        try expect(await store.receipt(of: id), is: await model.receipt(of: id), "receipt of \(id)")
    }
}
