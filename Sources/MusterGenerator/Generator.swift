public import EventLog
public import MusterDomain
public import MusterEngine

/// A simulated district that writes a realistic log through the rules and the ledger like any other caller.
///
/// Seed and options determine every entry: time and randomness come from ``environment``, with which the ledger has
/// to be opened, and every batch is decided on a state that does not depend on how fast anything ran.
public struct Generator: Sendable {
    private let seed: UInt64
    private let clock: SimulatedClock
    private let policy: Policy
    private var book: DayBook
    private var isFounded = false

    /// A district that nothing has happened in yet.
    public init(seed: UInt64, options: GeneratorOptions, policy: Policy = .builtin0) {
        self.seed = seed
        self.policy = policy
        clock = SimulatedClock(start: options.start, seed: Chance.family(seed, 1))
        book = DayBook(seed: Chance.family(seed, 3), options: options, policy: policy)
    }

    /// After so many batches the head of the log is signed.
    private static let batchesPerHead = 16

    /// The district's code; GB/T 2260 gives it to nobody.
    public static let districtCode = "610199"

    /// Clock and randomness for the ledger.
    public var environment: Environment { clock.environment() }

    /// 32 bytes for the key of a ledger that is only for trying: whoever knows the seed knows it.
    public var keySeed: [UInt8] {
        var chance = Chance(seed: Chance.family(seed, 2))
        return chance.bytes(32)
    }

    /// What the log begins with.
    public func founding(keyID: String) -> Founding {
        Founding(
            name: CastNames.district, keyID: keyID, language: "zh",
            centreFullName: "\(CastNames.district)城市运行指挥中心", centreShortName: "区指挥中心", postTitle: "值班长",
            person: "H1")
    }

    /// Begins the log of the district in an empty store.
    public func establish(
        in store: any EventStore, keyID: String, signing: HeadSigning? = nil
    ) async throws(LedgerError) -> Ledger {
        // The simulated clock leaps over hours between two batches: a head has to be signed where no batch is on its way.
        var signing = signing
        signing?.interval = .seconds(1 << 32)
        return try await Ledger.establish(
            in: store, districtCode: Self.districtCode, founding: founding(keyID: keyID), environment: environment,
            policy: policy, signing: signing)
    }

    /// Goes on until the log has so many entries as the options say; what the last batch leaves beyond that stays.
    ///
    /// While a batch is made durable the next one is thought out, from the state before it and without the matters in
    /// it: so two processors are used, and the log is still the same in every run.
    /// - Parameters:
    ///   - ledger: A ledger that ``establish(in:keyID:)`` has made or that was opened with ``environment``, in which
    ///     nobody else acts.
    ///   - progress: Told after each batch.
    public mutating func run(
        into ledger: Ledger, progress: (GeneratorSummary) -> Void = { _ in }
    ) async throws(LedgerError) -> GeneratorSummary {
        if !isFounded { try await found(ledger) }
        var planned: DayBook.Batch?
        var batches = 0
        while true {
            let board = ledger.view.board
            let batch = planned ?? book.nextBatch(on: board, inFlight: 0)
            guard !batch.orders.isEmpty else { break }
            clock.now = batch.moment
            // An act of the office changes who holds which post, so nothing is thought out beside it.
            let isOfficeDue = book.isOfficeDue(on: board)
            async let answers = ledger.submit(batch.orders)
            planned = isOfficeDue ? nil : book.nextBatch(on: board, inFlight: batch.orders.count)
            if planned?.orders.isEmpty == true { planned = nil }
            try book.settle(batch, await answers)
            if isOfficeDue {
                let order = book.officeOrder(on: ledger.view.board)
                try book.settle(officeAct: await ledger.submit([order])[0])
            }
            batches += 1
            if batches.isMultiple(of: Self.batchesPerHead) { _ = try await ledger.signHead() }
            book.summary.look(at: ledger.view.board)
            progress(book.summary)
        }
        book.summary.look(at: ledger.view.board)
        book.summary.countOpen(on: ledger.view.board)
        return book.summary
    }

    private mutating func found(_ ledger: Ledger) async throws(LedgerError) {
        let board = ledger.view.board
        precondition(board.units.count == 1, "the ledger has a cast of its own")
        let centre = Actor(unit: book.cast.centre, post: PostID(rawValue: 1), person: board.posts[0].person)
        let orders = book.cast.founding.enumerated().map { index, command in
            Order(id: "found/\(index + 1)", command: command, actor: centre)
        }
        for result in await ledger.submit(orders) { _ = try result.get() }
        isFounded = true
    }
}
