/// That an entry stands at an index of a tree (RFC 9162 §2.1.3).
public struct InclusionProof: Hashable, Sendable {
    /// The entry's index, from 0.
    public var index: UInt64
    /// The tree's number of leaves.
    public var size: UInt64
    /// The hashes beside the way from the leaf to the root, the leaf's sibling first.
    public var path: [Hash]

    /// A proof that came from elsewhere, to be verified.
    public init(index: UInt64, size: UInt64, path: [Hash]) { (self.index, self.size, self.path) = (index, size, path) }

    /// Makes the proof `PATH(index, D[0:size])`; the index must be below the size.
    ///
    /// Asks for fewer than `2 * log2(size)` complete nodes.
    public init<Failure: Error>(
        index: UInt64, size: UInt64, node: (NodeCoordinate) throws(Failure) -> Hash
    ) throws(Failure) {
        precondition(index < size && size <= Frontier.largestSize, "an entry that is proved lies in the tree")
        self.init(index: index, size: size, path: [])
        for range in Self.siblings(of: index, size: size) {
            path.append(try NodeCoordinate.hash(of: range, node: node))
        }
    }

    /// The ranges whose hashes are the path.
    private static func siblings(of index: UInt64, size: UInt64) -> [Range<UInt64>] {
        var (lower, upper) = (UInt64(0), size)
        var ranges: [Range<UInt64>] = []
        while upper - lower > 1 {
            let middle = split(lower, upper)
            if index < middle {
                ranges.append(middle..<upper)
                upper = middle
            } else {
                ranges.append(lower..<middle)
                lower = middle
            }
        }
        return ranges.reversed()
    }

    /// Returns if a leaf with this hash stands at the index of the tree with this root (RFC 9162 §2.1.3.2).
    ///
    /// - Throws: `inclusionFails`.
    public func verify(leaf: Hash, root: Hash) throws(TransparencyError) {
        guard index < size, size <= Frontier.largestSize else {
            throw TransparencyError(.inclusionFails, "a tree of \(size) entries has none at \(index)")
        }
        var (own, last) = (index, size - 1)
        var hash = leaf
        for sibling in path {
            guard last != 0 else { throw TransparencyError(.inclusionFails, "the path is too long") }
            if own & 1 == 1 || own == last {
                hash = .node(sibling, hash)
                // Levels on which the node is the last and has no sibling.
                while own & 1 == 0 && own != 0 {
                    own >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            own >>= 1
            last >>= 1
        }
        guard last == 0 else { throw TransparencyError(.inclusionFails, "the path is too short") }
        guard hash == root else { throw TransparencyError(.inclusionFails, "the path leads to another root") }
    }
}
