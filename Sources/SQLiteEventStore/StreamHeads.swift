internal import EventLog
internal import FoldRow

/// Where each stream of the log ends, densely by stream number: 16 bytes a stream.
///
/// In memory, because an index of streams in the file would cost several times the append itself.
struct StreamHeads {
    struct Head: Equatable {
        var revision: UInt32
        /// The position of the stream's last entry.
        var position: Position
    }

    private var heads: [Head] = []
    /// How many entries of the log are taken into account.
    private(set) var covered: Position = 0

    /// How many streams there are.
    var count: Int { heads.count }

    /// The head of a stream, or nil if the log has none of that number.
    subscript(stream: UInt32) -> Head? {
        Int(stream) < heads.count ? heads[Int(stream)] : nil
    }

    /// Takes the rows that follow what is covered into account.
    mutating func take(_ rows: Span<FoldRow>) throws(EventStoreError) {
        for index in rows.indices {
            let row = rows[index]
            guard follows(row) else {
                let position = covered
                // From the start again next time: beginning behind the damage might miss it.
                self = StreamHeads()
                throw .damaged(
                    position: position,
                    what: "stream \(row.stream) does not continue with revision \(row.revision)"
                )
            }
            advance(row, at: covered)
        }
    }

    /// Takes one appended row into account; it has been found to follow.
    mutating func advance(_ row: FoldRow, at position: Position) {
        let head = Head(revision: row.revision, position: position)
        if Int(row.stream) == heads.count { heads.append(head) } else { heads[Int(row.stream)] = head }
        covered = position + 1
    }

    private func follows(_ row: FoldRow) -> Bool {
        guard let head = self[row.stream] else { return Int(row.stream) == heads.count && row.revision == 1 }
        return row.revision > 0 && row.revision - 1 == head.revision
    }
}
