/// A block of words: those of a run of entries, by position and field.
public struct WordBlock: Equatable, Sendable {
    /// Position of the first entry (8 bytes), how many entries the block is for (4), how many words it has (4).
    static let prefixBytes = 16
    /// Entry (4 bytes, counted from the first), length of the field (4), length of the text (4), salt (32).
    static let headerBytes = 44
    /// What a reader believes a block to hold at most; a text is as long as its author made it.
    public static let maximumBytes = 1 << 30

    /// The position of the first entry for which it has the words.
    public let first: Position
    /// How many entries it is for, with or without words.
    public private(set) var entries: Int
    /// The words with the positions of their entries.
    public private(set) var words: [(position: Position, word: Word)]

    /// A block without words for no entry yet.
    public init(first: Position) {
        self.first = first
        entries = 0
        words = []
        bytes = Self.prefixBytes
    }

    private var bytes: Int

    /// Adds the words of the next entry; false if there is no room, which the first always finds.
    public mutating func add(_ words: [Word]) -> Bool {
        let more = words.reduce(0) { $0 + Self.headerBytes + $1.field.utf8.count + $1.text.utf8.count }
        guard entries == 0 || bytes + more <= Frame.blockBytes else { return false }
        addAnyhow(words)
        return true
    }

    /// Adds the words of the next entry, however long the block gets.
    public mutating func addAnyhow(_ words: [Word]) {
        for word in words {
            self.words.append((first + Position(entries), word))
            bytes += Self.headerBytes + word.field.utf8.count + word.text.utf8.count
        }
        entries += 1
    }

    /// The positions of the entries that it is for.
    public var positions: Range<Position> { first..<first + Position(entries) }

    /// The words of the entry at a position. Cost: O(log words).
    public func words(of position: Position) -> [Word] {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return words[low...].prefix { $0.position == position }.map(\.word)
    }

    /// The content of the block.
    public func content() -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(bytes)
        content.put(first)
        content.put(UInt32(entries))
        content.put(UInt32(words.count))
        for (position, word) in words {
            content.put(UInt32(position - first))
            content.put(UInt32(word.field.utf8.count))
            content.put(UInt32(word.text.utf8.count))
            content += word.salt
            content += word.field.utf8
            content += word.text.utf8
        }
        return content
    }

    /// Reads the content of a block that is stored under `first`.
    public init(_ content: [UInt8], first: Position) throws(BlockError) {
        guard let position = content.integer(at: 0, as: Position.self), position == first,
            let entries = content.integer(at: 8, as: UInt32.self), entries > 0,
            let count = content.integer(at: 12, as: UInt32.self)
        else { throw BlockError("its words are not those of position \(first)") }
        self.init(first: first)
        self.entries = Int(entries)
        bytes = content.count
        var place = Self.prefixBytes
        var earliest: UInt32 = 0
        for _ in 0..<count {
            guard let offset = content.integer(at: place, as: UInt32.self), offset >= earliest, offset < entries,
                let field = content.integer(at: place + 4, as: UInt32.self).map(Int.init),
                let text = content.integer(at: place + 8, as: UInt32.self).map(Int.init),
                place + Self.headerBytes + field + text <= content.count
            else { throw BlockError("its words are cut") }
            let salt = place + 12
            let name = place + Self.headerBytes
            guard let field = String(validating: content[name..<name + field], as: UTF8.self),
                let text = String(
                    validating: content[(name + field.utf8.count)..<(name + field.utf8.count + text)], as: UTF8.self)
            else { throw BlockError("a word is not UTF-8") }
            words.append(
                (first + Position(offset), Word(field: field, salt: Array(content[salt..<salt + 32]), text: text)))
            place = name + field.utf8.count + text.utf8.count
            earliest = offset
        }
        guard place == content.count else { throw BlockError("something stands behind its words") }
    }

    /// Whether two blocks hold the same.
    public static func == (left: WordBlock, right: WordBlock) -> Bool { left.content() == right.content() }
}
