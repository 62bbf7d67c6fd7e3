public import EventLog
import FoldRow
import MusterDomain
public import MusterEngine
public import TransparencyLog

/// Everything that an auditor or an archive needs of one ledger in one folder, to be read and checked without Muster:
/// the entries, the texts, tables of what they come to, the attached files, the checkpoints, and a program that checks
/// them.
///
/// It is of the log as far as a checkpoint goes. Nothing of it is seen at its final place before all of it is there.
public struct AuditPackage: Sendable {
    /// What kept a package from being made; nothing is left of it then.
    public enum Failure: Error, Sendable {
        /// Something is at its place already.
        case occupied(String)
        /// The log could not be read.
        case ledger(LedgerError)
        /// A file could not be read or written.
        case file(LogExport.Fault)
        /// The entries are not those of the checkpoint: the ledger has to be verified first.
        case differs(size: Position)
        /// A text is being erased at this moment, so that it could be missing without its certificate.
        case erasing
        /// Nobody waits for it any more.
        case interrupted
    }

    /// What was packed.
    public struct Summary: Sendable {
        /// How many files the package has.
        public var files = 0
        /// How many texts are in it.
        public var texts = 0
        /// How many texts were erased.
        public var erasedTexts = 0
        /// Attached files that are in it.
        public var attached = 0
        /// Those that are not there, by their SHA-256 in hex.
        public var missing: [String] = []
        /// Rows of the tables.
        public var whistles = 0, calls = 0, tasks = 0, evaluations = 0
    }

    /// Where the package is to be, and where it lies until it is whole: in the same file system.
    public var folder, draft: String
    /// The keys by which the checkpoints are verified.
    public var keys: [VerifierKey]
    /// The folder with the attached files, each under its SHA-256.
    public var attachments: String
    /// The version of the program that makes it.
    public var program: String
    /// Whether texts and their salts go into it.
    public var withTexts = true
    /// Whether attached files go into it.
    public var withFiles = true
    /// Told how many of how many entries are done.
    public var progress: @Sendable (_ done: Position, _ size: Position) -> Void = { _, _ in }

    /// Entries read at a time.
    private static let page = 4_096

    /// A package with all texts and files.
    public init(folder: String, draft: String, keys: [VerifierKey], attachments: String, program: String) {
        (self.folder, self.draft) = (folder, draft)
        (self.keys, self.attachments, self.program) = (keys, attachments, program)
    }

    /// Makes the package of a log up to a checkpoint. Cost: one pass over the log, and the memory of its board.
    public func run(
        of log: any EventStore, at checkpoint: SignedCheckpoint
    ) async throws(Failure) -> Summary {
        let folder = try PackageFolder(self.folder, draft: draft)
        do throws(Failure) { return try await fill(folder, log, checkpoint) } catch {
            folder.remove()
            throw error
        }
    }

    private func fill(
        _ folder: PackageFolder, _ log: any EventStore, _ checkpoint: SignedCheckpoint
    ) async throws(Failure) -> Summary {
        let size = checkpoint.checkpoint.size
        let names = try await names(of: log, size)
        let walk = try await walk(log, names, in: folder)
        guard walk.tree.size == size, walk.tree.root == checkpoint.checkpoint.root else {
            throw .differs(size: size)
        }
        try await checkErasures(of: log, names.board)
        var sheet = HandoverSheet(
            district: names.directory.districtName, checkpoint: checkpoint, keys: keys, program: program,
            withTexts: withTexts, withFiles: withFiles)
        do throws(LogExport.Fault) {
            try walk.finish(in: folder)
            sheet.take(walk, names.board)
            if withFiles { try copyFiles(of: walk, into: folder, &sheet) }
        } catch { throw .file(error) }
        try await putCheckpoints(of: log, checkpoint, folder, &sheet)
        do throws(LogExport.Fault) {
            try folder.put("vkey", LogExport.text(of: keys))
            try folder.put("dictionary.csv", Array(DataDictionary.text.utf8))
            try folder.put("package.json", sheet.json)
            try folder.put("README.txt", PackageText.page(["package.readme"], sheet.values))
            try folder.put("handover.txt", sheet.page)
            try folder.put("verify.py", PackageResources.verify_py)
        } catch { throw .file(error) }
        guard !Task.isCancelled else { throw .interrupted }
        do { try folder.seal() } catch { throw .file(error) }
        var summary = sheet.summary
        summary.files = folder.count + 1
        return summary
    }

    private func names(of log: any EventStore, _ size: Position) async throws(Failure) -> PackageNames {
        do throws(LedgerError) {
            let view = try await LedgerView.open(log, bound: .to(size))
            return PackageNames(
                board: view.board, directory: view.directory, persons: try await view.names(of: .person),
                categories: try await view.names(of: .category))
        } catch { throw .ledger(error) }
    }

    private func walk(
        _ log: any EventStore, _ names: PackageNames, in folder: PackageFolder
    ) async throws(Failure) -> PackageWalk {
        let size = names.board.size
        var walk: PackageWalk
        do { walk = try PackageWalk(names, withTexts: withTexts, in: folder) } catch { throw .file(error) }
        var position: Position = 0
        while position < size {
            guard !Task.isCancelled else { throw .interrupted }
            let limit = Int(min(Position(Self.page), size - position))
            let rows: [FoldRow]
            let entries: [StoredEntry]
            do {
                rows = try await log.rows(from: position, limit: limit)
                entries = try await log.entries(from: position, limit: limit)
            } catch { throw .ledger(.store(error)) }
            guard rows.count == limit, entries.count == limit else {
                throw .ledger(.damaged(at: position, "the log ends before its checkpoint"))
            }
            for (entry, row) in zip(entries, rows) { try walk.take(entry, row) }
            position += Position(limit)
            progress(position, size)
        }
        return walk
    }

    /// A text goes before the event that certifies it, so its erasure has to have begun and ended before the checkpoint,
    /// or to begin after the pass over the log.
    private func checkErasures(of log: any EventStore, _ board: Board) async throws(Failure) {
        guard board.pendingErasures.isEmpty else { throw .erasing }
        var position = board.size
        while true {
            let rows: [FoldRow]
            do { rows = try await log.rows(from: position, limit: Self.page) } catch { throw .ledger(.store(error)) }
            guard !rows.isEmpty else { return }
            for row in rows where EventKind(rawValue: row.kind) == .textErasureRequested {
                guard row.a >= board.size else { throw .erasing }
            }
            position += Position(rows.count)
        }
    }

    private func copyFiles(
        of walk: PackageWalk, into folder: PackageFolder, _ sheet: inout HandoverSheet
    ) throws(LogExport.Fault) {
        for (sha256, file) in walk.files.sorted(by: { ($0.value.position, $0.key) < ($1.value.position, $1.key) }) {
            guard !Task.isCancelled else { return }
            // What the log names may be no name of a file.
            let isHash = sha256.utf8.count == 64 && sha256.utf8.allSatisfy { $0 != UInt8(ascii: "/") }
            let copy = isHash ? try folder.copy(attachments + "/" + sha256, to: "files/" + sha256) : nil
            // Of a slip the log keeps the hash alone.
            if copy == nil, file.isSlip { continue }
            sheet.note(sha256, at: file.position, copy?.sha256)
        }
    }

    private func putCheckpoints(
        of log: any EventStore, _ newest: SignedCheckpoint, _ folder: PackageFolder, _ sheet: inout HandoverSheet
    ) async throws(Failure) {
        var kept = 0
        do throws(LogExport.Failure) {
            try await log.eachCheckpoint(upTo: newest.checkpoint.size) { checkpoint throws(LogExport.Failure) in
                kept += 1
                do throws(LogExport.Fault) {
                    try folder.put("checkpoints/\(checkpoint.checkpoint.size)", checkpoint.bytes)
                } catch { throw .file(error) }
            }
        } catch {
            switch error {
            case .store(let error): throw .ledger(.store(error))
            case .file(let fault): throw .file(fault)
            }
        }
        sheet.checkpoints = kept
        do { try folder.put("checkpoint", newest.bytes) } catch { throw .file(error) }
    }
}
