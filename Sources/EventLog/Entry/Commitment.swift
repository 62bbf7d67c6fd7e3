import Crypto
import Foundation

/// What an entry says of a text that lies beside it: HMAC-SHA256 (RFC 2104) keyed by the salt, over the text's UTF-8.
///
/// Whoever is shown text and salt can check them against the entry; who is not learns nothing from it, and once the
/// salt is erased nobody can.
public enum Commitment {
    /// Bytes of a salt.
    public static let saltBytes = 32

    /// The commitment of a text in base64 (RFC 4648 §4, padded): 44 characters.
    public static func of(_ text: String, salt: [UInt8]) -> String {
        var authenticator = HMAC<SHA256>(key: SymmetricKey(data: salt))
        authenticator.update(data: Array(text.utf8))
        return Data(authenticator.finalize()).base64EncodedString()
    }
}
