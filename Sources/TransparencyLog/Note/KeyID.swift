import Crypto

/// The four bytes by which a note says, together with the name, which key signed it; no protection against forgery.
public struct KeyID: Hashable, Sendable {
    /// Read with the most significant byte first.
    public let number: UInt32

    /// An id by its number.
    public init(_ number: UInt32) { self.number = number }

    /// `SHA256(name || 0x0A || algorithm || public key)[0:4]` (C2SP signed-note v1.0.0).
    public init(name: KeyName, algorithm: SignatureAlgorithm, publicKey: [UInt8]) {
        let digest = SHA256.hash(data: Array(name.text.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        number = BigEndian.integer(digest.prefix(4))
    }

    /// Its four bytes.
    public var bytes: [UInt8] { BigEndian.bytes(of: number) }

    /// Its eight lower-case hexadecimal digits.
    public var hex: String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
