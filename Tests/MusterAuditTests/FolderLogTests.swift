import Foundation
import MusterAPI
import MusterAudit
import MusterText
import Testing
import TransparencyLog

@Suite struct `A log in a folder` {
    @Test(arguments: [0, 1, 2, 7, 255, 256, 257, 700])
    func `has what the log has, and proofs out of it hold`(size: Int) async throws {
        let log = TestLog(size)
        let sizes = [0, size / 2, max(0, size - 1), size]
        var heads: [Int: SignedCheckpoint] = [:]
        for size in sizes { heads[size] = try log.sign(size) }
        let folder = try Folder()
        try await log.export(to: folder.url)
        let copy = FolderLog(path: folder.path)
        #expect(try await copy.newestCheckpoint() == heads[size])
        #expect(try await copy.verifierKeys() == [Keys.log.verifierKey])
        #expect(try await copy.checkpointSizes() == Set(sizes).sorted().map(UInt64.init))
        for old in Set(sizes) {
            let head = try #require(heads[old]).checkpoint
            #expect(try await copy.checkpoint(ofSize: UInt64(old))?.checkpoint == head)
            try await copy.check(try #require(heads[size]).checkpoint, extends: head)
            #expect(try await copy.root(atSize: UInt64(old)) == head.root)
        }
        for index in [0, size / 2, size - 1] where (0..<size).contains(index) {
            let proof = try await copy.inclusionProof(of: UInt64(index), atSize: UInt64(size))
            try proof.verify(leaf: .leaf(log.entry(index)), root: try #require(heads[size]).checkpoint.root)
        }
        for coordinate in TileCoordinate.all(atSize: UInt64(size)) {
            #expect(try await copy.tile(coordinate) == log.tile(coordinate))
        }
        #expect(try await copy.tile(TileCoordinate(.entries, index: 9)) == nil)
        #expect(try await copy.checkpoint(ofSize: 1_000_000) == nil)
    }

    @Test func `that is none has nothing`() async throws {
        let log = FolderLog(path: "/nowhere/at/all")
        #expect(try await log.newestCheckpoint() == nil)
        #expect(try await log.verifierKeys() == [])
        #expect(try await log.checkpointSizes() == [])
        let failure = await #expect(throws: Failure.self) { _ = try await log.inclusionProof(of: 0, atSize: 2) }
        #expect(failure?.code == "tileMissing")
    }

    @Test func `with another past is not taken for the old one's, and a damaged one for nothing`() async throws {
        let (log, other) = (TestLog(300), TestLog(600, word: "other", common: 299))
        let (old, new) = (try log.sign(300), try other.sign(600))
        let folder = try Folder()
        try await other.export(to: folder.url)
        let copy = FolderLog(path: folder.path)
        let forked = await #expect(throws: Failure.self) {
            try await copy.check(new.checkpoint, extends: old.checkpoint)
        }
        #expect(forked?.code == "consistencyFails" && forked?.isRefutation == true)
        let file = folder.url.appending(path: "tile/0/002.p/88")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: file)
        let damaged = await #expect(throws: Failure.self) {
            try await copy.check(new.checkpoint, extends: old.checkpoint)
        }
        #expect(damaged?.code == "tilesDiffer" && damaged?.isRefutation == false)
        try bytes.dropLast().write(to: file)
        let cut = await #expect(throws: Failure.self) { try await copy.check(new.checkpoint, extends: old.checkpoint) }
        #expect(cut?.code == "badTile" && cut?.isRefutation == false)
    }

    @Test(arguments: TransparencyError.Code.allCases)
    func `every error of the formats has its sentences`(code: TransparencyError.Code) {
        let failure = Failure(TransparencyError(code, "W-H-A-T"))
        #expect(failure.code == code.rawValue)
        #expect(!failure.zh.contains("«") && !failure.en.contains("«"), "\(failure.zh)")
        #expect(!failure.zh.contains("{") && !failure.en.contains("{"))
    }
}
