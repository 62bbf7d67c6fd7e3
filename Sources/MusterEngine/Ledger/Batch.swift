import EventLog
import FoldRow
import MusterDomain

/// The commands of one commit, decided one after the other on the running state.
///
/// The state is the ledger's own and changed in place: a copy of its names for each batch would make a long import
/// quadratic. If the commit fails, the state is folded again from the store.
struct Batch {
    private let now: Instant
    private let size: Position
    private let erasable: ErasableTexts
    private var commands: [CommandRecord] = []
    private var decided: [String: (digest: [UInt8], outcome: Outcome)] = [:]

    /// A batch for a log of `size` entries, recorded at one moment.
    init(size: Position, now: Instant, erasable: ErasableTexts = ErasableTexts()) {
        self.size = size
        self.erasable = erasable
        self.now = now
    }

    /// The answer to a command that stands in this batch already.
    func repeated(_ order: Order) throws(LedgerError) -> Outcome? {
        guard let earlier = decided[order.id] else { return nil }
        let stored = Set(earlier.outcome.entries.flatMap { $0.words.map(\.text) })
        guard earlier.digest == CommandDigest.of(order),
            order.command.isImported || stored.isSubset(of: CommandDigest.texts(of: order))
        else { throw .commandReused(id: order.id) }
        var outcome = earlier.outcome
        outcome.wasThere = true
        return outcome
    }

    /// Every clock that ran out before now becomes an event, in the order of the moments.
    mutating func passDeadlines(
        on state: inout LedgerState, _ encoder: EntryEncoder, _ policy: Policy
    ) throws(LedgerError) {
        while let deadline = state.takePassedDeadline(before: now) {
            let name = state.board.whistles[deadline.whistle].name
            let order = Order(
                id: "tick/\(name)/\(deadline.kind.name)/\(deadline.item)/\(deadline.due.milliseconds)",
                command: .passDeadline(deadline), actor: .system)
            _ = try decide(order, on: &state, encoder, policy)
        }
    }

    /// Decides one command. If it is refused, nothing of it stays in the state.
    mutating func decide(
        _ order: Order, on state: inout LedgerState, _ encoder: EntryEncoder, _ policy: Policy
    ) throws(LedgerError) -> Outcome {
        if let expected = order.expectedRevision, let whistle = order.command.whistle,
            state.board.whistles.contains(whistle)
        {
            let actual = Int(state.board.whistles[whistle].revision)
            guard actual == expected else { throw .staleRevision(expected: expected, actual: actual) }
        }
        precondition(
            order.occurred == nil || order.command.isImported, "only a source's own acts have a time of their own")
        if let occurred = order.occurred { try check(occurred, of: order.command, on: state.board) }
        let events: [Event]
        do {
            events = try MusterDomain.decide(
                order.command, by: order.actor, entered: order.entered, confirmsNumbers: order.confirmsNumbers,
                on: state.board,
                names: StateNames(names: state.names, directory: state.directory, erasable: erasable), policy: policy,
                at: now)
        } catch { throw .refused(error) }
        guard !events.isEmpty else {
            return Outcome(receipt: nil, whistle: order.command.whistle, wasThere: false, entries: [])
        }
        return try append(events, of: order, on: &state, encoder)
    }

    /// A source's own time lies neither in the future nor before the case began.
    private func check(_ occurred: Instant, of command: Command, on board: Board) throws(LedgerError) {
        guard occurred <= now else { throw .refused(Refusal(.claimedInFuture, ["moment": .moment(occurred)])) }
        guard let id = command.whistle, board.whistles.contains(id) else { return }
        let raisedAt = board.whistles[id].raisedAt
        guard occurred >= raisedAt else {
            throw .refused(
                Refusal(.claimedBeforeRaise, ["moment": .moment(occurred), "raisedAt": .moment(raisedAt)]))
        }
    }

    private mutating func append(
        _ events: [Event], of order: Order, on state: inout LedgerState, _ encoder: EntryEncoder
    ) throws(LedgerError) -> Outcome {
        let context = CommandContext(
            id: order.id, digest: CommandDigest.of(order), actor: order.actor,
            authType: order.authentication.authType(of: order.actor), occurred: order.occurred, recorded: now,
            names: state.names)
        let mark = state.names.mark
        var entries: [NewEntry] = []
        entries.reserveCapacity(events.count)
        do {
            var place = Place(of: events[0], in: state.board, at: now)
            for event in events {
                place.revision += 1
                entries.append(
                    try encoder.encode(
                        event, at: state.board.size + Position(entries.count), stream: place.stream,
                        subject: place.subject, revision: place.revision, of: context, names: &state.names))
            }
        } catch {
            state.names.rollBack(to: mark)
            throw error
        }
        let first = state.board.size
        for entry in entries { try state.apply(entry, at: state.board.size) }
        commands.append(CommandRecord(id: order.id, digest: context.digest, entries: entries))
        let receipt = Receipt(first: first, last: state.board.size - 1, digest: context.digest)
        let outcome = Outcome(
            receipt: receipt, whistle: entries.first.flatMap { state.board.whistle(ofStream: $0.row.stream) },
            wasThere: false, entries: entries)
        decided[order.id] = (context.digest, outcome)
        return outcome
    }

    /// What the store is to make durable.
    func append(_ state: inout LedgerState) -> AppendBatch {
        AppendBatch(expectedSize: size, commands: commands, names: state.names.takeJournal())
    }
}

/// Where a command's events go: all into one stream.
private struct Place {
    var stream: UInt32
    var subject: String
    var revision: Int

    init(of event: Event, in board: Board, at now: Instant) {
        guard let whistle = event.whistle else {
            self.init(stream: 0, subject: EntryEncoder.districtStream, revision: Int(board.districtRevision))
            return
        }
        if board.whistles.contains(whistle) {
            let row = board.whistles[whistle]
            self.init(stream: row.stream, subject: row.name.description, revision: Int(row.revision))
        } else {
            self.init(
                stream: board.nextStream, subject: board.nextWhistleName(at: now).description, revision: 0)
        }
    }

    private init(stream: UInt32, subject: String, revision: Int) {
        self.stream = stream
        self.subject = subject
        self.revision = revision
    }
}
