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

    @Flag(name: .long, help: help("restore.newEpoch")) var newEpoch = false

    func run(in session: Session) async throws {
        let console = session.console
        let files = try session.files
        let backup = LedgerFiles(path: file)
        // Before keys are exchanged; a write-ahead log alone may hold what was acknowledged.
        for path in [files.path, files.path + "-wal"] where FileManager.default.fileExists(atPath: path) {
            throw Failure("alreadyThere", status: .conflict, ["path": path])
        }
        // What is left beside the ledger that was lost counts too.
        var keys = try backup.publicKeysIfThere()
        keys += try files.publicKeysIfThere().filter { !keys.contains($0) }
        let copy = try await verified(backup, beside: files, keys, console)
        let size = try await size(of: copy)
        let epoch = newEpoch ? try await self.epoch(of: files, from: copy, keys) : nil
        if epoch == nil { try await check(copy, againstHeadOf: files) }
        try epoch?.prepare()
        // The ledger comes last: once it is there, nothing is missing beside it.
        let attached = try backup.copyAttachments(to: files)
        if epoch == nil, !keys.isEmpty { try files.publish(keys) }
        do { try await copy.copy(to: files.path) } catch { throw Failure(error) }
        await copy.close()
        // Opened once as a writer would: what was erased since the backup is erased again before anybody reads it, and
        // a new epoch says so.
        _ = try await session.openLedger()
        if console.isJSON {
            return console.out(
                json: RestoreReport(
                    ledger: files.path, size: size, files: attached, origin: epoch?.key.name,
                    verifierKey: epoch?.key.verifierKey))
        }
        console.out(
            console.palette.paint("✓ ", .green)
                + console.say("restore.done", ["path": files.path, "size": "\(size)", "files": "\(attached)"]))
        if let epoch { return print(epoch, size, files, on: console) }
        if !FileManager.default.fileExists(atPath: files.key) {
            console.note(console.messagePalette.paint(console.say("restore.key", ["key": files.key]), .yellow))
        }
    }

    private func print(_ epoch: NewEpoch, _ size: Position, _ files: LedgerFiles, on console: Console) {
        let former = epoch.former.checkpoint
        let values = [
            "origin": epoch.key.name, "vkey": epoch.key.verifierKey, "key": files.key, "formerOrigin": former.origin,
            "first": "\(size)", "last": "\(former.size - min(former.size, 1))", "head": files.head + ".former",
            "formerKey": files.formerKey,
        ]
        console.out(console.say("epoch.began", values))
        if former.size > size { console.out(console.palette.paint(console.say("epoch.lost", values), .yellow)) }
        console.note(console.messagePalette.paint(console.say("epoch.next", values), .dim))
    }

    /// The backup, opened for reading, with nothing wrong in it.
    private func verified(
        _ backup: LedgerFiles, beside files: LedgerFiles, _ keys: [VerifierKey], _ console: Console
    ) async throws(Failure) -> SQLiteEventStore {
        var verification = LogVerification()
        verification.keys = keys
        verification.file = { sha256 throws(EventStoreError) in
            let state = try await backup.state(of: sha256)
            if case .missing = state { return try await files.state(of: sha256) }
            return state
        }
        let meter = ProgressMeter(console)
        verification.progress = { done, size in
            meter.show { console.say("audit.verify.progress", ["done": "\(done)", "size": "\(size)"]) }
        }
        let copy: SQLiteEventStore
        let report: VerificationReport
        do {
            copy = try await SQLiteEventStore.open(at: backup.path, mode: .read)
            report = try await verification.run(on: copy)
        } catch { throw Failure(error) }
        console.endProgress()
        guard report.isEqual else {
            throw Failure("backupDamaged", ["path": backup.path, "count": "\(report.findings.count)"])
        }
        return copy
    }

    /// The head which was signed last must not know more than the copy, nor anything else.
    private func check(_ copy: SQLiteEventStore, againstHeadOf files: LedgerFiles) async throws(Failure) {
        let head: Checkpoint?
        let keeper = HeadFile(path: files.head)
        do {
            if try keeper.readPending() != nil { throw Failure("epochPending", status: .conflict) }
            head = try keeper.read()?.checkpoint
        } catch let error as Failure { throw error } catch let error as HeadError { throw Failure(error) } catch {
            throw Failure("io", ["detail": "\(error)"])
        }
        let size = try await size(of: copy)
        let signing: HeadSigning?
        let newest: SignedCheckpoint?
        do { signing = try files.signing() } catch { throw Failure(error) }
        do { newest = try await copy.checkpoint(upTo: .max) } catch { throw Failure(error) }
        // Found out before the copy is there, and not by the first who opens it.
        if let signing, let newest, !signing.hasSigned(newest) {
            throw Failure(.foreign(origin: newest.checkpoint.origin))
        }
        guard let head else { return }
        guard head.size <= size else { throw Failure(.ahead(head: head.size, log: size)) }
        try await check(copy, extends: head)
    }

    private func check(_ copy: SQLiteEventStore, extends head: Checkpoint) async throws(Failure) {
        let root: Hash?
        do { root = try await copy.root(atSize: head.size) } catch { throw Failure(error) }
        guard root == head.root else { throw Failure(.forked(at: head.size)) }
    }

    /// What is to be made ready for a new epoch. That the copy is older is what it is for; another history is not.
    private func epoch(
        of files: LedgerFiles, from copy: SQLiteEventStore, _ keys: [VerifierKey]
    ) async throws(Failure) -> NewEpoch {
        let size = try await size(of: copy)
        let newest: SignedCheckpoint?
        do { newest = try await copy.checkpoint(upTo: .max) } catch { throw Failure(error) }
        let epoch = try NewEpoch(of: files, newest: newest, size: size, keys: keys)
        if epoch.former.checkpoint.size <= size { try await check(copy, extends: epoch.former.checkpoint) }
        return epoch
    }

    private func size(of copy: SQLiteEventStore) async throws(Failure) -> Position {
        do { return try await copy.size() } catch { throw Failure(error) }
    }
}

private struct RestoreReport: Encodable {
    var ledger: String
    var size: Position
    var files: Int
    /// Of a new epoch.
    var origin, verifierKey: String?
}
