/// How a line of a note is signed; the raw value is the byte that stands before the public key.
public enum SignatureAlgorithm: UInt8, CaseIterable, Sendable {
    /// Ed25519 (RFC 8032) over the text (C2SP signed-note v1.0.0).
    case ed25519 = 0x01
    /// Ed25519 over the time and the text of a checkpoint (C2SP tlog-cosignature v1.0.1).
    case cosignatureV1 = 0x04
}
