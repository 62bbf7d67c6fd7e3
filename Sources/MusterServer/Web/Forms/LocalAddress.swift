/// An address on this server to which a page may send the reader back.
enum LocalAddress {
    /// The address if it is a path here and nothing else; nil for what a browser could take for another host's.
    ///
    /// `//host`, `/\host` and a tab or line break inside are read by browsers as the beginning of a host's name.
    static func checked(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), text.utf8.count <= 2_000 else { return nil }
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        return bytes.count > 1 && bytes[1] == UInt8(ascii: "/") ? nil : text
    }
}
