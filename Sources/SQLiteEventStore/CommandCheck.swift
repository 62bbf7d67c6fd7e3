public import EventLog
internal import FoldRow
internal import GRDB

/// Compares what the index of command ids has of a run of entries, a sealed segment or a piece of the tail, with the
/// commands that these say they came of.
///
/// The records are put in the order of their positions, so that one pass over both tells what is missing, what is another
/// and what is too many. Memory: those of one run.
struct CommandCheck {
    private let range: Range<Position>
    /// The records by where their commands begin.
    private var records: [CommandTable.Item?]
    /// The parts of fingerprints whose records could not be read: nothing is known of those.
    private var unreadable: Set<Int> = []
    private var filter: CommandFilter?
    private(set) var findings: [EventStoreError] = []

    init(_ range: Range<Position>) {
        self.range = range
        records = Array(repeating: nil, count: range.count)
    }

    // MARK: Reading the index

    /// Reads the tables and the filter of a sealed segment, of which the run is a part or all.
    mutating func read(segment: Int, _ sealed: SealedLog) {
        let segmentEnd = Position(segment + 1) * sealed.segmentSize
        for part in 0..<CommandFingerprint.parts {
            do {
                var previous: CommandFingerprint?
                for record in try sealed.commandItems(of: segment, part: part) {
                    // What stands elsewhere is not found by whoever looks for it.
                    let isInOrder = record.fingerprint.part == part && previous.map { $0 < record.fingerprint } ?? true
                    if isInOrder { previous = record.fingerprint }
                    take(record, isFound: isInOrder && record.first < segmentEnd)
                }
            } catch {
                unreadable.insert(part)
                findings.append(
                    .damaged(position: range.lowerBound, what: "commands: \(EventStoreError(anyError: error))"))
            }
        }
        do { filter = try sealed.filter(of: segment) } catch {
            findings.append(.damaged(position: range.lowerBound, what: "filter: \(EventStoreError(anyError: error))"))
        }
    }

    /// Reads the records that stand beside the entries of the tail.
    mutating func readTail(_ db: Database) throws {
        let row = try HotStatement(
            db, "SELECT first, commands, length(rows) FROM tail WHERE first >= ?1 AND first < ?2 ORDER BY first")
        row.bind(1, range.lowerBound)
        row.bind(2, range.upperBound)
        var previous: Position?
        while try row.next() {
            guard let first = row.position(0), let content = row.bytes(1) else { continue }
            let end = first + (row.position(2) ?? 0) / Position(RowCoding.bytesPerRow)
            do {
                for record in try CommandTable.items(content, first: first) {
                    let isFound = record.first < end && previous.map { $0 < record.first } ?? true
                    if isFound { previous = record.first }
                    take(record, isFound: isFound)
                }
            } catch {
                // Without these nothing can be said of any.
                unreadable = Set(0..<CommandFingerprint.parts)
                findings.append(.damaged(position: first, what: "commands: \(error.what)"))
            }
        }
    }

    private mutating func take(_ record: CommandTable.Item, isFound: Bool) {
        guard isFound else { return find(record.first, "has a record where none is looked for") }
        // The rest of the segment is another run, or has come since the entries were read.
        guard range.contains(record.first) else { return }
        let place = Int(record.first - range.lowerBound)
        if records[place] == nil {
            records[place] = record
        } else {
            find(record.first, "has two commands that begin here")
        }
    }

    // MARK: Comparing

    /// Compares the records with the commands that begin in the run, in log order.
    mutating func compare(with commands: ArraySlice<CommandTable.Item>) {
        for command in commands where !unreadable.contains(command.fingerprint.part) {
            let place = Int(command.first - range.lowerBound)
            guard let record = records[place] else {
                find(command.first, "lacks the command")
                continue
            }
            records[place] = nil
            if record != command {
                find(command.first, "has another command, or another end or digest of it")
            } else if let filter, !filter.mayContain(command.fingerprint) {
                find(command.first, "does not find the command: the filter passes over it")
            }
        }
        for case let record? in records { find(record.first, "has a command that no entry bears") }
    }

    private mutating func find(_ position: Position, _ what: String) {
        findings.append(.damaged(position: position, what: "the index of command ids \(what)"))
    }
}

extension SQLiteEventStore {
    /// Compares the index of command ids, by segments and in the tail, with the commands of entries.
    public func checkCommands(
        _ commands: [CommandTable.Item]?, in range: Range<Position>
    ) throws(EventStoreError) -> [EventStoreError] {
        try read { db in
            let sealed = try sealedLog(db)
            var findings: [EventStoreError] = []
            var rest = commands.map { $0[...] }
            var next = range.lowerBound
            while next < range.upperBound {
                let segmentEnd = (next / options.segmentSize + 1) * options.segmentSize
                let end = min(segmentEnd, range.upperBound)
                var check = CommandCheck(next..<end)
                if next < sealed.end {
                    check.read(segment: Int(next / options.segmentSize), sealed)
                } else {
                    try check.readTail(db)
                }
                if let own = rest?.prefix(while: { $0.first < end }) {
                    check.compare(with: own)
                    rest?.removeFirst(own.count)
                }
                findings += check.findings
                next = end
            }
            return findings
        }
    }
}
