import ArgumentParser
import Dispatch
import EventLog
import Foundation
import MusterAPI
import MusterAudit
import MusterService
import MusterText
import TransparencyLog

/// `muster audit package DIR`: everything of the ledger in one folder, to be read and checked without Muster.
struct AuditPackageCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: about("audit.package"), discussion: examples("audit.package"),
        aliases: ["打包"])

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("audit.package")) var folder: String

    @Flag(name: .long, help: help("audit.withoutWords")) var withoutWords = false

    @Flag(name: .long, help: help("audit.withoutFiles")) var withoutFiles = false

    func run(in session: Session) async throws {
        let console = session.console
        let files = try session.files
        let checkpoint = try await session.newestCheckpoint()
        let store = try await session.openStore()
        let meter = ProgressMeter(console)
        // A name beside the folder's that no other run has.
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        var package = AuditPackage(
            folder: path, draft: "\(path).new-\(ProcessInfo.processInfo.processIdentifier)",
            keys: try files.publicKeys(),
            attachments: files.attachments, program: VersionCommand.version)
        (package.withTexts, package.withFiles) = (!withoutWords, !withoutFiles)
        package.progress = { done, size in
            meter.show { console.say("audit.package.progress", ["done": "\(done)", "size": "\(size)"]) }
        }
        let work = Task { [package] in try await package.run(of: store, at: checkpoint) }
        let interruption = Interruption { work.cancel() }
        defer { interruption.end() }
        let summary: AuditPackage.Summary
        do { summary = try await work.value } catch let failure as AuditPackage.Failure { throw Failure(failure) }
        console.endProgress()
        report(summary, of: checkpoint.checkpoint, on: console)
    }

    private func report(_ summary: AuditPackage.Summary, of head: Checkpoint, on console: Console) {
        if console.isJSON {
            return console.out(
                json: PackageReport(
                    folder: folder, size: head.size, root: head.root.base64, files: summary.files,
                    texts: summary.texts, erasedTexts: summary.erasedTexts, attached: summary.attached,
                    missing: summary.missing, whistles: summary.whistles, calls: summary.calls, tasks: summary.tasks,
                    evaluations: summary.evaluations))
        }
        console.out(
            console.palette.paint("✓ ", .green)
                + console.say(
                    "audit.packaged",
                    [
                        "folder": folder, "size": "\(head.size)", "texts": "\(summary.texts)",
                        "attached": "\(summary.attached)", "whistles": "\(summary.whistles)",
                        "calls": "\(summary.calls)", "tasks": "\(summary.tasks)",
                        "evaluations": "\(summary.evaluations)",
                    ]))
        if !summary.missing.isEmpty {
            console.note(console.say("audit.package.missing", ["count": "\(summary.missing.count)"]))
        }
        console.note(console.messagePalette.paint(console.say("audit.package.next", ["folder": folder]), .dim))
    }
}

private struct PackageReport: Encodable {
    var folder: String
    var size: Position
    var root: String
    var files, texts, erasedTexts, attached: Int
    var missing: [String]
    var whistles, calls, tasks, evaluations: Int
}

extension Failure {
    /// Why no package was made.
    fileprivate init(_ failure: AuditPackage.Failure) {
        switch failure {
        case .occupied(let path): self.init("packageThere", status: .conflict, ["path": path])
        case .ledger(let error): self.init(error, names: .empty)
        case .file(let fault): self.init("fileUnreadable", ["path": fault.path, "detail": fault.detail])
        case .differs(let size): self.init("packageDiffers", ["size": "\(size)"])
        case .erasing: self.init("packageErasing", status: .conflict)
        case .interrupted: self.init("packageInterrupted")
        }
    }
}

/// Lets a command end in order on SIGINT and SIGTERM, so that it leaves nothing half done.
private final class Interruption {
    private static let signals = [SIGINT, SIGTERM]
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        sources = Self.signals.map { number in
            // The source sees the signal although the process ignores it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: stop)
            source.resume()
            return source
        }
    }

    /// Signals have their usual effect again.
    func end() {
        for source in sources { source.cancel() }
        for number in Self.signals { signal(number, SIG_DFL) }
    }
}
