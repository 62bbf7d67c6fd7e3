internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    /// Batches of several sizes; nine streams.
    private static func fillUnevenly(_ store: any EventStore) async throws -> [NewEntry] {
        var entries: [NewEntry] = []
        var revisions: [UInt32] = []
        for (number, count) in [1, 7, 1, 1, 30, 2, 18].enumerated() {
            var new: [NewEntry] = []
            for index in 0..<count {
                let stream = min(UInt32((entries.count + index) % 9), UInt32(revisions.count))
                if stream == revisions.count { revisions.append(0) }
                revisions[Int(stream)] += 1
                new.append(.sample(stream, revisions[Int(stream)], words: [.sample("n", "\(entries.count + index)")]))
            }
            let id = "batch \(number)"
            let command = CommandRecord(id: id, digest: CommandRecord.digest(of: id), entries: new)
            try await store.append(AppendBatch(expectedSize: Position(entries.count), commands: [command]))
            entries += new
        }
        return entries
    }

    static let readingCases: [Case] = [
        Case("reading may begin at any position and end at any limit") { subject in
            try await subject.withStore { store in
                let all = try await fillUnevenly(store)
                for start in 0..<all.count {
                    for limit in [1, 2, 5, 29, 60, Int.max] {
                        let end = start + min(limit, all.count - start)
                        let rows = try await store.rows(from: Position(start), limit: limit)
                        try require(!rows.isEmpty && rows.count <= limit, "\(rows.count) rows from \(start)")
                        try expect(rows, is: all[start..<start + rows.count].map(\.row), "rows from \(start)")
                        let entries = try await store.entries(from: Position(start), limit: limit)
                        try require(!entries.isEmpty && entries.count <= limit, "\(entries.count) from \(start)")
                        let wanted = all[start..<min(end, start + entries.count)]
                        try expect(entries.map(\.bytes), is: wanted.map(\.bytes), "entries from \(start)")
                        try expect(entries.map(\.words), is: wanted.map(\.words), "words from \(start)")
                        try expect(entries[0].position, is: Position(start), "first position")
                    }
                }
            }
        },
        Case("behind the end, and with a limit below 1, nothing is answered") { subject in
            try await subject.withStore { store in
                try await fill(store)
                for (position, limit) in [(3, 1), (4, 10), (.max, 1), (.max, .max), (0, 0), (1, -1), (0, .min)]
                    as [(Position, Int)]
                {
                    try expect(await store.rows(from: position, limit: limit), is: [], "rows from \(position)")
                    try expect(await store.entries(from: position, limit: limit), is: [], "entries from \(position)")
                }
            }
        },
        Case("a history is its stream's entries, oldest first") { subject in
            try await subject.withStore { store in
                let all = try await fillUnevenly(store)
                for stream in 0..<9 as Range<UInt32> {
                    let own = all.enumerated().filter { $0.element.row.stream == stream }
                    let history = try await store.history(of: stream)
                    try expect(history.map(\.position), is: own.map { Position($0.offset) }, "positions of \(stream)")
                    try expect(history.map(\.bytes), is: own.map(\.element.bytes), "bytes of \(stream)")
                    try expect(history.map(\.words), is: own.map(\.element.words), "words of \(stream)")
                    for (index, entry) in history.enumerated() {
                        let head = StreamHead(
                            stream: stream, revision: UInt32(index) + 1, position: entry.position)
                        for after in [0, index / 2, index, index + 1] {
                            try expect(
                                await store.history(of: head, after: after),
                                is: Array(history[..<(index + 1)].dropFirst(after)),
                                "history of \(stream) to \(index + 1) after \(after)")
                        }
                        guard stream == 0 else { continue }
                        let first = try await store.firstStream(upTo: head)
                        try expect(
                            first.map(\.position), is: history[...index].map(\.position),
                            "positions of the first stream")
                        try expect(first.map(\.bytes), is: history[...index].map(\.bytes), "bytes of the first stream")
                    }
                }
                for stream in [9, .max] as [UInt32] {
                    try expect(await store.history(of: stream), is: [], "history of stream \(stream)")
                }
            }
        },
    ]

    static let nameCases: [Case] = [
        Case("names come back by space and number, as they were spelt") { subject in
            try await subject.withStore { store in
                try await fill(store)
                let texts = ["district", "", "a\u{0}b", "e\u{301}", "\u{E9}", "小寨路"]
                let names = texts.enumerated().map { NewName(space: people, number: UInt32($0) + 2, text: $1) }
                try await store.append(.sample("x", .sample(0, 3)), names: names)
                try expect(await store.names(in: people, from: 1), spelt: ["p-1"] + texts, "names")
                try expect(await store.names(in: people, from: 0), spelt: ["p-1"] + texts, "names from 0")
                for first in 2...7 as ClosedRange<UInt32> {
                    let rest = Array(texts.dropFirst(Int(first) - 2))
                    try expect(await store.names(in: people, from: first), spelt: rest, "names from \(first)")
                }
                try expect(await store.names(in: .stream, from: 1), spelt: ["W2026-000001"], "stream names")
                for first in [8, .max] as [UInt32] {
                    try expect(await store.names(in: people, from: first), spelt: [], "names behind the last")
                }
                try expect(await store.names(in: NameSpace(rawValue: 255), from: 0), spelt: [], "an empty space")
            }
        },
        Case("a name's number is the next of its space: streams from 0, the rest from 1") { subject in
            try await subject.withStore { store in
                try await fill(store)
                func refuse(_ names: [(NameSpace, UInt32)], at wrong: Int = 0) async throws {
                    let batch = AppendBatch(
                        expectedSize: 3,
                        commands: [.sample("x", .sample(0, 3))],
                        names: names.map { NewName(space: $0, number: $1, text: "new \($1)") }
                    )
                    let (space, number) = names[wrong]
                    try await expect(store, refuses: batch, with: .wrongName(space: space.rawValue, number: number))
                }
                let other = NameSpace(rawValue: 9)
                for number in [0, 1, 3, .max] as [UInt32] { try await refuse([(people, number)]) }
                for number in [0, 1, 3, .max] as [UInt32] { try await refuse([(.stream, number)]) }
                for number in [0, 2] as [UInt32] { try await refuse([(other, number)]) }
                try await refuse([(people, 2), (other, 1), (people, 4)], at: 2)
                try await refuse([(people, 2), (people, 2)], at: 1)
                let fine = [(people, 2), (other, 1), (.stream, 2), (people, 3), (other, 2)] as [(NameSpace, UInt32)]
                try await store.append(
                    .sample("x", .sample(0, 3)),
                    names: fine.map { NewName(space: $0, number: $1, text: "new \($1)") }
                )
                try expect(await store.names(in: other, from: 1), is: ["new 1", "new 2"], "names")
            }
        },
        Case("a name is given once in its space") { subject in
            try await subject.withStore { store in
                try await fill(store)
                func batch(_ texts: String...) -> AppendBatch {
                    let names = texts.enumerated().map { NewName(space: people, number: UInt32($0) + 2, text: $1) }
                    return AppendBatch(expectedSize: 3, commands: [.sample("x", .sample(0, 3))], names: names)
                }
                let wrong = { EventStoreError.wrongName(space: people.rawValue, number: $0) }
                try await expect(store, refuses: batch("p-1"), with: wrong(2))
                try await expect(store, refuses: batch("p-2", "p-3", "p-2"), with: wrong(4))
                try await store.append(batch("district", "W2026-000001"))
            }
        },
    ]
}
