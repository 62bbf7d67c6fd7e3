import EventLog
import FoldRow

/// A log as a damaged file would show it: some rows or entries are not what was written.
struct SpoiltStore: EventStore {
    var log: any EventStore
    var row: @Sendable (Position, FoldRow) -> FoldRow = { $1 }
    var entry: @Sendable (StoredEntry) -> StoredEntry = { $0 }

    func size() async throws(EventStoreError) -> Position { try await log.size() }
    func append(_ batch: AppendBatch) async throws(EventStoreError) { try await log.append(batch) }

    func receipts(of commandIDs: [String]) async throws(EventStoreError) -> [Receipt?] {
        try await log.receipts(of: commandIDs)
    }

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

    func names(in space: NameSpace, from first: UInt32) async throws(EventStoreError) -> [String] {
        try await log.names(in: space, from: first)
    }

    func erase(_ texts: [TextPlace]) async throws(EventStoreError) { try await log.erase(texts) }

    func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) async {
        await log.reportSyncs(to: report)
    }

    func close() async { await log.close() }
}
