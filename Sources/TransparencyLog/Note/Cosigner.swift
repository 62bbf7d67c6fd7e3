public import Crypto

/// A key that states when it saw a checkpoint (C2SP tlog-cosignature v1.0.1, type 0x04).
///
/// The statement does not name who makes it, so a cosigner's key must be nobody else's.
public struct Cosigner: Sendable {
    private let secret: SecretKey

    /// A cosigner under a name.
    public init(name: KeyName, key: Curve25519.Signing.PrivateKey) {
        secret = SecretKey(name: name, algorithm: .cosignatureV1, key: key)
    }

    /// Nil unless the seed, the secret of RFC 8032, has 32 bytes.
    public init?(name: KeyName, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.init(name: name, key: key)
    }

    /// A cosigner in the form that `secretKey` has.
    ///
    /// - Throws: `badSecretKey`.
    public init(parsing secretKey: String) throws(TransparencyError) {
        secret = try SecretKey(parsing: secretKey, algorithm: .cosignatureV1)
    }

    /// What a verifier needs.
    public var verifierKey: VerifierKey { secret.verifierKey }

    /// The secret, in a note signer's form with the byte 0x04 before the seed.
    public var secretKey: String { secret.text }

    /// States that the checkpoint was the largest seen by `time`, in POSIX seconds, which must be below 2^63.
    public func cosign(_ checkpoint: Checkpoint, time: UInt64) -> NoteSignature {
        precondition(time <= UInt64(Int64.max), "a cosignature's time is below 2^63 seconds")
        let signature = secret.signature(of: Cosignature.message(checkpoint.text, time: time))
        return NoteSignature(
            name: verifierKey.name, keyID: verifierKey.keyID, content: BigEndian.bytes(of: time) + signature
        )
    }
}
