internal import EventLog
internal import GRDB
internal import TransparencyLog

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
        let entries = try entries(around: position)
        let words = try words(around: position)
        do {
            let entry = StoredEntry(
                position: position, bytes: entries.bytes(at: position), words: try words.words(of: position))
            return (entry, try entries.previous(of: position))
        } catch {
            throw EventStoreError.damaged(position: position, what: error.what)
        }
    }

    /// The leaf that an entry is in the tree, hashed from its bytes.
    mutating func leaf(at position: Position) throws -> Hash { try entries(around: position).leaf(at: position) }

    private mutating func entries(around position: Position) throws -> EntryBlock {
        if let entryBlock, entryBlock.positions.contains(position) { return entryBlock }
        guard position < sealed.end else { return try tail(around: position).entries }
        let block = try sealed.entries(at: position)
        entryBlock = block
        return block
    }

    private mutating func words(around position: Position) throws -> WordBlock {
        if let wordBlock, wordBlock.positions.contains(position) { return wordBlock }
        guard position < sealed.end else { return try tail(around: position).words }
        let block = try sealed.words(at: position)
        wordBlock = block
        return block
    }

    private mutating func tail(around position: Position) throws -> (entries: EntryBlock, words: WordBlock) {
        let blocks = try TailTable(db: db).blocks(at: position)
        (entryBlock, wordBlock) = (blocks.entries, blocks.words)
        return blocks
    }
}
