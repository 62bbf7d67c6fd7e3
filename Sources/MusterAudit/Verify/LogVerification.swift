public import EventLog
import MusterDomain
import MusterEngine
public import TransparencyLog

/// Verifies a whole stored log: read only, and beside whoever writes it.
///
/// Entries that arrive after it has begun are not looked at. Cost: one pass of decompressing and hashing.
public struct LogVerification: Sendable {
    /// How an attached file was found.
    public enum FileState: Sendable {
        /// It is not there.
        case missing
        /// It is there, with this SHA-256 in lower-case hex.
        case present(sha256: String, bytes: Int)
    }

    /// By which keys checkpoints are verified: the log's and its cosigners'. Without one nothing is anchored.
    public var keys: [VerifierKey] = []
    /// Checkpoints that were kept elsewhere; the log must extend each of them.
    public var against: [SignedCheckpoint] = []
    /// The last head, from beside the log; the log must extend it too.
    public var head: SignedCheckpoint?
    /// Whether rows, names, the index of command ids and the board's digest are computed from the entries again.
    public var isDeep = false
    /// How an attached file is found by its SHA-256; nil if files are not to be looked at. It throws if a file is there and
    /// cannot be read, which is no finding.
    public var file: (@Sendable (_ sha256: String) async throws(EventStoreError) -> FileState)?
    /// How long the log may take to publish an entry, and how far clocks may be apart, in milliseconds.
    public var publicationDelay: Int64 = 60_000
    /// How far clocks may be apart, in milliseconds.
    public var skew: Int64 = 60_000
    /// Told how many of how many entries were read.
    public var progress: @Sendable (_ done: Position, _ size: Position) -> Void = { _, _ in }

    /// A verification that knows no keys and looks at no files until it is told.
    public init() {}

    /// Verifies a log.
    ///
    /// - Throws: What keeps it from being read at all. What is damaged is a finding.
    public func run(on log: any StoredLog) async throws(EventStoreError) -> VerificationReport {
        var erased: (texts: Position, files: Int) = (0, 0)
        var findings = Findings()
        // Before the size, so that none is of entries that came later.
        let notes = try await KeptNotes(of: log, keys: keys, &findings)
        let size = try await log.size()
        var verifier = LogVerifier(
            checkpoints: (notes.checked + (against + [head].compactMap(\.self)).map(\.checked)).sorted {
                $0.size < $1.size
            },
            rule: IntervalRule(checkpoints: notes.times, publicationDelay: publicationDelay, skew: skew),
            findings: findings)
        // One SHA-256 for each id would take as long as a third of all the rest.
        if isDeep { verifier.commands = CommandRuns() }
        try await readEntries(of: log, size, &verifier, &erased)
        var commands = verifier.commands ?? .unknown
        commands.finish(at: size)
        verifier.commands = commands
        try await compareCommands(of: log, &verifier)
        verifier.finish(notes, knowing: keys)
        for text in verifier.missing.sorted(by: { ($0.position, $0.field) < ($1.position, $1.field) }) {
            verifier.findings.add(.wordMissing, at: text.position, text.field)
        }
        try await compareTiles(of: log, &verifier)
        try await compareNames(of: log, &verifier)
        for copy in try await log.checkCopies() { verifier.findings.add(.copy, at: copy.position, copy.what) }
        let digest = isDeep ? try await DeepVerification.run(on: log, size, &verifier.findings, progress) : nil
        var report = verifier.report
        report.digest = digest
        (report.erasedTexts, report.files) = erased
        report.checkpoints = notes.count + against.count
        report.anchored = notes.signed
        report.anchoredElsewhere = against.map(\.checkpoint.size).max() ?? 0
        return report
    }

    // MARK: Entries

    private func readEntries(
        of log: any StoredLog, _ size: Position, _ verifier: inout LogVerifier,
        _ erased: inout (texts: Position, files: Int)
    ) async throws(EventStoreError) {
        var position: Position = 0
        var words = WordRun()
        while position < size {
            let block: EntryBlock
            do { block = try await log.entryBlock(at: position) } catch {
                guard case .damaged(_, let what) = error else { throw error }
                verifier.lose(what, at: position)
                // Further than the block that can't be read; without another one this is the end.
                guard let next = try await log.entryBlock(after: position), next > position else { break }
                position = next
                continue
            }
            let end = min(block.positions.upperBound, size)
            while position < end {
                let (texts, textsEnd) = try await words.block(at: position, of: log, &verifier)
                for position in position..<min(end, textsEnd) {
                    block.withBytes(at: position) { verifier.take($0, at: position, words: texts) }
                }
                position = min(end, textsEnd)
            }
            try await readNotices(of: log, &verifier, &erased)
            try await compareFullTiles(of: log, &verifier)
            try await compareCommands(of: log, &verifier)
            progress(position, size)
        }
    }

    /// The blocks of words beside the entries, each read once; nil where one can't be read.
    private struct WordRun {
        private var block: WordBlock?
        private var end: Position = 0

        mutating func block(
            at position: Position, of log: any StoredLog, _ verifier: inout LogVerifier
        ) async throws(EventStoreError) -> (WordBlock?, end: Position) {
            if position < end { return (block, end) }
            do {
                let read = try await log.wordBlock(at: position)
                (block, end) = (read, read.positions.upperBound)
            } catch {
                guard case .damaged(_, let what) = error else { throw error }
                // One finding for a block, wherever it ends: the next entry that has another block is tried.
                if block != nil || end == 0 { verifier.findings.add(.block, at: position, what) }
                (block, end) = (nil, position + 1)
            }
            return (block, end)
        }
    }

    // MARK: Entries that say something of others

    private func readNotices(
        of log: any StoredLog, _ verifier: inout LogVerifier, _ erased: inout (texts: Position, files: Int)
    ) async throws(EventStoreError) {
        for notice in verifier.takeNotices() {
            // What is no entry is a finding already.
            guard let entry = try? Envelope(bytes: notice.bytes) else { continue }
            if case .integer(let place)? = entry.data["position"], case .string(let field)? = entry.data["textField"] {
                let key = LogVerifier.TextKey(position: Position(clamping: place), field: field)
                if verifier.missing.remove(key) != nil { erased.texts += 1 }
                if try await isThere(key, in: log) { verifier.findings.add(.wordNotErased, at: key.position, field) }
            } else if case .string(let sha256)? = entry.data["sha256"] ?? entry.data["slip"], let file {
                erased.files += 1
                switch try await file(sha256) {
                // Of a slip the log keeps the hash alone.
                case .missing where entry.data["sha256"] == nil: erased.files -= 1
                case .missing: verifier.findings.add(.fileMissing, at: notice.position, sha256)
                case .present(let found, let bytes):
                    let isLong = entry.data["size"].map { $0 == .integer(Int64(bytes)) } ?? true
                    guard found != sha256 || !isLong else { continue }
                    verifier.findings.add(.file, at: notice.position, "\(sha256) is \(found) of \(bytes) bytes")
                }
            }
        }
    }

    private func isThere(_ text: LogVerifier.TextKey, in log: any StoredLog) async throws(EventStoreError) -> Bool {
        do {
            let words = try await log.wordBlock(at: text.position)
            guard words.positions.contains(text.position) else { return false }
            return try words.words(of: text.position).contains { $0.field == text.field }
        } catch let error as EventStoreError {
            guard case .damaged = error else { throw error }
            return false
        } catch { return false }
    }

    // MARK: What is kept beside the entries

    private func compareCommands(
        of log: any StoredLog, _ verifier: inout LogVerifier
    ) async throws(EventStoreError) {
        for piece in verifier.commands?.takePieces() ?? [] {
            for copy in try await log.checkCommands(piece.commands, in: piece.range) {
                verifier.findings.add(.copy, at: copy.position, copy.what)
            }
        }
    }

    private func compareFullTiles(
        of log: any StoredLog, _ verifier: inout LogVerifier
    ) async throws(EventStoreError) {
        for tile in verifier.takeFullTiles() { try await compare(tile, with: log, &verifier) }
    }

    private func compareTiles(of log: any StoredLog, _ verifier: inout LogVerifier) async throws(EventStoreError) {
        for tile in verifier.tiles?.partials ?? [] { try await compare(tile, with: log, &verifier) }
    }

    private func compare(
        _ tile: Tile, with log: any StoredLog, _ verifier: inout LogVerifier
    ) async throws(EventStoreError) {
        guard case .hashes(let level) = tile.coordinate.content, level > 0 else { return }
        let stored = try await log.storedTile(level: level, index: tile.coordinate.index)
        // A log that goes on has more of it by now.
        guard stored?.starts(with: tile.bytes) != true else { return }
        verifier.findings.add(.tile, at: tile.coordinate.range.lowerBound << UInt64(8 * level), tile.coordinate.path)
    }

    private func compareNames(of log: any StoredLog, _ verifier: inout LogVerifier) async throws(EventStoreError) {
        let stored = try await log.names(in: .stream, from: 0)
        let names = verifier.streams.names
        for number in 0..<max(stored.count, names.count) {
            // Streams that began after the last entry that was looked at.
            if number >= names.count { break }
            guard number < stored.count, stored[number].utf8.elementsEqual(names[number]) else {
                verifier.findings.add(
                    .name, at: nil, "stream \(number) is \(String(decoding: names[number], as: UTF8.self))")
                continue
            }
        }
    }
}

extension SignedCheckpoint {
    var checked: CheckedNote {
        CheckedNote(size: checkpoint.size, root: checkpoint.root, kind: .against)
    }
}

extension EventStoreError {
    /// Where something is damaged.
    var position: Position? { if case .damaged(let position, _) = self { position } else { nil } }
    /// What is damaged.
    var what: String { if case .damaged(_, let what) = self { what } else { "\(self)" } }
}
