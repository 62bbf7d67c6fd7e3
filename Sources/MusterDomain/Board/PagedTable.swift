/// A growing table of fixed-size rows with O(1) copies.
///
/// Three levels of pages: a copy shares everything, and a write to a shared table copies one page of each level,
/// at most 256 rows and 256 page references, and the list of the top level, which has one entry for 65,536 rows.
/// An unshared table is written in place. Rows are numbered densely from 0.
public struct PagedTable<Row: BitwiseCopyable & Sendable>: Sendable {
    private static var bits: Int { 8 }
    private static var mask: Int { 255 }

    private var books: [[[Row]]] = []
    /// The number of rows.
    public private(set) var count = 0

    /// An empty table.
    public init() {}

    /// Adds a row at the end and returns its index.
    @discardableResult
    public mutating func append(_ row: Row) -> Int {
        let index = count
        let (book, page) = (index >> (2 * Self.bits), (index >> Self.bits) & Self.mask)
        if book == books.count { books.append([]) }
        if page == books[book].count {
            var rows: [Row] = []
            // A page of a small table stays small; the pages after the first are known to fill.
            rows.reserveCapacity(index == 0 ? 4 : 1 << Self.bits)
            books[book].append(rows)
        }
        books[book][page].append(row)
        count += 1
        return index
    }

    /// The row at `index`, which must be less than ``count``.
    public subscript(index: Int) -> Row {
        get { books[index >> (2 * Self.bits)][(index >> Self.bits) & Self.mask][index & Self.mask] }
        _modify { yield &books[index >> (2 * Self.bits)][(index >> Self.bits) & Self.mask][index & Self.mask] }
    }

    /// The row of an identifier whose numbers begin at 1.
    public subscript(id: some DenseID) -> Row {
        get { self[id.index] }
        _modify { yield &self[id.index] }
    }

    /// Whether an identifier stands for a row of this table.
    public func contains(_ id: some DenseID) -> Bool { id.exists && id.index < count }

    /// All rows in order.
    public func forEach<Failure>(_ body: (Int, Row) throws(Failure) -> Void) throws(Failure) {
        var index = 0
        for book in books {
            for page in book {
                for row in page {
                    try body(index, row)
                    index += 1
                }
            }
        }
    }
}
