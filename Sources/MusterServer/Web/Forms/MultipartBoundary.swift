/// The line that stands between the parts of a `multipart/form-data` body (RFC 2046, 5.1.1).
struct MultipartBoundary: Equatable {
    /// The media type of forms with files.
    static let media = "multipart/form-data"
    /// At most so many characters (RFC 2046).
    static let longest = 70

    /// The boundary without the hyphens before it.
    let bytes: [UInt8]

    /// The boundary that a `Content-Type` names. Its grammar is RFC 9110, 8.3.1: parameters as tokens or in quotes.
    init(contentType: String) throws(MultipartFault) {
        var reader = HeaderReader(Array(contentType.utf8))
        guard reader.token()?.lowercased() == "multipart", reader.take(UInt8(ascii: "/")),
            reader.token()?.lowercased() == "form-data"
        else { throw .boundary }
        var found: [UInt8]?
        while let parameter = reader.parameter() {
            guard parameter.name == "boundary" else { continue }
            guard found == nil else { throw .boundary }
            found = parameter.value
        }
        guard reader.isAtEnd, let found, (1...Self.longest).contains(found.count), found.allSatisfy(Self.isAllowed),
            found.last != UInt8(ascii: " ")
        else { throw .boundary }
        bytes = found
    }

    /// `bchars` of RFC 2046.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
