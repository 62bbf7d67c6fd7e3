/// A text that is to be erased or has been.
public struct ErasureRow: BoardRow {
    /// The position of its entry.
    public internal(set) var position: UInt64
    /// In whose history that stands; none for the district's own.
    public internal(set) var whistle: WhistleID
    /// The entry's number in that history.
    public internal(set) var entry: UInt32
    /// The number of the request in the same history; 0 if the log has none, because an older copy of the ledger was
    /// taken into use and the erasure was carried out again.
    public internal(set) var request: UInt32
    /// Which of the entry's texts.
    public internal(set) var field: TextField
    /// Why; nil without a request.
    public internal(set) var basis: ErasureBasis?
    /// Whether the text is gone.
    public internal(set) var isDone: Bool

    func dump(_ put: (Int64) -> Void) {
        put(Int64(position))
        put(Int64(whistle.rawValue))
        put(Int64(entry))
        put(Int64(request))
        put(Int64(field.rawValue))
        put(basis.map { Int64($0.rawValue) } ?? -1)
        put(isDone ? 1 : 0)
    }
}
