import EventLog
import FoldRow
import Foundation
import GRDB
import SQLiteEventStore

/// A directory that ends with the test, and what tests do to the files in it.
final class Scratch: Sendable {
    let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "muster-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func path(_ name: String = "ledger.muster") -> String { "\(directory)/\(name)" }

    /// A new ledger opened for writing.
    func newStore(
        _ name: String = "ledger.muster",
        options: SQLiteEventStore.Options = SQLiteEventStore.Options()
    ) async throws -> SQLiteEventStore {
        try await SQLiteEventStore.create(at: path(name))
        return try await SQLiteEventStore.open(at: path(name), mode: .write, options: options)
    }

    /// Changes a file behind every store's back, as damage would.
    func execute(_ sql: String, in name: String = "ledger.muster") throws {
        let queue = try DatabaseQueue(path: path(name))
        try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
    }

    /// One integer as the file has it.
    func integer(_ sql: String, in name: String = "ledger.muster") throws -> Int64? {
        let queue = try DatabaseQueue(path: path(name))
        defer { try? queue.close() }
        return try queue.read { db in try Int64.fetchOne(db, sql: sql) }
    }

    /// Makes the ledger that a program of format 1 would have made of plain batches.
    func makeFirstFormat(entries count: Int, batch: Int, in name: String = "ledger.muster") throws {
        let batches = stride(from: 0, to: count, by: batch).map { first in
            AppendBatch.plain(at: Position(first), count: min(batch, count - first))
        }
        try FirstFormatFile.make(of: batches, at: path(name))
    }

    func bytes(_ name: String = "ledger.muster") throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path(name)))
    }

    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }
}

extension AppendBatch {
    /// One command with entries of stream 0, which holds every entry of the log.
    static func plain(at size: Position, count: Int = 1, id: String? = nil) -> AppendBatch {
        let entries = (0..<count).map { index in
            let revision = UInt32(size) + UInt32(index) + 1
            return NewEntry(
                bytes: Array("entry \(revision)".utf8),
                words: [Word(field: "title", salt: Array(repeating: 1, count: 32), text: "标题 \(revision)")],
                row: FoldRow(kind: 1, stream: 0, revision: revision, time: Int64(revision), recorded: 5)
            )
        }
        let digest = Array(repeating: 9 as UInt8, count: 16)
        let command = CommandRecord(id: id ?? "command \(size)", digest: digest, entries: entries)
        return AppendBatch(expectedSize: size, commands: [command])
    }
}

/// What a call throws, or nil.
func error<Value>(
    of call: () async throws(EventStoreError) -> Value
) async -> EventStoreError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}
