/// The right edge of a tree: its perfect subtrees, at most 63 hashes, from which it grows and its root follows.
///
/// Also called a compact range. Appending a leaf costs one hash of a node on the average, the root at most 62.
public struct Frontier: Hashable, Sendable {
    /// The largest number of leaves: with it every coordinate and every checkpoint stays within 63 bits.
    public static let largestSize = UInt64(Int64.max)

    /// How many leaves the tree has.
    public private(set) var size: UInt64 = 0
    /// Its perfect subtrees from left to right; they stand at `NodeCoordinate.peaks(ofSize:)`.
    public private(set) var subtrees: [Hash] = []

    /// The edge of the empty tree.
    public init() { subtrees.reserveCapacity(64) }

    /// An edge that was kept; nil unless there are as many subtrees as the size has bits.
    public init?(size: UInt64, subtrees: [Hash]) {
        guard size <= Self.largestSize, subtrees.count == size.nonzeroBitCount else { return nil }
        self.init()
        self.size = size
        self.subtrees += subtrees
    }

    /// The edge of a tree whose nodes are kept somewhere.
    public init<Failure: Error>(
        size: UInt64, node: (NodeCoordinate) throws(Failure) -> Hash
    ) throws(Failure) {
        precondition(size <= Self.largestSize, "a tree has fewer than 2^63 leaves")
        self.init()
        self.size = size
        for peak in NodeCoordinate.peaks(ofSize: size) { subtrees.append(try node(peak)) }
    }

    /// The edge of the tree over these leaf hashes.
    public init(leaves: some Sequence<Hash>) {
        self.init()
        for leaf in leaves { append(leaf) }
    }

    /// The root of the tree (RFC 6962 §2.1).
    public var root: Hash { .folded(subtrees) }

    /// Appends a leaf hash.
    public mutating func append(_ leaf: Hash) { append(leaf) { _, _ in } }

    /// Appends a leaf hash and hands over every complete node that thereby comes into being, the leaf first.
    public mutating func append(_ leaf: Hash, completed: (NodeCoordinate, Hash) -> Void) {
        append(leaf, level: 0, completed: completed)
    }

    /// Appends a whole perfect subtree of `2^level` leaves, to whose size the tree must be aligned.
    public mutating func append(_ subtree: Hash, level: Int) { append(subtree, level: level) { _, _ in } }

    /// Appends a whole perfect subtree of `2^level` leaves, to whose size the tree must be aligned, and hands over every
    /// complete node that thereby comes into being at its level and above, the subtree first.
    public mutating func append(_ subtree: Hash, level: Int, completed: (NodeCoordinate, Hash) -> Void) {
        precondition((0..<63).contains(level), "a subtree that is appended has a level from 0 to 62")
        let leaves = UInt64(1) << UInt64(level)
        precondition(size & (leaves - 1) == 0, "a subtree is appended where one of its size begins")
        precondition(leaves <= Self.largestSize - size, "a tree has fewer than 2^63 leaves")
        var coordinate = NodeCoordinate(level: level, index: size >> UInt64(level))
        var hash = subtree
        completed(coordinate, hash)
        while coordinate.index & 1 == 1 {
            hash = .node(subtrees.removeLast(), hash)
            coordinate.level += 1
            coordinate.index >>= 1
            completed(coordinate, hash)
        }
        subtrees.append(hash)
        size += leaves
    }
}
