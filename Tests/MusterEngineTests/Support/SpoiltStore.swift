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

    func rows(from position: Position, limit: Int) async throws(EventStoreError) -> [FoldRow] {
        try await log.rows(from: position, limit: limit).enumerated().map { row(position + Position($0), $1) }
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

    func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) async {
        await log.reportSyncs(to: report)
    }

    func close() async { await log.close() }
}
