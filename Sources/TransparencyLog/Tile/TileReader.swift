/// The hash of any complete node of a tree, out of its tiles.
///
/// It believes the tiles: what is made of them is a proof, or a root, and whoever uses it verifies that. It keeps the
/// tiles it last asked for, so that a proof asks for each once.
public struct TileReader {
    /// The size of the tree whose tiles there are.
    public let size: UInt64

    private let tile: (TileCoordinate) throws -> [UInt8]
    private var kept: [TileCoordinate: Tile] = [:]
    /// Four times what a proof from the largest tree needs.
    private static let mostKept = 64

    /// A reader of the tree of `size` leaves, and how to get the bytes of one of its tiles.
    public init(size: UInt64, tile: @escaping (TileCoordinate) throws -> [UInt8]) {
        (self.size, self.tile) = (size, tile)
    }

    /// The hash of a node, which must be complete in the tree.
    ///
    /// - Throws: what getting the tile throws; `badTile` if it has another length than its width says.
    public mutating func hash(of node: NodeCoordinate) throws -> Hash {
        precondition(node.isComplete(atSize: size), "only complete nodes lie in tiles")
        let (level, height) = (node.level / 8, node.level % 8)
        let first = node.index << UInt64(height)
        guard let coordinate = TileCoordinate.holding(.hashes(level: level), number: first, atSize: size) else {
            preconditionFailure("a complete node's hashes lie in a tile")
        }
        let offset = Int(first - coordinate.range.lowerBound)
        return try tile(at: coordinate).hash(of: offset..<offset + 1 << height)
    }

    /// The edge of the tree, and with it its root.
    public mutating func frontier() throws -> Frontier {
        try Frontier(size: size) { try hash(of: $0) }
    }

    /// A tile of hashes that the tree has.
    ///
    /// - Throws: what getting it throws; `badTile` if it has another length than its width says.
    public mutating func tile(at coordinate: TileCoordinate) throws -> Tile {
        if let known = kept[coordinate] { return known }
        let read = try Tile(coordinate, bytes: tile(coordinate))
        if kept.count == Self.mostKept { kept.removeAll(keepingCapacity: true) }
        kept[coordinate] = read
        return read
    }
}
