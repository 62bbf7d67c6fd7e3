/// A signature of a known key that is right.
public struct VerifiedSignature: Hashable, Sendable {
    /// Whose.
    public let key: VerifierKey
    /// For a cosignature when it was made, by the cosigner's clock: POSIX seconds.
    public let time: UInt64?
}

extension NoteSignature {
    /// Its time, if the key signed the text with it; nil if not. The time is nil for plain Ed25519.
    func verified(by key: VerifierKey, _ text: NoteText) -> VerifiedSignature? {
        switch key.algorithm {
        case .ed25519:
            guard content.count == 64, key.verifies(content, of: text.bytes) else { return nil }
            return VerifiedSignature(key: key, time: nil)
        case .cosignatureV1:
            guard let (time, signature) = Cosignature.parse(content),
                key.verifies(signature, of: Cosignature.message(text, time: time))
            else { return nil }
            return VerifiedSignature(key: key, time: time)
        }
    }
}
