/// The header of one part of a form: the field's name, and the file's if it is one (RFC 7578, 4.2).
struct PartHeader: Equatable {
    /// The name of the field.
    let name: String
    /// The name that the file has at the sender's, without folders; nil where the part is no file.
    let fileName: String?

    /// At most so many bytes in all fields together.
    static let largest = 4 * 1024
    /// At most so many fields.
    static let most = 8
    /// A name has at most so many bytes; file systems have no longer ones.
    static let longestName = 1024

    /// Reads the lines between a boundary and the empty line.
    init(_ bytes: ArraySlice<UInt8>) throws(MultipartFault) {
        guard bytes.count <= Self.largest else { throw .headerTooLarge }
        var fields: [String: [UInt8]] = [:]
        for line in try Self.lines(of: bytes) {
            // A line that begins with white space would continue the one before, as mail has it and no browser does.
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy(HeaderReader.isTokenByte),
                line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
            else { throw .badHeader }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            guard fields[name] == nil else { throw .badHeader }
            guard fields.count < Self.most else { throw .headerTooLarge }
            let spaces: Set<UInt8> = [0x20, 0x09]
            fields[name] = Array(line[line.index(after: colon)...].drop { spaces.contains($0) })
        }
        guard let disposition = fields["content-disposition"] else { throw .badName }
        (name, fileName) = try Self.names(in: disposition)
        try Self.check(type: fields["content-type"], encoding: fields["content-transfer-encoding"])
    }

    private static func lines(of bytes: ArraySlice<UInt8>) throws(MultipartFault) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\r")) ?? rest.endIndex
            lines.append(rest[..<end])
            guard lines.count <= most + 1 else { throw .headerTooLarge }
            guard end < rest.endIndex else { break }
            guard rest.index(after: end) < rest.endIndex, rest[rest.index(after: end)] == UInt8(ascii: "\n") else {
                throw .badHeader
            }
            rest = rest[rest.index(end, offsetBy: 2)...]
        }
        return lines
    }

    /// The names in `form-data; name="…"; filename="…"`. `filename*` is not for forms (RFC 7578, 4.2).
    private static func names(in disposition: [UInt8]) throws(MultipartFault) -> (name: String, fileName: String?) {
        var reader = HeaderReader(disposition)
        guard reader.token()?.lowercased() == "form-data" else { throw .badName }
        var values: [String: [UInt8]] = [:]
        while let (name, value) = reader.parameter() {
            guard values[name] == nil, !name.hasSuffix("*"), value.count <= longestName else { throw .badName }
            values[name] = value
        }
        guard reader.isAtEnd, let raw = values["name"], !raw.isEmpty,
            let plain = FormText.unescaped(raw, plusIsSpace: false), let name = text(plain)
        else { throw .badName }
        guard let file = values["filename"] else { return (name, nil) }
        guard let fileName = text(marksUnescaped(file)) else { throw .badName }
        return (name, String(fileName.split(separator: #/[\/\\]/#).last ?? ""))
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        guard let text = FormText.text(of: bytes),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        return text
    }

    /// Browsers escape a quotation mark and line ends in a file's name, and leave its percent signs as they are (HTML,
    /// “multipart/form-data encoding algorithm”), so no other code can be told from the name itself. A name with a line
    /// end is refused further on.
    private static func marksUnescaped(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            let code = String(decoding: rest.prefix(3), as: UTF8.self).uppercased()
            if let mark = ["%22": UInt8(ascii: "\""), "%0D": UInt8(ascii: "\r"), "%0A": UInt8(ascii: "\n")][code] {
                plain.append(mark)
                rest = rest.dropFirst(3)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        return plain
    }

    /// What the sender says of the content counts for nothing but this: parts in parts, other encodings and other
    /// character sets than UTF-8 are not read.
    private static func check(type: [UInt8]?, encoding: [UInt8]?) throws(MultipartFault) {
        if let encoding {
            let word = String(decoding: encoding, as: UTF8.self).trimmed.lowercased()
            guard ["binary", "8bit", "7bit"].contains(word) else { throw .nested }
        }
        guard let type else { return }
        var reader = HeaderReader(type)
        guard let major = reader.token()?.lowercased(), reader.take(UInt8(ascii: "/")), reader.token() != nil else {
            throw .badHeader
        }
        guard major != "multipart", major != "message" else { throw .nested }
        while let (name, value) = reader.parameter() {
            guard name != "charset" || String(decoding: value, as: UTF8.self).lowercased() == "utf-8" else {
                throw .notText
            }
        }
        guard reader.isAtEnd else { throw .badHeader }
    }
}
