/// Some entries of a segment that lie apart, copied together: those of the log's first stream, which every opening reads.
public struct EntrySelection: Sendable {
    /// Number of entries (4 bytes).
    static let prefixBytes = 4
    /// Offset in the segment (4), length (2).
    static let headerBytes = 6
    /// No content is larger: every entry of the segment, as long as can be.
    public static let maximumBytes = prefixBytes + Int(Segment.size) * (headerBytes + Entry.maximumBytes)

    /// The entries with their positions, in log order.
    public private(set) var entries: [(position: Position, bytes: [UInt8])] = []

    /// A selection of none.
    public init() {}

    /// Adds one that stands behind those before it.
    public mutating func add(_ bytes: [UInt8], at position: Position) {
        precondition(entries.last.map { $0.position < position } ?? true, "entries come in the order of the log")
        entries.append((position, bytes))
    }

    /// The content of the selection of a segment that begins at `first`.
    public func content(first: Position) -> [UInt8] {
        var content: [UInt8] = []
        content.put(UInt32(entries.count))
        for (position, bytes) in entries {
            content.put(UInt32(position - first))
            content.put(UInt16(bytes.count))
        }
        for (_, bytes) in entries { content += bytes }
        return content
    }

    /// Reads the content of the selection of a segment that begins at `first` and has `size` entries.
    public init(_ content: [UInt8], first: Position, size: Position) throws(BlockError) {
        guard let count = content.integer(at: 0, as: UInt32.self).map(Int.init), count <= size else {
            throw BlockError("its selection is cut")
        }
        var place = Self.prefixBytes + count * Self.headerBytes
        var least: UInt32 = 0
        for index in 0..<count {
            let header = Self.prefixBytes + index * Self.headerBytes
            guard let offset = content.integer(at: header, as: UInt32.self), offset >= least, offset < size,
                let length = content.integer(at: header + 4, as: UInt16.self).map(Int.init), length > 0,
                place + length <= content.count
            else { throw BlockError("its selection is malformed") }
            entries.append((first + Position(offset), Array(content[place..<place + length])))
            place += length
            least = offset + 1
        }
        guard place == content.count else { throw BlockError("something stands behind its selection") }
    }
}
