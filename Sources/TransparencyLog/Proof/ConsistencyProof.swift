/// That a tree is the beginning of another (RFC 9162 §2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
    /// The smaller tree's number of leaves.
    public var oldSize: UInt64
    /// The larger tree's number of leaves.
    public var newSize: UInt64
    /// The hashes from which both roots follow.
    public var path: [Hash]

    /// A proof that came from elsewhere, to be verified.
    public init(oldSize: UInt64, newSize: UInt64, path: [Hash]) {
        (self.oldSize, self.newSize, self.path) = (oldSize, newSize, path)
    }

    /// Makes the proof `PROOF(oldSize, D[0:newSize])`; the old size must not be larger than the new one.
    ///
    /// From an empty tree, and between trees of one size, it has no hashes. Asks for fewer than `2 * log2(newSize)`
    /// complete nodes.
    public init<Failure: Error>(
        oldSize: UInt64, newSize: UInt64, node: (NodeCoordinate) throws(Failure) -> Hash
    ) throws(Failure) {
        precondition(oldSize <= newSize && newSize <= Frontier.largestSize, "a tree extends no larger one")
        self.init(oldSize: oldSize, newSize: newSize, path: [])
        guard oldSize > 0 else { return }
        for range in Self.ranges(oldSize, newSize) { path.append(try NodeCoordinate.hash(of: range, node: node)) }
    }

    /// The ranges whose hashes are the path.
    private static func ranges(_ oldSize: UInt64, _ newSize: UInt64) -> [Range<UInt64>] {
        var (lower, upper) = (UInt64(0), newSize)
        var ranges: [Range<UInt64>] = []
        while upper != oldSize {
            let middle = split(lower, upper)
            if oldSize <= middle {
                ranges.append(middle..<upper)
                upper = middle
            } else {
                ranges.append(lower..<middle)
                lower = middle
            }
        }
        // Without a step to the right what is left is the old tree itself, whose root the verifier has.
        if lower > 0 { ranges.append(lower..<upper) }
        return ranges.reversed()
    }

    /// Returns if the tree with the new root begins with the tree with the old one (RFC 9162 §2.1.4.2).
    ///
    /// Every tree extends the empty one; that proof must have no hashes, and the old root must be the empty tree's
    /// (C2SP tlog-witness v1.0.0).
    ///
    /// - Throws: `consistencyFails`.
    public func verify(oldRoot: Hash, newRoot: Hash) throws(TransparencyError) {
        guard oldSize <= newSize, newSize <= Frontier.largestSize else {
            throw TransparencyError(.consistencyFails, "a tree of \(newSize) entries does not extend one of \(oldSize)")
        }
        if oldSize == newSize {
            guard path.isEmpty else { throw TransparencyError(.consistencyFails, "the path is too long") }
            guard oldRoot == newRoot, oldSize > 0 || oldRoot == .emptyRoot else {
                throw TransparencyError(.consistencyFails, "one size has two roots")
            }
            return
        }
        if oldSize == 0 {
            guard path.isEmpty else { throw TransparencyError(.consistencyFails, "the path is too long") }
            guard oldRoot == .emptyRoot else {
                throw TransparencyError(.consistencyFails, "the root of size 0 is not that of the empty tree")
            }
            return
        }
        let roots = try followed(from: oldRoot)
        guard roots.old == oldRoot else {
            throw TransparencyError(.consistencyFails, "the path leads to another old root")
        }
        guard roots.new == newRoot else {
            throw TransparencyError(.consistencyFails, "the path leads to another new root")
        }
    }

    /// The roots that the path leads to, with `0 < oldSize < newSize`.
    private func followed(from oldRoot: Hash) throws(TransparencyError) -> (old: Hash, new: Hash) {
        guard let first = path.first else { throw TransparencyError(.consistencyFails, "the path is too short") }
        let isPerfect = oldSize & (oldSize - 1) == 0
        let start = isPerfect ? oldRoot : first
        let levels = UInt64((oldSize - 1).onesAtEnd)
        var (own, last) = ((oldSize - 1) >> levels, (newSize - 1) >> levels)
        var roots = (old: start, new: start)
        for hash in isPerfect ? path[...] : path.dropFirst() {
            guard last != 0 else { throw TransparencyError(.consistencyFails, "the path is too long") }
            if own & 1 == 1 || own == last {
                roots = (.node(hash, roots.old), .node(hash, roots.new))
                while own & 1 == 0 && own != 0 {
                    own >>= 1
                    last >>= 1
                }
            } else {
                roots.new = .node(roots.new, hash)
            }
            own >>= 1
            last >>= 1
        }
        guard last == 0 else { throw TransparencyError(.consistencyFails, "the path is too short") }
        return roots
    }
}

extension UInt64 {
    /// How many of its lowest bits are one.
    fileprivate var onesAtEnd: Int { (~self).trailingZeroBitCount }
}
