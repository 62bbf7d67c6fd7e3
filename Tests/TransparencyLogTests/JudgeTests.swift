import Foundation
import Testing
import TransparencyLog

/// `Scripts/test` names a folder and lets a reader that shares nothing with this code judge what is left there.
struct JudgeTests {
    private let size: UInt64 = 70_000

    @Test func `the judges get a whole log`() throws {
        guard let path = ProcessInfo.processInfo.environment["MUSTER_JUDGE_LOG"] else {
            print("skipped: MUSTER_JUDGE_LOG names no folder for the judges")
            return
        }
        let folder = URL(filePath: path)
        let table = NodeTable.large
        try write([Trial.logKey, Trial.witnessKey].map { $0 + "\n" }.joined().bytes, "vkey", folder)
        try write(try Trial.checkpoint(size: size).bytes, "checkpoint", folder)
        for size in [0, 1, 255, 256, 257, 65_536, 69_999] as [UInt64] {
            try write(try Trial.checkpoint(size: size).bytes, "checkpoints/\(size)", folder)
        }
        try writeTiles(folder)
        for index in [0, 255, 65_535, 65_536, 69_999] as [UInt64] {
            let proof = LogProof(
                table.inclusion(index, size), in: try Trial.checkpoint(size: size), extra: index == 0 ? [7] : nil
            )
            try write(proof.bytes, "proofs/\(index).tlog-proof", folder)
        }
        for (old, new) in [(1, 70_000), (256, 257), (65_535, 65_537), (65_536, 70_000), (7, 7)] as [(UInt64, UInt64)] {
            let lines = table.consistency(old, new).path.map { $0.base64 + "\n" }
            try write(lines.joined().bytes, "consistency/\(old)-\(new)", folder)
        }
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "tile/2/000.p/1").path))
    }

    private func writeTiles(_ folder: URL) throws {
        var tiles = GrowingTiles()
        for index in 0..<Int(size) {
            for tile in tiles.append(.leaf(NodeTable.entry(index))) {
                try write(tile.bytes, tile.coordinate.path, folder)
            }
        }
        for tile in tiles.partials { try write(tile.bytes, tile.coordinate.path, folder) }
        for coordinate in TileCoordinate.all(atSize: size) where coordinate.content == .entries {
            let entries = coordinate.range.map { NodeTable.entry(Int($0)) }
            try write(try EntryBundle.encode(entries), coordinate.path, folder)
        }
    }

    private func write(_ bytes: [UInt8], _ path: String, _ folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
