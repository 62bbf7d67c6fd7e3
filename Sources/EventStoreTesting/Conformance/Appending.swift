internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    static let appendingCases: [Case] = [
        Case("a new log is empty") { subject in
            try await subject.withStore { store in
                let empty = try await Snapshot(of: store)
                try expect(empty.size, is: 0, "size")
                try require(empty.rows.isEmpty && empty.entries.isEmpty, "entries in a new log")
                try require(empty.names.allSatisfy(\.isEmpty), "names in a new log")
                try expect(await store.history(of: 0).count, is: 0, "history of a stream that is not there")
            }
        },
        Case("an append is seen at once and whole") { subject in
            try await subject.withStore { store in
                let entries = [NewEntry.sample(0, 1), .sample(1, 1), .sample(0, 2)]
                try await store.append(.sample("a", entries[0], entries[1]), .sample("b", entries[2]))
                try expect(await store.size(), is: 3, "size")
                try expect(await store.rows(from: 0, limit: 10), is: entries.map(\.row), "rows")
                let stored = try await store.entries(from: 0, limit: 10)
                try expect(stored.map(\.position), is: [0, 1, 2], "positions")
                try expect(stored.map(\.bytes), is: entries.map(\.bytes), "bytes")
            }
        },
        Case("entry bytes come back as they were given, whatever they are") { subject in
            try await subject.withStore { store in
                let bytes: [[UInt8]] = [
                    [0], [0, 0, 0], [0xFF, 0xFE, 0x80, 0xC0], Array("a\u{0}b".utf8), Array(0...255),
                    Array("e\u{301}".utf8), Array("\u{E9}".utf8),
                    Array(repeating: 0x61, count: Entry.maximumBytes),
                ]
                for (index, bytes) in bytes.enumerated() {
                    let row = FoldRow.sample(stream: 0, revision: UInt32(index) + 1)
                    try await store.append(.sample("c\(index)", NewEntry(bytes: bytes, words: [], row: row)))
                }
                try expect(await store.entries(from: 0, limit: 100).map(\.bytes), is: bytes, "bytes")
                try expect(await store.history(of: 0).map(\.bytes), is: bytes, "bytes of the history")
            }
        },
        Case("rows come back as they were given, to the ends of their ranges") { subject in
            try await subject.withStore { store in
                var least = FoldRow(kind: 0, stream: 0, revision: 1, time: .min, recorded: .min)
                (least.claimed, least.a, least.b, least.c) = (.min, .min, .min, .min)
                var most = FoldRow(kind: .max, stream: 1, revision: 1, time: .max, recorded: .max)
                (most.actor, most.unit, most.person, most.item, most.code) = (.max, .max, .max, .max, .max)
                (most.claimed, most.a, most.b, most.c) = (.max, .max, .max, .max)
                let rows = [least, most, .sample(stream: 1, revision: 2, mark: 42)]
                let entries = rows.map { NewEntry(bytes: [1], words: [], row: $0) }
                try await store.append(.sample("a", entries[0], entries[1], entries[2]))
                try expect(await store.rows(from: 0, limit: 3), is: rows, "rows")
            }
        },
        Case("words come back with their entries, by field, as they were given") { subject in
            try await subject.withStore { store in
                let words: [Word] = [
                    .sample("title", "小寨路 \u{0} 后半"), .sample("place", ""), .sample("e\u{301}", "\u{E9}"),
                    .sample("\u{E9}", "e\u{301}"), .sample("a", "\u{10FFFF}\u{FEFF}\n"),
                ]
                try await store.append(
                    .sample("a", .sample(0, 1, words: words), .sample(1, 1)),
                    .sample("b", .sample(0, 2, words: [.sample("title", "二")]))
                )
                let sorted = words.sorted { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) }
                for entries in [
                    try await store.entries(from: 0, limit: 3), try await store.history(of: 0),
                ] {
                    try expect(entries[0].words.map(\.field), spelt: sorted.map(\.field), "fields")
                    try expect(entries[0].words.map(\.text), spelt: sorted.map(\.text), "texts")
                    try expect(entries[0].words.map(\.salt), is: sorted.map(\.salt), "salts")
                    try expect(entries.last?.words, is: [.sample("title", "二")], "words of the last entry")
                }
                try expect(await store.entries(from: 1, limit: 1)[0].words, is: [], "words of an entry without any")
            }
        },
        Case("a batch may extend many streams, each by many entries") { subject in
            try await subject.withStore { store in
                let first: [NewEntry] = (0..<40).map { .sample($0 % 8, $0 / 8 + 1) }
                let second: [NewEntry] = (0..<40).map { .sample($0 % 10, $0 / 10 + ($0 % 10 < 8 ? 6 : 1)) }
                for (id, entries) in [("a", first), ("b", second)] {
                    let command = CommandRecord(id: id, digest: CommandRecord.digest(of: id), entries: entries)
                    try await store.append(AppendBatch(expectedSize: store.size(), commands: [command]))
                }
                let all = first + second
                try expect(await store.rows(from: 0, limit: 80), is: all.map(\.row), "rows")
                for stream in 0..<10 as Range<UInt32> {
                    let own = all.enumerated().filter { $0.element.row.stream == stream }
                    let history = try await store.history(of: stream)
                    try expect(history.map(\.position), is: own.map { Position($0.offset) }, "history of \(stream)")
                    try expect(history.map(\.bytes), is: own.map(\.element.bytes), "history of \(stream)")
                }
            }
        },
        Case("positions run on over many batches") { subject in
            try await subject.withStore { store in
                for number in 0..<100 as Range<UInt32> {
                    try await store.append(.sample("c\(number)", .sample(number % 3, number / 3 + 1)))
                }
                try expect(await store.size(), is: 100, "size")
                let positions = try await store.entries(from: 0, limit: 1000).map(\.position)
                try expect(positions, is: Array(0..<100), "positions")
            }
        },
    ]
}
