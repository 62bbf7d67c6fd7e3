/// A SHA-256 hash: 32 bytes held in place, so that arrays of them are as compact as the bytes themselves.
public struct Hash: Hashable, Sendable, BitwiseCopyable {
    /// Bytes of a hash.
    public static let byteCount = 32

    // In the order and byte order in which they lie in memory; never read as numbers.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Nil unless there are 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: InlineArray<4, UInt64> = .init(repeating: 0)
        for (position, byte) in bytes.enumerated() {
            words[position >> 3] |= UInt64(byte) << UInt64(8 * (position & 7))
        }
        first = UInt64(littleEndian: words[0])
        second = UInt64(littleEndian: words[1])
        third = UInt64(littleEndian: words[2])
        fourth = UInt64(littleEndian: words[3])
    }

    /// The 32 bytes of a tile or a row from an offset on, which must lie inside.
    public init(in bytes: RawSpan, at offset: Int) {
        precondition(offset >= 0 && offset + Self.byteCount <= bytes.byteCount, "a hash of 32 bytes lies inside")
        self = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Self.self)
    }

    /// Nil unless it is the canonical base64 of 32 bytes (RFC 4648 §4, padded: 44 characters).
    public init?(base64: String) { self.init(base64: base64.utf8) }

    init?(base64: some Collection<UInt8>) {
        guard base64.count == 44, let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes)
    }

    /// Its 32 bytes.
    public var bytes: [UInt8] { unsafe withUnsafeBytes(of: self) { unsafe Array($0) } }
    /// Its base64 (RFC 4648 §4): 44 characters.
    public var base64: String { Base64.encode(bytes) }
}

extension Hash: CustomStringConvertible {
    /// Its base64.
    public var description: String { base64 }
}

extension [UInt8] {
    /// Adds the 32 bytes of a hash.
    public mutating func append(_ hash: Hash) {
        unsafe Swift.withUnsafeBytes(of: hash) { unsafe append(contentsOf: $0) }
    }
}
