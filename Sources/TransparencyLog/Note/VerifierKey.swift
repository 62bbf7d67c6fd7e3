import Crypto

/// What a verifier knows of a key: its name, how it signs, and the public key.
public struct VerifierKey: Hashable, Sendable {
    /// The key's name.
    public let name: KeyName
    /// How it signs.
    public let algorithm: SignatureAlgorithm
    /// The 32 bytes of the Ed25519 public key (RFC 8032).
    public let publicKey: [UInt8]
    /// By which notes name it.
    public let keyID: KeyID

    /// Nil unless the public key has 32 bytes.
    public init?(name: KeyName, algorithm: SignatureAlgorithm, publicKey: [UInt8]) {
        guard publicKey.count == 32, (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            return nil
        }
        (self.name, self.algorithm, self.publicKey) = (name, algorithm, publicKey)
        keyID = KeyID(name: name, algorithm: algorithm, publicKey: publicKey)
    }

    /// A key in the form `<name>+<8 hex of the key id>+<base64(algorithm || public key)>` (C2SP signed-note v1.0.0).
    ///
    /// - Throws: `badVerifierKey` if it has another form, an id that is not the key's, or an algorithm other than Ed25519
    ///   and cosignature v1.
    public init(parsing text: String) throws(TransparencyError) {
        guard let parts = KeyText.parse(text[...]),
            let key = VerifierKey(name: parts.name, algorithm: parts.algorithm, publicKey: parts.key),
            key.keyID.hex == parts.hex
        else { throw TransparencyError(.badVerifierKey, text) }
        self = key
    }

    /// Its form `<name>+<8 hex of the key id>+<base64(algorithm || public key)>`, also called vkey.
    public var text: String { KeyText.encode(name, keyID, algorithm, publicKey) }

    /// Whether a signature of Ed25519 over the message is this key's.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

extension VerifierKey: CustomStringConvertible {
    /// Its written form.
    public var description: String { text }
}
