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

/// `muster backup FILE`: a whole copy of the ledger, whoever writes meanwhile.
struct BackupCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: about("backup"), discussion: examples("backup"), aliases: ["备份"])

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("backup.file")) var file: String

    func run(in session: Session) async throws {
        let console = session.console
        let files = try session.files
        let backup = LedgerFiles(path: file)
        // Signed before, so that the copy holds a checkpoint of nearly all that it has.
        _ = try? await session.newestCheckpoint()
        let store = try await session.openStore()
        let meter = ProgressMeter(console)
        let whole = files.bytes
        let watch = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(200))
                let percent = min(99, LedgerFiles(path: file + ".new").bytes * 100 / max(1, whole))
                meter.show { console.say("backup.progress", ["percent": "\(percent)"]) }
            }
        }
        defer { watch.cancel() }
        do { try await store.copy(to: file) } catch { throw Failure(error) }
        let (attached, copied) = try await Self.complete(backup, of: files)
        watch.cancel()
        console.endProgress()
        if console.isJSON {
            return console.out(
                json: BackupReport(
                    file: file, bytes: backup.bytes, files: attached, size: copied.size, root: copied.root.base64))
        }
        console.out(
            console.palette.paint("✓ ", .green)
                + console.say(
                    "backup.done",
                    [
                        "file": file, "size": "\(copied.size)", "files": "\(attached)",
                        "megabytes": String(format: "%.1f", Double(backup.bytes) / 1_000_000),
                        "root": copied.root.base64,
                    ]))
        console.note(console.messagePalette.paint(console.say("backup.next", ["key": files.key, "file": file]), .dim))
    }

    /// Puts beside the copy what belongs to it and looks at it. A copy that can't be completed is taken away again: it
    /// would be in the way of the next attempt.
    private static func complete(
        _ backup: LedgerFiles, of files: LedgerFiles
    ) async throws(Failure) -> (attached: Int, copied: TreeHead) {
        do throws(Failure) {
            let attached = try files.copyAttachments(to: backup)
            let keys = try files.publicKeysIfThere()
            if !keys.isEmpty { try backup.publish(keys) }
            return (attached, try await check(backup.path))
        } catch {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: backup.path + suffix) }
            throw error
        }
    }

    /// The copy, opened as an auditor would open it.
    private static func check(_ file: String) async throws(Failure) -> TreeHead {
        do {
            let copy = try await SQLiteEventStore.open(at: file, mode: .read)
            let head = try await copy.treeHead()
            await copy.close()
            return head
        } catch { throw Failure(error) }
    }
}

private struct BackupReport: Encodable {
    var file: String
    var bytes, files: Int
    var size: Position
    var root: String
}
