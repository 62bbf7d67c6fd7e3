internal import Crypto

/// What stands for a command id: the first 16 bytes of the SHA-256 of its UTF-8.
///
/// Taken for the identity itself. Two ids with one fingerprint would be as hard to find as a collision of 128 bits,
/// and then a command would be refused as repeated, never lost silently.
public struct CommandFingerprint: Hashable, Comparable, Sendable {
    let high: UInt64
    let low: UInt64

    /// Into how many parts all fingerprints fall.
    public static let parts = 16
    /// Which part it falls into, by its first four bits: the commands of a segment are kept in parts that a commit need
    /// not wait for.
    public var part: Int { Int(high >> 60) }

    init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The fingerprint of a command id. Cost: one SHA-256.
    public init(of commandID: String) {
        let utf8 = Array(commandID.utf8)
        self = unsafe Self(ofUTF8: utf8.span.bytes)
    }

    /// The fingerprint of the command id of that UTF-8. Cost: one SHA-256.
    public init(ofUTF8 commandID: RawSpan) {
        var hash = SHA256()
        unsafe commandID.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        (high, low) = unsafe hash.finalize().withUnsafeBytes { digest in
            (
                UInt64(bigEndian: unsafe digest.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: unsafe digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// Nil unless there are 16 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        (high, low) = (Self.integer(bytes.prefix(8)), Self.integer(bytes.suffix(8)))
    }

    /// Its 16 bytes.
    public var bytes: [UInt8] {
        [high, low].flatMap { part in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: part >> UInt64($0)) }
        }
    }

    /// In the order of their bytes.
    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

    private static func integer(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
