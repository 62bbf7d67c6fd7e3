/// Where a complete subtree stands: the one over the `2^level` leaves from `index * 2^level` on. Level 0 are the leaves.
public struct NodeCoordinate: Hashable, Sendable {
    /// Its height: 0 for a leaf, at most 63.
    public var level: Int
    /// How many complete subtrees of its height are to its left.
    public var index: UInt64

    /// A coordinate by level and index.
    public init(level: Int, index: UInt64) {
        precondition((0..<64).contains(level), "a node's level is 0 to 63")
        (self.level, self.index) = (level, index)
    }

    /// Whether a tree of `size` leaves has the whole subtree.
    public func isComplete(atSize size: UInt64) -> Bool { index < size >> UInt64(level) }

    /// The perfect subtrees that together are the tree of `size` leaves: from left to right each smaller than the one
    /// before, one for each bit of the size.
    public static func peaks(ofSize size: UInt64) -> [NodeCoordinate] { covering(0..<size) }

    /// The perfect subtrees that make up `MTH(D[range])`, whose start must be aligned to it, as the ranges of RFC 6962 are.
    static func covering(_ range: Range<UInt64>) -> [NodeCoordinate] {
        let length = range.upperBound - range.lowerBound
        var nodes: [NodeCoordinate] = []
        nodes.reserveCapacity(length.nonzeroBitCount)
        var start = range.lowerBound
        var rest = length
        while rest > 0 {
            let level = 63 - rest.leadingZeroBitCount
            nodes.append(NodeCoordinate(level: level, index: start >> UInt64(level)))
            start += 1 << UInt64(level)
            rest -= 1 << UInt64(level)
        }
        return nodes
    }

    /// `MTH(D[range])` (RFC 6962 §2.1) out of complete subtrees.
    static func hash<Failure: Error>(
        of range: Range<UInt64>, node: (NodeCoordinate) throws(Failure) -> Hash
    ) throws(Failure) -> Hash {
        var subtrees: [Hash] = []
        for coordinate in covering(range) { subtrees.append(try node(coordinate)) }
        return .folded(subtrees)
    }
}

/// Where a range of more than one leaf is divided (RFC 6962 §2.1): `lower + k`, with `k` the largest power of two that
/// is smaller than the number of leaves.
func split(_ lower: UInt64, _ upper: UInt64) -> UInt64 {
    lower + 1 << UInt64(63 - (upper - lower - 1).leadingZeroBitCount)
}
