internal import EventLog
internal import FoldRow
internal import Foundation
internal import GRDB

/// Reading the packed rows of the `fold` table, which has the rows of the tail.
enum FoldTable {
    /// Rows that are handed on at a time.
    private static let chunk = 256

    /// Calls `body` with the rows from `start` up to but excluding `end`, in order, whole or not at all, until it
    /// answers false: a gap, a blob of a wrong length or a row too few is ``EventStoreError/damaged(position:what:)``.
    static func scan(
        _ db: Database,
        from start: Position,
        to end: Position,
        _ body: (Position, Span<FoldRow>) throws -> Bool
    ) throws -> Bool {
        guard start < end else { return true }
        let before = try db.cachedStatement(sql: "SELECT max(first) FROM fold WHERE first <= ?")
        guard let first = try Row.fetchOne(before, arguments: [Int64(start)])?.position(0) else {
            throw EventStoreError.damaged(position: start, what: "its row is missing")
        }
        let batches = try db.cachedStatement(sql: "SELECT first, rows FROM fold WHERE first >= ? ORDER BY first")
        let cursor = try Row.fetchCursor(batches, arguments: [Int64(first)])
        var next = first
        var rows: [FoldRow] = []
        rows.reserveCapacity(chunk)
        while next < end {
            guard let batch = try cursor.next(), batch.position(0) == next else {
                throw EventStoreError.damaged(position: next, what: "its row is missing")
            }
            let goesOn = try batch.withUnsafeData(atIndex: 1) { data in
                let count = (data?.count ?? 0) / RowCoding.bytesPerRow
                guard let data, count > 0, data.count == count * RowCoding.bytesPerRow else {
                    throw EventStoreError.damaged(position: next, what: "its rows are cut")
                }
                // Where the scan begins and ends inside this batch.
                let lower = start > next ? min(Int(start - next), count) : 0
                let upper = min(Int(min(end - next, Position(count))), count)
                let goesOn = try unsafe data.withUnsafeBytes { (blob: UnsafeRawBufferPointer) in
                    for first in stride(from: lower, to: upper, by: chunk) {
                        rows.removeAll(keepingCapacity: true)
                        for index in first..<min(first + chunk, upper) {
                            guard let row = unsafe RowCoding.decode(blob, at: index) else {
                                throw EventStoreError.damaged(
                                    position: next + Position(index), what: "its row is malformed")
                            }
                            rows.append(row)
                        }
                        guard try body(next + Position(first), rows.span) else { return false }
                    }
                    return true
                }
                next += Position(count)
                return goesOn
            }
            guard goesOn else { return false }
        }
        return true
    }
}

extension Row {
    // A damaged file may hold any type in any column, and GRDB's own conversions trap on a wrong one.

    /// The position in a column, or nil if there is none.
    func position(_ column: Int) -> Position? {
        guard case .int64(let value) = (self[column] as DatabaseValue).storage else { return nil }
        return Position(exactly: value)
    }

    /// The bytes in a column, or nil if there are none.
    func bytes(_ column: Int) -> [UInt8]? {
        guard case .blob(let value) = (self[column] as DatabaseValue).storage else { return nil }
        return Array(value)
    }

    /// The text in a column, or nil if it is not UTF-8.
    func text(_ column: Int) -> String? {
        bytes(column).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
