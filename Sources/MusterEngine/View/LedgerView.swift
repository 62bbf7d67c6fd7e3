public import EventLog
import FoldRow
public import MusterDomain

/// A ledger as a reader sees it: a board that does not change, the names, and the way to entries and texts.
public struct LedgerView: Sendable {
    /// The state.
    public let board: Board
    /// The names of units and posts.
    public let directory: Directory
    /// What the writer keeps in order; nil where nobody does.
    private let inboxes: Inboxes?
    let store: any EventStore

    init(board: Board, directory: Directory, inboxes: Inboxes? = nil, store: any EventStore) {
        self.board = board
        self.directory = directory
        self.inboxes = inboxes
        self.store = store
    }

    /// Reads a ledger up to a bound. Beside a running writer this sees what is committed.
    public static func open(
        _ store: any EventStore, bound: ReplayBound = .end
    ) async throws(LedgerError) -> LedgerView {
        let board = try await Replay.board(of: store, bound: bound)
        let directory = try await readDirectory(store, for: board)
        return LedgerView(board: board, directory: directory, store: store)
    }

    /// What a unit has to do. Cost: O(its entries) on a live ledger; a view that was opened by itself goes through the
    /// whole board.
    public func inbox(of unit: UnitID) -> Inbox { inboxes?.inbox(of: unit) ?? board.inbox(of: unit) }

    /// What stays as long as a unit's inbox and the texts of its whistles do; nil where nobody keeps it.
    public func inboxVersion(of unit: UnitID) -> UInt64? { inboxes?.version(of: unit) }

    /// The entries of a whistle with their words, oldest first, as far as this view's board goes.
    public func history(of whistle: WhistleID) async throws(LedgerError) -> [RecordedEvent] {
        try await history(of: whistle, after: 0)
    }

    /// The same without the first so many.
    public func history(of whistle: WhistleID, after revision: Int) async throws(LedgerError) -> [RecordedEvent] {
        let row = board.whistles[whistle]
        let head = StreamHead(stream: row.stream, revision: row.revision, position: row.newest)
        return try await history(of: head, after: revision)
    }

    /// What every whistle says it is about, and which whistles have had a text corrected since, all in one pass over
    /// the log. Cost: O(entries); a few histories are cheaper one by one.
    public func subjects() async throws(LedgerError) -> (texts: [WhistleID: String], corrected: Set<WhistleID>) {
        var texts: [WhistleID: String] = [:]
        var corrected: Set<WhistleID> = []
        let page = 8_192
        var position: Position = 0
        while position < board.size {
            let rows: [FoldRow]
            let entries: [StoredEntry]
            do {
                rows = try await store.rows(from: position, limit: page)
                entries = try await store.entries(from: position, limit: page)
            } catch { throw .store(error) }
            guard !rows.isEmpty else { break }
            for (row, entry) in zip(rows, entries) {
                guard let whistle = board.whistle(ofStream: row.stream) else { continue }
                if row.revision == 1, let subject = entry.words.first(where: { $0.field == Field.subject.rawValue }) {
                    texts[whistle] = subject.text
                } else if row.kind == EventKind.factCorrected.rawValue {
                    corrected.insert(whistle)
                }
            }
            position += Position(rows.count)
        }
        return (texts, corrected)
    }

    /// The entries of the district's own stream, oldest first, as far as this view's board goes.
    public func districtHistory() async throws(LedgerError) -> [RecordedEvent] {
        guard let head = board.districtHead else { return [] }
        return try await history(of: head, after: 0)
    }

    /// The names of one kind of thing, the one with number n at place n − 1. Cost: O(names).
    public func names(of thing: NamedThing) async throws(LedgerError) -> [String] {
        do { return try await store.names(in: thing.space, from: 1) } catch { throw .store(error) }
    }

    /// The names of units and posts as a board has them.
    static func readDirectory(_ store: any EventStore, for board: Board) async throws(LedgerError) -> Directory {
        var directory = Directory()
        guard let head = board.districtHead else { return directory }
        let entries: [StoredEntry]
        // Names are no words: they stand in the entries.
        do { entries = try await store.firstStream(upTo: head) } catch { throw .store(error) }
        for entry in entries { directory.apply(try RecordedEvent(entry)) }
        return directory
    }

    private func history(of head: StreamHead, after revision: Int) async throws(LedgerError) -> [RecordedEvent] {
        let entries: [StoredEntry]
        do { entries = try await store.history(of: head, after: revision) } catch { throw .store(error) }
        var events: [RecordedEvent] = []
        events.reserveCapacity(entries.count)
        for entry in entries { events.append(try RecordedEvent(entry)) }
        return events
    }
}

extension Board {
    /// Where the district's own stream ends; nil in an empty log.
    fileprivate var districtHead: StreamHead? {
        guard districtRevision > 0 else { return nil }
        return StreamHead(stream: 0, revision: districtRevision, position: districtNewest)
    }
}
