import EventLog
import FoldRow
import Foundation
import MusterDomain
import MusterEngine
import TransparencyLog

/// The one pass over the log from which a package is made: entries and texts go into their files, each whistle's lines
/// into the tables when its last entry has come.
///
/// Memory beyond the board: what is kept of the whistles that are under way at a position, and 48 bytes for each.
struct PackageWalk {
    /// A text that an event says was erased.
    struct Erasure: Sendable, Equatable {
        /// The position of the text's entry, and of the event.
        var position, certificate: Position
        var field: String
    }

    private let names: PackageNames
    private let withTexts: Bool
    private let entries: PackageFile
    private let words: PackageFile?
    private var whistles: TableSpool<WhistleRecord>
    private var calls: TableSpool<CallRecord>
    private var tasks: TableSpool<TaskRecord>
    private var evaluations: TableSpool<EvaluationRecord>
    private var traces: [WhistleID: WhistleTrace] = [:]

    /// The tree over the entries so far.
    private(set) var tree = Frontier()
    /// When the first and the last entry were recorded.
    private(set) var recorded: (first: Instant, last: Instant)?
    /// How many texts were written.
    private(set) var texts = 0
    /// What was erased, in the order of the events.
    private(set) var erasures: [Erasure] = []
    /// The files that entries name, by their SHA-256 in hex: where each was first named, and whether it is a whistle's
    /// slip.
    private(set) var files: [String: (position: Position, isSlip: Bool)] = [:]

    init(_ names: PackageNames, withTexts: Bool, in folder: PackageFolder) throws(LogExport.Fault) {
        self.names = names
        self.withTexts = withTexts
        let count = names.board.whistles.count
        entries = try folder.file("entries.jsonl")
        words = withTexts ? try folder.file("words.jsonl") : nil
        whistles = try TableSpool(PackageTables.whistles, whistles: count, in: folder)
        calls = try TableSpool(PackageTables.calls, whistles: count, in: folder)
        tasks = try TableSpool(PackageTables.tasks, whistles: count, in: folder)
        evaluations = try TableSpool(PackageTables.evaluations, whistles: count, in: folder)
    }

    /// How many rows each table has.
    var counts: (whistles: Int, calls: Int, tasks: Int, evaluations: Int) {
        (whistles.rows, calls.rows, tasks.rows, evaluations.rows)
    }

    /// Takes the next entry of the log.
    mutating func take(_ entry: StoredEntry, _ row: FoldRow) throws(AuditPackage.Failure) {
        do throws(LogExport.Fault) {
            try entries.write(entry.bytes + [0x0A])
            if let words, !entry.words.isEmpty { try words.write(Self.line(entry)) }
        } catch { throw .file(error) }
        texts += entry.words.count
        tree.append(.leaf(entry.bytes))
        let moment = Instant(milliseconds: row.recorded)
        recorded = (recorded?.first ?? moment, moment)
        guard let kind = EventKind(rawValue: row.kind) else {
            throw .ledger(.damaged(at: entry.position, "unknown event kind \(row.kind)"))
        }
        do throws(LedgerError) { try note(entry, row, kind) } catch { throw .ledger(error) }
        guard let whistle = names.board.whistle(ofStream: row.stream) else { return }
        do throws(LedgerError) {
            try traces[whistle, default: WhistleTrace()].take(row, kind, entry, withTexts: withTexts)
        } catch { throw .ledger(error) }
        guard names.board.whistles[whistle].newest == entry.position else { return }
        do throws(LogExport.Fault) { try end(whistle) } catch { throw .file(error) }
    }

    /// Notes what an entry says of texts and files.
    private mutating func note(_ entry: StoredEntry, _ row: FoldRow, _ kind: EventKind) throws(LedgerError) {
        switch kind {
        case .textErased:
            let event = try RecordedEvent(entry)
            erasures.append(
                Erasure(
                    position: Position(clamping: row.a), certificate: entry.position,
                    field: event.string(.textField) ?? ""))
        case .fileAttached:
            guard let sha256 = try RecordedEvent(entry).string(.sha256), files[sha256]?.isSlip != false else { return }
            files[sha256] = (entry.position, false)
        case .whistleRaised, .whistleApproved:
            guard let sha256 = try RecordedEvent(entry).string(.slip), files[sha256] == nil else { return }
            files[sha256] = (entry.position, true)
        default: break
        }
    }

    private mutating func end(_ id: WhistleID) throws(LogExport.Fault) {
        let record = WhistleRecord(names: names, id: id, trace: traces.removeValue(forKey: id) ?? WhistleTrace())
        let index = Int(id.rawValue) - 1
        try whistles.take([record], ofWhistleAt: index)
        try calls.take(names.board.calls(of: id).map { CallRecord(whistle: record, call: $0) }, ofWhistleAt: index)
        try tasks.take(names.board.tasks(of: id).map { TaskRecord(whistle: record, task: $0) }, ofWhistleAt: index)
        try evaluations.take(
            record.trace.steps.filter { EvaluationRecord.kinds.contains($0.kind) }
                .map { EvaluationRecord(whistle: record, step: $0) }, ofWhistleAt: index)
    }

    /// Writes what is left.
    func finish(in folder: PackageFolder) throws(LogExport.Fault) {
        try folder.keep(entries)
        if let words { try folder.keep(words) }
        try whistles.finish(in: folder)
        try calls.finish(in: folder)
        try tasks.finish(in: folder)
        try evaluations.finish(in: folder)
    }

    /// An entry's texts with their salts: the form of `muster audit prove --words`, and the position.
    private static func line(_ entry: StoredEntry) -> [UInt8] {
        var line = Array("{\"position\":\(entry.position),\"words\":[".utf8)
        for (number, word) in entry.words.enumerated() {
            if number > 0 { line.append(UInt8(ascii: ",")) }
            var writer = CanonicalWriter(capacity: 128 + word.text.utf8.count)
            writer.open()
            writer.key("field")
            writer.string(word.field)
            writer.key("salt")
            writer.string(Data(word.salt).base64EncodedString())
            writer.key("text")
            writer.string(word.text)
            writer.close()
            line += writer.bytes
        }
        return line + Array("]}\n".utf8)
    }
}
