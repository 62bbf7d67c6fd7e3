import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterImport
import MusterService

/// `muster import …`: other systems' cases in.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: about("import"), subcommands: [Cases311.self], aliases: ["导入"])
}

extension Import {
    /// `muster import 311 FILE|-`: a CSV file in the 311 form.
    struct Cases311: MusterCommand {
        static let configuration = CommandConfiguration(
            commandName: "311", abstract: about("import311"), discussion: examples("import311"))

        @OptionGroup var options: LedgerOptions

        @Argument(help: help("importFile"))
        var file: String

        @Option(name: .customLong("as"), help: help("as"))
        var actor: String?

        @Option(name: .long, help: help("importSource"))
        var source = "311"

        @Option(name: .long, help: help("rejects"))
        var rejects: String?

        func run(in session: Session) async throws {
            // Where nobody says which district, nothing need be read.
            guard session.place != nil else { throw Failure("noLedger", status: .usage) }
            let input = try ImportInput(file)
            let district = try await district(session)
            var rejected = RejectsOutput(path: try rejectsPath(session))
            let console = session.console
            let meter = ImportMeter(console: console, total: input.size)
            let summary: ImportSummary
            do {
                summary = try await Import311(source: source).run(
                    into: district, chunks: { try input.next() }, progress: { meter.show($0) },
                    reject: { rejected.add($0) })
            } catch {
                console.endProgress()
                // The rows rejected until then are as wrong as before.
                try rejected.close(isWhole: false)
                throw Failure(error)
            }
            console.endProgress()
            try rejected.close(isWhole: true)
            report(summary, rejected, on: console)
        }

        /// The district by whoever answers for the import: who is named, else the centre's post that is set anyway,
        /// else the system; behind a server the token's post.
        private func district(_ session: Session) async throws -> any DistrictAPI {
            if case .server? = session.place { return try await session.district(as: actor) }
            let ledger = try await session.openLedger()
            let desk = Desk(
                view: ledger.view, files: try session.files, now: Environment.live.now(),
                language: session.console.language)
            return LocalDistrict(
                source: SessionLedger(files: desk.files, ledger: ledger),
                caller: .local(as: actor ?? usualImporter(at: desk, session)), language: desk.language)
        }

        private func usualImporter(at desk: Desk, _ session: Session) -> String? {
            guard let usual = session.settings[.as]?.text, let found = try? desk.actor(usual),
                desk.board.units[found.unit].kind == .centre
            else { return nil }
            return usual
        }

        /// Beside the ledger, or beside the file where the ledger is elsewhere.
        private func rejectsPath(_ session: Session) throws(Failure) -> String {
            if let rejects { return rejects }
            if case .server? = session.place { return (file == "-" ? "import" : file) + ".rejects.csv" }
            return try session.files.path + ".rejects.csv"
        }

        private func report(_ summary: ImportSummary, _ rejected: RejectsOutput, on console: Console) {
            if console.isJSON { console.out(summary.json) }
            let values = [
                "cases": "\(summary.cases)", "closed": "\(summary.closed)", "events": "\(summary.events)",
                "alreadyThere": "\(summary.alreadyThere)", "rejected": "\(summary.rejected)",
                "changed": "\(summary.changed)", "units": "\(summary.unitsRegistered)",
                "mobiles": "\(summary.masked.mobiles)", "ids": "\(summary.masked.ids)", "path": rejected.path,
            ]
            if !console.isJSON { console.out(console.say("import.done", values)) }
            if summary.masked != MaskedNumbers() { console.note(console.say("import.masked", values)) }
            if summary.changed > 0 { console.note(console.say("import.changed", values)) }
            guard summary.rejected > 0 else { return }
            console.note(console.say("import.rejected", values))
            for (code, count) in rejected.counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                console.note("  \(count)  \(console.say("reject.\(code)")) [\(code)]")
            }
        }
    }
}

/// The bytes of a file or of standard input, in chunks.
final class ImportInput {
    private let handle: FileHandle
    /// How many bytes there are; nil for a pipe.
    let size: Int?

    init(_ file: String) throws(Failure) {
        if file == "-" {
            handle = .standardInput
            size = nil
            return
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard attributes?[.type] as? FileAttributeType != .typeDirectory,
            let handle = FileHandle(forReadingAtPath: file)
        else { throw Failure("fileUnreadable", status: .notFound, ["path": file, "detail": ""]) }
        self.handle = handle
        size = (attributes?[.size] as? NSNumber)?.intValue
    }

    /// The next chunk; nil at the end.
    func next() throws -> [UInt8]? {
        guard let data = try handle.read(upToCount: 1 << 18), !data.isEmpty else { return nil }
        return Array(data)
    }
}

/// The rejects file, made when the first row is rejected.
struct RejectsOutput {
    let path: String
    private(set) var counts: [String: Int] = [:]
    private var bytes: [UInt8] = []

    init(path: String) { self.path = path }

    mutating func add(_ row: RejectedRow) {
        if bytes.isEmpty { bytes = RejectsFile.header }
        bytes += RejectsFile.line(of: Self.masked(row))
        counts[row.code.rawValue, default: 0] += 1
    }

    /// The row without residents' numbers: nothing keeps this file as the log is kept.
    private static func masked(_ row: RejectedRow) -> RejectedRow {
        var row = row
        row.id = PersonalData.masked(row.id).text
        row.values = row.values.mapValues { PersonalData.masked($0).text }
        return row
    }

    /// Writes the file; a whole run that rejected nothing takes the one of an earlier run away.
    func close(isWhole: Bool) throws(Failure) {
        guard !bytes.isEmpty else {
            if isWhole { try? FileManager.default.removeItem(atPath: path) }
            return
        }
        do { try Data(bytes).write(to: URL(fileURLWithPath: path)) } catch {
            throw Failure("fileUnreadable", ["path": path, "detail": error.fileReason])
        }
    }
}

/// Progress on stderr: drawn over itself on a terminal, a line every few seconds elsewhere.
final class ImportMeter {
    private let console: Console
    private let total: Int?
    private var lastLine = ContinuousClock.now

    init(console: Console, total: Int?) {
        self.console = console
        self.total = total
    }

    func show(_ progress: ImportProgress) {
        if console.drawsProgress {
            console.progress(line(progress))
        } else if lastLine.duration(to: .now) > .seconds(5) {
            lastLine = .now
            console.note(line(progress))
        }
    }

    private func line(_ progress: ImportProgress) -> String {
        var values = [
            "rows": "\(progress.summary.rows)", "rejected": "\(progress.summary.rejected)",
            "size": "\(progress.bytes >> 20).\((progress.bytes & 0xF_FFFF) * 10 >> 20)",
        ]
        guard let total, total > 0 else { return console.say("import.progress", values) }
        values["percent"] = "\(progress.bytes * 100 / total)"
        return console.say("import.progressOf", values)
    }
}

extension Failure {
    /// Why an import ended before its file did.
    fileprivate init(_ error: ImportError) {
        switch error {
        case .noHeader: self.init("noHeader")
        case .badHeader(let row): self.init("badHeader", ["what": row.code.rawValue])
        case .missingColumns(let columns): self.init("missingColumns", ["what": columns.joined(separator: ", ")])
        case .repeatedColumn(let column): self.init("repeatedColumn", ["what": column])
        case .reading(let error): self.init("fileUnreadable", ["path": "", "detail": "\(error)"])
        case .cancelled: self.init("cancelled")
        case .district(let failure): self = failure
        }
    }
}
