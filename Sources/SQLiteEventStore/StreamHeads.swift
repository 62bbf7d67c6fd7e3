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
        var index = 0
        while index < rows.count {
            index = advance(rows, from: index)
            guard index < rows.count else { break }
            let row = rows[index]
            guard Int(row.stream) == heads.count, row.revision == 1 else { throw damage(row) }
            advance(row, at: covered)
            index += 1
        }
    }

    /// Goes on with rows of known streams that follow; the index of the first that does not.
    private mutating func advance(_ rows: Span<FoldRow>, from start: Int) -> Int {
        var position = covered
        defer { covered = position }
        var heads = heads.mutableSpan
        for index in start..<rows.count {
            let (stream, revision) = (Int(rows[index].stream), rows[index].revision)
            guard stream < heads.count, heads[stream].revision &+ 1 == revision, revision > 0 else { return index }
            heads[stream] = Head(revision: revision, position: position)
            position &+= 1
        }
        return rows.count
    }

    @inline(never)
    private mutating func damage(_ row: FoldRow) -> EventStoreError {
        let position = covered
        // From the start again next time: beginning behind the damage might miss it.
        self = StreamHeads()
        return .damaged(
            position: position, what: "stream \(row.stream) does not continue with revision \(row.revision)")
    }

    /// Takes one appended row into account; it has been found to follow.
    mutating func advance(_ row: FoldRow, at position: Position) {
        let head = Head(revision: row.revision, position: position)
        if Int(row.stream) == heads.count { heads.append(head) } else { heads[Int(row.stream)] = head }
        covered = position + 1
    }
}
