/// Says of a command id that a segment cannot have it, in one look at memory: nearly every new command is new.
///
/// A Bloom filter of 64-byte blocks (Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters",
/// 2007): 32 bits a command and 7 probes, so about two of 100,000 new ids are looked for in vain.
public struct CommandFilter: Sendable {
    /// No content is larger.
    public static let maximumBytes = bytes(for: Int(Segment.size))

    private static let bitsPerCommand = 32
    private static let wordsPerBlock = 8
    private static let probes = 7

    private var words: [UInt64]

    /// A filter of some fingerprints.
    public init(_ fingerprints: some Collection<CommandFingerprint>) {
        words = Array(repeating: 0, count: Self.bytes(for: fingerprints.count) / 8)
        for fingerprint in fingerprints {
            let block = block(of: fingerprint)
            for probe in 0..<Self.probes {
                let bit = Self.bit(probe, of: fingerprint)
                words[block + bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
    }

    /// Reads the content of a filter.
    public init(content: [UInt8]) throws(BlockError) {
        guard !content.isEmpty, content.count.isMultiple(of: Self.wordsPerBlock * 8) else {
            throw BlockError("its filter is cut")
        }
        words = stride(from: 0, to: content.count, by: 8).compactMap { content.integer(at: $0, as: UInt64.self) }
    }

    /// Its bytes.
    public var content: [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(words.count * 8)
        for word in words { content.put(word) }
        return content
    }

    /// Whether the segment may have the command; false is certain.
    public func mayContain(_ fingerprint: CommandFingerprint) -> Bool {
        let block = block(of: fingerprint)
        for probe in 0..<Self.probes {
            let bit = Self.bit(probe, of: fingerprint)
            if words[block + bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
        }
        return true
    }

    private static func bytes(for count: Int) -> Int { max(1, (count * bitsPerCommand + 511) / 512) * 64 }

    /// The first word of the block that a fingerprint falls into: its upper half is as good as random.
    private func block(of fingerprint: CommandFingerprint) -> Int {
        let blocks = UInt64(words.count / Self.wordsPerBlock)
        return Int(fingerprint.high.multipliedFullWidth(by: blocks).high) * Self.wordsPerBlock
    }

    /// Nine bits of the lower half for each probe.
    private static func bit(_ probe: Int, of fingerprint: CommandFingerprint) -> Int {
        Int(truncatingIfNeeded: fingerprint.low >> UInt64(probe * 9)) & 511
    }
}
