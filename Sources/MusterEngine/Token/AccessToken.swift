import Crypto
import EventLog

/// The text by which a programme is known: `mst_<id>_<secret>_<checksum>`.
///
/// The id is public and stands in the log; the secret is 256 random bits in lower-case hex, of which the log has only
/// the SHA-256; the checksum is the CRC-32 of all before its underscore, in 8 hex digits, so that a mistyped or
/// truncated token is refused without asking anybody. The text is shown once, when it is issued.
public struct AccessToken: Sendable {
    /// The public id: 16 lower-case letters and digits in tokens made here.
    public let id: String
    private let secret: String

    private static let prefix = "mst"
    private static let idLength = 16
    private static let secretBytes = 32

    /// A new token.
    public init(from environment: Environment) {
        id = Self.randomID(from: environment)
        secret = environment.randomBytes(Self.secretBytes).hex
    }

    /// Reads a token as it was shown; nil for anything else, a token with one wrong character included.
    public init?(_ text: String) {
        guard text.utf8.count <= 160, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == Self.prefix, (8...32).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy(Self.alphabet.contains), parts[2].utf8.count == 2 * Self.secretBytes,
            parts[2].utf8.allSatisfy(Self.hexDigits.contains), Self.checksum(of: parts[0...2]) == parts[3]
        else { return nil }
        id = parts[1]
        secret = parts[2]
    }

    /// The whole text. Whoever has it can act: it belongs into no log and no message.
    public var text: String {
        let parts = [Self.prefix, id, secret]
        return (parts + [Self.checksum(of: parts[...])]).joined(separator: "_")
    }

    /// SHA-256, in lower-case hex, of the secret as the text spells it: what the log keeps.
    public var secretHash: String { SHA256.hash(data: Array(secret.utf8)).hex }

    /// Whether the secret has this hash. It takes as long for a wrong one as for the right one.
    public func matches(hash: String) -> Bool {
        let (own, other) = (Array(secretHash.utf8), Array(hash.utf8))
        guard own.count == other.count else { return false }
        var difference: UInt8 = 0
        for (left, right) in zip(own, other) { difference |= left ^ right }
        return difference == 0
    }

    // MARK: Parts

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Letters and digits, each as likely as any other: bytes that would favour some are passed over.
    private static func randomID(from environment: Environment) -> String {
        let fair = 256 - 256 % alphabet.count
        var id: [UInt8] = []
        while id.count < idLength {
            for byte in environment.randomBytes(idLength) where Int(byte) < fair && id.count < idLength {
                id.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return String(decoding: id, as: UTF8.self)
    }

    private static func checksum(of parts: ArraySlice<String>) -> String {
        let sum = crc32(of: parts.joined(separator: "_").utf8)
        return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * UInt32($0))) }.hex
    }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
    /// Without the secret, so that it gets into no message by accident.
    public var description: String { "\(Self.prefix)_\(id)_…" }

    /// Without the secret too.
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

/// CRC-32 as IEEE 802.3 has it: polynomial 0x04C11DB7, reflected.
func crc32(of bytes: some Sequence<UInt8>) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return ~sum
}
