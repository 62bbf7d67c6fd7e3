import EventLog
import EventStoreTesting
import Foundation
import MusterAPI
import MusterAudit
import MusterEngine
import Testing
import TransparencyLog

@testable import MusterServer

@Suite struct `A folder and a server` {
    private func connection(_ server: TestServer) throws -> ServerConnection {
        let start = ContinuousClock.now
        let patience = Patience(
            now: { start.duration(to: .now) }, rest: { try await Task.sleep(for: $0) }, chance: { 0.5 })
        return ServerConnection(
            to: try ServerAddress("http://127.0.0.1:\(server.port)"), token: nil, userAgent: "test",
            limit: .seconds(10), patience: patience)
    }

    private func export(_ house: LogHouse, _ head: SignedCheckpoint) async throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "muster-log-\(UUID().uuidString)")
        let export = LogExport(
            keys: house.key.verifierKeys,
            write: { path, bytes throws(LogExport.Fault) in
                let file = folder.appending(path: path)
                do {
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(bytes).write(to: file)
                } catch { throw LogExport.Fault(path: path, detail: "\(error)") }
            }, has: { _ in false })
        _ = try await export.run(of: house.store, at: head)
        return folder
    }

    @Test func `give the same log`() async throws {
        let house = try await LogHouse()
        for size in [1, 100, 255, 256, 257] as [UInt64] { try await house.sign(size) }
        let head = try await house.sign(house.size)
        let folder = try await export(house, head)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = FolderLog(path: folder.path)
        try await house.serve { server in
            let connection = try connection(server)
            let served = ServedLog(connection, district: "610113")
            #expect(try await served.newestCheckpoint() == file.newestCheckpoint())
            #expect(try await served.newestCheckpoint() == head)
            #expect(try await served.verifierKeys() == file.verifierKeys())
            #expect(try await served.verifierKeys() == house.key.verifierKeys)
            let sizes = try await served.checkpointSizes()
            #expect(try await sizes == file.checkpointSizes() && sizes.count == 6)
            for size in sizes + [0, 2, house.size + 1] {
                #expect(try await served.checkpoint(ofSize: size) == file.checkpoint(ofSize: size), "\(size)")
            }
            for coordinate in TileCoordinate.all(atSize: house.size) {
                let bytes = try await served.tile(coordinate)
                #expect(try await bytes == file.tile(coordinate) && bytes != nil, "\(coordinate.path)")
            }
            var leaves: [Hash] = []
            for coordinate in TileCoordinate.all(atSize: house.size) where coordinate.content == .entries {
                let bundle = try #require(try await served.tile(coordinate))
                leaves += try EntryBundle.decode(bundle, count: coordinate.width).map { .leaf($0) }
            }
            #expect(Frontier(leaves: leaves).root == head.checkpoint.root, "the entries are those that are signed")
            #expect(try await served.tile(TileCoordinate(.entries, index: 1)) == nil)
            #expect(try await file.tile(TileCoordinate(.entries, index: 1)) == nil)
            for (old, new) in [(1, 100), (100, 256), (256, 257), (255, house.size), (0, 100)] as [(UInt64, UInt64)] {
                let proof = try await served.consistencyProof(from: old, to: new)
                #expect(try await proof == file.consistencyProof(from: old, to: new))
                #expect(try await proof == house.store.consistencyProof(from: old, to: new))
            }
            for (index, size) in [(0, 1), (99, 100), (3, 257), (house.size - 1, house.size)] as [(UInt64, UInt64)] {
                let proof = try await served.inclusionProof(of: index, atSize: size)
                #expect(try await proof == file.inclusionProof(of: index, atSize: size))
                #expect(try await proof == house.store.inclusionProof(of: index, atSize: size))
            }
            let nobody = ServedLog(connection, district: "610199")
            #expect(try await nobody.newestCheckpoint() == nil)
            #expect(try await nobody.checkpointSizes() == [])
            #expect(try await nobody.verifierKeys() == [])
            await connection.close()
        }
    }

    @Test func `sizes of kept heads come page by page`() async throws {
        let house = try await LogHouse()
        for size in 1...house.size { try await house.sign(size) }
        try await house.serve { server in
            let connection = try connection(server)
            let served = ServedLog(connection, district: "610113")
            #expect(try await served.checkpointSizes() == Array(1...house.size))
            await connection.close()
        }
    }
}
