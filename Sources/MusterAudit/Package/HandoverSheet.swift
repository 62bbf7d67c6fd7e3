import CivilTime
import EventLog
import Foundation
import MusterDomain
import MusterText
import TransparencyLog

/// What is said of a package when it is handed over: to people on a sheet that both sides sign, to programs as JSON.
struct HandoverSheet {
    /// A file that is not as the log says, and where the log names it.
    private struct FileNote {
        var sha256: String
        var position: Position
    }

    /// So many of a kind are listed on the sheet; the entries name them all.
    private static let most = 200

    private let district: String
    private let checkpoint: SignedCheckpoint
    private let times: ClosedRange<UInt64>?
    private let program: String
    private let withTexts, withFiles: Bool
    private var recorded: (first: Instant, last: Instant)?
    private var counts = (whistles: 0, imported: 0, calls: 0, tasks: 0, evaluations: 0, meetings: 0)
    private var texts = 0
    private var erasures: [PackageWalk.Erasure] = []
    private var attached = 0
    private var missing: [FileNote] = []
    private var damaged: [FileNote] = []
    /// How many checkpoints are in it.
    var checkpoints = 0

    init(
        district: String, checkpoint: SignedCheckpoint, keys: [VerifierKey], program: String, withTexts: Bool,
        withFiles: Bool
    ) {
        (self.district, self.checkpoint, self.program) = (district, checkpoint, program)
        (self.withTexts, self.withFiles) = (withTexts, withFiles)
        let policy = LogPolicy(origin: checkpoint.checkpoint.origin, trusting: keys)
        times = (try? checkpoint.verify(policy))?.times
    }

    /// Takes what the pass over the log has found.
    mutating func take(_ walk: PackageWalk, _ board: Board) {
        recorded = walk.recorded
        (texts, erasures) = (walk.texts, walk.erasures)
        let rows = walk.counts
        (counts.whistles, counts.calls, counts.tasks) = (rows.whistles, rows.calls, rows.tasks)
        counts.evaluations = rows.evaluations
        board.whistles.forEach { _, row in
            if row.isImported { counts.imported += 1 }
            counts.meetings += row.counts.meetings
        }
    }

    /// Notes an attached file, by what was found of it; nil if nothing was.
    mutating func note(_ sha256: String, at position: Position, _ found: String?) {
        let note = FileNote(sha256: sha256, position: position)
        guard let found else { return missing.append(note) }
        attached += 1
        if found != sha256 { damaged.append(note) }
    }

    // MARK: For programs

    private struct Report: Encodable {
        var format = 1
        var district, origin, root, program: String
        var size: Position
        var words, files: Bool
    }

    /// The file `package.json`, which says to programs what is in the package and what was left out.
    var json: [UInt8] {
        let head = checkpoint.checkpoint
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let report = Report(
            district: district, origin: head.origin, root: head.root.base64, program: program, size: head.size,
            words: withTexts, files: withFiles)
        guard let data = try? encoder.encode(report) else {
            preconditionFailure("strings, numbers and flags can be written as JSON")
        }
        return Array(data) + [0x0A]
    }

    /// The same for whoever asked for the package.
    var summary: AuditPackage.Summary {
        var summary = AuditPackage.Summary()
        (summary.texts, summary.erasedTexts) = (withTexts ? texts : 0, erasures.count)
        (summary.attached, summary.missing) = (attached, missing.map(\.sha256))
        (summary.whistles, summary.calls) = (counts.whistles, counts.calls)
        (summary.tasks, summary.evaluations) = (counts.tasks, counts.evaluations)
        return summary
    }

    // MARK: For people

    /// The file `handover.txt`.
    var page: [UInt8] {
        var keys = ["title", "what", "counts", withTexts ? "texts" : "withoutTexts"]
        if !erasures.isEmpty { keys.append("erased") }
        keys.append(withFiles ? "files" : "withoutFiles")
        if !missing.isEmpty { keys.append("missing") }
        if !damaged.isEmpty { keys.append("damaged") }
        keys.append("sign")
        return PackageText.page(keys.map { "package.handover.\($0)" }, values)
    }

    /// What its sentences speak of.
    func values(_ language: Language) -> [String: String] {
        let head = checkpoint.checkpoint
        func moment(_ milliseconds: Int64?) -> String {
            milliseconds.map { Timestamp.shanghai(milliseconds: $0) }
                ?? Catalogue.muster.say("package.handover.none", language)
        }
        func list(_ lines: [String]) -> String {
            let more = lines.count - Self.most
            let shown = lines.prefix(Self.most).map { "\n  " + $0 }.joined()
            return more <= 0
                ? shown : shown + "\n  " + Catalogue.muster.say("package.handover.more", language, ["count": "\(more)"])
        }
        let cosigned = times.map { Int64(clamping: $0.upperBound).multipliedReportingOverflow(by: 1_000).partialValue }
        return [
            "district": district, "origin": head.origin, "size": "\(head.size)", "root": head.root.base64,
            "signed": moment(cosigned), "first": moment(recorded?.first.milliseconds),
            "last": moment(recorded?.last.milliseconds), "program": program, "checkpoints": "\(checkpoints)",
            "whistles": "\(counts.whistles - counts.imported)", "imported": "\(counts.imported)",
            "calls": "\(counts.calls)", "tasks": "\(counts.tasks)", "meetings": "\(counts.meetings)",
            "evaluations": "\(counts.evaluations)", "texts": "\(texts)", "erased": "\(erasures.count)",
            "erasures": list(
                erasures.map { erasure in
                    Catalogue.muster.say(
                        "package.handover.erasure", language,
                        [
                            "position": "\(erasure.position)", "certificate": "\(erasure.certificate)",
                            "field": Catalogue.muster.say("Field.\(erasure.field)", language),
                        ])
                }),
            "attached": "\(attached)", "missing": "\(missing.count)", "damaged": "\(damaged.count)",
            "missingList": list(missing.map { Self.line($0, language) }),
            "damagedList": list(damaged.map { Self.line($0, language) }),
        ]
    }

    private static func line(_ note: FileNote, _ language: Language) -> String {
        Catalogue.muster.say(
            "package.handover.file", language, ["sha256": note.sha256, "position": "\(note.position)"])
    }
}
