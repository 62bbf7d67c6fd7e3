public import EventLog
import MusterDomain
public import TransparencyLog

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

    /// The leaves that the entries of an accepted command are in the tree of the log, in log order. Cost: they are
    /// hashed; those of a command that the log had already are read first.
    public func leaves(of outcome: Outcome) async throws(LedgerError) -> [Hash] {
        guard let receipt = outcome.receipt else { return [] }
        if !outcome.entries.isEmpty { return outcome.entries.map { .leaf($0.bytes) } }
        do {
            let count = Int(receipt.last - receipt.first) + 1
            return try await store.entries(from: receipt.first, limit: count).map { .leaf($0.bytes) }
        } catch { throw .store(error) }
    }

    /// The root over the entries that this view's board was folded from. Cost: at most 255 of them are hashed.
    public func root() async throws(LedgerError) -> Hash? {
        do { return try await store.root(atSize: board.size) } catch { throw .store(error) }
    }
}
