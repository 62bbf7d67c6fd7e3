import Testing
import TransparencyLog

/// How tiles are named (C2SP tlog-tiles v0.1.0).
struct TilePathTests {
    @Test(
        arguments: [
            (.hashes(level: 0), 0, 256, "tile/0/000"), (.hashes(level: 0), 5, 1, "tile/0/005.p/1"),
            (.hashes(level: 63), 999, 255, "tile/63/999.p/255"), (.hashes(level: 1), 1_000, 256, "tile/1/x001/000"),
            (.entries, 1_234_067, 256, "tile/entries/x001/x234/067"), (.entries, 0, 17, "tile/entries/000.p/17"),
            (.entries, 1_000_000, 2, "tile/entries/x001/x000/000.p/2"),
            (.hashes(level: 0), 36_028_797_018_963_967, 256, "tile/0/x036/x028/x797/x018/x963/967"),
        ] as [(TileCoordinate.Content, UInt64, Int, String)])
    func `a path says which tile it is`(content: TileCoordinate.Content, index: UInt64, width: Int, path: String) throws
    {
        let coordinate = TileCoordinate(content, index: index, width: width)
        #expect(coordinate.path == path)
        #expect(try TileCoordinate(path: path) == coordinate)
    }

    @Test(arguments: [
        "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000",
        "/tile/0/000", "tile//000", "tile/00/000", "tile/01/000", "tile/64/000", "tile/-1/000", "tile/+1/000",
        "tile/0/000/", "tile/0/x000/001", "tile/0/001/000", "tile/0/x001", "tile/0/x001/x000", "tile/0/X001/000",
        "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/1/",
        "tile/0/.p/1", "tile/0/000.P/1", "tile/0/000.p/x", "tile/entries", "tile/entry/000", "tile/8/0/000",
        "tile/0/00a", "tile/0/ 00", "tile/0/٠٠٠", "tile/0/000 ", "tile/0/../000", "Tile/0/000", "tile/0/000\n",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
    ])
    func `no other spelling is a path`(path: String) {
        #expect(throws: TransparencyError(.badTilePath, "")) { try TileCoordinate(path: path) }
    }

    @Test(arguments: [UInt64(7)]) func `any coordinate comes back from its path`(seed: UInt64) throws {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let index = UInt64.random(in: 0..<1 << 55, using: &random) >> UInt64.random(in: 0..<55, using: &random)
            let level = Int.random(in: -1..<64, using: &random)
            let coordinate = TileCoordinate(
                level < 0 ? .entries : .hashes(level: level), index: index, width: .random(in: 1...256, using: &random)
            )
            #expect(try TileCoordinate(path: coordinate.path) == coordinate)
        }
    }
}
