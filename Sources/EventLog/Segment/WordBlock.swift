/// A block of words: those of a run of entries, by position and field.
///
/// Its shape is checked when it is made; a word is not looked at before somebody asks for it.
public struct WordBlock: Sendable {
    /// Position of the first entry (8 bytes), how many entries the block is for (4), how many words it has (4).
    static let prefixBytes = 16
    /// Entry (4 bytes, counted from the first), length of the field (4), length of the text (4), salt (32).
    static let headerBytes = 44
    /// What a reader believes a block to hold at most; a text is as long as its author made it.
    public static let maximumBytes = 1 << 30

    /// The position of the first entry for which it has the words.
    public let first: Position
    /// How many entries it is for, with or without words.
    public let entries: Int
    /// The positions of the entries that it is for.
    public var positions: Range<Position> { first..<first + Position(entries) }

    private let content: [UInt8]
    /// Of which entry each word is, and where its header stands.
    private var places: [(entry: UInt32, start: Int)] = []

    /// Reads the content of a block that is stored under `first`.
    public init(_ content: [UInt8], first: Position) throws(BlockError) {
        guard let position = content.integer(at: 0, as: Position.self), position == first,
            let entries = content.integer(at: 8, as: UInt32.self), entries > 0, entries <= Segment.size,
            let count = content.integer(at: 12, as: UInt32.self)
        else { throw BlockError("its words are not those of position \(first)") }
        self.content = content
        self.first = first
        self.entries = Int(entries)
        var start = Self.prefixBytes
        var earliest: UInt32 = 0
        for _ in 0..<count {
            guard let entry = content.integer(at: start, as: UInt32.self), entry >= earliest, entry < entries,
                let end = Self.end(of: start, in: content)
            else { throw BlockError("its words are cut") }
            places.append((entry, start))
            (start, earliest) = (end, entry)
        }
        guard start == content.count else { throw BlockError("something stands behind its words") }
    }

    /// Where a word ends; nil if that is behind the content.
    private static func end(of start: Int, in content: [UInt8]) -> Int? {
        guard let field = content.integer(at: start + 4, as: UInt32.self),
            let text = content.integer(at: start + 8, as: UInt32.self)
        else { return nil }
        let end = start + headerBytes + Int(field) + Int(text)
        return end <= content.count ? end : nil
    }

    /// The words of the entry at a position, which must be one of the block's. Cost: O(log words).
    public func words(of position: Position) throws(BlockError) -> [Word] {
        var words: [Word] = []
        for place in places(of: position) { words.append(try word(at: places[place].start)) }
        return words
    }

    /// Calls `body` with field, salt and text of each word of the entry at a position, in their order and where they lie.
    public func forEachWord(
        of position: Position, _ body: (_ field: Span<UInt8>, _ salt: Span<UInt8>, _ text: Span<UInt8>) -> Void
    ) throws(BlockError) {
        for place in places(of: position) {
            let start = places[place].start
            let name = start + Self.headerBytes
            guard let end = Self.end(of: start, in: content),
                let length = content.integer(at: start + 4, as: UInt32.self)
            else { throw BlockError("a word is cut") }
            let text = name + Int(length)
            let bytes = content.span
            body(
                bytes.extracting(name..<text), bytes.extracting(start + 12..<name), bytes.extracting(text..<end))
        }
    }

    /// Which of the words are those of an entry.
    private func places(of position: Position) -> Range<Int> {
        let entry = UInt32(position - first)
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].entry < entry { low = middle + 1 } else { high = middle }
        }
        let start = low
        while low < places.count, places[low].entry == entry { low += 1 }
        return start..<low
    }

    private func word(at start: Int) throws(BlockError) -> Word {
        let salt = start + 12
        let name = start + Self.headerBytes
        guard let end = Self.end(of: start, in: content), let length = content.integer(at: start + 4, as: UInt32.self),
            let field = String(validating: content[name..<name + Int(length)], as: UTF8.self),
            let text = String(validating: content[(name + Int(length))..<end], as: UTF8.self)
        else { throw BlockError("a word is not UTF-8") }
        return Word(field: field, salt: Array(content[salt..<name]), text: text)
    }
}

extension WordBlock {
    /// Gathers the words of consecutive entries until a block is full.
    public struct Builder: Sendable {
        private let first: Position
        private var entries = 0
        private var words = 0
        private var bytes: [UInt8] = []

        /// A block for no entry yet, which is to begin at a position.
        public init(first: Position) { self.first = first }

        /// The position after the last entry that was added.
        public var end: Position { first + Position(entries) }

        private func hasRoom(for more: Int) -> Bool {
            entries == 0 || prefixBytes + bytes.count + more <= Frame.blockBytes
        }

        /// Adds the words of the next entry; false if there is no room, which the first always finds.
        public mutating func add(_ words: [Word]) -> Bool {
            guard hasRoom(for: words.reduce(0) { $0 + headerBytes + $1.field.utf8.count + $1.text.utf8.count }) else {
                return false
            }
            addAnyhow(words)
            return true
        }

        /// Adds the words of the next entry, however long the block gets.
        public mutating func addAnyhow(_ words: [Word]) {
            for word in words {
                bytes.put(UInt32(entries))
                bytes.put(UInt32(word.field.utf8.count))
                bytes.put(UInt32(word.text.utf8.count))
                bytes += word.salt
                bytes += word.field.utf8
                bytes += word.text.utf8
            }
            self.words += words.count
            entries += 1
        }

        /// Adds all words of the block that follows, as they are; false if there is no room, which the first always
        /// finds.
        public mutating func add(_ block: WordBlock) -> Bool {
            precondition(block.first == end, "another block follows")
            guard hasRoom(for: block.content.count - prefixBytes) else { return false }
            for (index, place) in block.places.enumerated() {
                let end = index + 1 < block.places.count ? block.places[index + 1].start : block.content.count
                bytes.put(UInt32(entries) + place.entry)
                bytes += block.content[(place.start + 4)..<end]
            }
            words += block.places.count
            entries += block.entries
            return true
        }

        /// The content of the block.
        public func content() -> [UInt8] {
            var content: [UInt8] = []
            content.reserveCapacity(prefixBytes + bytes.count)
            content.put(first)
            content.put(UInt32(entries))
            content.put(UInt32(words))
            return content + bytes
        }
    }
}
