import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterAudit
import MusterService
import MusterText
import SQLiteEventStore
import TransparencyLog

/// `muster audit export DIR`: the log as files, which any C2SP tool reads.
struct AuditExport: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: about("audit.export"), discussion: examples("audit.export"), aliases: ["导出"])

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("audit.folder")) var folder: String

    func run(in session: Session) async throws {
        let console = session.console
        let checkpoint = try await session.newestCheckpoint()
        let store = try await session.openStore()
        try await checkFolder(against: checkpoint, of: store)
        let meter = ProgressMeter(console)
        let export = LogExport(
            keys: try session.files.publicKeys(),
            write: { path, bytes throws(LogExport.Fault) in
                let target = URL(fileURLWithPath: folder).appendingPathComponent(path)
                do {
                    try FileManager.default.createDirectory(
                        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(bytes).write(to: target, options: .atomic)
                } catch { throw LogExport.Fault(path: path, detail: error.fileReason) }
            },
            has: { path in
                FileManager.default.fileExists(
                    atPath: URL(fileURLWithPath: folder).appendingPathComponent(path).path)
            },
            progress: { done, all in
                meter.show {
                    console.say("audit.export.progress", ["done": "\(done)", "all": "\(all)"])
                }
            })
        let summary: LogExport.Summary
        do { summary = try await export.run(of: store, at: checkpoint) } catch {
            switch error {
            case .store(let error): throw Failure(error)
            case .file(let fault):
                throw Failure("fileUnreadable", ["path": fault.path, "detail": fault.detail])
            }
        }
        console.endProgress()
        if console.isJSON {
            return console.out(
                json: ExportReport(
                    folder: folder, size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root.base64,
                    written: summary.written, kept: summary.kept))
        }
        console.out(
            console.palette.paint("✓ ", .green)
                + console.say(
                    "audit.exported",
                    [
                        "size": "\(checkpoint.checkpoint.size)", "folder": folder, "written": "\(summary.written)",
                        "kept": "\(summary.kept)",
                    ]))
    }

    /// What lies in the folder already has to be an earlier state of the same log: full tiles are not written again.
    private func checkFolder(against checkpoint: SignedCheckpoint, of store: SQLiteEventStore) async throws {
        let path = URL(fileURLWithPath: folder).appendingPathComponent("checkpoint").path
        guard FileManager.default.fileExists(atPath: path) else { return }
        let there = try AuditFile.checkpoint(path).checkpoint
        let root: Hash?
        do { root = try await store.root(atSize: there.size) } catch { throw Failure(error) }
        guard there.isOf(origin: checkpoint.checkpoint.origin), root == there.root else {
            throw Failure("exportOther", status: .conflict, ["path": folder, "origin": there.origin])
        }
    }
}

private struct ExportReport: Encodable {
    var folder: String
    var size: Position
    var root: String
    var written, kept: Int
}
