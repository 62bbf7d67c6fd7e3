public import Crypto

/// A key that signs notes with Ed25519 (C2SP signed-note v1.0.0, type 0x01).
public struct NoteSigner: Sendable {
    private let secret: SecretKey

    /// A signer under a name.
    public init(name: KeyName, key: Curve25519.Signing.PrivateKey) {
        secret = SecretKey(name: name, algorithm: .ed25519, key: key)
    }

    /// Nil unless the seed, the secret of RFC 8032, has 32 bytes.
    public init?(name: KeyName, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.init(name: name, key: key)
    }

    /// A signer in the form that `secretKey` has.
    ///
    /// - Throws: `badSecretKey`.
    public init(parsing secretKey: String) throws(TransparencyError) {
        secret = try SecretKey(parsing: secretKey, algorithm: .ed25519)
    }

    /// What a verifier needs.
    public var verifierKey: VerifierKey { secret.verifierKey }

    /// The secret, in the form that golang.org/x/mod/sumdb/note reads:
    /// `PRIVATE+KEY+<name>+<8 hex of the key id>+<base64(0x01 || seed)>`.
    public var secretKey: String { secret.text }

    /// A cosigner whose secret follows from this one's, so that whoever keeps this keeps both: HKDF-SHA256 (RFC 5869)
    /// without salt, with `muster cosigner v1`, a line feed and the name as its info. It vouches for no more than this one.
    public func cosigner(named name: KeyName) -> Cosigner {
        guard let cosigner = Cosigner(name: name, seed: secret.derived(for: "muster cosigner v1\n\(name.text)")) else {
            preconditionFailure("any 32 bytes are a seed of Ed25519")
        }
        return cosigner
    }

    /// Signs a text.
    public func sign(_ text: NoteText) -> NoteSignature {
        NoteSignature(name: verifierKey.name, keyID: verifierKey.keyID, content: secret.signature(of: text.bytes))
    }
}
