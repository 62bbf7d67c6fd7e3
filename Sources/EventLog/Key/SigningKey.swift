import Crypto
import Foundation

/// The key with which a log signs its heads: Ed25519 (RFC 8032), under a name, as C2SP signed-note v1.0.0 has it.
public struct SigningKey: Sendable {
    /// The key's name, which is the log's origin: `muster.local/610113/1a2b3c4d`.
    public let name: String
    private let key: Curve25519.Signing.PrivateKey

    /// The type byte of an Ed25519 note signature.
    private static let ed25519: UInt8 = 0x01

    /// A key from 32 secret random bytes. The origin carries the first 8 hex digits of the public key's SHA-256.
    public init?(seed: [UInt8], districtCode: String) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.key = key
        name = "muster.local/\(districtCode)/\(Self.fingerprint(of: key))"
    }

    private static func fingerprint(of key: Curve25519.Signing.PrivateKey) -> String {
        SHA256.hash(data: key.publicKey.rawRepresentation).prefix(4).hex
    }

    /// The first 8 hex digits of the public key's SHA-256.
    public var fingerprint: String { Self.fingerprint(of: key) }

    /// `SHA256(name || 0x0A || type || public key)[0:4]`, by which a note says which key signed it.
    public var keyID: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array(name.utf8) + [0x0A, Self.ed25519] + Array(key.publicKey.rawRepresentation))
        return Array(hash.finalize().prefix(4))
    }

    /// What a verifier needs: `<name>+<8 hex of the key id>+<base64(type || public key)>`.
    public var verifierKey: String {
        let material = Data([Self.ed25519] + Array(key.publicKey.rawRepresentation))
        return "\(name)+\(keyID.hex)+\(material.base64EncodedString())"
    }

    /// The secret, in the form that golang.org/x/mod/sumdb/note reads:
    /// `PRIVATE+KEY+<name>+<8 hex of the key id>+<base64(type || seed)>`.
    public var secretKey: String {
        let material = Data([Self.ed25519] + Array(key.rawRepresentation))
        return "PRIVATE+KEY+\(name)+\(keyID.hex)+\(material.base64EncodedString())"
    }
}
