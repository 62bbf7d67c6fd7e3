import ArgumentParser
import EventLog
import Foundation
import MusterAPI
import MusterAudit
import MusterEngine
import MusterService
import MusterText
import SQLiteEventStore
import TransparencyLog

/// `muster restore FILE`: a ledger from its backup, where none is.
///
/// The head that was signed last stays beside the ledger, so a backup that is older than it is found out.
struct RestoreCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: about("restore"), discussion: examples("restore"), aliases: ["恢复"])

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("restore.file")) var file: String

    func run(in session: Session) async throws {
        let console = session.console
        let files = try session.files
        let backup = LedgerFiles(path: file)
        guard !FileManager.default.fileExists(atPath: files.path) else {
            throw Failure("alreadyThere", status: .conflict, ["path": files.path])
        }
        let (source, size) = try await check(backup, headOf: files, console)
        // The ledger comes last: once it is there, nothing is missing beside it.
        let attached = try backup.copyAttachments(to: files)
        if let keys = try? backup.publicKeys(), !FileManager.default.fileExists(atPath: files.verifierKeys) {
            try LedgerFiles.write(Array(keys.map { $0.text + "\n" }.joined().utf8), to: files.verifierKeys)
        }
        do { try await source.copy(to: files.path) } catch { throw Failure(error) }
        await source.close()
        // Opened once as a writer would: what was erased since the backup is erased again before anybody reads it.
        _ = try await session.openLedger()
        if console.isJSON {
            return console.out(json: RestoreReport(ledger: files.path, size: size, files: attached))
        }
        console.out(
            console.palette.paint("✓ ", .green)
                + console.say("restore.done", ["path": files.path, "size": "\(size)", "files": "\(attached)"]))
        if !FileManager.default.fileExists(atPath: files.key) {
            console.note(console.messagePalette.paint(console.say("restore.key", ["key": files.key]), .yellow))
        }
    }

    /// Verifies the backup, and that the head which was signed last does not know more.
    private func check(
        _ backup: LedgerFiles, headOf files: LedgerFiles, _ console: Console
    ) async throws(Failure) -> (source: SQLiteEventStore, size: Position) {
        var verification = LogVerification()
        verification.keys = (try? backup.publicKeys()) ?? []
        verification.file = { await backup.state(of: $0) }
        let meter = ProgressMeter(console)
        verification.progress = { done, size in
            meter.show { console.say("audit.verify.progress", ["done": "\(done)", "size": "\(size)"]) }
        }
        let source: SQLiteEventStore
        let report: VerificationReport
        do {
            source = try await SQLiteEventStore.open(at: backup.path, mode: .read)
            report = try await verification.run(on: source)
        } catch { throw Failure(error) }
        console.endProgress()
        guard report.isEqual else {
            throw Failure("backupDamaged", ["path": backup.path, "count": "\(report.findings.count)"])
        }
        let head: SignedCheckpoint?
        do { head = try HeadFile(path: files.head).read() } catch { throw Failure(error) }
        do {
            if let head = head?.checkpoint {
                guard head.size <= report.size else { throw Failure(.ahead(head: head.size, log: report.size)) }
                guard try await source.root(atSize: head.size) == head.root else {
                    throw Failure(.forked(at: head.size))
                }
            }
        } catch let error as EventStoreError { throw Failure(error) } catch let error as Failure { throw error } catch {
            throw Failure("io", ["detail": "\(error)"])
        }
        return (source, report.size)
    }
}

private struct RestoreReport: Encodable {
    var ledger: String
    var size: Position
    var files: Int
}
