/// A free text that somebody typed. Who constructs it has brought it to NFC and taken out what can't be seen; the
/// rules check the rest.
///
/// Not NFKC, which would turn the full-width punctuation of every Chinese sentence into ASCII: what a clerk wrote is
/// kept as written, and the search for residents' numbers reads digits of any dress by itself.
///
/// It may hold what must be erasable, so nothing that stays in the log for ever may be computed from it but a
/// salted commitment: encoding a command for its digest leaves texts out.
public struct Text: Hashable, Sendable, Encodable, ExpressibleByStringLiteral {
    /// The characters.
    public var value: String

    /// A text that is already in NFC and has no invisible characters.
    public init(normalised value: String) { self.value = value }

    /// A literal, for tests and for sentences of the product itself.
    public init(stringLiteral value: String) { self.value = value }

    /// Encodes null: a command's digest stays in the log when the text has been erased.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let mark = encoder.userInfo[.textMark] as? String {
            try container.encode(mark + value)
        } else {
            try container.encodeNil()
        }
    }
}

extension CodingUserInfoKey {
    /// A string with which an encoder asks for texts too, each with the string in front.
    package static let textMark: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "muster.textMark") else {
            preconditionFailure("a key is any string")
        }
        return key
    }()
}
