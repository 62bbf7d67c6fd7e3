import EventLog
import FoldRow
import SQLiteEventStore

/// Entries of a real ledger, to be appended to another: the bytes are given, nothing is encoded.
package struct GivenEntries {
    /// In the order of the log.
    package private(set) var entries: [NewEntry] = []

    /// Reads the first so many.
    package init(_ path: String, count: Int) async throws {
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
package final class Appending {
    /// Where they go.
    package let store: SQLiteEventStore
    private let given: GivenEntries
    private var next = 0
    /// How many it has been given.
    package var count: Int { next }

    /// A store that is empty yet.
    package init(store: SQLiteEventStore, given: GivenEntries) {
        self.store = store
        self.given = given
    }

    /// Appends the next batch and returns how many entries it had.
    package func append(_ count: Int) async throws -> Int {
        guard next < given.entries.count else { throw AllGiven() }
        let part = given.entries[next..<min(next + count, given.entries.count)]
        let digest = [UInt8](repeating: 7, count: 16)
        let commands = part.enumerated().map { offset, entry in
            CommandRecord(id: "append/\(next + offset)", digest: digest, entries: [entry])
        }
        try await store.append(AppendBatch(expectedSize: Position(next), commands: commands))
        next += part.count
        return part.count
    }
}

/// There is nothing left to be appended: the log that was prepared is too short for the time that was asked for.
package struct AllGiven: Error, CustomStringConvertible {
    /// For whoever asked.
    package var description: String { "all that was prepared has been appended: ask for fewer rounds or seconds" }
}
