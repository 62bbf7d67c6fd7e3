import Crypto
import Foundation
import MusterText

/// Who is signed in, as the browser keeps it: no secret, only sealed so that nobody can change it.
///
/// The server keeps nothing. A session ends with its time or with its token, whose goodness is asked at every request.
public struct SessionCookie: Sendable, Equatable {
    /// The district's code.
    public var district: String
    /// The token's public id.
    public var tokenID: String
    /// When it ends, in seconds since 1970.
    public var expires: Int64

    /// The cookie's name. `__Host-` makes browsers insist on `Secure`, on `Path=/` and on this very host.
    static let name = "__Host-muster"
    /// How long one stays signed in.
    static let seconds: Int64 = 12 * 3_600

    /// A session.
    public init(district: String, tokenID: String, expires: Int64) {
        self.district = district
        self.tokenID = tokenID
        self.expires = expires
    }

    /// `v1.<district>.<token id>.<expires>.<HMAC-SHA256 in hex>`.
    func sealed(by key: SessionKey) -> String { "\(content).\(Hex.text(key.code(of: content)))" }

    private var content: String { "v1.\(district).\(tokenID).\(expires)" }

    /// The district that a cookie speaks of, by which its key is found; nothing is believed of it yet.
    static func district(of value: String) -> String? {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "v1", value.utf8.count <= 400, parts[1].isPlain else { return nil }
        return String(parts[1])
    }

    /// The session of a cookie whose seal is right and whose time has not come.
    init?(_ value: String, key: SessionKey, now: Moment) {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "v1", value.utf8.count <= 400, parts[1].isPlain, parts[2].isPlain,
            let expires = Int64(parts[3]), String(expires) == parts[3], let seal = Hex.bytes(parts[4])
        else { return nil }
        self.init(district: String(parts[1]), tokenID: String(parts[2]), expires: expires)
        guard key.isCode(seal, of: content), now.milliseconds / 1_000 < expires
        else { return nil }
    }
}

/// The key that seals the sessions of a district. It is made from the ledger's signing key, so it outlives restarts.
public struct SessionKey: Sendable {
    private let key: SymmetricKey

    /// The key that belongs to the secret seed of a ledger's signing key (HKDF-SHA256, RFC 5869).
    public init(seed: some Sequence<UInt8>) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(seed)), info: Array("muster web session".utf8),
            outputByteCount: 32)
    }

    fileprivate func code(of text: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    }

    /// Whether a seal is the text's; the comparison takes the same time however much of it is right.
    fileprivate func isCode(_ seal: [UInt8], of text: String) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(seal, authenticating: Array(text.utf8), using: key)
    }
}

extension Substring {
    /// Letters and digits of ASCII, `-` and `_`, and at least one of them.
    fileprivate var isPlain: Bool {
        !isEmpty && utf8.count <= 64
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
