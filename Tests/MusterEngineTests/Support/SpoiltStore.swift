import EventLog
import EventStoreTesting
import FoldRow

/// A log as a damaged file would show it: some rows or entries are not what was written.
struct SpoiltStore: ForwardingEventStore {
    var log: any EventStore
    var row: @Sendable (Position, FoldRow) -> FoldRow = { $1 }
    var entry: @Sendable (StoredEntry) -> StoredEntry = { $0 }

    func fold<State: Sendable>(
        into state: consuming State, from start: Position, to end: Position,
        _ next: @Sendable (inout State, Swift.Span<FoldRow>) -> Bool
    ) async throws(EventStoreError) -> State {
        try await log.fold(into: (state, start), from: start, to: end) { folding, rows in
            var spoilt: [FoldRow] = []
            for index in rows.indices { spoilt.append(row(folding.1 + Position(index), rows[index])) }
            folding.1 += Position(rows.count)
            return next(&folding.0, spoilt.span)
        }.0
    }

    func entries(from position: Position, limit: Int) async throws(EventStoreError) -> [StoredEntry] {
        try await log.entries(from: position, limit: limit).map(entry)
    }

    func history(of stream: UInt32) async throws(EventStoreError) -> [StoredEntry] {
        try await log.history(of: stream).map(entry)
    }
}
