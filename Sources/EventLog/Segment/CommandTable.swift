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
            if let found = self.fingerprint(middle), found < fingerprint { low = middle + 1 } else { high = middle }
        }
        guard low < count, self.fingerprint(low) == fingerprint else { return nil }
        return receipt(low)
    }

    private func receipt(_ index: Int) -> Receipt? {
        let place = Self.prefixBytes + index * Self.rowBytes
        guard let offset = content.integer(at: place + 16, as: UInt32.self),
            let more = content.integer(at: place + 20, as: UInt32.self)
        else { return nil }
        let start = first + Position(offset)
        return Receipt(
            first: start, last: start + Position(more), digest: Array(content[(place + 24)..<(place + Self.rowBytes)]))
    }

    /// A command and what became of it.
    public typealias Item = (fingerprint: CommandFingerprint, receipt: Receipt)

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
        for (fingerprint, receipt) in commands {
            content.put(fingerprint.high.bigEndian)
            content.put(fingerprint.low.bigEndian)
            content.put(UInt32(receipt.first - first))
            content.put(UInt32(receipt.last - receipt.first))
            content += receipt.digest
        }
        return content
    }

    /// All commands of a content, in its order.
    public static func items(_ content: [UInt8], first: Position) throws(BlockError) -> [Item] {
        let table = try CommandTable(content, first: first)
        var items: [Item] = []
        items.reserveCapacity(table.count)
        for index in 0..<table.count {
            guard let fingerprint = table.fingerprint(index), let receipt = table.receipt(index) else {
                throw BlockError("its commands are cut")
            }
            items.append((fingerprint, receipt))
        }
        return items
    }

    private func fingerprint(_ index: Int) -> CommandFingerprint? {
        let place = Self.prefixBytes + index * Self.rowBytes
        return CommandFingerprint(bytes: content[place..<(place + 16)])
    }
}
