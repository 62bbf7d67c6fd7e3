import EventLog
import FoldRow
import MusterDomain
import MusterEngine

/// Computes what replay reads, rows and names, from the entries alone, and compares it with what is kept.
enum DeepVerification {
    private static let piece = 4_096

    /// - Returns: The digest of the board that the computed rows fold to; nil if they fold to none.
    static func run(
        on log: any StoredLog, _ size: Position, _ findings: inout Findings,
        _ progress: @Sendable (Position, Position) -> Void
    ) async throws(EventStoreError) -> String? {
        var rebuilder = RowRebuilder()
        var board: Board? = Board()
        var names = NameComparison()
        var position: Position = 0
        while position < size {
            let limit = min(piece, Int(size - position))
            let entries: [StoredEntry]
            let rows: [FoldRow]
            do {
                entries = try await log.entries(from: position, limit: limit)
                rows = try await log.rows(from: position, limit: limit)
            } catch {
                guard case .damaged(let place, let what) = error else { throw error }
                findings.add(.row, at: place ?? position, what)
                return nil
            }
            for (index, entry) in entries.enumerated() {
                do throws(LedgerError) {
                    let (row, new) = try rebuilder.rebuild(entry)
                    if index >= rows.count || row != rows[index] {
                        findings.add(.row, at: entry.position, "the row is not that of the entry")
                    }
                    names.take(new)
                    do { try board?.apply(row) } catch {
                        findings.add(.row, at: entry.position, "\(error)")
                        board = nil
                    }
                } catch {
                    findings.add(.entry, at: entry.position, "\(error)")
                    return nil
                }
            }
            position += Position(limit)
            progress(position, size)
        }
        try await names.compare(with: log, &findings)
        return board?.digest
    }

    /// The names that appear in the entries, against those that are kept.
    private struct NameComparison {
        private var names: [NameSpace: [String]] = [:]

        mutating func take(_ new: [NewName]) {
            for name in new { names[name.space, default: []].append(name.text) }
        }

        func compare(with log: any StoredLog, _ findings: inout Findings) async throws(EventStoreError) {
            for space in names.keys.sorted(by: { $0.rawValue < $1.rawValue }) where space != .stream {
                let stored = try await log.names(in: space, from: space.firstNumber)
                for (index, name) in (names[space] ?? []).enumerated()
                where index >= stored.count || !stored[index].utf8.elementsEqual(name.utf8) {
                    findings.add(.name, at: nil, "space \(space.rawValue), number \(index): \(name)")
                }
            }
        }
    }
}
