import EventLog
import Foundation
import SQLiteEventStore
import Testing
import TransparencyLog

@testable import MusterAudit

/// A log that was exported is verified from its files alone.
struct ExportedLogTests {
    private let log: SampleLog
    private let folder: URL

    init() async throws {
        log = try await SampleLog.made.value
        folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("export-\(UUID().uuidString)")
        let store = try await log.copy { _ in }
        _ = try await export(store, at: #require(log.checkpoints.last))
        await store.close()
    }

    private func export(_ store: SQLiteEventStore, at checkpoint: SignedCheckpoint) async throws -> LogExport.Summary {
        let folder = folder
        return try await LogExport(
            keys: log.key.verifierKeys,
            write: { path, bytes throws(LogExport.Fault) in
                let file = folder.appendingPathComponent(path)
                do {
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(bytes).write(to: file)
                } catch { throw LogExport.Fault(path: path, detail: "\(error)") }
            },
            has: { FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path) }
        ).run(of: store, at: checkpoint)
    }

    private func verify(against: [SignedCheckpoint] = []) async throws -> VerificationReport {
        var verification = LogVerification()
        verification.keys = log.key.verifierKeys
        verification.against = against
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await verification.run(on: FolderLog(path: folder.path))
    }

    private func change(_ path: String, _ change: (inout Data) -> Void) throws {
        let file = folder.appendingPathComponent(path)
        var bytes = try Data(contentsOf: file)
        change(&bytes)
        try bytes.write(to: file)
    }

    private func kinds(_ report: VerificationReport) -> Set<Finding.Kind> { Set(report.findings.kept.map(\.kind)) }

    @Test func `An export is equal to the ledger it is of`() async throws {
        let report = try await verify(against: [log.checkpoints[0]])
        #expect(report.findings.kept == [])
        #expect(report.size == Position(log.entries.count))
        #expect(report.root == log.checkpoints.last?.checkpoint.root)
        #expect(report.anchored == report.size && report.checkpoints == log.checkpoints.count + 1)
    }

    @Test func `An export that is repeated writes what is new, and the log goes on where it was`() async throws {
        let store = try await log.copy { _ in }
        let summary = try await export(store, at: #require(log.checkpoints.last))
        await store.close()
        // The newest checkpoint and the keys are written each time.
        #expect(summary.written == 2 && summary.kept > 20)
        #expect(try await verify().findings.kept == [])
    }

    @Test func `A changed byte of a bundle, of a tile and of a checkpoint are found`() async throws {
        try change("tile/entries/003") { $0[300] ^= 1 }
        let bundle = try await verify()
        #expect(kinds(bundle).isSuperset(of: [.tile, .checkpoint]))
    }

    @Test func `A changed tile is found where its leaves begin`() async throws {
        try change("tile/0/002") { $0[64] ^= 1 }
        let report = try await verify()
        #expect(kinds(report) == [.tile])
        #expect(report.findings.kept.map(\.position) == [512])
    }

    @Test func `A bundle, a tile and a checkpoint that are missing are found`() async throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("tile/0/001"))
        #expect(kinds(try await verify()) == [.tile])
    }

    @Test func `Without a bundle the rest is still looked at`() async throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("tile/entries/001"))
        let report = try await verify()
        #expect(kinds(report).contains(.block))
        #expect(report.findings.kept.first { $0.kind == .block }?.position == 256)
        #expect(report.size == Position(log.entries.count - 256) && report.root == nil)
    }

    @Test func `A checkpoint whose signature does not hold is found by its size`() async throws {
        let size = log.checkpoints[0].checkpoint.size
        try change("checkpoints/\(size)") { $0[$0.count - 20] ^= 1 }
        let report = try await verify()
        #expect(kinds(report) == [.signature] && report.findings.kept[0].position == size)
    }
}
