/// A growing table of fixed-size rows with O(1) copies.
///
/// Books of pages of rows: a copy shares everything, and a write to a shared table copies one page of 64 rows, its
/// book of 512 page references, and the list of books, which has one entry for 32,768 rows. An unshared table is
/// written in place. Rows are numbered densely from 0.
///
/// Whether a page is shared is asked with the first write to it and not with every write, see ``beginWriting()``.
///
/// Sendable holds although pages are shared between copies: a page is written only while one table alone refers to it,
/// as with any array of the standard library.
public struct PagedTable<Row: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private var books: [[Page]] = []
    /// The number of rows.
    public private(set) var count = 0
    private var lease = Lease()
    private var spell: UInt64 = 0

    /// An empty table.
    public init() {}

    /// Whether an identifier stands for a row of this table.
    @inline(__always)
    public func contains(_ id: some DenseID) -> Bool { id.exists && id.index < count }

    /// The row at `index`, which must be less than ``count``. Before a write, see ``beginWriting()``.
    public subscript(index: Int) -> Row {
        @inline(__always) unsafeAddress { unsafe UnsafePointer(address(of: index)) }
        @inline(__always) unsafeMutableAddress { unsafe ownAddress(of: index) }
    }

    /// The row of an identifier whose numbers begin at 1.
    public subscript(id: some DenseID) -> Row {
        @inline(__always) unsafeAddress { unsafe UnsafePointer(address(of: id.index)) }
        @inline(__always) unsafeMutableAddress { unsafe ownAddress(of: id.index) }
    }

    /// All rows in order.
    public func forEach<Failure>(_ body: (Int, Row) throws(Failure) -> Void) throws(Failure) {
        for index in 0..<count { try body(index, self[index]) }
    }

    /// Adds a row at the end and returns its index.
    @discardableResult
    mutating func append(_ row: Row) -> Int {
        let index = count
        if index & PageShape.mask == 0 || index < PageShape.rows { makeRoom(at: index) }
        count += 1
        unsafe ownAddress(of: index).initialize(to: row)
        return index
    }

    /// Begins writing, which may go on until the table is copied: whoever writes after that calls this first.
    ///
    /// Writing goes by *spells*. In each the first write to a page asks whether another table shares it, copies it if
    /// so, and marks it with the spell; no later write of the spell asks again, for only a copy of the table could share
    /// the page anew. The *lease* tells whether there is a copy, or was one that went its own way with the pages: then
    /// a new spell begins. Marks that others have made in spells of theirs stand on pages of theirs.
    mutating func beginWriting() {
        if isKnownUniquelyReferenced(&lease), !lease.isOver { return }
        lease.end()
        lease = Lease()
        spell += 1
    }
}

// MARK: - Pages

/// How rows are divided: by the bits of their numbers.
enum PageShape {
    static var bits: Int { 6 }
    static var bookBits: Int { 9 }
    /// Rows of a page.
    static var rows: Int { 1 << bits }
    static var mask: Int { rows - 1 }
    /// Pages of a book.
    static var pages: Int { 1 << bookBits }
    /// Where the row at `index` stands: in which book, and on which of its pages.
    @inline(__always)
    static func place(of index: Int) -> (book: Int, page: Int) {
        (index >> (bits + bookBits), (index >> bits) & (pages - 1))
    }
}

extension PagedTable {
    private struct Page {
        /// The rows, beside each other in memory. They are trivial: nothing has to be destroyed but the memory.
        var rows: ManagedBuffer<Void, Row>
        /// The spell in which the page was found to be the table's own.
        var spell: UInt64

        /// There is memory for 64 rows, on the first page for as many as there are.
        @inline(__always)
        func address(of index: Int) -> UnsafeMutablePointer<Row> {
            unsafe rows.withUnsafeMutablePointerToElements { unsafe $0 + (index & PageShape.mask) }
        }
    }

    /// The page of a row that is there: it is there too, so that no bounds have to be checked but the row's.
    @inline(__always)
    private func page(of index: Int) -> Page {
        precondition(index >= 0 && index < count, "no such row")
        let place = PageShape.place(of: index)
        return unsafe books.withUnsafeBufferPointer { books in
            unsafe books[place.book].withUnsafeBufferPointer { unsafe $0[place.page] }
        }
    }

    /// Where a row stands in memory, as long as nothing is added to the table and it is not copied and written.
    @inline(__always)
    private func address(of index: Int) -> UnsafeMutablePointer<Row> {
        unsafe page(of: index).address(of: index)
    }

    /// Where a row stands in memory that is the table's own for this spell.
    @inline(__always)
    private mutating func ownAddress(of index: Int) -> UnsafeMutablePointer<Row> {
        guard page(of: index).spell == spell else { return unsafe claimedAddress(of: index) }
        assert(isUnshared(PageShape.place(of: index)), "a write before beginWriting()")
        return unsafe address(of: index)
    }

    @inline(never)
    private mutating func claimedAddress(of index: Int) -> UnsafeMutablePointer<Row> {
        let place = PageShape.place(of: index)
        if !isUnshared(place) { replacePage(at: place, from: index & ~PageShape.mask, capacity: PageShape.rows) }
        books[place.book][place.page].spell = spell
        return unsafe address(of: index)
    }

    /// Shared arrays of pages are copied by being written.
    private mutating func isUnshared(_ place: (book: Int, page: Int)) -> Bool {
        isKnownUniquelyReferenced(&books[place.book][place.page].rows)
    }

    /// A page with room for so many rows in the place of another, with the same rows.
    private mutating func replacePage(at place: (book: Int, page: Int), from start: Int, capacity: Int) {
        let new = emptyPage(capacity)
        let rows = min(count - start, PageShape.rows)
        // Both have room for as many rows as the table has on this page.
        unsafe books[place.book][place.page].rows.withUnsafeMutablePointerToElements { old in
            unsafe new.rows.withUnsafeMutablePointerToElements { unsafe $0.initialize(from: old, count: rows) }
        }
        books[place.book][place.page] = new
    }

    private func emptyPage(_ capacity: Int) -> Page {
        Page(rows: .create(minimumCapacity: capacity) { _ in }, spell: spell)
    }

    /// Makes sure that there is memory for a row at the end. The first page grows, so that small tables stay small;
    /// the others are known to fill.
    private mutating func makeRoom(at index: Int) {
        let place = PageShape.place(of: index)
        if index & PageShape.mask == 0 {
            if place.page == 0 { books.append([]) }
            books[place.book].append(emptyPage(index == 0 ? 4 : PageShape.rows))
        } else if index & (index - 1) == 0, index >= 4 {
            replacePage(at: place, from: 0, capacity: 2 * index)
        }
    }
}
