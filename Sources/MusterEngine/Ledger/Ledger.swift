public import EventLog
import FoldRow
public import MusterDomain
public import TransparencyLog

/// The one writer of a district's log: decide → append → fold → answer.
///
/// Commands that wait while a batch is being made durable form the next batch, so many callers share one
/// synchronised write. Whoever is answered is answered after the commit.
public actor Ledger {
    let store: any EventStore
    private let environment: Environment
    private let policy: Policy
    private let encoder: EntryEncoder
    /// Nil for a log whose heads nobody signs.
    private let signer: HeadSigner?
    let published: Published<LedgerView>

    private(set) var state: LedgerState
    /// As of the newest commit, like what is published.
    private var inboxes: Inboxes
    private var waiting: [Waiting] = []
    private var isDraining = false
    /// Set when a batch's outcome is unknown and the state could not be folded again yet.
    private var mustReload = false

    /// The texts that the orders of the next batch may erase, as the log has them.
    private var erasable = ErasableTexts()
    /// The erasure that is being carried out.
    var erasing: Task<Result<Void, LedgerError>, Never>?

    private struct Waiting {
        var orders: [Order]
        var isPreview = false
        var answer: CheckedContinuation<Answer, Never>
    }

    private struct Answer {
        var results: [Result<Outcome, LedgerError>]
        /// Why the batch as a whole came to nothing.
        var failure: LedgerError?
    }

    /// Opens the ledger that a store holds: folds its rows, reads its names.
    /// - Parameters:
    ///   - store: The log, opened for writing.
    ///   - environment: Clock and randomness.
    ///   - policy: The limits that hold where a command names none.
    ///   - signing: How the log's heads are signed; nil if they are not.
    /// - Throws: ``LedgerError/head(_:)`` if the log does not extend its last signed head, and what reading can throw.
    public static func open(
        _ store: any EventStore, environment: Environment, policy: Policy = .builtin0, signing: HeadSigning? = nil
    ) async throws(LedgerError) -> Ledger {
        let first: [StoredEntry]
        do { first = try await store.entries(from: 0, limit: 1) } catch { throw .store(error) }
        guard let first = first.first else { throw .notEstablished }
        let source = try RecordedEvent(first).envelope.source
        await report(store, to: environment.observer)
        let signer = try await signer(of: store, signing, environment)
        let ledger = Ledger(
            store, source, environment, policy, try await LedgerState.load(from: store, policy: policy), signer)
        if let signer, let signing, let former = signer.former {
            try await ledger.beginEpoch(with: signing.keys[0], after: former)
            try await signer.begin()
        }
        await ledger.resumeErasures()
        return ledger
    }

    private static func signer(
        of store: any EventStore, _ signing: HeadSigning?, _ environment: Environment
    ) async throws(LedgerError) -> HeadSigner? {
        guard let signing else { return nil }
        let observer = environment.observer
        return try await HeadSigner(store, signing, now: environment.now) { observer?.signingFailed($0) }
    }

    /// Begins the log of a district in an empty store.
    /// - Parameters:
    ///   - store: An empty log, opened for writing.
    ///   - districtCode: GB/T 2260, such as 610113; it stands in every entry's `source`.
    ///   - founding: What the log begins with.
    ///   - environment: Clock and randomness.
    ///   - policy: The limits that hold where a command names none.
    ///   - signing: How the log's heads are signed; nil if they are not.
    public static func establish(
        in store: any EventStore, districtCode: String, founding: Founding, environment: Environment,
        policy: Policy = .builtin0, signing: HeadSigning? = nil
    ) async throws(LedgerError) -> Ledger {
        let loaded = try await LedgerState.load(from: store, policy: policy)
        await report(store, to: environment.observer)
        // A log that is there already keeps its own source; what it says to the order is the answer.
        let ledger =
            if loaded.state.board.size > 0 {
                try await open(store, environment: environment, policy: policy, signing: signing)
            } else {
                Ledger(
                    store, "/districts/\(districtCode)", environment, policy, loaded,
                    try await signer(of: store, signing, environment))
            }
        _ = try await ledger.submit(
            Order(id: "establish/\(districtCode)", command: .establish(founding), actor: .system))
        return ledger
    }

    private static func report(_ store: any EventStore, to observer: (any LedgerObserver)?) async {
        if let observer { await store.reportSyncs { observer.logSynchronised(nanoseconds: $0) } }
    }

    private init(
        _ store: any EventStore, _ source: String, _ environment: Environment, _ policy: Policy,
        _ loaded: (state: LedgerState, inboxes: Inboxes), _ signer: HeadSigner?
    ) {
        self.store = store
        self.environment = environment
        self.policy = policy
        (state, inboxes) = loaded
        self.signer = signer
        encoder = EntryEncoder(source: source, environment: environment)
        published = Published(
            LedgerView(board: state.board, directory: state.directory, inboxes: inboxes, store: store))
    }

    private func publish() {
        published.publish(
            LedgerView(board: state.board, directory: state.directory, inboxes: inboxes, store: store))
    }

    /// The state after the newest commit. Costs O(1) and waits for nobody.
    public nonisolated var view: LedgerView { published.value }

    /// Decides one command and makes it durable.
    public func submit(_ order: Order) async throws(LedgerError) -> Outcome {
        let results = await submit([order])
        return try results[0].get()
    }

    /// Decides commands in order and makes them durable together; each is accepted or refused by itself.
    public func submit(_ orders: [Order]) async -> [Result<Outcome, LedgerError>] {
        await finishingErasures(of: orders, await write(waitingFor: orders))
    }

    /// Decides commands in order and makes them durable together; what they erase is not erased yet.
    func write(waitingFor orders: [Order]) async -> [Result<Outcome, LedgerError>] { await enqueue(orders).results }

    /// Turns every deadline that has passed into an event, as each batch does first.
    public func tick() async throws(LedgerError) {
        if let failure = await enqueue([]).failure { throw failure }
    }

    /// Signs the head of the log as it is now; nil for a log whose heads nobody signs.
    public func signHead() async throws(LedgerError) -> SignedCheckpoint? { try await signer?.sign() }

    /// Signs what is not signed yet. Call it when nothing more is submitted, before the store is closed.
    ///
    /// - Throws: Why it could not be signed; the entries are durable all the same, and the next process signs them.
    public func finish() async throws(LedgerError) { try await signer?.finish() }

    /// What a command would leave, decided on the present state; nothing is kept. It waits its turn, so that it
    /// sees nothing that is not durable.
    public func preview(_ order: Order) async throws(LedgerError) -> Outcome {
        try await enqueue([order], asPreview: true).results[0].get()
    }

    private func enqueue(_ orders: [Order], asPreview isPreview: Bool = false) async -> Answer {
        await withCheckedContinuation { continuation in
            waiting.append(Waiting(orders: orders, isPreview: isPreview, answer: continuation))
            if !isDraining {
                isDraining = true
                Task { await self.drain() }
            }
        }
    }

    // MARK: The batch

    private func drain() async {
        while !waiting.isEmpty {
            let callers = waiting.filter { !$0.isPreview }
            let previewers = waiting.filter(\.isPreview)
            waiting = []
            if !callers.isEmpty {
                let (results, failure) = await write(callers.flatMap(\.orders))
                var first = 0
                for caller in callers {
                    let own = results[first..<(first + caller.orders.count)]
                    caller.answer.resume(returning: Answer(results: Array(own), failure: failure))
                    first += caller.orders.count
                }
            }
            for previewer in previewers {
                var results: [Result<Outcome, LedgerError>] = []
                for order in previewer.orders { results.append(await look(order)) }
                previewer.answer.resume(returning: Answer(results: results))
            }
        }
        isDraining = false
    }

    private func look(_ order: Order) async -> Result<Outcome, LedgerError> {
        do throws(LedgerError) {
            try await prepare(for: [order])
            if let repeated = try await known([order])[0].get() { return .success(repeated) }
            var copy = state
            var batch = Batch(size: copy.board.size, now: now(copy.board), erasable: erasable)
            // As a real batch would, so that the revisions shown are those that the act would get.
            try batch.passDeadlines(on: &copy, encoder, policy)
            return .success(try batch.decide(order, on: &copy, encoder, policy))
        } catch { return .failure(error) }
    }

    private func write(
        _ orders: [Order]
    ) async -> (results: [Result<Outcome, LedgerError>], failure: LedgerError?) {
        let earlier: [Result<Outcome?, LedgerError>]
        do throws(LedgerError) {
            try await prepare(for: orders)
            earlier = try await known(orders)
        } catch { return (orders.map { _ in .failure(error) }, error) }
        // From here to the append nothing waits, so nobody sees the state half changed.
        var batch = Batch(size: state.board.size, now: now(state.board), erasable: erasable)
        do { try batch.passDeadlines(on: &state, encoder, policy) } catch {
            mustReload = true
            return (orders.map { _ in .failure(error) }, error)
        }
        var results: [Result<Outcome, LedgerError>] = []
        results.reserveCapacity(orders.count)
        for (order, answered) in zip(orders, earlier) {
            do throws(LedgerError) {
                var repeated = try answered.get()
                if repeated == nil { repeated = try batch.repeated(order) }
                if let repeated {
                    results.append(.success(repeated))
                } else {
                    results.append(.success(try batch.decide(order, on: &state, encoder, policy)))
                }
            } catch {
                // A fold that fails on what was just decided has left the state half changed.
                if case .damaged = error { mustReload = true }
                results.append(.failure(error))
            }
        }
        if mustReload {
            let failure = LedgerError.damaged(at: nil, "fold")
            return (results.map { result in result.flatMap { _ in .failure(failure) } }, failure)
        }
        return await commit(batch.append(&state), results, settled: earlier.map(Self.isSettled))
    }

    private func commit(
        _ append: AppendBatch, _ results: [Result<Outcome, LedgerError>], settled: [Bool]
    ) async -> (results: [Result<Outcome, LedgerError>], failure: LedgerError?) {
        guard !append.commands.isEmpty else { return (results, nil) }
        let reading = environment.observer?.reading() ?? 0
        do {
            try await store.append(append)
            environment.observer?.batchAppended(AppendedBatch(append), since: reading)
        } catch {
            environment.observer?.batchFailed(error, since: reading)
            // Nothing that this batch decided may be believed any more, whether or not it is in the log.
            mustReload = true
            let failure: LedgerError
            if case .outcomeUnknown = error { failure = .outcomeUnknown } else { failure = .store(error) }
            // What the log itself had answered stands, and so does a refusal that nothing in the batch came before.
            let ticked = append.commands.count > results.count(where: Self.isAccepted)
            let doubtful = ticked ? 0 : results.firstIndex(where: Self.isAccepted) ?? results.count
            let answers = zip(results, settled).enumerated().map { index, answer in
                index < doubtful || answer.1 ? answer.0 : Result<Outcome, LedgerError>.failure(failure)
            }
            return (answers, failure)
        }
        inboxes.refresh(state.takeTouched(), on: state.board)
        publish()
        await signer?.entriesArrived()
        return (results, nil)
    }

    /// Whether the log, and not the batch, answered.
    private static func isSettled(_ answer: Result<Outcome?, LedgerError>) -> Bool {
        if case .success(nil) = answer { false } else { true }
    }

    private static func isAccepted(_ result: Result<Outcome, LedgerError>) -> Bool {
        if case .success(let outcome) = result { outcome.receipt != nil && !outcome.wasThere } else { false }
    }

    private func prepare(for orders: [Order]) async throws(LedgerError) {
        if mustReload { try await reload() }
        if orders.contains(where: \.command.namesReference) { try await learnReferences() }
        erasable = try await texts(erasedBy: orders)
    }

    private func learnReferences() async throws(LedgerError) {
        guard !state.knowsReferences else { return }
        let list: [String]
        do { list = try await store.names(in: NamedThing.reference.space, from: 1) } catch { throw .store(error) }
        // Somebody else may have learnt them while this call waited.
        if !state.knowsReferences { state.learn(references: list) }
    }

    private func reload() async throws(LedgerError) {
        (state, inboxes) = try await LedgerState.load(from: store, policy: policy)
        publish()
        mustReload = false
    }

    /// The log's own time never runs back, whatever the machine's clock does.
    private func now(_ board: Board) -> Instant { max(environment.now(), board.recorded) }

    /// The first answers to commands that the log has already; nil for those it has not.
    private func known(_ orders: [Order]) async throws(LedgerError) -> [Result<Outcome?, LedgerError>] {
        let receipts: [Receipt?]
        do { receipts = try await store.receipts(of: orders.map(\.id)) } catch { throw .store(error) }
        let whistles = try await whistles(at: receipts.compactMap { $0?.first })
        var answers: [Result<Outcome?, LedgerError>] = []
        answers.reserveCapacity(orders.count)
        for (order, receipt) in zip(orders, receipts) {
            do throws(LedgerError) { answers.append(.success(try await answer(order, receipt, whistles))) } catch {
                answers.append(.failure(error))
            }
        }
        return answers
    }

    private func answer(
        _ order: Order, _ receipt: Receipt?, _ whistles: [Position: WhistleID]
    ) async throws(LedgerError) -> Outcome? {
        guard isCommandID(order.id) || order.command.isOnlyTheEngines else { throw .badCommandID(order.id) }
        guard let receipt else { return nil }
        guard receipt.digest == CommandDigest.of(order), try await hasTexts(of: order, at: receipt) else {
            throw .commandReused(id: order.id)
        }
        return Outcome(receipt: receipt, whistle: whistles[receipt.first], wasThere: true, entries: [])
    }

    /// Whether the texts that lie with the log are those of the command. Their digest would outlive their erasure, so
    /// they are compared themselves; what has been erased is no contradiction. A source's own cases are known by
    /// their numbers alone: how their texts are cleaned may change.
    private func hasTexts(of order: Order, at receipt: Receipt) async throws(LedgerError) -> Bool {
        guard !order.command.isImported else { return true }
        let entries: [StoredEntry]
        do {
            entries = try await store.entries(from: receipt.first, limit: Int(receipt.last - receipt.first) + 1)
        } catch { throw .store(error) }
        let stored = Set(entries.flatMap { $0.words.map(\.text) })
        return stored.isSubset(of: CommandDigest.texts(of: order))
    }

    /// The whistles of entries. Those of an import that is run again lie side by side and are read together.
    private func whistles(at positions: [Position]) async throws(LedgerError) -> [Position: WhistleID] {
        var found: [Position: WhistleID] = [:]
        var rows: [FoldRow] = []
        var start: Position = 0
        for position in positions.sorted() {
            if position < start || position >= start + Position(rows.count) {
                do { rows = try await store.rows(from: position, limit: positions.count) } catch { throw .store(error) }
                start = position
            }
            guard let row = rows.indices.contains(Int(position - start)) ? rows[Int(position - start)] : nil else {
                continue
            }
            found[position] = state.board.whistle(ofStream: row.stream)
        }
        return found
    }
}

/// Ids that begin like a tick's are the engine's own: one of them in the log would stop every batch that has to
/// record that deadline.
private func isCommandID(_ id: String) -> Bool {
    (1...128).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !id.hasPrefix("tick/")
}

extension Command {
    /// Whether deciding it needs the case numbers of other systems.
    fileprivate var namesReference: Bool {
        switch self {
        case .linkDemand, .importWhistle: true
        default: false
        }
    }
}
