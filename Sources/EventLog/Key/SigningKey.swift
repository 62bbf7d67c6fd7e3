import Crypto
public import TransparencyLog

/// The key with which a log signs its heads: Ed25519 (RFC 8032), under a name, as C2SP signed-note v1.0.0 has it.
public struct SigningKey: Sendable {
    /// What signs.
    public let signer: NoteSigner
    /// What says when a head was signed: a second key that follows from the first, under the name with `/clock` behind
    /// it. It binds nobody but the operator, who holds both.
    public let clock: Cosigner

    /// A key from 32 secret random bytes; nil if there are not 32, or the code does not fit into a name.
    ///
    /// The origin carries the first 8 hex digits of the public key's SHA-256.
    public init?(seed: [UInt8], districtCode: String) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        let fingerprint = Self.fingerprint(ofPublicKey: Array(key.publicKey.rawRepresentation))
        guard let name = try? KeyName("muster.local/\(districtCode)/\(fingerprint)") else { return nil }
        try? self.init(NoteSigner(name: name, key: key))
    }

    /// A key from 32 secret random bytes under a name that is there already: the origin of a log whose key is changed, or
    /// that of its next epoch. Nil if there are not 32 bytes, or it is no name of a key.
    public init?(seed: [UInt8], name: String) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed), let name = try? KeyName(name)
        else {
            return nil
        }
        try? self.init(NoteSigner(name: name, key: key))
    }

    /// A key in the form that `secretKey` has, whatever its name.
    ///
    /// - Throws: `badSecretKey`.
    public init(parsing secretKey: String) throws(TransparencyError) {
        try self.init(NoteSigner(parsing: secretKey))
    }

    private init(_ signer: NoteSigner) throws(TransparencyError) {
        self.signer = signer
        clock = signer.cosigner(named: try KeyName(signer.verifierKey.name.text + "/clock"))
    }

    private static func fingerprint(ofPublicKey publicKey: [UInt8]) -> String {
        SHA256.hash(data: publicKey).prefix(4).hex
    }

    /// The key's name, which is the log's origin: `muster.local/610113/1a2b3c4d`.
    public var name: String { signer.verifierKey.name.text }

    /// The first 8 hex digits of the public key's SHA-256.
    public var fingerprint: String { Self.fingerprint(ofPublicKey: signer.verifierKey.publicKey) }

    /// `SHA256(name || 0x0A || type || public key)[0:4]`, by which a note says which key signed it.
    public var keyID: [UInt8] { signer.verifierKey.keyID.bytes }

    /// What a verifier needs: `<name>+<8 hex of the key id>+<base64(type || public key)>`.
    public var verifierKey: String { signer.verifierKey.text }

    /// What a verifier needs, of the key and of its clock.
    public var verifierKeys: [VerifierKey] { [signer.verifierKey, clock.verifierKey] }

    /// The secret, in the form that golang.org/x/mod/sumdb/note reads:
    /// `PRIVATE+KEY+<name>+<8 hex of the key id>+<base64(type || seed)>`.
    public var secretKey: String { signer.secretKey }
}
