/// A text with the signatures under it (C2SP signed-note v1.0.0).
public struct SignedNote: Hashable, Sendable {
    /// More signatures no note may have; the specification asks that at least 16 be read.
    public static let mostSignatures = 100
    /// Larger no note may be.
    public static let mostBytes = 1 << 20

    /// The text.
    public let text: NoteText
    /// The signatures, in the order of their lines; at least one.
    public private(set) var signatures: [NoteSignature]

    /// A note under which at least one signature stands.
    public init(_ text: NoteText, signatures: [NoteSignature]) {
        precondition(!signatures.isEmpty && signatures.count <= Self.mostSignatures, "a note has 1 to 100 signatures")
        (self.text, self.signatures) = (text, signatures)
    }

    /// Adds a line under those that there are.
    public mutating func add(_ signature: NoteSignature) {
        precondition(signatures.count < Self.mostSignatures, "a note has 1 to 100 signatures")
        signatures.append(signature)
    }

    /// A note out of its bytes. The signatures are read, not verified.
    ///
    /// - Throws: `noteTooLarge`, `noteNotUTF8`, `noteControlCharacter`, `noteIncomplete`, `noteSignatureLine`,
    ///   `noteTooManySignatures`.
    public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
        guard bytes.count <= Self.mostBytes else {
            throw TransparencyError(.noteTooLarge, "\(bytes.count) bytes")
        }
        let bytes = Array(bytes)
        try NoteText.check(bytes)
        guard let end = Self.endOfText(bytes), end + 1 < bytes.count, bytes.last == 0x0A else {
            throw TransparencyError(.noteIncomplete, "no empty line and signatures follow the text")
        }
        let lines = bytes[(end + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else {
            throw TransparencyError(.noteTooManySignatures, "\(lines.count) signatures")
        }
        text = try NoteText(bytes[..<end])
        signatures = []
        for line in lines { signatures.append(try NoteSignature(line: line)) }
    }

    /// Where the text ends: after the first of the last two line feeds in a row.
    private static func endOfText(_ bytes: [UInt8]) -> Int? {
        for end in stride(from: bytes.count - 1, to: 0, by: -1) where bytes[end] == 0x0A && bytes[end - 1] == 0x0A {
            return end
        }
        return nil
    }

    /// Its bytes; for one that was read the very same.
    public var bytes: [UInt8] {
        var bytes = text.bytes + [0x0A]
        for signature in signatures { bytes += Array(signature.line.utf8) + [0x0A] }
        return bytes
    }

    /// The signatures that known keys made. Lines of unknown keys are passed over.
    ///
    /// - Throws: `signatureInvalid` if a line claims to be of a known key and is not; `signatureMissing` if no line is of
    ///   a known key.
    public func verified(by keys: [VerifierKey]) throws(TransparencyError) -> [VerifiedSignature] {
        var found: [VerifiedSignature] = []
        for signature in signatures {
            let claimed = keys.filter { signature.claims($0) }
            guard !claimed.isEmpty else { continue }
            // Of two keys with one name and id, which can only be made so on purpose, either may have signed.
            guard let verified = claimed.lazy.compactMap({ signature.verified(by: $0, text) }).first else {
                throw TransparencyError(.signatureInvalid, "\(signature.name)+\(signature.keyID.hex)")
            }
            found.append(verified)
        }
        guard !found.isEmpty else { throw TransparencyError(.signatureMissing, "no known key signed") }
        return found
    }
}
