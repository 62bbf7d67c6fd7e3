import EventLog
import FoldRow
import Foundation
import GRDB
import SQLiteEventStore
import Workload

/// Replay beside what bounds it and what others do, all of it on one ledger.
struct FoldSuite {
    var ledger: String
    var scratch: String
    var rounds: Int
    /// Rows that the comparisons with one row an event are made over; more would only take longer.
    var comparedRows: Int

    func run() async throws -> Report {
        let store = try await SQLiteEventStore.open(at: ledger, mode: .read)
        let size = Int(try await store.size())
        let rows = try await store.rows(from: 0, limit: min(size, comparedRows))
        let entries = try await store.entries(from: 0, limit: min(size, 20_000)).map(\.bytes)
        await store.close()
        let table = try RowTable(at: scratch + "/rows.sqlite", rows: rows)
        let small = try await ledgerBytes(store: ledger)

        var contest = Contest()
        contest.add("LZ4 of the columns alone") {
            try Blocks(ledger).inflate(["columns"]); return size
        }
        contest.add("LZ4 of the whole log") {
            try Blocks(ledger).inflate(["columns", "entries", "words"]); return size
        }
        contest.add("fold of decoded rows in memory") { try fold(rows) }
        contest.add("replay, warm ledger") { try await replay(ledger) }
        contest.add("replay, cold ledger") {
            evict(ledger)
            return try await replay(ledger)
        }
        contest.add("C scan of one row per event, no fold") { try table.scan() }
        contest.add("GRDB cursor over one row per event, no fold") { try table.cursor() }
        contest.add("JSONDecoder over entries, no fold") { try Self.decode(entries) }
        let outcomes = try await contest.run(rounds: rounds)
        var report = Report()
        report.add("events", Double(size), "events")
        report.add("file", Double(small.file) / Double(size), "bytes/event")
        report.add(
            "file without words", Double(small.file - small.words) / Double(size), "bytes/event",
            over: "raw entry bytes", of: Double(small.entryBytes) / Double(size))
        func outcome(_ name: String) -> Contest.Outcome {
            guard let found = outcomes.first(where: { $0.name == name }) else { fatalError(name) }
            return found
        }
        let warm = outcome("replay, warm ledger")
        for other in outcomes {
            report.add(other.name, other.rate, "events/s CPU", over: warm.name, of: warm.rate)
        }
        report.add(
            "replay over fold in memory", warm.rate, "events/s CPU", over: "fold of decoded rows in memory",
            of: outcome("fold of decoded rows in memory").rate)
        report.add(
            "replay over C row scan", warm.rate, "events/s CPU", over: "C scan of one row per event, no fold",
            of: outcome("C scan of one row per event, no fold").rate)
        report.add("replay, wall", warm.wallRate, "events/s")
        report.add(
            "cold replay, wall", outcome("replay, cold ledger").wall, "s", over: "warm replay, wall", of: warm.wall)
        return report
    }

    private struct AnyEntry: Decodable {
        var specversion: String
        var id: String
        var type: String
        var subject: String
        var time: String
        var recordedtime: String
        var sequence: String
        var revision: Int
        var actor: String
    }

    private static func decode(_ entries: [[UInt8]]) throws -> Int {
        let decoder = JSONDecoder()
        var revisions = 0
        for entry in entries { revisions &+= try decoder.decode(AnyEntry.self, from: Data(entry)).revision }
        keep(revisions)
        return entries.count
    }

    /// What the file takes, what of it are words, and how long the entries are by themselves.
    private func ledgerBytes(store path: String) async throws -> (file: Int, words: Int, entryBytes: Int) {
        let file = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let blocks = try Blocks(path)
        let words = try blocks.bytes(of: ["words"])
        let store = try await SQLiteEventStore.open(at: path, mode: .read)
        defer { Task { await store.close() } }
        let size = try await store.size()
        // A sample spread over the log; all of it would take longer than everything else here.
        var (sampled, bytes) = (0, 0)
        for part in 0..<50 {
            let entries = try await store.entries(from: size / 50 * Position(part), limit: 400)
            sampled += entries.count
            bytes += entries.reduce(0) { $0 + $1.bytes.count }
        }
        return (file, words, bytes * Int(size) / max(sampled, 1))
    }
}

/// The blocks of a ledger, read as SQLite gives them.
struct Blocks {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Decompresses parts of every segment and looks at nothing in them.
    func inflate(_ parts: [String]) throws {
        let inflater = Inflater()
        try queue.read { db in
            for part in parts {
                let cursor = try Row.fetchCursor(db, sql: "SELECT block FROM \(part) ORDER BY first")
                while let row = try cursor.next() {
                    try row.withUnsafeData(atIndex: 0) { data in
                        try data?.withUnsafeBytes { try inflater.read($0, limit: 1 << 30) { _, count in keep(count) } }
                    }
                }
            }
        }
    }

    /// The bytes that parts take, compressed.
    func bytes(of parts: [String]) throws -> Int {
        try queue.read { db in
            try parts.reduce(0) { try $0 + (Int.fetchOne(db, sql: "SELECT sum(length(block)) FROM \($1)") ?? 0) }
        }
    }
}

/// Takes a file out of the system's cache.
func evict(_ path: String) {
    for path in [path, path + "-wal"] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { continue }
        fdatasync(descriptor)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        close(descriptor)
    }
}
