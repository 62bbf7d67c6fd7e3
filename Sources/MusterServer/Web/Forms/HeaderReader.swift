/// Reads the value of a header field from its beginning: tokens and parameters (RFC 9110, 5.6).
struct HeaderReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Whether nothing is left but white space.
    var isAtEnd: Bool { rest.allSatisfy(Self.isSpace) }

    /// Takes one byte if it is the next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A token; nil if none begins here.
    mutating func token() -> String? {
        let token = rest.prefix(while: Self.isTokenByte)
        guard !token.isEmpty else { return nil }
        rest = rest.dropFirst(token.count)
        return String(decoding: token, as: UTF8.self)
    }

    /// `; name=value` or `; name="value"`, the name in lower case; nil if no whole one begins here.
    mutating func parameter() -> (name: String, value: [UInt8])? {
        let start = rest
        if let parameter = wholeParameter() { return parameter }
        rest = start
        return nil
    }

    private mutating func wholeParameter() -> (name: String, value: [UInt8])? {
        rest = rest.drop(while: Self.isSpace)
        guard take(UInt8(ascii: ";")) else { return nil }
        rest = rest.drop(while: Self.isSpace)
        guard let name = token()?.lowercased(), take(UInt8(ascii: "=")) else { return nil }
        guard take(UInt8(ascii: "\"")) else { return token().map { (name, Array($0.utf8)) } }
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return (name, value)
            // Browsers send a backslash of a file's name as it is, other programs one before a quotation mark.
            case UInt8(ascii: "\\") where rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "\\"):
                value.append(rest.removeFirst())
            default: value.append(byte)
            }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// `tchar` of RFC 9110.
    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
