public import TransparencyLog

/// The log's size and the root over it.
public struct TreeHead: Hashable, Sendable {
    /// How many entries there are.
    public var size: Position
    /// The root of the tree over them.
    public var root: Hash

    /// A head.
    public init(size: Position, root: Hash) { (self.size, self.root) = (size, root) }
}

extension EventStore {
    /// The head of the tree as it is now. Cost: at most 255 entries are hashed.
    public func treeHead() async throws(EventStoreError) -> TreeHead {
        try await tree { reader in TreeHead(size: reader.size, root: try reader.frontier().root) }
    }

    /// The root that the tree had when the log was of a size; nil if it never was that large.
    public func root(atSize size: Position) async throws(EventStoreError) -> Hash? {
        try await tree { reader in
            guard size <= reader.size else { return nil }
            return try Frontier(size: size) { try reader.hash(of: $0) }.root
        }
    }

    /// That the entry at a position is in the tree of a size; nil if the log is not that large, or the tree has no such
    /// entry. Cost: two tiles of leaves and some tiles above.
    public func inclusionProof(
        of position: Position, atSize size: Position
    ) async throws(EventStoreError) -> InclusionProof? {
        try await tree { reader in
            guard position < size, size <= reader.size else { return nil }
            return try InclusionProof(index: position, size: size) { try reader.hash(of: $0) }
        }
    }

    /// That the tree of one size is the beginning of the tree of another; nil if the log is not that large, or the sizes
    /// are the wrong way round.
    public func consistencyProof(
        from oldSize: Position, to size: Position
    ) async throws(EventStoreError) -> ConsistencyProof? {
        try await tree { reader in
            guard oldSize <= size, size <= reader.size else { return nil }
            return try ConsistencyProof(oldSize: oldSize, newSize: size) { try reader.hash(of: $0) }
        }
    }

    /// A tile of hashes; nil if the tree does not have all of it yet.
    public func tile(_ coordinate: TileCoordinate) async throws(EventStoreError) -> Tile? {
        try await tree { reader in
            coordinate.exists(atSize: reader.size) ? try reader.tile(at: coordinate) : nil
        }
    }

    /// The bytes of a bundle of entries; nil if the log does not have all of it yet.
    public func entryBundle(_ coordinate: TileCoordinate) async throws(EventStoreError) -> [UInt8]? {
        guard coordinate.exists(atSize: try await size()) else { return nil }
        let entries = try await entries(from: coordinate.range.lowerBound, limit: coordinate.width)
        do { return try EntryBundle.encode(entries.map(\.bytes)) } catch {
            throw .damaged(position: coordinate.range.lowerBound, what: error.what)
        }
    }
}
