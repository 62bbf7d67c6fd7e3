internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    static let receiptCases: [Case] = [
        Case("a receipt says where a command stands and with which digest") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let one = Receipt(first: 0, last: 1, digest: CommandRecord.digest(of: "one"))
                let two = Receipt(first: 2, last: 2, digest: CommandRecord.digest(of: "two"))
                try expect(await store.receipt(of: "one"), is: one, "receipt of one")
                try expect(await store.receipt(of: "two"), is: two, "receipt of two")
                for id in ["", "o", "One", "three", String(repeating: "x", count: 500)] {
                    try expect(await store.receipt(of: id), is: nil, "receipt of \(id)")
                }
            }
        },
        Case("command ids are told apart by their bytes") { subject in
            try await subject.withStore { store in
                let ids = ["e\u{301}", "\u{E9}", "a", "a\u{0}", "a\u{0}b", " a"]
                for (number, id) in ids.enumerated() {
                    try expect(await store.receipt(of: id), is: nil, "receipt of id \(number)")
                    try await store.append(.sample(id, .sample(0, UInt32(number) + 1)))
                }
                for (number, id) in ids.enumerated() {
                    try expect(await store.receipt(of: id)?.first, is: Position(number), "receipt of id \(number)")
                }
            }
        },
        Case("a receipt is answered for ever, also after the log is opened again") { subject in
            var store = try await subject.create()
            for number in 0..<50 as Range<UInt32> {
                try await store.append(.sample("c\(number)", .sample(0, number + 1)))
                if number % 20 == 10 { store = try await subject.reopen(store) }
            }
            for number in 0..<50 as Range<UInt32> {
                let position = Position(number)
                let receipt = Receipt(first: position, last: position, digest: CommandRecord.digest(of: "c\(number)"))
                try expect(await store.receipt(of: "c\(number)"), is: receipt, "receipt of \(number)")
            }
            let again = AppendBatch(expectedSize: 50, commands: [.sample("c0", .sample(0, 51))])
            try await expect(store, refuses: again, with: .commandRepeated(id: "c0"))
            await store.close()
        },
    ]

    static let lifetimeCases: [Case] = [
        Case("a log opened again is the log that was closed, and goes on") { subject in
            var store = try await subject.create()
            store = try await subject.reopen(store)
            try expect(await store.size(), is: 0, "size of an empty log opened again")
            try await fill(store)
            let before = try await Snapshot(of: store)
            store = try await subject.reopen(store)
            try require(await Snapshot(of: store) == before, "the log changed when it was opened again")
            store = try await subject.reopen(store)
            let stale = AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(0, 2))])
            try await expect(store, refuses: stale, with: .wrongRevision(stream: 0, expected: 1, actual: 2))
            let known = AppendBatch(
                expectedSize: 3,
                commands: [.sample("x", .sample(0, 3))],
                names: [NewName(space: people, number: 2, text: "p-1")]
            )
            try await expect(store, refuses: known, with: .wrongName(space: people.rawValue, number: 2))
            try await store.append(
                .sample("x", .sample(0, 3), .sample(2, 1)),
                names: [NewName(space: people, number: 2, text: "p-2")]
            )
            try expect(await store.history(of: 0).map(\.position), is: [0, 2, 3], "history over the reopening")
            await store.close()
        },
        Case("a closed store says that it is closed, and may be closed again") { subject in
            let store = try await subject.create()
            try await fill(store)
            await store.close()
            await store.close()
            try await expectClosed("size") { () async throws(EventStoreError) in _ = try await store.size() }
            try await expectClosed("append") { () async throws(EventStoreError) in
                try await store.append(AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(0, 3))]))
            }
            try await expectClosed("receipt") { () async throws(EventStoreError) in
                _ = try await store.receipt(of: "one")
            }
            try await expectClosed("rows") { () async throws(EventStoreError) in
                _ = try await store.rows(from: 0, limit: 1)
            }
            try await expectClosed("entries") { () async throws(EventStoreError) in
                _ = try await store.entries(from: 0, limit: 1)
            }
            try await expectClosed("history") { () async throws(EventStoreError) in
                _ = try await store.history(of: 0)
            }
            try await expectClosed("names") { () async throws(EventStoreError) in
                _ = try await store.names(in: .stream, from: 0)
            }
        },
    ]
}
