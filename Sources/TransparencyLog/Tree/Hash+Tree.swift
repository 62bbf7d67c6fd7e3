import Crypto

/// How a tree of entries is hashed (RFC 6962 §2.1, the same in RFC 9162 §2.1.1).
extension Hash {
    /// The root of the tree without entries: SHA-256 of nothing.
    public static let emptyRoot = Hash(SHA256().finalize())

    /// `SHA256(0x00 || entry)`, over the stored bytes as they are.
    public static func leaf(_ entry: RawSpan) -> Hash {
        // Two updates instead of one buffer with the prefix in front: only the first block of 64 bytes is copied.
        var hash = SHA256()
        unsafe withUnsafeBytes(of: UInt8(0x00)) { unsafe hash.update(bufferPointer: $0) }
        unsafe entry.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return Hash(hash.finalize())
    }

    /// `SHA256(0x00 || entry)`.
    public static func leaf(_ entry: [UInt8]) -> Hash { unsafe leaf(entry.span.bytes) }

    /// `SHA256(0x00 || entry)`.
    public static func leaf(_ entry: ArraySlice<UInt8>) -> Hash { unsafe leaf(entry.span.bytes) }

    /// `SHA256(0x01 || left || right)`.
    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { buffer in
            unsafe buffer.storeBytes(of: 0x01, as: UInt8.self)
            unsafe buffer.storeBytes(of: left, toByteOffset: 1, as: Hash.self)
            unsafe buffer.storeBytes(of: right, toByteOffset: 1 + byteCount, as: Hash.self)
            var hash = SHA256()
            unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return Hash(hash.finalize())
        }
    }

    /// The root over perfect subtrees, from left to right each smaller than the one before.
    static func folded(_ subtrees: some BidirectionalCollection<Hash>) -> Hash {
        guard var root = subtrees.last else { return emptyRoot }
        for subtree in subtrees.dropLast().reversed() { root = node(subtree, root) }
        return root
    }

    private init(_ digest: SHA256.Digest) {
        self = unsafe digest.withUnsafeBytes { unsafe $0.loadUnaligned(as: Hash.self) }
    }
}
