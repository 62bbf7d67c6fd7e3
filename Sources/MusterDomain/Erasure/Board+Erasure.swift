import FoldRow

/// The texts that were erased, in the order of the requests, and how many of them are still to go.
struct ErasureTable: Sendable {
    private(set) var rows = PagedTable<ErasureRow>()
    private(set) var done = 0

    mutating func beginWriting() { rows.beginWriting() }

    /// Takes in a request.
    @inline(never)
    mutating func request(_ row: FoldRow, of whistle: WhistleID, at position: UInt64) throws(FoldError) {
        var erasure = try Self.named(by: row, in: whistle, at: position)
        erasure.basis = try ErasureBasis(folded: row.code)
        erasure.request = row.revision
        rows.append(erasure)
    }

    /// Takes in a certificate. Requests are carried out soon after they are made, so the search begins at the end.
    @inline(never)
    mutating func complete(_ row: FoldRow, of whistle: WhistleID, at position: UInt64) throws(FoldError) {
        var erasure = try Self.named(by: row, in: whistle, at: position)
        done += 1
        guard row.c != 0 else {
            erasure.isDone = true
            rows.append(erasure)
            return
        }
        var index = rows.count - 1
        while index >= 0 {
            let asked = rows[index]
            if asked.position == erasure.position, asked.field == erasure.field, asked.whistle == whistle { break }
            index -= 1
        }
        guard index >= 0, !rows[index].isDone, Int64(rows[index].request) == row.c else {
            throw .missing("request to erase", row.c)
        }
        rows[index].isDone = true
    }

    private static func named(
        by row: FoldRow, in whistle: WhistleID, at position: UInt64
    ) throws(FoldError) -> ErasureRow {
        guard let erased = UInt64(exactly: row.a), erased < position, row.item > 0, row.item < row.revision,
            let field = UInt32(exactly: row.b)
        else { throw .missing("entry", row.a) }
        return ErasureRow(
            position: erased, whistle: whistle, entry: row.item, request: 0, field: try TextField(folded: field),
            basis: nil, isDone: false)
    }
}

extension Board {
    /// The texts that were to be erased, in the order of the requests.
    public var erasures: PagedTable<ErasureRow> { _read { yield parts.erasures.rows } }

    /// How many texts are gone. Whoever keeps texts in memory throws them away when this grows.
    public var erasedTexts: Int { parts.erasures.done }

    /// The texts whose erasure has been asked for and not certified yet. Cost: O(1) while there is none, else
    /// O(erasures).
    public var pendingErasures: [ErasureRow] {
        guard erasures.count > erasedTexts else { return [] }
        var pending: [ErasureRow] = []
        erasures.forEach { _, row in if !row.isDone { pending.append(row) } }
        return pending
    }

    /// What was asked about a text; nil if nobody has asked to erase it. Cost: O(erasures).
    public func erasure(of field: TextField, at position: UInt64) -> ErasureRow? {
        var found: ErasureRow?
        erasures.forEach { _, row in if row.position == position, row.field == field { found = row } }
        return found
    }
}
