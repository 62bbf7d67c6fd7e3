internal import EventLog
internal import FoldRow
internal import TransparencyLog

extension EventStoreConformance {
    static let treeCases: [Case] = [
        Case("the tree of an empty log is the empty tree") { subject in
            try await subject.withStore { store in
                try expect(await store.treeHead(), is: TreeHead(size: 0, root: .emptyRoot), "head")
                try expect(await store.root(atSize: 0), is: .emptyRoot, "root of no entries")
                try expect(await store.root(atSize: 1), is: nil, "root of an entry that is not there")
                try expect(await store.inclusionProof(of: 0, atSize: 0), is: nil, "proof of no entry")
                try expect(await store.tile(TileCoordinate(.hashes(level: 0), index: 0, width: 1)), is: nil, "tile")
            }
        },
        Case("the tree is over the bytes of the entries at every size, also after the log is opened again") { subject in
            var store = try await subject.create()
            var leaves: [Hash] = []
            // Sizes on both sides of a full tile of leaves, and batches that fill none, one and several.
            for (number, count) in [1, 2, 252, 1, 1, 254, 1, 1, 700].enumerated() {
                leaves += try await append(count, to: store)
                if number % 2 == 1 { store = try await subject.reopen(store) }
                let head = TreeHead(size: Position(leaves.count), root: Frontier(leaves: leaves).root)
                try expect(await store.treeHead(), is: head, "head of \(leaves.count) entries")
            }
            for size in [0, 1, 2, 3, 254, 255, 256, 257, 511, 512, 513, 767, 768, 1_024, leaves.count] {
                let root = Frontier(leaves: leaves.prefix(size)).root
                try expect(await store.root(atSize: Position(size)), is: root, "root of \(size) entries")
            }
            await store.close()
        },
        Case("every entry can be proved in every tree that has it, and every tree from every smaller one") { subject in
            try await subject.withStore { store in
                let leaves = try await append(515, to: store)
                let roots = (0...leaves.count).map { Frontier(leaves: leaves.prefix($0)).root }
                for (position, size) in [(0, 1), (0, 515), (254, 255), (255, 256), (255, 515), (256, 257), (514, 515)] {
                    let proof = try await store.inclusionProof(of: Position(position), atSize: Position(size))
                    try require(proof != nil, "no proof of \(position) at \(size)")
                    try proof?.verify(leaf: leaves[position], root: roots[size])
                }
                for (old, new) in [(0, 515), (1, 2), (255, 256), (256, 257), (256, 512), (300, 515), (515, 515)] {
                    let proof = try await store.consistencyProof(from: Position(old), to: Position(new))
                    try require(proof != nil, "no proof from \(old) to \(new)")
                    try proof?.verify(oldRoot: roots[old], newRoot: roots[new])
                }
                try expect(await store.inclusionProof(of: 3, atSize: 3), is: nil, "an entry the tree has not")
                try expect(await store.inclusionProof(of: 3, atSize: 516), is: nil, "a tree that is not there")
                try expect(await store.consistencyProof(from: 4, to: 3), is: nil, "from a larger tree")
                try expect(await store.consistencyProof(from: 4, to: 516), is: nil, "to a tree that is not there")
            }
        },
        Case("tiles and bundles are those of the entries, full and partial") { subject in
            try await subject.withStore { store in
                let leaves = try await append(515, to: store)
                for coordinate in TileCoordinate.all(atSize: 515) + TileCoordinate.all(atSize: 300) {
                    guard case .hashes(let level) = coordinate.content else {
                        let entries = try await store.entries(
                            from: coordinate.range.lowerBound, limit: coordinate.width)
                        let bundle = try EntryBundle.encode(entries.map(\.bytes))
                        try expect(await store.entryBundle(coordinate), is: bundle, coordinate.path)
                        continue
                    }
                    var hashes: [UInt8] = []
                    for number in coordinate.range {
                        let first = Int(number) << (8 * level)
                        hashes.append(Frontier(leaves: leaves[first..<first + 1 << (8 * level)]).root)
                    }
                    try expect(await store.tile(coordinate)?.bytes, is: hashes, coordinate.path)
                }
                for absent in [
                    TileCoordinate(.hashes(level: 0), index: 2, width: 4), TileCoordinate(.hashes(level: 0), index: 2),
                    TileCoordinate(.hashes(level: 1), index: 0, width: 3), TileCoordinate(.hashes(level: 63), index: 0),
                ] {
                    try expect(await store.tile(absent), is: nil, absent.path)
                }
                try expect(await store.entryBundle(TileCoordinate(.entries, index: 2, width: 4)), is: nil, "bundle")
            }
        },
    ]

    static let checkpointCases: [Case] = [
        Case("checkpoints are kept by their size, also after the log is opened again") { subject in
            var store = try await subject.create()
            _ = try await append(10, to: store)
            let signer = NoteSigner(name: try KeyName("log.example/a"), seed: [UInt8](repeating: 1, count: 32))
            func checkpoint(_ size: UInt64, extensions: [String] = []) throws -> SignedCheckpoint {
                let root: Hash = size == 0 ? .emptyRoot : .leaf([UInt8(size)])
                return SignedCheckpoint(
                    try Checkpoint(origin: "log.example/a", size: size, root: root, extensions: extensions),
                    signers: [signer].compactMap(\.self))
            }
            try expect(await store.checkpoint(upTo: .max), is: nil, "newest of none")
            try expect(await store.checkpoints(from: 0, limit: 10), is: [], "none")
            for size in [3, 7, 10] as [UInt64] { try await store.keep(checkpoint(size)) }
            try await store.keep(checkpoint(7, extensions: ["again"]))
            store = try await subject.reopen(store)
            let kept = try [checkpoint(3), checkpoint(7, extensions: ["again"]), checkpoint(10)]
            try expect(await store.checkpoints(from: 0, limit: 10), is: kept, "all")
            try expect(await store.checkpoints(from: 4, limit: 1), is: [kept[1]], "one from 4 on")
            try expect(await store.checkpoint(upTo: 2), is: nil, "up to 2")
            try expect(await store.checkpoint(upTo: 9), is: kept[1], "up to 9")
            try expect(await store.checkpoint(upTo: .max), is: kept[2], "newest")
            do {
                try await store.keep(checkpoint(11))
                throw ConformanceFailure(description: "a checkpoint beyond the log was kept")
            } catch let error as EventStoreError {
                try expect(error, is: .wrongSize(expected: 11, actual: 10), "error")
            }
            try expect(await store.size(), is: 10, "size")
            await store.close()
        }
    ]

    /// Appends entries of different lengths to the first stream and answers their leaves.
    private static func append(_ count: Int, to store: any EventStore) async throws -> [Hash] {
        let size = try await store.size()
        let entries = (0..<Position(count)).map { number in
            let position = size + number
            return NewEntry(
                bytes: Array("\(position)".utf8) + [UInt8](repeating: 0x2E, count: Int(position % 70)), words: [],
                row: .sample(stream: 0, revision: UInt32(position) + 1))
        }
        let command = CommandRecord(
            id: "from \(size)", digest: CommandRecord.digest(of: "from \(size)"), entries: entries)
        // The first entry names its stream.
        let names = size == 0 ? [NewName(space: .stream, number: 0, text: "s0")] : []
        try await store.append(AppendBatch(expectedSize: size, commands: [command], names: names))
        return entries.map { .leaf($0.bytes) }
    }
}
