import EventLog
import FoldRow
import Foundation
import SQLiteEventStore

/// Durable appends beside the plain synchronised write that bounds them.
struct AppendSuite {
    var ledger: String
    var scratch: String
    var rounds: Int
    /// How long each entrant writes in a round.
    var seconds: Double

    private static let batchSizes = [1, 10, 100, 1_000]

    func run() async throws -> Report {
        let given = try await GivenEntries(ledger, count: 400_000)
        var contest = Contest()
        let file = try PreallocatedFile(scratch + "/raw", bytes: 256 << 20)
        contest.add("write + fdatasync of 60 KB into a preallocated file", unit: "writes") {
            try timed {
                try file.write(61_440); return 1
            }
        }
        var stores: [(size: Int, target: Appending)] = []
        for size in Self.batchSizes {
            let path = scratch + "/append-\(size).muster"
            try await SQLiteEventStore.create(at: path)
            let store = try await SQLiteEventStore.open(at: path, mode: .write)
            let target = Appending(store: store, given: given)
            stores.append((size, target))
            contest.add("store, \(size) a batch") { try await timedAsync { try await target.append(size) } }
        }
        let outcomes = try await contest.run(rounds: rounds)
        var report = Report()
        let sync = outcomes[0]
        report.add(sync.name, sync.wallRate, "writes/s")
        for outcome in outcomes.dropFirst() {
            report.add(outcome.name, outcome.wallRate, "events/s", over: sync.name, of: sync.wallRate)
            report.add("\(outcome.name), CPU", outcome.cpu / Double(outcome.count) * 1e6, "µs/event")
        }
        for (_, target) in stores { await target.store.close() }
        return report
    }

    private func timed(_ body: () throws -> Int) rethrows -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        repeat { count += try body() } while ContinuousClock.now < end
        return count
    }

    private func timedAsync(_ body: () async throws -> Int) async rethrows -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        var count = 0
        repeat { count += try await body() } while ContinuousClock.now < end
        return count
    }
}

/// Entries of a real ledger, to be appended to another: the bytes are given, nothing is encoded.
struct GivenEntries {
    var entries: [NewEntry] = []

    init(_ path: String, count: Int) async throws {
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        let rows = try await store.rows(from: 0, limit: count)
        var position: Position = 0
        while position < rows.count {
            for entry in try await store.entries(from: position, limit: min(10_000, rows.count - Int(position))) {
                entries.append(NewEntry(bytes: entry.bytes, words: entry.words, row: rows[Int(entry.position)]))
            }
            position = Position(entries.count)
        }
        await store.close()
    }
}

/// A store that is given a log once more, each entry as a command of its own.
final class Appending {
    let store: SQLiteEventStore
    private let given: GivenEntries
    private var next = 0
    var count: Int { next }

    init(store: SQLiteEventStore, given: GivenEntries) {
        self.store = store
        self.given = given
    }

    /// Appends the next batch; 0 once all has been given.
    func append(_ count: Int) async throws -> Int {
        guard next < given.entries.count else { throw Ended.allGiven }
        let part = given.entries[next..<min(next + count, given.entries.count)]
        let digest = [UInt8](repeating: 7, count: 16)
        let commands = part.enumerated().map { offset, entry in
            CommandRecord(id: "append/\(next + offset)", digest: digest, entries: [entry])
        }
        try await store.append(AppendBatch(expectedSize: Position(next), commands: commands))
        next += part.count
        return part.count
    }

    enum Ended: Error { case allGiven }
}

/// A file whose blocks exist before they are written, so that a synchronised write changes no metadata.
private final class PreallocatedFile {
    private let descriptor: Int32
    private let bytes: Int
    private var offset = 0
    private let block = [UInt8](repeating: 0x5A, count: 1 << 20)

    init(_ path: String, bytes: Int) throws {
        self.bytes = bytes
        descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        for start in stride(from: 0, to: bytes, by: block.count) { pwrite(descriptor, block, block.count, start) }
        fsync(descriptor)
    }

    deinit { close(descriptor) }

    func write(_ count: Int) throws {
        if offset + count > bytes { offset = 0 }
        guard pwrite(descriptor, block, count, offset) == count, fdatasync(descriptor) == 0 else {
            throw POSIXError(.EIO)
        }
        offset += count
    }
}
