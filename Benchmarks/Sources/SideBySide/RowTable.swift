import EventLog
import FoldRow
import Foundation
import GRDB
import GRDBSQLite

/// The same rows as one row of a table each, in a plain SQLite file: what replay is compared with.
struct RowTable {
    let path: String
    let count: Int

    private static let columns = [
        "kind", "stream", "revision", "actor", "unit", "person", "item", "code", "time", "recorded", "claimed", "a",
        "b", "c",
    ]

    /// Writes rows into a new file.
    init(at path: String, rows: [FoldRow]) throws {
        self.path = path
        count = rows.count
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = OFF") }
        try queue.write { db in
            let fields = Self.columns.map { "\($0) INTEGER NOT NULL" }.joined(separator: ", ")
            try db.execute(sql: "CREATE TABLE event (position INTEGER PRIMARY KEY, \(fields))")
            let marks = Array(repeating: "?", count: Self.columns.count + 1).joined(separator: ", ")
            let insert = try db.makeStatement(sql: "INSERT INTO event VALUES (\(marks))")
            for (position, row) in rows.enumerated() {
                let values: [Int64] = [
                    Int64(position), Int64(row.kind), Int64(row.stream), Int64(row.revision), Int64(row.actor),
                    Int64(row.unit), Int64(row.person), Int64(row.item), Int64(row.code), row.time, row.recorded,
                    row.claimed, row.a, row.b, row.c,
                ]
                try insert.execute(arguments: StatementArguments(values))
            }
        }
        try queue.close()
    }

    /// Reads every column of every row with SQLite's own interface, and folds nothing.
    func scan() throws -> Int {
        var connection: OpaquePointer?
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else { throw Failed.open }
        defer { sqlite3_close_v2(connection) }
        var statement: OpaquePointer?
        let sql = "SELECT \(Self.columns.joined(separator: ", ")) FROM event ORDER BY position"
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { throw Failed.open }
        defer { sqlite3_finalize(statement) }
        var (rows, sum) = (0, Int64(0))
        let width = Int32(Self.columns.count)
        while sqlite3_step(statement) == SQLITE_ROW {
            for column in 0..<width { sum &+= sqlite3_column_int64(statement, column) }
            rows += 1
        }
        keep(sum)
        return rows
    }

    /// Reads every column of every row through a GRDB cursor.
    func cursor() throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try queue.read { db in
            let sql = "SELECT \(Self.columns.joined(separator: ", ")) FROM event ORDER BY position"
            let cursor = try Row.fetchCursor(db, sql: sql)
            var (rows, sum) = (0, Int64(0))
            while let row = try cursor.next() {
                for column in 0..<Self.columns.count { sum &+= row[column] as Int64 }
                rows += 1
            }
            keep(sum)
            return rows
        }
    }

    enum Failed: Error { case open }
}

/// Keeps the optimiser from leaving out what nobody reads.
@inline(never)
func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
