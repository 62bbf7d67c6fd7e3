import EventLog
import FoldRow
import Foundation
import GRDB

/// A ledger as a program of format 1 wrote it.
///
/// Written apart from the store and by hand, since no program writes this format any more.
enum FirstFormatFile {
    /// Makes one that holds what these batches leave, each a commit of its own.
    static func make(of batches: [AppendBatch], at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: tables)
            try db.inTransaction {
                var streams: [UInt32: Position] = [:]
                for batch in batches { try insert(batch, &streams, db) }
                return .commit
            }
        }
    }

    private static let tables = """
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
        """

    private static func insert(_ batch: AppendBatch, _ streams: inout [UInt32: Position], _ db: Database) throws {
        var position = batch.expectedSize
        var rows: [UInt8] = []
        for command in batch.commands {
            try db.execute(
                sql: "INSERT INTO command VALUES (?, ?, ?, ?)",
                arguments: [
                    Int64(position), Int64(position) + Int64(command.entries.count) - 1,
                    Data(CommandFingerprint(of: command.id).bytes), Data(command.digest),
                ])
            for entry in command.entries {
                let previous = streams.updateValue(position, forKey: entry.row.stream)
                try db.execute(
                    sql: "INSERT INTO entry VALUES (?, ?, ?)",
                    arguments: [Int64(position), previous.map { Int64($0) }, Data(entry.bytes)])
                for word in entry.words {
                    try db.execute(
                        sql: "INSERT INTO word VALUES (?, ?, ?, ?)",
                        arguments: [Int64(position), Data(word.field.utf8), Data(word.salt), Data(word.text.utf8)])
                }
                rows += bytes(of: entry.row)
                position += 1
            }
        }
        try db.execute(sql: "INSERT INTO fold VALUES (?, ?)", arguments: [Int64(batch.expectedSize), Data(rows)])
        for name in batch.names {
            try db.execute(
                sql: "INSERT INTO name VALUES (?, ?, ?)",
                arguments: [Int64(name.space.rawValue), Int64(name.number), Data(name.text.utf8)])
        }
    }

    /// 80 bytes: the kind and two bytes of nothing, seven numbers of 4 bytes, and six of 8.
    private static func bytes(of row: FoldRow) -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: UInt64, _ count: UInt64) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        put(UInt64(row.kind), 4)
        for value in [row.stream, row.revision, row.actor, row.unit, row.person, row.item, row.code] {
            put(UInt64(value), 4)
        }
        for value in [row.time, row.recorded, row.claimed, row.a, row.b, row.c] { put(UInt64(bitPattern: value), 8) }
        return bytes
    }
}
