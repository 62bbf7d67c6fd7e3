/// That an entry is in the log, with the entry itself and its texts: all that somebody needs to check both without the
/// ledger.
public struct OpenedProof: Sendable, Codable, Equatable {
    /// The entry's position.
    public var position: UInt64
    /// The content of a `.tlog-proof` file (C2SP tlog-proof): path and signed head.
    public var proof: String
    /// The entry's bytes in base64; their hash is the leaf that is proved.
    public var entry: String
    /// The entry's texts with the salts of their commitments.
    public var words: [OpenedWord]
    /// The fields whose texts were erased: their commitments stand in the entry, and nobody can open them any more.
    public var erased: [String]

    /// All of it.
    public init(position: UInt64, proof: String, entry: String, words: [OpenedWord], erased: [String]) {
        self.position = position
        self.proof = proof
        self.entry = entry
        self.words = words
        self.erased = erased
    }
}

/// A text that stands beside the log, and what opens the entry's commitment to it.
public struct OpenedWord: Sendable, Codable, Equatable {
    /// The field of the event that it fills.
    public var field: String
    /// The text.
    public var text: String
    /// The salt in base64: HMAC-SHA256, keyed by it, over the text's UTF-8 is the entry's commitment.
    public var salt: String

    /// All of it.
    public init(field: String, text: String, salt: String) {
        self.field = field
        self.text = text
        self.salt = salt
    }
}
