import EventLog
import TransparencyLog

/// Verifies a log entry by entry, from the raw bytes alone: it hashes them, reads them and compares them with what was
/// signed. What is kept beside them is compared with what it has made.
///
/// It is given every entry in order. Where entries are lost it goes on, but the tree is lost from there on.
struct LogVerifier {
    /// What was found so far.
    var findings = Findings()
    /// The tree of the entries so far; nil from the first lost entry on.
    private(set) var tiles: GrowingTiles? = GrowingTiles()
    /// Tiles that have become full and wait to be compared with stored ones.
    private var fullTiles: [Tile] = []
    /// Entries that say something of others or of files, and wait to be read.
    private var notices: [(position: Position, bytes: [UInt8])] = []
    /// Texts that are not there, until an event says that they were erased.
    var missing: Set<TextKey> = []
    /// The commands of the entries, for whoever has an index of them to compare; nil if nobody has.
    var commands: CommandRuns?
    private(set) var streams = StreamRevisions()
    /// What the log says of its keys.
    private(set) var keys = KeyHistory()
    /// How many entries, and how many of their texts, were read.
    private(set) var entries: Position = 0
    private(set) var texts: Position = 0
    /// When the first and the last entry were recorded, in milliseconds since 1970.
    private(set) var recorded: ClosedRange<Int64>?

    /// The type of the entries that say that a text was erased.
    private static let erasure = Array("muster.text.erased.v1".utf8)
    /// The files that were named before.
    private var knownFiles: Set<[UInt8]> = []

    private let checkpoints: [CheckedNote]
    private var nextCheckpoint = 0
    private var scanner = EntryScanner()
    private var intervals: IntervalRule.Check
    private var source: [UInt8]?

    /// A text by its entry and field.
    struct TextKey: Hashable {
        var position: Position
        var field: String
    }

    /// - Parameters:
    ///   - checkpoints: Whatever is to be compared with the roots, by ascending size.
    ///   - rule: What the cosigned checkpoints say of the times.
    init(checkpoints: [CheckedNote], rule: IntervalRule, findings: Findings = Findings()) {
        self.findings = findings
        self.checkpoints = checkpoints
        intervals = rule.check()
        for finding in rule.checkpointFindings {
            self.findings.add(.checkpointsBackwards, at: finding.position, "\(finding.found) before \(finding.bound)")
        }
        compareRoots()
    }

    /// Takes the next entry, whose texts are looked for in a block.
    mutating func take(_ bytes: Span<UInt8>, at position: Position, words: WordBlock?) {
        if tiles != nil {
            fullTiles += tiles?.append(unsafe .leaf(bytes.bytes)) ?? []
            compareRoots()
        }
        entries += 1
        let entry: ScannedEntry
        do throws(UnreadableEntry) { entry = try scanner.scan(bytes) } catch {
            commands?.lose()
            return findings.add(.entry, at: position, error.reason)
        }
        commands?.take(entry, bytes, at: position)
        check(entry, bytes, at: position)
        check(entry.texts, bytes, at: position, words)
    }

    /// The tiles that have become full since the last call.
    mutating func takeFullTiles() -> [Tile] {
        defer { fullTiles = [] }
        return fullTiles
    }

    /// The entries that say something of others or of files since the last call.
    mutating func takeNotices() -> [(position: Position, bytes: [UInt8])] {
        defer { notices = [] }
        return notices
    }

    /// Goes on behind entries that could not be read.
    mutating func lose(_ what: String, at position: Position) {
        findings.add(.block, at: position, what)
        tiles = nil
        commands?.lose()
    }

    private mutating func check(_ entry: ScannedEntry, _ bytes: Span<UInt8>, at position: Position) {
        if entry.position != position {
            findings.add(.sequence, at: position, "the entry says \(entry.position)")
        }
        let found = bytes.extracting(entry.source)
        if let source {
            if !Self.equal(found, source) { findings.add(.source, at: position, Self.text(found)) }
        } else {
            source = found.indices.map { found[$0] }
        }
        let before = streams.take(entry.revision, of: bytes.extracting(entry.subject))
        // Behind a gap nothing is known of the streams.
        if entry.revision != before + 1, tiles != nil {
            findings.add(
                .revision, at: position,
                "\(Self.text(bytes.extracting(entry.subject))): \(entry.revision) after \(before)")
        }
        let times = IntervalRule.EntryTimes(recorded: entry.recorded, occurred: entry.time)
        for finding in intervals.next(times, at: position) {
            guard let kind = Finding.Kind(rawValue: finding.kind.rawValue) else { continue }
            findings.add(kind, at: position, "\(finding.found), bound \(finding.bound)")
        }
        recorded =
            min(
                recorded?.lowerBound ?? entry.recorded, entry.recorded)...max(
                recorded?.upperBound ?? entry.recorded, entry.recorded)
        let type = bytes.extracting(entry.type)
        if KeyHistory.types.contains(where: { Self.equal(type, $0) }) {
            keys.take(bytes.indices.map { bytes[$0] }, at: position)
        }
        if Self.equal(type, Self.erasure) || entry.file.map({ isNew($0, bytes) }) == true {
            notices.append((position, bytes.indices.map { bytes[$0] }))
        }
    }

    private mutating func isNew(_ file: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        knownFiles.insert(file.map { bytes[$0] }).inserted
    }

    /// Texts and words both stand in the order of their fields.
    private mutating func check(
        _ texts: [ScannedEntry.Text], _ bytes: Span<UInt8>, at position: Position, _ block: WordBlock?
    ) {
        guard let block else { return }
        var next = 0
        do throws(BlockError) {
            try block.forEachWord(of: position) { field, salt, text in
                while next < texts.count, Self.precedes(bytes.extracting(texts[next].field), field) {
                    miss(texts[next], bytes, at: position)
                    next += 1
                }
                guard next < texts.count, Self.equal(bytes.extracting(texts[next].field), field) else {
                    return findings.add(.wordUnknown, at: position, Self.text(field))
                }
                self.texts += 1
                if !Commitment.fits(bytes.extracting(texts[next].commitment), text: text, salt: salt) {
                    findings.add(.word, at: position, Self.text(field))
                }
                next += 1
            }
        } catch { findings.add(.word, at: position, error.what) }
        for text in texts[next...] { miss(text, bytes, at: position) }
    }

    private mutating func miss(_ text: ScannedEntry.Text, _ bytes: Span<UInt8>, at position: Position) {
        missing.insert(TextKey(position: position, field: Self.text(bytes.extracting(text.field))))
    }

    private mutating func compareRoots() {
        guard let tiles else { return }
        while nextCheckpoint < checkpoints.count, checkpoints[nextCheckpoint].size == tiles.size {
            let note = checkpoints[nextCheckpoint]
            if tiles.frontier.root != note.root { findings.add(note.kind, at: note.size, "the root is another") }
            nextCheckpoint += 1
        }
    }

    /// Ends it: checkpoints of more entries than there are say that the end was cut off, and who signed them has to be
    /// whom the log names.
    mutating func finish(_ notes: KeptNotes, knowing known: [VerifierKey]) {
        keys.check(notes.signers, knowing: known, &findings)
        for note in checkpoints[nextCheckpoint...] {
            let isBeyond = tiles.map { note.size > $0.size } ?? (note.size > entries)
            if isBeyond {
                findings.add(.cut, at: note.size, "the log has \(entries) entries")
            } else if tiles == nil {
                findings.add(note.kind, at: note.size, "entries before it can't be read")
            }
        }
    }

    /// What there is to say at the end.
    var report: VerificationReport {
        var report = VerificationReport()
        report.findings = findings
        report.size = entries
        report.root = tiles?.frontier.root
        report.texts = texts
        report.recorded = recorded
        report.lost = keys.lost
        return report
    }

    private static func equal(_ span: Span<UInt8>, _ bytes: [UInt8]) -> Bool {
        guard span.count == bytes.count else { return false }
        for index in span.indices where span[index] != bytes[index] { return false }
        return true
    }

    private static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }

    private static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }

    private static func text(_ span: Span<UInt8>) -> String {
        String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
    }
}

/// A checkpoint that is to be compared with the entries.
struct CheckedNote {
    var size: Position
    var root: Hash
    /// What it means if the root is another.
    var kind: Finding.Kind
}
