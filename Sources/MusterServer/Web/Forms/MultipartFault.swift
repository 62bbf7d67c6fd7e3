/// Why a form with a file was not read.
enum MultipartFault: Error, Equatable, CaseIterable {
    /// No boundary, more than one, or one that RFC 2046 does not allow.
    case boundary
    /// The body does not begin with its first boundary, or goes on behind the last.
    case frame
    /// A part, or the whole, has no end.
    case noEnd
    /// More parts than a form has.
    case tooManyParts
    /// More header fields in a part, or longer ones, than browsers send.
    case headerTooLarge
    /// A header field that is none, or one twice.
    case badHeader
    /// A part that is no field of a form, or whose name or file name cannot be read.
    case badName
    /// A field's name twice.
    case repeated
    /// A part that is made of parts, or is encoded in another way than as plain bytes.
    case nested
    /// A field of text that is not UTF-8, or has the character NUL.
    case notText
    /// A second file.
    case secondFile
    /// More text than is taken.
    case tooLarge
}
