import EventLog
import FoldRow
import MusterDomain

/// Everything that the writer knows: the board, the names and the clocks. Folded from the store, and again after a
/// commit whose outcome is unknown.
struct LedgerState: Sendable {
    var board: Board
    var names: Names
    var directory: Directory
    private var deadlines: DeadlineQueue
    /// Whistles with an event since their clocks were last queued: a whistle of forty calls has eighty of them.
    private var unqueued: Set<WhistleID> = []
    /// The whistles that got an event since this was last taken.
    private var touched: Set<WhistleID> = []
    /// Whether the case numbers of other systems are in `names`: there may be very many, and few commands need them.
    private(set) var knowsReferences = false

    /// The state of a store's log, and the inboxes of its board. What goes through all whistles does so side by side.
    static func load(
        from store: any EventStore, policy: Policy
    ) async throws(LedgerError) -> (state: LedgerState, inboxes: Inboxes) {
        let board = try await Replay.board(of: store)
        async let deadlines = deadlines(of: board)
        async let inboxes = inboxes(of: board, policy)
        var names = Names()
        for thing in NamedThing.allCases where thing != .reference {
            names.load(try await list(thing, store), as: thing)
        }
        let directory = try await LedgerView.readDirectory(store, for: board)
        let state = LedgerState(board: board, names: names, directory: directory, deadlines: await deadlines)
        return (state, await inboxes)
    }

    @concurrent private static func deadlines(of board: Board) async -> DeadlineQueue { DeadlineQueue(of: board) }

    @concurrent private static func inboxes(of board: Board, _ policy: Policy) async -> Inboxes {
        Inboxes(of: board, policy: policy)
    }

    private init(board: Board, names: Names, directory: Directory, deadlines: DeadlineQueue) {
        self.board = board
        self.names = names
        self.directory = directory
        self.deadlines = deadlines
    }

    mutating func learn(references: [String]) {
        names.load(references, as: .reference)
        knowsReferences = true
    }

    private static func list(_ thing: NamedThing, _ store: any EventStore) async throws(LedgerError) -> [String] {
        do { return try await store.names(in: thing.space, from: 1) } catch { throw .store(error) }
    }

    /// Takes in an entry that has been decided: the same fold that replay runs.
    mutating func apply(_ entry: NewEntry, at position: Position) throws(LedgerError) {
        do { try board.apply(entry.row) } catch { throw .damaged(at: position, "\(error)") }
        if entry.row.stream == 0 {
            directory.apply(try RecordedEvent(StoredEntry(position: position, bytes: entry.bytes, words: entry.words)))
        } else if let whistle = board.whistle(ofStream: entry.row.stream) {
            unqueued.insert(whistle)
            touched.insert(whistle)
        }
    }

    /// Takes the soonest clock that ran out before `now` and that still runs.
    mutating func takePassedDeadline(before now: Instant) -> PendingDeadline? {
        for whistle in unqueued { deadlines.add(board.pendingDeadlines(of: whistle)) }
        unqueued = []
        return deadlines.takePassed(before: now, on: board)
    }

    /// The whistles that got an event since the last call.
    mutating func takeTouched() -> Set<WhistleID> {
        defer { touched = [] }
        return touched
    }
}

/// What the rules ask about names, answered from the writer's state.
struct StateNames: NameLookup {
    var names: Names
    var directory: Directory
    var erasable = ErasableTexts()

    func number(of name: String, as thing: NamedThing) -> UInt32? { names.number(of: name, as: thing) }
    func unit(called name: String) -> UnitID? { directory.units(called: name).first }
    func texts(at position: UInt64) -> EntryTexts? { erasable.byPosition[position] }
    func texts(of whistle: WhistleID) -> [EntryTexts] { erasable.byWhistle[whistle] ?? [] }
}
