import EventLog
import FoldRow
import Foundation
import GRDB
import MusterDomain
import MusterEngine
import MusterGenerator
import SQLiteEventStore
import Synchronization
import TransparencyLog

/// The ledger of a simulated district with sealed segments, a tail and several signed checkpoints; and what an attacker
/// or a bad disk makes of it.
struct SampleLog: Sendable {
    static let segment: Position = 1_024
    static let events = 2_600

    /// Made once for all tests.
    static let made = Task { try await SampleLog() }

    let path: String
    let key: SigningKey
    /// What the ledger holds.
    let entries: [StoredEntry]
    let rows: [FoldRow]
    let names: [NewName]
    let checkpoints: [SignedCheckpoint]

    private static var options: SQLiteEventStore.Options { .init(segmentSize: segment) }
    private static let folder = NSTemporaryDirectory() + "muster-audit-\(ProcessInfo.processInfo.processIdentifier)"

    private init() async throws {
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        path = Self.folder + "/sample.muster"
        try? FileManager.default.removeItem(atPath: path)
        try await SQLiteEventStore.create(at: path)
        let store = try await SQLiteEventStore.open(at: path, mode: .write, options: Self.options)
        var generator = Generator(seed: 11, options: GeneratorOptions(events: Self.events, open: 200, batch: 64))
        guard let key = SigningKey(seed: generator.keySeed, districtCode: Generator.districtCode) else {
            preconditionFailure("any 32 bytes are a seed")
        }
        self.key = key
        let ledger = try await generator.establish(
            in: store, keyID: key.fingerprint,
            signing: HeadSigning(key: key, keeper: MemoryKeeper(), interval: .milliseconds(40)))
        _ = try await ledger.signHead()
        _ = try await generator.run(into: ledger)
        try await ledger.finish()
        let size = Int(try await store.size())
        entries = try await store.entries(from: 0, limit: size)
        rows = try await store.rows(from: 0, limit: size)
        checkpoints = try await store.checkpoints(from: 0, limit: 1_000)
        var names: [NewName] = []
        for space in 0...UInt8(NamedThing.allCases.count) {
            let space = NameSpace(rawValue: space)
            let texts = try await store.names(in: space, from: space.firstNumber)
            for (offset, text) in texts.enumerated() {
                names.append(NewName(space: space, number: space.firstNumber + UInt32(offset), text: text))
            }
        }
        self.names = names
        await store.close()
    }

    /// A copy that `change` has been at behind every store's back; opened for reading.
    func copy(_ change: (Database) throws -> Void) async throws -> SQLiteEventStore {
        let copy = Self.folder + "/\(UUID().uuidString).muster"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        try queue.writeWithoutTransaction(change)
        try queue.close()
        return try await SQLiteEventStore.open(at: copy, mode: .read, options: Self.options)
    }

    /// A log that an attacker has written anew, consistent in all that it keeps, with the checkpoints that he says.
    func forgery(
        _ change: (inout [Forged]) throws -> Void, checkpoints: [SignedCheckpoint]? = nil
    ) async throws -> SQLiteEventStore {
        var forged = zip(entries, rows).map { Forged(bytes: $0.bytes, words: $0.words, row: $1) }
        try change(&forged)
        var revisions: [UInt32: UInt32] = [:]
        for index in forged.indices {
            let revision = revisions[forged[index].row.stream, default: 0] + 1
            revisions[forged[index].row.stream] = revision
            forged[index].row.revision = revision
        }
        let copy = Self.folder + "/\(UUID().uuidString).muster"
        try await SQLiteEventStore.create(at: copy)
        let writer = try await SQLiteEventStore.open(at: copy, mode: .write, options: Self.options)
        try await writer.append(AppendBatch(expectedSize: 0, commands: commands(of: forged), names: names))
        for checkpoint in checkpoints ?? self.checkpoints where checkpoint.checkpoint.size <= forged.count {
            try await writer.keep(checkpoint)
        }
        await writer.close()
        let size = forged.count
        // The others can't be kept by a store, only by somebody who writes into its file.
        let queue = try DatabaseQueue(path: copy)
        try await queue.write { db in
            for checkpoint in checkpoints ?? self.checkpoints where checkpoint.checkpoint.size > size {
                try db.execute(
                    sql: "INSERT INTO checkpoint (size, note) VALUES (?, ?)",
                    arguments: [Int64(checkpoint.checkpoint.size), Data(checkpoint.bytes)])
            }
        }
        try queue.close()
        return try await SQLiteEventStore.open(at: copy, mode: .read, options: Self.options)
    }

    /// The commands that entries say they came of; what is no entry is a command of its own. Whoever puts entries about
    /// can't give the index one id twice.
    private func commands(of forged: [Forged]) -> [CommandRecord] {
        var commands: [(id: String, digest: String, entries: [NewEntry])] = []
        for entry in forged {
            let envelope = try? Envelope(bytes: entry.bytes)
            let (id, digest) = (envelope?.commandID ?? "none-\(commands.count)", envelope?.commandDigest ?? "")
            if commands.last.map({ ($0.id, $0.digest) == (id, digest) }) != true { commands.append((id, digest, [])) }
            commands[commands.count - 1].entries.append(
                NewEntry(bytes: entry.bytes, words: entry.words, row: entry.row))
        }
        var known: Set<String> = []
        return commands.enumerated().map { index, command in
            CommandRecord(
                id: known.insert(command.id).inserted ? command.id : "again-\(index)",
                digest: stride(from: 0, to: 32, by: 2).map { place in
                    UInt8(command.digest.dropFirst(place).prefix(2), radix: 16) ?? 0
                }, entries: command.entries)
        }
    }

    /// The checkpoint that the owner of the key would sign for some entries at a time.
    func checkpoint(of entries: some Sequence<[UInt8]>, at time: UInt64) throws -> SignedCheckpoint {
        let tree = Frontier(leaves: entries.map { .leaf($0) })
        var signed = SignedCheckpoint(
            try Checkpoint(origin: key.name, size: tree.size, root: tree.root), signers: [key.signer])
        signed.cosign(key.clock, time: time)
        return signed
    }
}

/// An entry as an attacker would have it.
struct Forged {
    var bytes: [UInt8]
    var words: [Word]
    var row: FoldRow

    /// The same entry with a text replaced in its bytes.
    mutating func replace(_ old: String, with new: String) {
        bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
    }
}

/// A head in memory.
final class MemoryKeeper: HeadKeeper {
    private let head = Mutex<SignedCheckpoint?>(nil)
    /// The last head of the epoch before.
    private let former: Mutex<SignedCheckpoint?>

    init(former: SignedCheckpoint? = nil) { self.former = Mutex(former) }

    func read() throws(HeadError) -> SignedCheckpoint? { head.withLock { $0 } }
    func readPending() throws(HeadError) -> SignedCheckpoint? { former.withLock { $0 } }
    func endPending() throws(HeadError) { former.withLock { $0 = nil } }
    func write(_ newHead: SignedCheckpoint) throws(HeadError) { head.withLock { $0 = newHead } }
}
