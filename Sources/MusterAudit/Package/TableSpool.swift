/// A table while it is written: whistles end in another order than that in which they began, so their lines wait in a
/// file of their own, and the table gets them in the order of the whistles. Memory: 12 bytes for each whistle.
struct TableSpool<Row: Sendable> {
    private let table: Table<Row>
    private let draft: PackageFile
    /// Where each whistle's lines are in the draft.
    private var starts: [UInt64]
    private var lengths: [UInt32]
    /// How many lines the table has.
    private(set) var rows = 0

    init(_ table: Table<Row>, whistles: Int, in folder: PackageFolder) throws(LogExport.Fault) {
        self.table = table
        draft = try folder.file(table.name + ".draft")
        starts = [UInt64](repeating: 0, count: whistles)
        lengths = [UInt32](repeating: 0, count: whistles)
    }

    /// Takes all rows of a whistle.
    mutating func take(_ rows: [Row], ofWhistleAt index: Int) throws(LogExport.Fault) {
        guard !rows.isEmpty else { return }
        starts[index] = draft.count
        for row in rows { try draft.write(table.line(row)) }
        lengths[index] = UInt32(draft.count - starts[index])
        self.rows += rows.count
    }

    /// Writes the table and takes the draft away.
    func finish(in folder: PackageFolder) throws(LogExport.Fault) {
        let file = try folder.file(table.file)
        try file.write(table.heading)
        for index in starts.indices where lengths[index] > 0 {
            try file.write(try draft.read(Int(lengths[index]), at: starts[index]))
        }
        try folder.keep(file)
        folder.discard(draft)
    }
}
