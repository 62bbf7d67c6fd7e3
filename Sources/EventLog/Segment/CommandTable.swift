/// The commands of a sealed segment, sorted by fingerprint: those whose first entry it holds.
public struct CommandTable: Sendable {
    /// Number of commands (4 bytes), 4 bytes of zero.
    static let prefixBytes = 8
    /// Fingerprint (16), offset of its first entry in the segment (4), entries after that (4), digest (16).
    static let rowBytes = 40
    /// No content is larger: every entry has a command of its own.
    public static let maximumBytes = prefixBytes + Int(Segment.size) * rowBytes

    private let content: [UInt8]
    private let first: Position
    private let count: Int

    /// Reads the content of the table of a segment that begins at `first`.
    public init(_ content: [UInt8], first: Position) throws(BlockError) {
        guard let count = content.integer(at: 0, as: UInt32.self).map(Int.init),
            content.integer(at: 4, as: UInt32.self) == 0,
            content.count == Self.prefixBytes + count * Self.rowBytes
        else { throw BlockError("its commands are cut") }
        self.content = content
        self.first = first
        self.count = count
    }

    /// What became of a command; nil if this segment has none of that fingerprint. Cost: O(log commands).
    public subscript(fingerprint: CommandFingerprint) -> Receipt? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if let found = item(middle), found.fingerprint < fingerprint { low = middle + 1 } else { high = middle }
        }
        guard low < count, let found = item(low), found.fingerprint == fingerprint else { return nil }
        return found.receipt
    }

    /// A command and what became of it.
    public struct Item: Sendable, Equatable {
        /// Which command.
        public let fingerprint: CommandFingerprint
        /// The position of its first entry.
        public let first: Position
        /// The position of its last entry.
        public let last: Position
        /// The two halves of its digest, as they are stored.
        fileprivate let digest: (UInt64, UInt64)

        /// A command of a receipt whose digest has 16 bytes.
        public init(_ fingerprint: CommandFingerprint, _ receipt: Receipt) {
            precondition(receipt.digest.count == 16, "a digest has 16 bytes")
            self.fingerprint = fingerprint
            first = receipt.first
            last = receipt.last
            digest = (
                receipt.digest.integer(at: 0, as: UInt64.self) ?? 0, receipt.digest.integer(at: 8, as: UInt64.self) ?? 0
            )
        }

        /// A command by the digest that its entries bear: 32 lower-case hex digits; nil if it is anything else.
        public init?(_ fingerprint: CommandFingerprint, first: Position, last: Position, hexDigest: Span<UInt8>) {
            guard hexDigest.count == 32, let half = Self.half(hexDigest, from: 0),
                let rest = Self.half(hexDigest, from: 16)
            else { return nil }
            self.fingerprint = fingerprint
            (self.first, self.last) = (first, last)
            digest = (half, rest)
        }

        /// Eight bytes as they are stored.
        private static func half(_ hex: Span<UInt8>, from start: Int) -> UInt64? {
            var number: UInt64 = 0
            for index in start..<start + 16 {
                switch hex[index] {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(hex[index] - 48)
                case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(hex[index] - 87)
                default: return nil
                }
            }
            // The first byte is the lowest.
            return number.byteSwapped
        }

        /// The same command, from the same entry to the same entry, with the same digest.
        public static func == (left: Self, right: Self) -> Bool {
            left.fingerprint == right.fingerprint && left.first == right.first && left.last == right.last
                && left.digest == right.digest
        }

        /// The command in the row at `place`, which the content must have.
        fileprivate init?(_ content: [UInt8], at place: Int, first: Position) {
            guard let high = content.integer(at: place, as: UInt64.self),
                let low = content.integer(at: place + 8, as: UInt64.self),
                let offset = content.integer(at: place + 16, as: UInt32.self),
                let more = content.integer(at: place + 20, as: UInt32.self),
                let digest = content.integer(at: place + 24, as: UInt64.self),
                let rest = content.integer(at: place + 32, as: UInt64.self)
            else { return nil }
            // Fingerprints are compared by their bytes, so they are kept as big-endian numbers.
            fingerprint = CommandFingerprint(high: high.byteSwapped, low: low.byteSwapped)
            self.first = first + Position(offset)
            last = self.first + Position(more)
            self.digest = (digest, rest)
        }

        /// What its author is told.
        public var receipt: Receipt {
            var bytes: [UInt8] = []
            bytes.put(digest.0)
            bytes.put(digest.1)
            return Receipt(first: first, last: last, digest: bytes)
        }
    }

    private func item(_ index: Int) -> Item? {
        Item(content, at: Self.prefixBytes + index * Self.rowBytes, first: first)
    }

    /// The content of the table of some commands, in any order, of a segment that begins at `first`.
    public static func content(of commands: [Item], first: Position) -> [UInt8] {
        content(inOrder: commands.sorted { $0.fingerprint < $1.fingerprint }, first: first)
    }

    /// The same in the order given; of such a content ``items(_:first:)`` can be asked and nothing else.
    public static func content(inOrder commands: [Item], first: Position) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(prefixBytes + commands.count * rowBytes)
        content.put(UInt32(commands.count))
        content.put(0 as UInt32)
        for command in commands {
            // Big-endian, in a row that is little-endian else.
            content.put(command.fingerprint.high.byteSwapped)
            content.put(command.fingerprint.low.byteSwapped)
            content.put(UInt32(command.first - first))
            content.put(UInt32(command.last - command.first))
            content.put(command.digest.0)
            content.put(command.digest.1)
        }
        return content
    }

    /// All commands of a content, in its order.
    public static func items(_ content: [UInt8], first: Position) throws(BlockError) -> [Item] {
        let table = try CommandTable(content, first: first)
        var items: [Item] = []
        items.reserveCapacity(table.count)
        for index in 0..<table.count {
            guard let item = table.item(index) else { throw BlockError("its commands are cut") }
            items.append(item)
        }
        return items
    }
}
