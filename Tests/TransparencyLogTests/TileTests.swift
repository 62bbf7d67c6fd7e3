import Testing
import TransparencyLog

/// Tiles and entry bundles (C2SP tlog-tiles v0.1.0).
struct TileTests {
    @Test func `a tree of 70,000 has the tiles that the specification counts`() {
        let all = TileCoordinate.all(atSize: 70_000)
        func count(_ content: TileCoordinate.Content, full: Bool) -> Int {
            all.filter { $0.content == content && $0.isFull == full }.count
        }
        #expect(count(.hashes(level: 0), full: true) == 273 && count(.entries, full: true) == 273)
        #expect(count(.hashes(level: 1), full: true) == 1)
        let partials = ["tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
        #expect(all.filter { !$0.isFull }.map(\.path) == partials)
        #expect(TileCoordinate.partials(atSize: 70_000).map(\.path) == partials)
        #expect(all.count == 273 * 2 + 1 + 4)
        #expect(TileCoordinate.all(atSize: 0).isEmpty)
        #expect(TileCoordinate.all(atSize: 256).map(\.path) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
    }

    @Test(arguments: [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536] as [UInt64])
    func `the new tiles of a larger tree are those that the smaller has not`(old: UInt64) {
        for size in [old, old + 1, old + 255, old + 256, old + 300, old + 66_000] {
            let had = Set(TileCoordinate.all(atSize: old))
            let expected = TileCoordinate.all(atSize: size).filter { !had.contains($0) }
            #expect(TileCoordinate.new(since: old, atSize: size) == expected, "\(old) to \(size)")
            #expect(expected.allSatisfy { $0.exists(atSize: size) && !$0.exists(atSize: old) })
        }
    }

    @Test func `growing tiles give at every size just the tiles that there are`() throws {
        var tiles = GrowingTiles()
        var full: [TileCoordinate: [UInt8]] = [:]
        let large = NodeTable.large
        for index in 0..<UInt64(70_000) {
            for tile in tiles.append(large.hash(NodeCoordinate(level: 0, index: index))) {
                #expect(full.updateValue(tile.bytes, forKey: tile.coordinate) == nil)
            }
            guard index % 509 == 0 || index > 65_530 && index < 65_540 else { continue }
            for tile in tiles.partials { #expect(tile.bytes == (try large.tile(tile.coordinate))) }
        }
        #expect(tiles.frontier == large.frontier)
        let written = Set(full.keys).union(tiles.partials.map(\.coordinate))
        #expect(written == Set(TileCoordinate.all(atSize: 70_000).filter { $0.content != .entries }))
        for (coordinate, bytes) in full { #expect(bytes == (try large.tile(coordinate))) }
    }

    /// SHA-256 of tiles, computed with Python's hashlib.
    @Test(arguments: [
        ("tile/1/000", "3f2180f39b716a1f9ba5b330e55deac1781861f2854c705884f31806688285e0"),
        ("tile/1/001.p/17", "e7be92bf44b56bfc274e384835c09a9b949542f7ef3bed21a46195a871173926"),
        ("tile/0/273.p/112", "41c090f240cc1bbcec93391099da9f3bde6e87927975e789b8f7794061b27f1d"),
    ])
    func `a tile is what another implementation writes`(path: String, digest: String) throws {
        let tile = try NodeTable.large.tile(TileCoordinate(path: path))
        #expect(hex(ReferenceTree.sha(tile)) == digest)
    }

    @Test(arguments: [1, 255, 256, 257, 5_000, 65_535, 65_536, 70_000] as [UInt64])
    func `every proof can be made out of tiles`(size: UInt64) throws {
        let table = NodeTable.large
        var asked: [TileCoordinate: Int] = [:]
        var reader = TileReader(size: size) { coordinate in
            #expect(coordinate.exists(atSize: size))
            asked[coordinate, default: 0] += 1
            return try table.tile(coordinate)
        }
        #expect(try reader.frontier().root == table.root(size))
        for index in [0, 1, size / 3, size / 2, size - 1] where index < size {
            let proof = try InclusionProof(index: index, size: size) { node throws in try reader.hash(of: node) }
            #expect(proof == table.inclusion(index, size))
        }
        for old in [1, size / 3, size / 2, size - 1, size] where old > 0 {
            let proof = try ConsistencyProof(oldSize: old, newSize: size) { node throws in try reader.hash(of: node) }
            #expect(proof == table.consistency(old, size))
        }
        #expect(asked.values.allSatisfy { $0 == 1 }, "a tile is asked for once")
    }

    @Test(arguments: [0, 1, 256, 300, 65_535, 65_536, 69_000] as [UInt64])
    func `growing tiles go on from the partial tiles alone`(size: UInt64) throws {
        let table = NodeTable.large
        let partials = Set(TileCoordinate.partials(atSize: size))
        var tiles = try GrowingTiles(size: size) { coordinate in
            #expect(partials.contains(coordinate))
            return try table.tile(coordinate)
        }
        #expect(tiles.size == size && tiles.frontier.root == table.root(size))
        for index in size..<size + 600 {
            for tile in tiles.append(table.hash(NodeCoordinate(level: 0, index: index))) {
                #expect(tile.bytes == (try table.tile(tile.coordinate)))
            }
        }
        #expect(tiles.frontier.root == table.root(size + 600))
    }

    @Test func `a tile of another length is refused`() throws {
        let coordinate = TileCoordinate(.hashes(level: 0), index: 0, width: 2)
        let bad = TransparencyError(.badTile, "")
        #expect(throws: bad) { try Tile(coordinate, bytes: [UInt8](repeating: 0, count: 63)) }
        #expect(throws: bad) {
            try Tile(TileCoordinate(.entries, index: 0, width: 2), bytes: Array(repeating: 0, count: 64))
        }
        var reader = TileReader(size: 2) { _ in [] }
        #expect(throws: bad) { try reader.hash(of: NodeCoordinate(level: 1, index: 0)) }
    }
}
