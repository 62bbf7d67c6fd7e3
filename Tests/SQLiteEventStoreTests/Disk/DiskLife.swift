import EventLog
import EventStoreTesting
import Foundation
import Testing
import TransparencyLog

@testable import SQLiteEventStore

/// A short life of a ledger with everything in it that writes: its beginning, appends of all sizes, sealings, moves of
/// the write-ahead log, a kept checkpoint, erasures, a backup, and openings in between.
///
/// The same acts lead to the same calls of the disk every time, since each waits for what it has set off. A store in
/// memory does the same beside it and says what has to be there.
final class DiskLife {
    enum Act: Hashable, Sendable {
        case create, open, keep, copy
        case append(Int)
        case erase(TextPlace)
    }

    /// What became of an act.
    enum Outcome: Equatable {
        case done
        case failed(EventStoreError)
    }

    static let acts: [Act] =
        [.create, .open] + (0..<16).map(Act.append) + [.keep, .erase(ErasureFiles.place), .copy, .open]
        + (16..<22).map(Act.append) + [.erase(TextPlace(position: 37, field: "title")), .open, .append(22)]
    /// One that has to be as large as that of every store that reads the ledger.
    var segmentSize: Position = 16

    let scratch: Scratch
    let disk: TrialDisk
    private(set) var store: SQLiteEventStore?
    private let model = InMemoryEventStore()
    /// The acts of which the caller was told that they were done.
    private(set) var done: Set<Act> = []
    /// The command ids in the order of the log.
    private(set) var commands: [String] = []
    /// Told before the next act begins, after one was done and where an erasure has come to.
    var reached: (@Sendable (Moment) -> Void)?

    enum Moment: Equatable, Sendable {
        case done(Int)
        case erasing(SQLiteEventStore.ErasureStage)
        case erased
        case folderSynchronised
    }

    init() throws {
        scratch = try Scratch()
        disk = TrialDisk(scratch.directory)
    }

    /// How many commands the caller knows to be in the log.
    var acknowledged: Int { commands.count }

    func hasEntry(at position: Position) async -> Bool {
        let entries = try? await model.rows(from: position, limit: 1)
        return entries?.isEmpty == false
    }

    // MARK: Acting

    /// Does an act once more if it was interrupted, and waits for what it sets off.
    func perform(_ act: Act) async -> Outcome {
        guard !done.contains(act) || act == .open else { return .done }
        do throws(EventStoreError) {
            switch act {
            case .create: try await create()
            case .open: try await reopen()
            case .append(let number): try await append(number)
            case .keep: try await keep()
            case .erase(let place): try await erase(place)
            case .copy: try await openStore().copy(to: scratch.path("copy.muster"))
            }
        } catch {
            await settle()
            return .failed(error)
        }
        done.insert(act)
        await settle()
        reached?(.done(commands.count))
        return .done
    }

    /// Everything waits for what goes on beside it, so that the calls come in one order.
    private func settle() async {
        guard let store else { return }
        await store.sealed()
        await store.checkpointing?.value
    }

    private var options: SQLiteEventStore.Options {
        var options = SQLiteEventStore.Options(segmentSize: segmentSize)
        // Nothing is read beside the calls that are counted.
        options.readsAhead = .never
        options.erasureFault = { [reached] stage in reached?(.erasing(stage)) }
        options.folderSynchronised = { [reached] in reached?(.folderSynchronised) }
        return options
    }

    func openStore() async throws(EventStoreError) -> SQLiteEventStore {
        if let store { return store }
        let opened = try await SQLiteEventStore.open(at: scratch.path(), mode: .write, options: options)
        store = opened
        return opened
    }

    private func create() async throws(EventStoreError) {
        do { try await SQLiteEventStore.create(at: scratch.path()) } catch {
            // Only its answer failed: it is there whole, or the next opening says that it is not.
            guard case .alreadyThere = error else { throw error }
        }
    }

    private func reopen() async throws(EventStoreError) {
        await close()
        _ = try await openStore()
    }

    func close() async {
        await store?.close()
        store = nil
    }

    static func id(_ number: Int) -> String { "command \(number)" }

    /// One to three entries; some with texts of several pages, so that the write-ahead log soon has to be moved.
    static func batch(_ number: Int, at size: Position) -> AppendBatch {
        var batch = ErasureFiles.batch(at: size, count: 1 + number % 3)
        batch.commands[0].id = id(number)
        if number % 4 == 1 {
            batch.commands[0].entries[0].words[0].text = String(repeating: "长文\(number)", count: 16_000)
        }
        return batch
    }

    private func append(_ number: Int) async throws(EventStoreError) {
        let store = try await openStore()
        let size = try await store.size()
        let batch = Self.batch(number, at: size)
        // A client that was not told asks first, as the engine does.
        if try await store.receipt(of: Self.id(number)) == nil {
            try await store.append(batch)
            try await take(batch)
        } else {
            try await take(Self.batch(number, at: try await model.size()))
        }
    }

    private func take(_ batch: AppendBatch) async throws(EventStoreError) {
        try await model.append(batch)
        commands.append(batch.commands[0].id)
    }

    /// No one's key: whether a checkpoint is right is its signer's business.
    private static func checkpoint(of head: TreeHead) -> SignedCheckpoint? {
        let name = "log.example/a"
        guard let key = try? KeyName(name), let signer = NoteSigner(name: key, seed: [UInt8](repeating: 1, count: 32)),
            let checkpoint = try? Checkpoint(origin: name, size: head.size, root: head.root)
        else { return nil }
        return SignedCheckpoint(checkpoint, signers: [signer])
    }

    private func keep() async throws(EventStoreError) {
        let store = try await openStore()
        guard let checkpoint = Self.checkpoint(of: try await store.treeHead()) else {
            throw .malformed("no checkpoint")
        }
        try await store.keep(checkpoint)
    }

    private func erase(_ place: TextPlace) async throws(EventStoreError) {
        try await openStore().erase([place])
        try await model.erase([place])
        reached?(.erased)
    }

    // MARK: What has to hold

    /// Compares the ledger with what has to be in it, by the store that is open and by a new one.
    func verify() async throws {
        try await verify(try await openStore())
        try await reopen()
        let store = try await openStore()
        try await verify(store)
        #expect(try ErasureFiles(scratch: scratch).traces() == [])
        await close()
        let check = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"
        #expect(try scratch.integer(check) == 1)
    }

    private func verify(_ store: SQLiteEventStore) async throws {
        #expect(try await Snapshot(of: store) == Snapshot(of: model))
        #expect(try await store.treeHead() == model.treeHead())
        #expect(try await store.checkCopies() == [])
        var next: Position = 0
        for (id, receipt) in zip(commands, try await store.receipts(of: commands)) {
            #expect(receipt?.first == next, "\(id) is not where it was answered")
            next = (receipt?.last ?? next) + 1
        }
        #expect(next == (try await store.size()))
    }
}
