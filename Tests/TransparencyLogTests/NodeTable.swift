import TransparencyLog

/// All complete nodes of a tree that grew leaf by leaf, over the entries `entry-0`, `entry-1` and so on.
struct NodeTable {
    /// More than 256² leaves, so that tiles of three levels are there; built once.
    static let large = NodeTable(count: 70_000)

    private(set) var levels: [[Hash]] = []
    private(set) var frontier = Frontier()

    init(count: Int) {
        for index in 0..<count { append(.leaf(Self.entry(index))) }
    }

    static func entry(_ index: Int) -> [UInt8] { Array("entry-\(index)".utf8) }

    mutating func append(_ leaf: Hash) {
        frontier.append(leaf) { node, hash in
            if levels.count == node.level { levels.append([]) }
            // Each node comes once, and from left to right.
            precondition(levels[node.level].count == node.index)
            levels[node.level].append(hash)
        }
    }

    func hash(_ node: NodeCoordinate) -> Hash { levels[node.level][Int(node.index)] }

    /// The root of the tree over the first `size` leaves.
    func root(_ size: UInt64) -> Hash { Frontier(size: size, node: hash).root }

    func inclusion(_ index: UInt64, _ size: UInt64) -> InclusionProof {
        InclusionProof(index: index, size: size, node: hash)
    }

    func consistency(_ old: UInt64, _ new: UInt64) -> ConsistencyProof {
        ConsistencyProof(oldSize: old, newSize: new, node: hash)
    }

    /// The bytes of a tile of hashes, put together from the nodes.
    func tile(_ coordinate: TileCoordinate) throws -> [UInt8] {
        guard case .hashes(let level) = coordinate.content else { throw MissingValue() }
        return coordinate.range.flatMap { hash(NodeCoordinate(level: 8 * level, index: $0)).bytes }
    }
}
