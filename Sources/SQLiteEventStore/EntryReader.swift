internal import EventLog
internal import GRDB

/// Reads entries with their words within one consistent read, wherever they lie.
struct EntryReader {
    private let db: Database
    private let sealed: SealedLog
    /// The blocks read last: neighbours lie in one block, and so do most of the entries of a short stream.
    private var entryBlock: EntryBlock?
    private var wordBlock: WordBlock?

    init(_ db: Database, _ sealed: SealedLog) {
        self.db = db
        self.sealed = sealed
    }

    /// The entries of a range of the log.
    mutating func entries(_ range: Range<Position>) throws -> [StoredEntry] {
        var entries: [StoredEntry] = []
        entries.reserveCapacity(range.count)
        for position in range { entries.append(try entry(at: position).entry) }
        return entries
    }

    /// One entry, and the position of the preceding one of its stream.
    mutating func entry(at position: Position) throws -> (entry: StoredEntry, previous: Position?) {
        let (entries, words) = try blocks(at: position)
        do {
            let entry = StoredEntry(
                position: position, bytes: entries.bytes(at: position), words: try words.words(of: position))
            return (entry, try entries.previous(of: position))
        } catch {
            throw EventStoreError.damaged(position: position, what: error.what)
        }
    }

    private mutating func blocks(at position: Position) throws -> (EntryBlock, WordBlock) {
        if let entryBlock, let wordBlock, entryBlock.positions.contains(position),
            wordBlock.positions.contains(position)
        {
            return (entryBlock, wordBlock)
        }
        if position >= sealed.end {
            let blocks = try TailTable(db: db).blocks(at: position)
            (entryBlock, wordBlock) = (blocks.entries, blocks.words)
            return blocks
        }
        if entryBlock?.positions.contains(position) != true { entryBlock = try sealed.entries(at: position) }
        if wordBlock?.positions.contains(position) != true { wordBlock = try sealed.words(at: position) }
        guard let entryBlock, let wordBlock else { preconditionFailure("both have just been read") }
        return (entryBlock, wordBlock)
    }
}
