import EventLog
import EventStoreTesting
import FoldRow
import MusterDomain
import MusterEngine
import Synchronization
import Testing
import TransparencyLog

/// The heads of a log: signed as it grows, and never against what was signed before.
struct HeadSignerTests {
    /// A head kept in memory, which a test can exchange or make fail.
    private final class Keeper: HeadKeeper {
        private let kept: Mutex<(head: SignedCheckpoint?, failure: HeadError?)>

        init(_ head: SignedCheckpoint? = nil) { kept = Mutex((head, nil)) }

        var head: SignedCheckpoint? { kept.withLock { $0.head } }
        func fail(with error: HeadError?) { kept.withLock { $0.failure = error } }
        func put(_ head: SignedCheckpoint?) { kept.withLock { $0.head = head } }

        func read() throws(HeadError) -> SignedCheckpoint? { head }
        func readPending() throws(HeadError) -> SignedCheckpoint? { nil }
        func endPending() throws(HeadError) {}

        func write(_ head: SignedCheckpoint) throws(HeadError) {
            let failure = kept.withLock { kept in
                if kept.failure == nil { kept.head = head }
                return kept.failure
            }
            if let failure { throw failure }
        }
    }

    private let store = InMemoryEventStore()
    private let keeper = Keeper()
    private let key: SigningKey
    private let world = ScriptedWorld()

    init() throws { key = try #require(SigningKey(seed: [UInt8](repeating: 7, count: 32), districtCode: "610113")) }

    private var signing: HeadSigning { HeadSigning(key: key, keeper: keeper, interval: .milliseconds(20)) }

    private func append(_ count: Int, to store: InMemoryEventStore? = nil, mark: UInt8 = 0) async throws {
        let store = store ?? self.store
        let size = try await store.size()
        let entries = (0..<UInt64(count)).map { number in
            NewEntry(
                bytes: [mark] + Array("\(size + number)".utf8), words: [],
                row: FoldRow(
                    kind: 1, stream: 0, revision: UInt32(size + number) + 1, time: 0, recorded: 0))
        }
        let digest = [UInt8](repeating: 0, count: 16)
        try await store.append(
            AppendBatch(
                expectedSize: size, commands: [CommandRecord(id: "\(size)", digest: digest, entries: entries)],
                names: size == 0 ? [NewName(space: .stream, number: 0, text: "s")] : []))
    }

    private func signer(_ store: InMemoryEventStore? = nil) async throws(LedgerError) -> HeadSigner {
        try await HeadSigner(store ?? self.store, signing, now: { [world] in world.now })
    }

    @Test func `A head is signed by the log's key and cosigned with the time, and kept in both places`() async throws {
        try await append(5)
        let head = try await signer().sign()
        #expect(head.checkpoint.size == 5)
        #expect(head.checkpoint.root == (try await store.root(atSize: 5)))
        let policy = LogPolicy(
            origin: key.name, logKeys: [key.signer.verifierKey], cosigners: [key.clock.verifierKey], quorum: 1)
        let signers = try head.verify(policy)
        let seconds = UInt64(ScriptedWorld.beginning.milliseconds / 1_000)
        #expect(signers.times == seconds...seconds)
        #expect(keeper.head == head)
        #expect(try await store.checkpoint(upTo: .max) == head)
    }

    @Test func `Nothing new is signed where nothing was added, and every head that was signed is kept`() async throws {
        try await append(3)
        let signer = try await signer()
        let first = try await signer.sign()
        world.advance(.minutes(1))
        #expect(try await signer.sign() == first)
        try await append(4)
        let second = try await signer.sign()
        #expect(try await store.checkpoints(from: 0, limit: 10) == [first, second])
    }

    @Test func `Entries that arrive are signed within the interval, once`() async throws {
        try await append(3)
        let signer = try await signer()
        for _ in 0..<5 { await signer.entriesArrived() }
        while keeper.head == nil { try await Task.sleep(for: .milliseconds(5)) }
        #expect(keeper.head?.checkpoint.size == 3)
        try await append(1)
        await signer.entriesArrived()
        try await signer.finish()
        #expect(try await store.checkpoints(from: 0, limit: 10).map(\.checkpoint.size) == [3, 4])
    }

    @Test func `Many who ask at once get one head`() async throws {
        try await append(3)
        let signer = try await signer()
        let heads = try await withThrowingTaskGroup(of: SignedCheckpoint.self) { group in
            for _ in 0..<20 { group.addTask { try await signer.sign() } }
            return try await group.reduce(into: Set<SignedCheckpoint>()) { $0.insert($1) }
        }
        #expect(heads.count == 1)
    }

    @Test func `An older copy of a log is refused`() async throws {
        try await append(5)
        _ = try await signer().sign()
        let older = InMemoryEventStore()
        try await append(3, to: older)
        await #expect(throws: LedgerError.head(.ahead(head: 5, log: 3))) { _ = try await signer(older) }
    }

    @Test func `A log with another history is refused, however consistent it is in itself`() async throws {
        try await append(5)
        _ = try await signer().sign()
        let forged = InMemoryEventStore()
        try await append(9, to: forged, mark: 1)
        await #expect(throws: LedgerError.head(.forked(at: 5))) { _ = try await signer(forged) }
    }

    @Test func `A log whose history changes under the signer gets no further head`() async throws {
        try await append(5)
        let signer = try await signer()
        _ = try await signer.sign()
        let forged = InMemoryEventStore()
        try await append(6, to: forged, mark: 1)
        let other = try await HeadSigner(
            forged, HeadSigning(key: key, keeper: Keeper()), now: { [world] in world.now }
        ).sign()
        keeper.put(other)
        try await append(1)
        await #expect(throws: LedgerError.head(.forked(at: 6))) { _ = try await signer.sign() }
        #expect(try await store.checkpoints(from: 0, limit: 10).map(\.checkpoint.size) == [5])
    }

    @Test func `A head that another key has signed is refused`() async throws {
        try await append(2)
        let other = try #require(SigningKey(seed: [UInt8](repeating: 8, count: 32), districtCode: "610113"))
        let foreign = try await HeadSigner(
            store, HeadSigning(key: other, keeper: keeper), now: { [world] in world.now }
        ).sign()
        await #expect(throws: LedgerError.head(.foreign(origin: foreign.checkpoint.origin))) { _ = try await signer() }
    }

    @Test func `A head that could not be kept outside the ledger is kept nowhere, and is signed later`() async throws {
        try await append(2)
        let signer = try await signer()
        keeper.fail(with: .unreadable("no space"))
        await #expect(throws: LedgerError.head(.unreadable("no space"))) { _ = try await signer.sign() }
        #expect(try await store.checkpoint(upTo: .max) == nil)
        keeper.fail(with: nil)
        #expect(try await signer.sign().checkpoint.size == 2)
    }

    @Test func `What a crash left in one place only is brought to the other`() async throws {
        try await append(2)
        let head = try await signer().sign()
        let copy = InMemoryEventStore()
        try await append(2, to: copy)
        _ = try await signer(copy)
        #expect(try await copy.checkpoint(upTo: .max) == head)
        keeper.put(nil)
        _ = try await signer()
        #expect(keeper.head == head)
    }
}
