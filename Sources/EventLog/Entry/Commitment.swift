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
