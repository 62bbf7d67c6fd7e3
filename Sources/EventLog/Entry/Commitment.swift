import Crypto

/// What an entry says of a text that lies beside it: HMAC-SHA256 (RFC 2104) keyed by the salt, over the text's UTF-8.
///
/// Whoever is shown text and salt can check them against the entry; who is not learns nothing from it, and once the
/// salt is erased nobody can.
public enum Commitment {
    /// Bytes of a salt.
    public static let saltBytes = 32

    /// The commitment of a text in base64 (RFC 4648 §4, padded): 44 characters.
    public static func of(_ text: String, salt: [UInt8]) -> String {
        String(decoding: bytes(of: text, salt: salt), as: UTF8.self)
    }

    /// The same as ASCII.
    ///
    /// Two plain hashes: the library's HMAC makes objects and arrays of its own for each.
    public static func bytes(of text: String, salt: [UInt8]) -> [UInt8] {
        let key = salt.count > blockBytes ? Array(SHA256.hash(data: salt)) : salt
        var block: [UInt8] = []
        block.reserveCapacity(blockBytes + text.utf8.count)
        pad(key, with: 0x36, &block)
        block.append(contentsOf: text.utf8)
        let inner = SHA256.hash(data: block)
        block.removeAll(keepingCapacity: true)
        pad(key, with: 0x5C, &block)
        block.append(contentsOf: inner)
        return base64(SHA256.hash(data: block))
    }

    /// Whether a commitment, as an entry spells it, is that of a text and its salt. Nothing is allocated: a verifier asks
    /// this for every text.
    public static func fits(_ commitment: Span<UInt8>, text: Span<UInt8>, salt: Span<UInt8>) -> Bool {
        guard commitment.count == 44, salt.count == saltBytes else { return false }
        let inner = digest(salt, 0x36, of: text)
        let outer = unsafe withUnsafeBytes(of: inner) { bytes in
            // A digest lies in memory as its 32 bytes.
            unsafe digest(salt, 0x5C, of: bytes.bindMemory(to: UInt8.self).span)
        }
        return unsafe withUnsafeBytes(of: outer) { unsafe isBase64(commitment, of: $0.bindMemory(to: UInt8.self).span) }
    }

    private typealias Digest = (UInt64, UInt64, UInt64, UInt64)

    private static func digest(_ salt: Span<UInt8>, _ pad: UInt8, of message: Span<UInt8>) -> Digest {
        var hash = SHA256()
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blockBytes) { block in
            for index in 0..<blockBytes { unsafe block[index] = index < salt.count ? salt[index] ^ pad : pad }
            unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(block))
        }
        unsafe message.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return unsafe hash.finalize().withUnsafeBytes { unsafe $0.loadUnaligned(as: Digest.self) }
    }

    private static func isBase64(_ text: Span<UInt8>, of digest: Span<UInt8>) -> Bool {
        guard text[43] == UInt8(ascii: "=") else { return false }
        for group in 0..<11 {
            var word: UInt32 = 0
            for offset in 0..<3 {
                let index = 3 * group + offset
                word = word << 8 | (index < digest.count ? UInt32(digest[index]) : 0)
            }
            for offset in 0..<(group < 10 ? 4 : 3) {
                guard text[4 * group + offset] == alphabet[Int(word >> UInt32(18 - 6 * offset) & 63)] else {
                    return false
                }
            }
        }
        return true
    }

    private static let blockBytes = 64

    private static func pad(_ key: [UInt8], with byte: UInt8, _ block: inout [UInt8]) {
        for keyByte in key { block.append(keyByte ^ byte) }
        for _ in key.count..<blockBytes { block.append(byte) }
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// 32 bytes in base64: ten groups of three, and two bytes that need padding.
    private static func base64(_ digest: SHA256.Digest) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(44)
        var word: UInt32 = 0
        var count = 0
        for byte in digest {
            word = word << 8 | UInt32(byte)
            count += 1
            guard count % 3 == 0 else { continue }
            for shift in [18, 12, 6, 0] as [UInt32] { output.append(alphabet[Int(word >> shift & 63)]) }
            word = 0
        }
        for shift in [10, 4] as [UInt32] { output.append(alphabet[Int(word >> shift & 63)]) }
        output.append(alphabet[Int(word << 2 & 63)])
        output.append(UInt8(ascii: "="))
        return output
    }
}
