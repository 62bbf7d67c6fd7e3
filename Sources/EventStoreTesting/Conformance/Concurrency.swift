internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    /// Appends one entry to a stream of the caller's own, deciding anew as long as others come first.
    private static func appendRetrying(_ store: any EventStore, id: String) async throws {
        while true {
            let size = try await store.size()
            // Stream 0 is everybody's: its revision is its number of entries, since all entries are in it.
            let batch = AppendBatch(
                expectedSize: size,
                commands: [.sample(id, .sample(0, UInt32(size) + 1))]
            )
            do {
                return try await store.append(batch)
            } catch EventStoreError.wrongSize {
                await Task.yield()
            }
        }
    }

    static let concurrencyCases: [Case] = [
        Case("many who append at the same time leave no gap and no double") { subject in
            try await subject.withStore { store in
                let writers = 16
                let each = 12
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<writers {
                        group.addTask {
                            for number in 0..<each { try await appendRetrying(store, id: "\(writer)/\(number)") }
                        }
                    }
                    try await group.waitForAll()
                }
                let total = writers * each
                try expect(await store.size(), is: Position(total), "size")
                let rows = try await store.rows(from: 0, limit: total)
                try expect(rows.map(\.revision), is: (1...UInt32(total)).map(\.self), "revisions")
                var taken: Set<Position> = []
                for writer in 0..<writers {
                    for number in 0..<each {
                        guard let receipt = try await store.receipt(of: "\(writer)/\(number)") else {
                            throw ConformanceFailure(description: "no receipt of \(writer)/\(number)")
                        }
                        try require(taken.insert(receipt.first).inserted, "two commands at \(receipt.first)")
                        try expect(receipt.last, is: receipt.first, "the last position of one entry")
                    }
                }
            }
        },
        Case("of many who append the same command one succeeds") { subject in
            try await subject.withStore { store in
                let batch = AppendBatch(expectedSize: 0, commands: [.sample("same", .sample(0, 1))])
                let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            do {
                                try await store.append(batch)
                                return true
                            } catch EventStoreError.wrongSize {
                                return false
                            }
                        }
                    }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                try expect(accepted, is: 1, "accepted appends")
                try expect(await store.size(), is: 1, "size")
            }
        },
        Case("a reader sees whole batches only, and never less than before") { subject in
            try await subject.withStore { store in
                let batches = 60
                let each = 5
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for number in 0..<batches {
                            let first = UInt32(number * each)
                            let entries = (1...UInt32(each)).map { NewEntry.sample(0, first + $0) }
                            let id = "c\(number)"
                            let command = CommandRecord(id: id, digest: CommandRecord.digest(of: id), entries: entries)
                            try await store.append(AppendBatch(expectedSize: Position(first), commands: [command]))
                        }
                    }
                    for _ in 0..<3 {
                        group.addTask {
                            var seen: Position = 0
                            while seen < Position(batches * each) {
                                let size = try await store.size()
                                try require(size >= seen, "the log shrank from \(seen) to \(size)")
                                try require(size % Position(each) == 0, "a part of a batch is seen: \(size)")
                                let rows = try await store.rows(from: 0, limit: .max)
                                try require(rows.count >= Int(size), "\(rows.count) rows of \(size)")
                                for (index, row) in rows.enumerated() {
                                    try expect(row.revision, is: UInt32(index) + 1, "revision at \(index)")
                                }
                                seen = size
                                await Task.yield()
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
        },
    ]
}
