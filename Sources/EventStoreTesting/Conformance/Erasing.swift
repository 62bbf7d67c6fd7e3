internal import EventLog
internal import FoldRow

extension EventStoreConformance {
    static let erasureCases: [Case] = [
        Case("an erased text is gone with its salt, and nothing else is") { subject in
            var store = try await subject.create()
            try await fill(store, count: 40)
            for position in [0, 17, 39] as [Position] {
                try await store.erase([TextPlace(position: position, field: "reason")])
            }
            for round in ["at once", "after reopening"] {
                for entry in try await store.entries(from: 0, limit: 100) {
                    let erased = [0, 17, 39].contains(entry.position)
                    try expect(
                        entry.words.map(\.field), spelt: erased ? ["place"] : ["place", "reason"],
                        "fields at \(entry.position) \(round)")
                    try expect(entry.bytes, is: bytes(at: entry.position), "bytes at \(entry.position) \(round)")
                }
                store = try await subject.reopen(store)
            }
            try expect(await store.size(), is: 40, "size")
            await store.close()
        },
        Case("several texts are erased together, and erasing again succeeds") { subject in
            try await subject.withStore { store in
                try await fill(store, count: 20)
                let texts = (3..<9 as Range<Position>).flatMap { position in
                    ["place", "reason", "never there"].map { TextPlace(position: position, field: $0) }
                }
                try await store.erase(texts)
                let once = try await Snapshot(of: store)
                try await store.erase(texts)
                try await store.erase([])
                try require(await Snapshot(of: store) == once, "erasing again changed the log")
                for entry in try await store.entries(from: 0, limit: 20) {
                    let count = (3..<9).contains(entry.position) ? 0 : 2
                    try expect(entry.words.count, is: count, "words at \(entry.position)")
                }
            }
        },
        Case("a field is told from another by its bytes") { subject in
            try await subject.withStore { store in
                let words = [Word.sample("e\u{301}", "one"), Word.sample("\u{E9}", "another")]
                try await store.append(.sample("one", .sample(0, 1, words: words)))
                try await store.erase([TextPlace(position: 0, field: "\u{E9}")])
                let left = try await store.entries(from: 0, limit: 1)[0].words
                try expect(left.map(\.text), spelt: ["one"], "what is left")
            }
        },
        Case("a text of an entry to come is not erased") { subject in
            try await subject.withStore { store in
                try await fill(store, count: 2)
                do {
                    try await store.erase([TextPlace(position: 2, field: "reason")])
                } catch {
                    guard case EventStoreError.malformed = error else { throw error }
                    return
                }
                throw ConformanceFailure(description: "a text of an entry to come was erased")
            }
        },
        Case("the log goes on after an erasure, and remembers its commands") { subject in
            var store = try await subject.create()
            try await fill(store, count: 10)
            try await store.erase([TextPlace(position: 9, field: "reason")])
            try await store.append(.sample("next", .sample(0, 11)))
            store = try await subject.reopen(store)
            try expect(await store.receipt(of: "c9")?.first, is: 9, "receipt of the erased text's command")
            try expect(await store.history(of: 0).count, is: 11, "history")
            await store.close()
        },
    ]

    private static func bytes(at position: Position) -> [UInt8] { Array("entry 0/\(position + 1)".utf8) }

    /// So many entries of one stream, each with two texts.
    private static func fill(_ store: any EventStore, count: UInt32) async throws {
        for number in 0..<count {
            let words = [Word.sample("reason", "理由 \(number)"), Word.sample("place", "地点 \(number)")]
            try await store.append(.sample("c\(number)", .sample(0, number + 1, words: words)))
        }
    }
}
