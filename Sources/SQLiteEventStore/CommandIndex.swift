internal import EventLog
internal import GRDB

/// Which commands the log has.
///
/// In memory, because fingerprints come in random order: a B-tree of them in the file would dirty a page a command.
/// Those of the tail lie in hash tables, about 24 bytes each before the tables' own slack; of those of a sealed
/// segment a filter of 4 bytes each is kept, and the segment's table is read when that says that it may have one.
struct CommandIndex {
    private let segmentSize: Position
    /// The commands of the tail by segment, so that those of a segment can be dropped together when it is sealed.
    private var tail: [Position: [CommandFingerprint: Position]] = [:]
    private var filters: [CommandFilter] = []
    /// The tables read last, newest first: the retries of an import that is run again come in log order.
    private var tables: [(segment: Int, part: Int, table: CommandTable)] = []
    private static let keptTables = 4 * CommandFingerprint.parts
    /// How many entries of the log are taken into account.
    private(set) var covered: Position = 0

    init(segmentSize: Position) { self.segmentSize = segmentSize }

    /// What became of a command; nil if the log, as far as it is covered, has none.
    mutating func receipt(
        of fingerprint: CommandFingerprint, _ db: Database, _ sealed: SealedLog
    ) throws -> Receipt? {
        for commands in tail.values {
            if let first = commands[fingerprint] { return try TailTable(db: db).receipt(at: first) }
        }
        for segment in filters.indices where filters[segment].mayContain(fingerprint) {
            if let receipt = try table(of: segment, part: fingerprint.part, sealed)[fingerprint] { return receipt }
        }
        return nil
    }

    private mutating func table(of segment: Int, part: Int, _ sealed: SealedLog) throws -> CommandTable {
        if let place = tables.firstIndex(where: { $0.segment == segment && $0.part == part }) {
            if place > 0 { tables.insert(tables.remove(at: place), at: 0) }
        } else {
            tables.insert((segment, part, try sealed.commands(of: segment, part: part)), at: 0)
            if tables.count > Self.keptTables { tables.removeLast() }
        }
        return tables[0].table
    }

    /// Takes everything up to `size` into account.
    mutating func catchUp(_ db: Database, _ sealed: SealedLog, to size: Position) throws {
        try drop(below: sealed)
        covered = max(covered, sealed.end)
        guard covered < size else { return }
        // Where the tail begins, a command that began in a segment may still go on; the segment answers for it.
        var next: Position? = covered > 0 && covered == sealed.end ? nil : covered
        try TailTable(db: db).commands(from: covered, to: size) { command in
            guard command.first == next ?? command.first, command.last < size,
                tail[command.first / segmentSize]?[command.fingerprint] == nil
            else {
                throw EventStoreError.damaged(position: next ?? command.first, what: "its command is malformed")
            }
            insert(command.fingerprint, first: command.first, last: command.last)
            next = command.last + 1
        }
        guard next ?? size == size else {
            throw EventStoreError.damaged(position: next, what: "its command is missing")
        }
        covered = size
    }

    /// Takes one appended command into account.
    mutating func insert(_ fingerprint: CommandFingerprint, first: Position, last: Position) {
        tail[first / segmentSize, default: [:]][fingerprint] = first
        covered = last + 1
    }

    /// Passes from the tables of the tail to the filters of the segments that have been sealed.
    mutating func drop(below sealed: SealedLog) throws {
        let segments = Int(sealed.end / segmentSize)
        while filters.count < segments {
            filters.append(try sealed.filter(of: filters.count))
            tail[Position(filters.count) - 1] = nil
        }
    }
}
