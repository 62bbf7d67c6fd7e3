internal import EventLog
internal import Foundation
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
        var position = range.lowerBound
        while position < min(range.upperBound, sealed.end) {
            entries.append(try entry(at: position).entry)
            position += 1
        }
        if position < range.upperBound { try readTail(position..<range.upperBound, into: &entries) }
        return entries
    }

    /// One entry, and the position of the preceding one of its stream.
    mutating func entry(at position: Position) throws -> (entry: StoredEntry, previous: Position?) {
        guard position < sealed.end else { return try tailEntry(at: position) }
        do {
            let block = try entryBlock(at: position)
            let words = try wordBlock(at: position).words(of: position)
            let entry = StoredEntry(position: position, bytes: block.bytes(at: position), words: words)
            return (entry, try block.previous(of: position))
        } catch let error as BlockError {
            throw EventStoreError.damaged(position: position, what: error.what)
        }
    }

    private mutating func entryBlock(at position: Position) throws -> EntryBlock {
        if let block = entryBlock, block.positions.contains(position) { return block }
        let block = try sealed.entries(at: position)
        entryBlock = block
        return block
    }

    private mutating func wordBlock(at position: Position) throws -> WordBlock {
        if let block = wordBlock, block.positions.contains(position) { return block }
        let block = try sealed.words(at: position)
        wordBlock = block
        return block
    }

    // MARK: The tail

    private func tailEntry(at position: Position) throws -> (entry: StoredEntry, previous: Position?) {
        let statement = try db.cachedStatement(sql: "SELECT bytes, previous FROM entry WHERE position = ?")
        guard let row = try Row.fetchOne(statement, arguments: [Int64(position)]), let bytes = row.bytes(0) else {
            throw EventStoreError.damaged(position: position, what: "the entry is missing")
        }
        let words = try TailTable.words(db, of: position..<position + 1).map(\.1)
        return (StoredEntry(position: position, bytes: bytes, words: words), row.position(1))
    }

    private func readTail(_ range: Range<Position>, into entries: inout [StoredEntry]) throws {
        let offset = entries.count
        try TailTable.entries(db, of: range) { position, bytes, _ in
            entries.append(StoredEntry(position: position, bytes: bytes, words: []))
            return true
        }
        for (position, word) in try TailTable.words(db, of: range) {
            entries[offset + Int(position - range.lowerBound)].words.append(word)
        }
    }
}
