import EventLog
import FoldRow
import MusterDomain
import MusterEngine

/// Everything that a log holds, read whole.
struct Evidence: Equatable {
    var rows: [FoldRow] = []
    var entries: [StoredEntry] = []
    /// By space: the streams first, then the named things.
    var names: [[String]] = []

    init(of store: any EventStore) async throws {
        let size = Int(try await store.size())
        while rows.count < size { rows += try await store.rows(from: Position(rows.count), limit: size) }
        while entries.count < size { entries += try await store.entries(from: Position(entries.count), limit: size) }
        for space in 0...UInt8(NamedThing.allCases.count) {
            let space = NameSpace(rawValue: space)
            names.append(try await store.names(in: space, from: space.firstNumber))
        }
    }

    /// What the entries alone say the rows and names are: row by row, each with the names that first appear with it.
    func rebuilt() throws(LedgerError) -> [(row: FoldRow, names: [NewName])] {
        var rebuilder = RowRebuilder()
        var rebuilt: [(row: FoldRow, names: [NewName])] = []
        for entry in entries { rebuilt.append(try rebuilder.rebuild(entry)) }
        return rebuilt
    }
}

extension Board {
    /// A board folded from rows that no store has touched.
    static func folding(_ rows: [FoldRow]) throws(FoldError) -> Board {
        var board = Board()
        for row in rows { try board.apply(row) }
        return board
    }
}
