/// Which tile or entry bundle of a log is meant (C2SP tlog-tiles v0.1.0).
public struct TileCoordinate: Hashable, Sendable {
    /// What lies in a tile.
    public enum Content: Hashable, Sendable {
        /// Hashes of complete subtrees of `256^level` leaves; level 0 are the leaf hashes.
        case hashes(level: Int)
        /// Entries.
        case entries

        /// At which level's pace tiles of this content fill up.
        var level: Int {
            switch self {
            case .hashes(let level): level
            case .entries: 0
            }
        }
    }

    /// How many hashes or entries a full tile has.
    public static let fullWidth = 256
    /// The highest level that a tree of fewer than 2^63 leaves has tiles of.
    static let highestLevel = 7

    /// What lies in it.
    public var content: Content
    /// How many tiles of its content and level are to its left.
    public var index: UInt64
    /// How many hashes or entries it has: 1 to 256.
    public var width: Int

    /// A coordinate; full unless a width is said.
    public init(_ content: Content, index: UInt64, width: Int = fullWidth) {
        precondition((1...Self.fullWidth).contains(width), "a tile has 1 to 256 hashes")
        precondition((0..<64).contains(content.level), "a tile's level is 0 to 63")
        (self.content, self.index, self.width) = (content, index, width)
    }

    /// Whether it is full and will never change.
    public var isFull: Bool { width == Self.fullWidth }

    /// The numbers of its hashes in their level, or of its entries in the log.
    public var range: Range<UInt64> {
        let first = index * UInt64(Self.fullWidth)
        return first..<first + UInt64(width)
    }

    /// Whether a tree of `size` leaves has all that the tile holds.
    public func exists(atSize size: UInt64) -> Bool { range.upperBound <= Self.count(content, atSize: size) }

    /// The tile that holds number `number` of a content, as wide as it is in a tree of `size` leaves; nil if such a tree
    /// has no such hash or entry.
    public static func holding(_ content: Content, number: UInt64, atSize size: UInt64) -> TileCoordinate? {
        let count = count(content, atSize: size)
        guard number < count else { return nil }
        let index = number / UInt64(fullWidth)
        let width = min(count - index * UInt64(fullWidth), UInt64(fullWidth))
        return TileCoordinate(content, index: index, width: Int(width))
    }

    /// How many hashes of a level, or entries, a tree of `size` leaves has.
    static func count(_ content: Content, atSize size: UInt64) -> UInt64 { size >> UInt64(8 * content.level) }
}

extension TileCoordinate {
    /// All tiles and entry bundles of a tree of `size` leaves, the partial ones of just that size included.
    public static func all(atSize size: UInt64) -> [TileCoordinate] { new(since: 0, atSize: size) }

    /// Those that a tree of `size` leaves has and the smaller one of `oldSize` did not have: entries first, then the
    /// hashes level by level.
    public static func new(since oldSize: UInt64, atSize size: UInt64) -> [TileCoordinate] {
        let contents = [Content.entries] + (0...highestLevel).map { .hashes(level: $0) }
        return contents.flatMap { content in
            let (old, new) = (count(content, atSize: oldSize), count(content, atSize: size))
            guard new > old else { return [] as [TileCoordinate] }
            let full = UInt64(fullWidth)
            var tiles = (old / full..<new / full).map { TileCoordinate(content, index: $0) }
            if new % full > 0 { tiles.append(TileCoordinate(content, index: new / full, width: Int(new % full))) }
            return tiles
        }
    }

    /// The partial tiles and entry bundle of a tree of `size` leaves: those that the next leaves will replace.
    public static func partials(atSize size: UInt64) -> [TileCoordinate] {
        ([Content.entries] + (0...highestLevel).map { .hashes(level: $0) }).compactMap { content in
            let count = count(content, atSize: size)
            guard count % UInt64(fullWidth) > 0 else { return nil }
            return holding(content, number: count - 1, atSize: size)
        }
    }
}
