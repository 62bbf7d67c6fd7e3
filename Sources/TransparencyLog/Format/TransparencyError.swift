/// Why something of a log was not taken for what it claims to be.
///
/// Two errors are equal when their codes are; the words are for people.
public struct TransparencyError: Error, Sendable {
    /// What is wrong; the raw values are stable and may be stored and compared.
    public enum Code: String, CaseIterable, Sendable {
        /// A note is larger than a mebibyte.
        case noteTooLarge
        /// A note is not UTF-8.
        case noteNotUTF8
        /// A note holds an ASCII control character other than the line feed.
        case noteControlCharacter
        /// A note's text does not end in a line feed, or no empty line and signature follow it.
        case noteIncomplete
        /// A line after a note's text is not of a signature's form.
        case noteSignatureLine
        /// A note has more than 100 signatures.
        case noteTooManySignatures
        /// A key's name is empty or holds a space or a plus sign.
        case badKeyName
        /// A verifier key is not of the form `name+hash+base64`, or of a kind that is not known here.
        case badVerifierKey
        /// A secret key is not of the form `PRIVATE+KEY+name+hash+base64`, or of another kind than was asked for.
        case badSecretKey
        /// A signature that claims to be of a known key is not.
        case signatureInvalid
        /// None of the known keys signed.
        case signatureMissing
        /// Fewer of the known cosigners signed than are wanted.
        case cosignatureMissing
        /// A checkpoint has fewer than three lines, or an empty one.
        case checkpointIncomplete
        /// A checkpoint's size is no decimal number below 2^63 without leading zeros.
        case checkpointSize
        /// A checkpoint's root is not the canonical base64 of 32 bytes, or for size 0 not that of the empty tree.
        case checkpointRoot
        /// A checkpoint is of another log.
        case checkpointOrigin
        /// A proof's file is not of the form `c2sp.org/tlog-proof@v1`.
        case badProofFile
        /// An entry is not in the tree at that index.
        case inclusionFails
        /// A tree does not extend another.
        case consistencyFails
        /// A path is not that of a tile or an entry bundle.
        case badTilePath
        /// A tile has another length than its width says.
        case badTile
        /// An entry bundle's lengths do not add up, or it has another number of entries.
        case badEntryBundle
        /// An entry is longer than 65,535 bytes.
        case entryTooLarge
    }

    /// What is wrong.
    public var code: Code
    /// More about it, in English, for the person who looks into it.
    public var what: String

    /// An error by its code.
    public init(_ code: Code, _ what: String) { (self.code, self.what) = (code, what) }
}

extension TransparencyError: Equatable {
    /// By code alone.
    public static func == (left: Self, right: Self) -> Bool { left.code == right.code }
}

extension TransparencyError: CustomStringConvertible {
    /// The code and the words.
    public var description: String { "\(code.rawValue): \(what)" }
}
