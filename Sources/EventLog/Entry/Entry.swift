import Crypto

/// What holds for every entry, whatever it says.
public enum Entry {
    /// The most bytes that an entry may have, so that it fits an entry bundle of C2SP tlog-tiles v0.1.0.
    public static let maximumBytes = 65_535

    /// SHA-256 over an entry's bytes, in lower-case hex: by which it is known without its log.
    public static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
