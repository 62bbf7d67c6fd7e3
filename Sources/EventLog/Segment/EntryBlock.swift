public import TransparencyLog

/// A block of entries: their bytes one after the other, and in front of them how long each is and where the preceding
/// entry of its stream stands.
public struct EntryBlock: Sendable {
    /// Position of the first entry (8 bytes), number of entries (4), their bytes altogether (4).
    static let prefixBytes = 16
    /// Length (2) and distance to the preceding entry of the stream (8).
    static let headerBytes = 10
    /// No content is larger, whatever the entries are: at least one goes into each block.
    public static let maximumBytes = max(Frame.blockBytes, prefixBytes + headerBytes + Entry.maximumBytes)

    /// The position of the first entry.
    public let first: Position
    /// How many entries there are.
    public var count: Int { ends.count }
    /// Their positions.
    public var positions: Range<Position> { first..<first + Position(count) }

    private let content: [UInt8]
    /// Where each entry's bytes end.
    private var ends: [Int] = []

    /// Reads the content of a block that is stored under `first`.
    public init(_ content: [UInt8], first: Position) throws(BlockError) {
        guard let position = content.integer(at: 0, as: Position.self), position == first,
            let count = content.integer(at: 8, as: UInt32.self).map(Int.init),
            let bytes = content.integer(at: 12, as: UInt32.self).map(Int.init), count > 0,
            content.count == Self.prefixBytes + count * Self.headerBytes + bytes
        else { throw BlockError("its entries are not those of position \(first)") }
        self.content = content
        self.first = first
        var end = Self.prefixBytes + count * Self.headerBytes
        ends.reserveCapacity(count)
        for index in 0..<count {
            guard let length = content.integer(at: Self.prefixBytes + index * 2, as: UInt16.self), length > 0 else {
                throw BlockError("it has an entry without bytes")
            }
            end += Int(length)
            ends.append(end)
        }
        guard end == content.count else { throw BlockError("its entries and their lengths disagree") }
    }

    /// The bytes of the entry at a position, which must be one of the block's.
    public func bytes(at position: Position) -> [UInt8] { Array(slice(at: position)) }

    /// Calls `body` with the bytes of the entry at a position, which must be one of the block's, where they lie.
    public func withBytes<Value, Failure: Error>(
        at position: Position, _ body: (Span<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let slice = slice(at: position)
        return try body(content.span.extracting(slice.startIndex..<slice.endIndex))
    }

    /// The leaf that the entry at a position, which must be one of the block's, is in the tree.
    public func leaf(at position: Position) -> Hash { .leaf(slice(at: position)) }

    private func slice(at position: Position) -> ArraySlice<UInt8> {
        let index = Int(position - first)
        let start = index == 0 ? Self.prefixBytes + count * Self.headerBytes : ends[index - 1]
        return content[start..<ends[index]]
    }

    /// The position of the preceding entry of the same stream; nil for a stream's first.
    public func previous(of position: Position) throws(BlockError) -> Position? {
        let offset = Self.prefixBytes + count * 2 + Int(position - first) * 8
        guard let distance = content.integer(at: offset, as: UInt64.self) else { throw BlockError("it is cut") }
        guard distance > 0 else { return nil }
        guard distance <= position else { throw BlockError("the stream of \(position) leads before the log") }
        return position - distance
    }
}

extension EntryBlock {
    /// Gathers entries until a block is full.
    public struct Builder: Sendable {
        private let first: Position
        private var lengths: [UInt8] = []
        private var distances: [UInt8] = []
        private var bytes: [UInt8] = []
        private var count = 0

        /// A block without an entry, which is to begin at a position.
        public init(first: Position) { self.first = first }

        /// The position after the last entry that was added.
        public var end: Position { first + Position(count) }

        /// Adds the next entry; false if there is no room, which the first always finds.
        public mutating func add(_ entry: [UInt8], previous: Position?) -> Bool {
            let full = prefixBytes + (count + 1) * headerBytes + bytes.count + entry.count
            guard count == 0 || full <= Frame.blockBytes else { return false }
            lengths.put(UInt16(entry.count))
            distances.put(previous.map { first + Position(count) - $0 } ?? 0)
            bytes += entry
            count += 1
            return true
        }

        /// Adds all entries of the block that follows, as they are; false if there is no room, which the first always
        /// finds.
        public mutating func add(_ block: EntryBlock) -> Bool {
            precondition(block.first == end, "another block follows")
            let bodies = prefixBytes + block.count * headerBytes
            guard
                count == 0
                    || prefixBytes + count * headerBytes + bytes.count + block.content.count - prefixBytes
                        <= Frame.blockBytes
            else { return false }
            let distances = prefixBytes + block.count * 2
            lengths += block.content[prefixBytes..<distances]
            self.distances += block.content[distances..<bodies]
            bytes += block.content[bodies...]
            count += block.count
            return true
        }

        /// The content of the block.
        public func content() -> [UInt8] {
            var content: [UInt8] = []
            content.reserveCapacity(prefixBytes + lengths.count + distances.count + bytes.count)
            content.put(first)
            content.put(UInt32(count))
            content.put(UInt32(bytes.count))
            return content + lengths + distances + bytes
        }
    }
}
