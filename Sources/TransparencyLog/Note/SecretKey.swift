import Crypto

/// An Ed25519 key under a name, for one algorithm: what signers have in common.
struct SecretKey: Sendable {
    let verifierKey: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    init(name: KeyName, algorithm: SignatureAlgorithm, key: Curve25519.Signing.PrivateKey) {
        let publicKey = Array(key.publicKey.rawRepresentation)
        guard let verifierKey = VerifierKey(name: name, algorithm: algorithm, publicKey: publicKey) else {
            preconditionFailure("a secret key's public key is one")
        }
        (self.verifierKey, self.key) = (verifierKey, key)
    }

    init(parsing text: String, algorithm: SignatureAlgorithm) throws(TransparencyError) {
        // The text is a secret, so it is no part of the error.
        let error = TransparencyError(.badSecretKey, "it is no secret key, or of another algorithm")
        guard text.utf8.starts(with: KeyText.secretPrefix.utf8),
            let parts = KeyText.parse(text.dropFirst(KeyText.secretPrefix.count)), parts.algorithm == algorithm,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: parts.key)
        else { throw error }
        self.init(name: parts.name, algorithm: algorithm, key: key)
        guard verifierKey.keyID.hex == parts.hex else { throw error }
    }

    /// `PRIVATE+KEY+<name>+<8 hex of the key id>+<base64(algorithm || seed)>`.
    var text: String {
        let seed = Array(key.rawRepresentation)
        return KeyText.secretPrefix
            + KeyText.encode(verifierKey.name, verifierKey.keyID, verifierKey.algorithm, seed)
    }

    /// 32 bytes that follow from the secret for one purpose and tell nothing about it: HKDF-SHA256 (RFC 5869).
    func derived(for purpose: String) -> [UInt8] {
        let secret = SymmetricKey(data: key.rawRepresentation)
        let derived = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array(purpose.utf8), outputByteCount: 32)
        return unsafe derived.withUnsafeBytes { unsafe Array($0) }
    }

    func signature(of message: [UInt8]) -> [UInt8] {
        do {
            return Array(try key.signature(for: message))
        } catch {
            preconditionFailure("Ed25519 signs any message: \(error)")
        }
    }
}
