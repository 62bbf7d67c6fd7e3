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
        let queue = try DatabaseQueue(path: path(name))
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(
                sql: """
                    PRAGMA application_id = \(0x4D55_5354);
                    PRAGMA user_version = 1;
                    CREATE TABLE entry (position INTEGER PRIMARY KEY, previous INTEGER, bytes BLOB NOT NULL) STRICT;
                    CREATE TABLE fold (first INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
                    CREATE TABLE command (
                        first INTEGER PRIMARY KEY, last INTEGER NOT NULL, fingerprint BLOB NOT NULL, digest BLOB NOT NULL
                    ) STRICT;
                    CREATE TABLE word (
                        position INTEGER NOT NULL, field BLOB NOT NULL, salt BLOB NOT NULL, text BLOB NOT NULL,
                        PRIMARY KEY (position, field)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE name (
                        space INTEGER NOT NULL, number INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (space, number)
                    ) STRICT, WITHOUT ROWID;
                    CREATE UNIQUE INDEX name_text ON name (space, text);
                    """)
            for first in stride(from: 0, to: count, by: batch) {
                let plain = AppendBatch.plain(at: Position(first), count: min(batch, count - first))
                try Self.insertFirstFormat(plain.commands[0], at: first, db)
            }
        }
    }

    private static func insertFirstFormat(_ command: CommandRecord, at first: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO command VALUES (?, ?, ?, ?)",
            arguments: [
                first, first + command.entries.count - 1, Data(CommandFingerprint(of: command.id).bytes),
                Data(command.digest),
            ])
        var rows: [UInt8] = []
        for (index, entry) in command.entries.enumerated() {
            let position = first + index
            try db.execute(
                sql: "INSERT INTO entry VALUES (?, ?, ?)",
                arguments: [position, position == 0 ? nil : position - 1, Data(entry.bytes)])
            for word in entry.words {
                try db.execute(
                    sql: "INSERT INTO word VALUES (?, ?, ?, ?)",
                    arguments: [position, Data(word.field.utf8), Data(word.salt), Data(word.text.utf8)])
            }
            // 80 bytes: kind, stream and revision, and the two times at 32 and 40.
            var row = [UInt8](repeating: 0, count: 80)
            row[0] = UInt8(entry.row.kind)
            for shift in 0..<4 { row[8 + shift] = UInt8(truncatingIfNeeded: entry.row.revision >> (8 * shift)) }
            for shift in 0..<8 {
                row[32 + shift] = UInt8(truncatingIfNeeded: entry.row.time >> (8 * shift))
                row[40 + shift] = UInt8(truncatingIfNeeded: entry.row.recorded >> (8 * shift))
            }
            rows += row
        }
        try db.execute(sql: "INSERT INTO fold VALUES (?, ?)", arguments: [first, Data(rows)])
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
