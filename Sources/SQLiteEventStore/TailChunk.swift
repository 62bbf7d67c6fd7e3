internal import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB

/// One row of the tail: some entries of a commit, in the form of the blocks of a segment but uncompressed.
///
/// A row an entry would cost several times as much to insert, to seal and to delete; a row a commit could be so long
/// that reading one of its entries would read a thousand.
struct TailChunk {
    /// The largest number of entries.
    static let maximumEntries = 32

    let first: Position
    private(set) var rows: [FoldRow] = []
    private var entries: EntryBlock.Builder
    private var words: WordBlock.Builder
    private(set) var commands: [CommandTable.Item] = []

    init(first: Position) {
        self.first = first
        entries = EntryBlock.Builder(first: first)
        words = WordBlock.Builder(first: first)
    }

    /// The position after its last entry.
    var end: Position { first + Position(rows.count) }

    /// Whether the next entry, which is at `end`, has to begin another chunk.
    func isFull(segmentSize: Position) -> Bool {
        rows.count == Self.maximumEntries || !rows.isEmpty && end.isMultiple(of: segmentSize)
    }

    /// Adds the next entry; false if there is no room.
    mutating func add(_ entry: NewEntry, previous: Position?) -> Bool {
        guard entries.add(entry.bytes, previous: previous) else { return false }
        // A block of words is cut where it would be too long; here the entries decide alone.
        words.addAnyhow(entry.words.sorted { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) })
        rows.append(entry.row)
        return true
    }

    /// Notes that a command begins with the entry that was added last.
    mutating func begin(_ command: CommandTable.Item) { commands.append(command) }

    /// Inserts it as a row.
    func insert(by statement: borrowing HotStatement) throws {
        statement.bind(1, first)
        statement.bind(2, RowCoding.encode(rows))
        statement.bind(3, CommandTable.content(inOrder: commands, first: first))
        statement.bind(4, entries.content())
        statement.bind(5, words.content())
        try statement.run()
    }

    /// What ``insert(by:)`` runs.
    static let insertion = "INSERT INTO tail (first, rows, commands, entries, words) VALUES (?, ?, ?, ?, ?)"
}
