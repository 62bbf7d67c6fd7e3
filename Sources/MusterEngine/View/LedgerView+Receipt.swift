public import EventLog

extension LedgerView {
    /// What became of a command; nil if the log has none of that id.
    public func receipt(of commandID: String) async throws(LedgerError) -> Receipt? {
        do { return try await store.receipt(of: commandID) } catch { throw .store(error) }
    }

    /// What a command left, in log order.
    public func events(of receipt: Receipt) async throws(LedgerError) -> [RecordedEvent] {
        let entries: [StoredEntry]
        do {
            entries = try await store.entries(from: receipt.first, limit: Int(receipt.last - receipt.first) + 1)
        } catch { throw .store(error) }
        var events: [RecordedEvent] = []
        for entry in entries { events.append(try RecordedEvent(entry)) }
        return events
    }
}
