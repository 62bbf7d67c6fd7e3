/// A tile of hashes, with its bytes: the hashes one after the other (C2SP tlog-tiles v0.1.0).
public struct Tile: Hashable, Sendable {
    /// Which one.
    public let coordinate: TileCoordinate
    /// Its `32 * width` bytes.
    public let bytes: [UInt8]

    /// A tile that came from elsewhere.
    ///
    /// - Throws: `badTile` if it has another length than its width says, or would hold entries.
    public init(_ coordinate: TileCoordinate, bytes: [UInt8]) throws(TransparencyError) {
        guard case .hashes = coordinate.content, bytes.count == coordinate.width * Hash.byteCount else {
            throw TransparencyError(.badTile, "\(coordinate.path) with \(bytes.count) bytes")
        }
        self.init(coordinate, checked: bytes)
    }

    init(_ coordinate: TileCoordinate, checked bytes: [UInt8]) { (self.coordinate, self.bytes) = (coordinate, bytes) }

    /// One of its hashes, counted from its left.
    public subscript(index: Int) -> Hash { unsafe Hash(in: bytes.span.bytes, at: index * Hash.byteCount) }

    /// The hash of a complete subtree inside it: the one over its hashes `range`, of which there must be a power of two.
    func hash(of range: Range<Int>) -> Hash {
        var frontier = Frontier()
        for index in range { frontier.append(self[index]) }
        return frontier.root
    }
}
