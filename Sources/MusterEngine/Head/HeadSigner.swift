public import EventLog
public import MusterDomain
public import TransparencyLog

/// Signs the heads of one log.
///
/// A head is signed only if it extends the last one. It is kept outside the ledger first and in the ledger after that,
/// so whatever anybody has been shown is what the next head must extend.
public actor HeadSigner {
    private let store: any EventStore
    private let signing: HeadSigning
    private let now: @Sendable () -> Instant
    private let report: @Sendable (LedgerError) -> Void
    /// What the log was before, if it is to go on from an older copy of itself: it has to say so before anybody acts.
    let former: FormerEpoch?
    /// Whether no head of its epoch is kept in the log yet: those of the one before are none that it has to extend.
    private var isBeginning: Bool
    /// The signing that waits for its time.
    private var waiting: Task<Void, Never>?
    /// The signing that goes on.
    private var working: Task<Result<SignedCheckpoint, LedgerError>, Never>?

    /// Checks that a log extends the head that was signed last, in and outside the ledger.
    ///
    /// - Parameters:
    ///   - store: The log, opened for writing.
    ///   - signing: With what to sign.
    ///   - now: The clock by which heads are cosigned.
    ///   - report: Told when a head that was due could not be signed.
    /// - Throws: ``LedgerError/head(_:)``; nothing may be appended then.
    public init(
        _ store: any EventStore, _ signing: HeadSigning, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (LedgerError) -> Void = { _ in }
    ) async throws(LedgerError) {
        (self.store, self.signing, self.now, self.report) = (store, signing, now, report)
        former = try await Self.formerEpoch(of: store, signing)
        isBeginning = former != nil
        if !isBeginning { try await settle() }
    }

    /// Signs the first head of a new epoch, whose log has just said that it begins.
    func begin() async throws(LedgerError) {
        _ = try await sign()
        isBeginning = false
        do { try signing.keeper.endPending() } catch { throw .head(error) }
    }

    /// The last head in both places: a crash may have come between the two.
    private func settle() async throws(LedgerError) {
        let head = try await checkedHead(treeHead())
        let newest = try await kept()
        guard let head else { return }
        if newest?.checkpoint.size != head.checkpoint.size { try await keep(head) }
        if try outside() == nil { try write(head) }
    }

    /// The epoch before is over by the word of whoever has made the next one ready, and not by the keys that happen to
    /// lie here.
    private static func formerEpoch(
        of store: any EventStore, _ signing: HeadSigning
    ) async throws(LedgerError) -> FormerEpoch? {
        let origin = signing.keys[0].name
        let pending: SignedCheckpoint?
        let newest: SignedCheckpoint?
        let size: Position
        do { pending = try signing.keeper.readPending() } catch { throw .head(error) }
        guard let pending else { return nil }
        do {
            newest = try await store.checkpoint(upTo: .max)
            size = try await store.size()
        } catch { throw .store(error) }
        if let newest, newest.checkpoint.isOf(origin: origin) {
            // Only the last step was missing.
            do { try signing.keeper.endPending() } catch { throw .head(error) }
            return nil
        }
        for head in [pending, newest].compactMap(\.self) {
            let former = head.checkpoint.origin
            let isEarlier = FormerEpoch.isEarlier(former, than: origin)
            let policy = LogPolicy(origin: former, trusting: signing.formerKeys)
            guard isEarlier, (try? head.verify(policy)) != nil else { throw .head(.foreign(origin: former)) }
        }
        let last = pending.checkpoint
        return FormerEpoch(origin: last.origin, size: last.size, root: last.root.base64, left: size)
    }

    /// Lets it know that there are new entries: a head is signed within the interval.
    public func entriesArrived() {
        guard waiting == nil else { return }
        waiting = Task {
            do { try await Task.sleep(for: signing.interval) } catch { return }
            await signWhatIsDue()
        }
    }

    private func signWhatIsDue() async {
        waiting = nil
        do throws(LedgerError) { _ = try await sign() } catch { report(error) }
    }

    /// Signs whatever is not signed yet, for the last time.
    public func finish() async throws(LedgerError) {
        waiting?.cancel()
        waiting = nil
        do throws(LedgerError) { _ = try await sign() } catch {
            report(error)
            throw error
        }
    }

    /// The signed head of the log as it is now; the last one if nothing was added since.
    public func sign() async throws(LedgerError) -> SignedCheckpoint {
        // One after the other: of two, the second finds what the first has signed.
        while let working { _ = await working.value }
        let task = Task { await self.signed() }
        working = task
        return try await task.value.get()
    }

    private func signed() async -> Result<SignedCheckpoint, LedgerError> {
        // Before anybody who waits goes on: whoever waits for a task that has ended does not give way.
        defer { working = nil }
        do throws(LedgerError) {
            let tree = try await treeHead()
            let last = try await checkedHead(tree)
            if let last, last.checkpoint.size == tree.size, !isBeginning { return .success(last) }
            let head = try signedHead(tree)
            try write(head)
            try await keep(head)
            return .success(head)
        } catch { return .failure(error) }
    }

    private func signedHead(_ tree: TreeHead) throws(LedgerError) -> SignedCheckpoint {
        let checkpoint: Checkpoint
        do { checkpoint = try Checkpoint(origin: origin, size: tree.size, root: tree.root) } catch {
            throw .damaged(at: nil, "\(error)")
        }
        var head = SignedCheckpoint(checkpoint, signers: signing.keys.map(\.signer))
        head.cosign(signing.keys[0].clock, time: UInt64(max(0, now().milliseconds / 1_000)))
        return head
    }

    /// The log's name, which every head bears.
    private var origin: String { signing.keys[0].name }

    // MARK: - The last head

    /// The last head, which the log must extend.
    private func checkedHead(_ tree: TreeHead) async throws(LedgerError) -> SignedCheckpoint? {
        let heads = [try outside(), isBeginning ? nil : try await kept()].compactMap(\.self)
        for head in heads {
            try check(head)
            let size = head.checkpoint.size
            guard size <= tree.size else { throw .head(.ahead(head: size, log: tree.size)) }
            let root: Hash?
            do { root = try await store.root(atSize: size) } catch { throw .store(error) }
            guard root == head.checkpoint.root else { throw .head(.forked(at: size)) }
        }
        return heads.max { $0.checkpoint.size < $1.checkpoint.size }
    }

    private func check(_ head: SignedCheckpoint) throws(LedgerError) {
        guard signing.hasSigned(head) else { throw .head(.foreign(origin: head.checkpoint.origin)) }
    }

    private func treeHead() async throws(LedgerError) -> TreeHead {
        do { return try await store.treeHead() } catch { throw .store(error) }
    }

    private func outside() throws(LedgerError) -> SignedCheckpoint? {
        do { return try signing.keeper.read() } catch { throw .head(error) }
    }

    private func write(_ head: SignedCheckpoint) throws(LedgerError) {
        do { try signing.keeper.write(head) } catch { throw .head(error) }
    }

    private func kept() async throws(LedgerError) -> SignedCheckpoint? {
        do { return try await store.checkpoint(upTo: .max) } catch { throw .store(error) }
    }

    private func keep(_ head: SignedCheckpoint) async throws(LedgerError) {
        do { try await store.keep(head) } catch { throw .store(error) }
    }
}
