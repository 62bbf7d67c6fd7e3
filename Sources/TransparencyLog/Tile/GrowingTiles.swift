/// A tree that grows, with the tiles at its right edge: what a store keeps in memory to write tiles as they fill.
///
/// At most 8 partial tiles of 8 KiB, whatever the size.
public struct GrowingTiles: Sendable {
    /// The tree's edge, and with it its size and root.
    public private(set) var frontier = Frontier()
    /// The hashes since the last full tile, by the tiles' level.
    private var open: [[UInt8]] = []

    /// The empty tree.
    public init() {}

    /// The tree of `size` leaves, whose partial tiles are kept somewhere; from them alone it goes on.
    ///
    /// - Throws: what getting a tile throws; `badTile` if one has another length than its width says.
    public init(size: UInt64, tile: @escaping (TileCoordinate) throws -> [UInt8]) throws {
        for coordinate in TileCoordinate.partials(atSize: size) {
            guard case .hashes(let level) = coordinate.content else { continue }
            while open.count <= level { open.append([]) }
            open[level] = try Tile(coordinate, bytes: tile(coordinate)).bytes
        }
        let open = open
        var reader = TileReader(size: size) { coordinate in open[coordinate.content.level] }
        frontier = try reader.frontier()
    }

    /// How many leaves the tree has.
    public var size: UInt64 { frontier.size }

    /// Appends a leaf hash; answers the tiles that thereby became full, in most cases none.
    public mutating func append(_ leaf: Hash) -> [Tile] {
        var full: [Tile] = []
        frontier.append(leaf) { node, hash in
            guard node.level % 8 == 0 else { return }
            let level = node.level / 8
            if open.count == level { open.append([]) }
            open[level].append(hash)
            guard open[level].count == TileCoordinate.fullWidth * Hash.byteCount else { return }
            let coordinate = TileCoordinate(
                .hashes(level: level), index: node.index / UInt64(TileCoordinate.fullWidth)
            )
            full.append(Tile(coordinate, checked: open[level]))
            open[level].removeAll(keepingCapacity: true)
        }
        return full
    }

    /// The partial tiles of the present size, which belong to a checkpoint of it.
    public var partials: [Tile] {
        TileCoordinate.partials(atSize: size).compactMap { coordinate in
            guard case .hashes(let level) = coordinate.content else { return nil }
            return Tile(coordinate, checked: open[level])
        }
    }
}
