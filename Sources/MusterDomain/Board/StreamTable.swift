/// Of which whistle each stream of the log is.
///
/// The first stream is the district's, and every other one a whistle's in the order of their beginning, so the numbers
/// of streams and whistles are the same: nothing has to be looked up. Only a board that leaves whistles out keeps a
/// table.
struct StreamTable: Sendable {
    /// How many streams there are.
    private(set) var count = 0
    private var isTabled = false
    private var whistles = PagedTable<UInt32>()

    /// The whistle of a stream; nil for the district's own, for those that the board leaves out, and where there is
    /// none.
    @inline(__always)
    subscript(stream: UInt32) -> WhistleID? {
        guard stream < count else { return nil }
        let whistle = isTabled ? whistles[Int(stream)] : stream
        return whistle == 0 ? nil : WhistleID(rawValue: whistle)
    }

    /// Adds the next stream.
    mutating func append(_ whistle: WhistleID) {
        if !isTabled, whistle.rawValue != UInt32(count) { makeTable() }
        if isTabled { whistles.append(whistle.rawValue) }
        count += 1
    }

    private mutating func makeTable() {
        isTabled = true
        for stream in 0..<count { whistles.append(UInt32(stream)) }
    }

    /// See ``PagedTable/beginWriting()``.
    mutating func beginWriting() { whistles.beginWriting() }
}
