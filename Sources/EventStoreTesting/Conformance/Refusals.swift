internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    /// A log of three entries in two streams, with names in two spaces.
    static func fill(_ store: any EventStore) async throws {
        try await store.append(
            .sample("one", .sample(0, 1), .sample(1, 1)),
            .sample("two", .sample(0, 2)),
            names: [
                NewName(space: .stream, number: 0, text: "district"),
                NewName(space: .stream, number: 1, text: "W2026-000001"),
                NewName(space: people, number: 1, text: "p-1"),
            ]
        )
    }

    static let people = NameSpace(rawValue: 3)

    static let refusalCases: [Case] = [
        Case("a batch decided on another size is refused") { subject in
            try await subject.withStore { store in
                try await fill(store)
                for size in [0, 2, 4, .max] as [Position] {
                    let batch = AppendBatch(expectedSize: size, commands: [.sample("x", .sample(0, 3))])
                    try await expect(store, refuses: batch, with: .wrongSize(expected: size, actual: 3))
                }
            }
        },
        Case("a batch that does not continue a stream's revision is refused") { subject in
            try await subject.withStore { store in
                try await fill(store)
                func refuse(
                    _ entries: [NewEntry],
                    _ stream: UInt32,
                    _ expected: UInt32,
                    _ actual: UInt32
                ) async throws {
                    let command = CommandRecord(id: "x", digest: CommandRecord.digest(of: "x"), entries: entries)
                    try await expect(
                        store,
                        refuses: AppendBatch(expectedSize: 3, commands: [command]),
                        with: .wrongRevision(stream: stream, expected: expected, actual: actual)
                    )
                }
                try await refuse([.sample(0, 2)], 0, 1, 2)
                try await refuse([.sample(0, 4)], 0, 3, 2)
                try await refuse([.sample(1, .max)], 1, .max - 1, 1)
                try await refuse([.sample(2, 2)], 2, 1, 0)
                try await refuse([.sample(0, 3), .sample(1, 2), .sample(0, 3)], 0, 2, 3)
                try await refuse([.sample(0, 3), .sample(2, 1), .sample(2, 3)], 2, 2, 1)
            }
        },
        Case("a new stream has the next number") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let far = AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(3, 1))])
                try await expect(store, refuses: far, with: .wrongName(space: 0, number: 3))
                let gap = AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(2, 1), .sample(4, 1))])
                try await expect(store, refuses: gap, with: .wrongName(space: 0, number: 4))
                let farthest = AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(.max, 1))])
                try await expect(store, refuses: farthest, with: .wrongName(space: 0, number: .max))
                try await store.append(.sample("x", .sample(2, 1), .sample(3, 1)))
            }
        },
        Case("a command id is accepted once, in one batch or in two") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let again = AppendBatch(expectedSize: 3, commands: [.sample("one", .sample(0, 3))])
                try await expect(store, refuses: again, with: .commandRepeated(id: "one"))
                let twice = AppendBatch(
                    expectedSize: 3,
                    commands: [.sample("x", .sample(0, 3)), .sample("x", .sample(0, 4))]
                )
                try await expect(store, refuses: twice, with: .commandRepeated(id: "x"))
                try await store.append(.sample("x", .sample(0, 3)))
                let later = AppendBatch(expectedSize: 4, commands: [.sample("x", .sample(0, 4))])
                try await expect(store, refuses: later, with: .commandRepeated(id: "x"))
            }
        },
        Case("what is wrong is looked for in one order: shape, size, commands, names, revisions") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let empty = NewEntry(bytes: [], words: [], row: .sample(stream: 0, revision: 1))
                var batch = AppendBatch(
                    expectedSize: 1,
                    commands: [.sample("one", .sample(0, 9), empty)],
                    names: [NewName(space: people, number: 7, text: "p-7")]
                )
                try await expect(store, refuses: batch, with: .malformed(""))
                batch.commands[0].entries.removeLast()
                try await expect(store, refuses: batch, with: .wrongSize(expected: 1, actual: 3))
                batch.expectedSize = 3
                try await expect(store, refuses: batch, with: .commandRepeated(id: "one"))
                batch.commands[0].id = "x"
                try await expect(store, refuses: batch, with: .wrongName(space: people.rawValue, number: 7))
                batch.names = []
                try await expect(store, refuses: batch, with: .wrongRevision(stream: 0, expected: 8, actual: 2))
            }
        },
        Case("a refused batch leaves nothing, and what was right in it can be appended") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let names = [
                    NewName(space: .stream, number: 2, text: "W2026-000002"),
                    NewName(space: people, number: 2, text: "p-2"),
                ]
                let good = CommandRecord.sample("good", .sample(2, 1, words: [.sample("title", "标题")]), .sample(0, 3))
                let bad = AppendBatch(expectedSize: 3, commands: [good, .sample("bad", .sample(0, 3))], names: names)
                try await expect(store, refuses: bad, with: .wrongRevision(stream: 0, expected: 2, actual: 3))
                try require(await store.receipt(of: "good") == nil, "a receipt of a refused batch")
                try await store.append(AppendBatch(expectedSize: 3, commands: [good], names: names))
                let receipt = Receipt(first: 3, last: 4, digest: good.digest)
                try expect(await store.receipt(of: "good"), is: receipt, "receipt")
                try expect(await store.names(in: people, from: 2), is: ["p-2"], "names")
            }
        },
    ]

    static let malformedCases: [Case] = [
        Case("a batch needs a command, and a command an entry") { subject in
            try await subject.withStore { store in
                let name = NewName(space: .stream, number: 0, text: "district")
                for batch in [
                    AppendBatch(expectedSize: 0), AppendBatch(expectedSize: 0, names: [name]),
                    AppendBatch(expectedSize: 0, commands: [.sample("a", .sample(0, 1)), .sample("b")]),
                ] {
                    try await expect(store, refuses: batch, with: .malformed(""))
                }
            }
        },
        Case("a command id has 1 to 128 bytes and a digest 16") { subject in
            try await subject.withStore { store in
                func batch(_ id: String, digest: Int) -> AppendBatch {
                    let digest = Array(repeating: 1 as UInt8, count: digest)
                    let command = CommandRecord(id: id, digest: digest, entries: [.sample(0, 1)])
                    return AppendBatch(expectedSize: 0, commands: [command])
                }
                let longest = String(repeating: "x", count: 128)
                let wide = String(repeating: "哨", count: 43)  // 129 bytes, 43 characters
                for id in ["", longest + "x", wide] {
                    try await expect(store, refuses: batch(id, digest: 16), with: .malformed(""))
                }
                for digest in [0, 15, 17, 32] {
                    try await expect(store, refuses: batch("a", digest: digest), with: .malformed(""))
                }
                try await store.append(batch(longest, digest: 16))
                try require(await store.receipt(of: longest) != nil, "no receipt of the longest id")
            }
        },
        Case("an entry has 1 to 65535 bytes, a revision from 1 and words of a field and a salt each") { subject in
            try await subject.withStore { store in
                let row = FoldRow.sample(stream: 0, revision: 1)
                let salt = Array(repeating: 1 as UInt8, count: 32)
                let word = Word(field: "title", salt: salt, text: "")
                for entry in [
                    NewEntry(bytes: [], words: [], row: row),
                    NewEntry(bytes: Array(repeating: 1, count: Entry.maximumBytes + 1), words: [], row: row),
                    NewEntry(bytes: [1], words: [], row: .sample(stream: 0, revision: 0)),
                    NewEntry(bytes: [1], words: [Word(field: "title", salt: [], text: "")], row: row),
                    NewEntry(bytes: [1], words: [Word(field: "title", salt: salt + [1], text: "")], row: row),
                    NewEntry(bytes: [1], words: [word, .sample("place", ""), word], row: row),
                ] {
                    let batch = AppendBatch(expectedSize: 0, commands: [.sample("a", entry)])
                    try await expect(store, refuses: batch, with: .malformed(""))
                }
                try await store.append(.sample("a", NewEntry(bytes: [1], words: [word], row: row)))
            }
        },
    ]
}
