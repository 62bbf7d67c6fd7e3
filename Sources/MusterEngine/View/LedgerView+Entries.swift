public import EventLog
import FoldRow
public import MusterDomain

/// What a fold row says of an entry: enough to know whom it concerns, without reading the entry.
public struct EntryOutline: Sendable, Equatable {
    /// The entry's position.
    public var position: Position
    /// The whistle in whose stream it stands; nil for the district's own.
    public var whistle: WhistleID?
    /// What happened.
    public var kind: EventKind
    /// The unit that the event names; none if it names none.
    public var unit: UnitID
}

extension LedgerView {
    /// Outlines of consecutive entries from a position, at least one and at most `limit` unless the view ends there.
    public func outlines(from position: Position, limit: Int) async throws(LedgerError) -> [EntryOutline] {
        let count = bounded(limit, from: position)
        guard count > 0 else { return [] }
        let rows: [FoldRow]
        do { rows = try await store.rows(from: position, limit: count) } catch { throw .store(error) }
        var outlines: [EntryOutline] = []
        outlines.reserveCapacity(rows.count)
        for (offset, row) in rows.enumerated() {
            let place = position + Position(offset)
            guard let kind = EventKind(rawValue: row.kind) else {
                throw .damaged(at: place, "unknown event kind \(row.kind)")
            }
            outlines.append(
                EntryOutline(
                    position: place, whistle: board.whistle(ofStream: row.stream), kind: kind,
                    unit: UnitID(rawValue: row.unit)))
        }
        return outlines
    }

    /// Consecutive entries with their words from a position, at most `limit`, as far as this view's board goes.
    public func entries(from position: Position, limit: Int) async throws(LedgerError) -> [StoredEntry] {
        let count = bounded(limit, from: position)
        guard count > 0 else { return [] }
        do { return try await store.entries(from: position, limit: count) } catch { throw .store(error) }
    }

    private func bounded(_ limit: Int, from position: Position) -> Int {
        position < board.size ? Int(min(Position(limit), board.size - position)) : 0
    }

    /// Names of one kind of thing from a number on, in the order of their numbers.
    public func names(of thing: NamedThing, from number: UInt32) async throws(LedgerError) -> [String] {
        do { return try await store.names(in: thing.space, from: number) } catch { throw .store(error) }
    }
}
