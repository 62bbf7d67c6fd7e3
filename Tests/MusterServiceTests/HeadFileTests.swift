import EventLog
import Foundation
import MusterEngine
import Testing
import TransparencyLog

@testable import MusterService

/// The last signed head, in its file beside the ledger.
struct HeadFileTests {
    private func head(_ size: UInt64) throws -> SignedCheckpoint {
        let key = try #require(SigningKey(seed: [UInt8](repeating: 3, count: 32), districtCode: "610113"))
        return SignedCheckpoint(
            try Checkpoint(origin: key.name, size: size, root: .leaf([UInt8(size)])), signers: [key.signer])
    }

    @Test func `A head is read as it was written, the newest in place of the last, and nothing else is left`() throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = HeadFile(path: folder.appendingPathComponent("l.head").path)
        #expect(try file.read() == nil)
        for size in [1, 2] as [UInt64] {
            try file.write(head(size))
            #expect(try file.read() == head(size))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["l.head"])
    }

    @Test func `A ledger may be named by where the process is`() throws {
        let name = "head-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: name) }
        let file = HeadFile(path: name)
        try file.write(head(3))
        #expect(try HeadFile(path: name).read() == head(3))
    }

    @Test func `What is no head, and a folder that is not there, are errors that name the file`() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: HeadError.self) { try HeadFile(path: path).read() }
        let lost = HeadFile(path: path + "-not/there")
        do {
            try lost.write(head(1))
            Issue.record("written to nowhere")
        } catch { #expect("\(error)".contains("-not/there")) }
    }
}
