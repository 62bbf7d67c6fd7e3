package import MusterAPI
package import TransparencyLog

extension LogSource {
    /// That an entry is in the tree of a size, as the tiles have it. It holds when it is verified against a signed root.
    ///
    /// - Throws: `tileMissing`, and what reading throws.
    package func inclusionProof(of index: UInt64, atSize size: UInt64) async throws(Failure) -> InclusionProof {
        precondition(index < size, "an entry that is proved lies in the tree")
        var nodes: [NodeCoordinate] = []
        _ = InclusionProof(index: index, size: size) { node in
            nodes.append(node)
            return .emptyRoot
        }
        var reader = try await reader(of: nodes, atSize: size)
        do { return try InclusionProof(index: index, size: size) { try reader.hash(of: $0) } } catch {
            throw Self.failure(error)
        }
    }

    /// That the tree of one size is the beginning of the tree of another, as the tiles have it. It holds when it is
    /// verified against two signed roots.
    ///
    /// - Throws: `tileMissing`, and what reading throws.
    package func consistencyProof(from oldSize: UInt64, to size: UInt64) async throws(Failure) -> ConsistencyProof {
        precondition(oldSize <= size, "a tree extends no larger one")
        var nodes: [NodeCoordinate] = []
        _ = ConsistencyProof(oldSize: oldSize, newSize: size) { node in
            nodes.append(node)
            return .emptyRoot
        }
        var reader = try await reader(of: nodes, atSize: size)
        do { return try ConsistencyProof(oldSize: oldSize, newSize: size) { try reader.hash(of: $0) } } catch {
            throw Self.failure(error)
        }
    }

    /// The root of the tree of a size, as the tiles have it.
    ///
    /// - Throws: `tileMissing`, and what reading throws.
    package func root(atSize size: UInt64) async throws(Failure) -> Hash {
        var reader = try await reader(of: NodeCoordinate.peaks(ofSize: size), atSize: size)
        do { return try reader.frontier().root } catch { throw Self.failure(error) }
    }

    /// Verifies that the log of one head is the beginning of the log of another.
    ///
    /// - Throws: `consistencyFails` if it is not; `tilesDiffer` if the tiles are of neither, so that nothing follows from
    ///   them; `tileMissing`, and what reading throws.
    package func check(_ new: Checkpoint, extends old: Checkpoint) async throws(Failure) {
        let isLarger = new.size > old.size
        let proof =
            isLarger && old.size > 0
            ? try await consistencyProof(from: old.size, to: new.size)
            : ConsistencyProof(oldSize: old.size, newSize: new.size, path: [])
        do { try proof.verify(oldRoot: old.root, newRoot: new.root) } catch {
            // Only tiles that are the new head's say anything about the old one.
            if isLarger, try await root(atSize: new.size) != new.root {
                throw Failure("tilesDiffer", ["size": "\(new.size)"])
            }
            throw Failure(error)
        }
    }

    /// A reader that has the tiles in which the nodes lie: the library reads at once, and a source takes its time.
    private func reader(of nodes: [NodeCoordinate], atSize size: UInt64) async throws(Failure) -> TileReader {
        var tiles: [TileCoordinate: [UInt8]] = [:]
        for node in nodes {
            let number = node.index << UInt64(node.level % 8)
            guard
                let coordinate = TileCoordinate.holding(
                    .hashes(level: node.level / 8), number: number, atSize: size)
            else { preconditionFailure("a complete node's hashes lie in a tile") }
            if tiles[coordinate] == nil { tiles[coordinate] = try await widened(coordinate) }
        }
        let found = tiles
        return TileReader(size: size) { coordinate in
            guard let bytes = found[coordinate] else { preconditionFailure("every tile of the nodes was asked for") }
            return bytes
        }
    }

    /// The bytes of a tile. Where a partial one is gone, or never was there at that width, a wider one begins with it.
    private func widened(_ coordinate: TileCoordinate) async throws(Failure) -> [UInt8] {
        if let bytes = try await tile(coordinate) { return bytes }
        if !coordinate.isFull {
            var wider = coordinate
            wider.width = TileCoordinate.fullWidth
            if let bytes = try await prefix(of: wider, coordinate.width) { return bytes }
            if let newest = try await newestCheckpoint()?.checkpoint.size,
                let there = TileCoordinate.holding(
                    coordinate.content, number: coordinate.range.lowerBound, atSize: newest),
                there.width > coordinate.width, !there.isFull,
                let bytes = try await prefix(of: there, coordinate.width)
            {
                return bytes
            }
        }
        throw Failure("tileMissing", status: .notFound, ["path": coordinate.path])
    }

    private func prefix(of wider: TileCoordinate, _ width: Int) async throws(Failure) -> [UInt8]? {
        guard let bytes = try await tile(wider) else { return nil }
        do { return Array(try Tile(wider, bytes: bytes).bytes.prefix(width * Hash.byteCount)) } catch {
            throw Failure(error)
        }
    }

    private static func failure(_ error: any Error) -> Failure {
        switch error {
        case let error as Failure: error
        case let error as TransparencyError: Failure(error)
        default: Failure("internal", ["detail": "\(error)"])
        }
    }
}
