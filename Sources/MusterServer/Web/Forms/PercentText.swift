/// Texts in addresses.
enum PercentText {
    /// Percent-encoded (RFC 3986), as one value of a query or one segment of a path.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += "%" + Hex.text([byte]).uppercased()
            }
        }
        return encoded
    }

    /// `?name=value&…`; empty if every value is nil.
    static func query(_ items: KeyValuePairs<String, String?>) -> String {
        let parts = items.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}
