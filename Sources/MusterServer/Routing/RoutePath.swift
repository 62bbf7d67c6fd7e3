/// A request's path cut into decoded segments; refuses every spelling by which a path says one thing and means another.
enum RoutePath {
    /// The segments of a target's path, percent-decoded; nil for what is no plain path: dot segments, control
    /// characters, or bytes that are no UTF-8. An empty segment is there, and fits no route. A slash in a segment was
    /// an encoded one.
    static func segments(of target: String) -> [String]? {
        var segments: [String] = []
        var bytes: [UInt8] = []
        var isEncoded = false
        let utf8 = target.utf8
        guard utf8.first == UInt8(ascii: "/") else { return nil }
        var index = utf8.index(after: utf8.startIndex)
        func close() -> Bool {
            guard let segment = segment(bytes, isEncoded) else { return false }
            segments.append(segment)
            bytes.removeAll(keepingCapacity: true)
            isEncoded = false
            return true
        }
        loop: while index < utf8.endIndex {
            let byte = utf8[index]
            utf8.formIndex(after: &index)
            switch byte {
            case UInt8(ascii: "?"): break loop
            case UInt8(ascii: "/"): if !close() { return nil }
            case UInt8(ascii: "%"):
                guard let decoded = decoded(utf8, &index) else { return nil }
                bytes.append(decoded)
                isEncoded = true
            case UInt8(ascii: "\\"), UInt8(ascii: "#"), 0...0x20, 0x7F...: return nil
            default: bytes.append(byte)
            }
        }
        // The root has no segments.
        if segments.isEmpty, bytes.isEmpty { return [] }
        return close() ? segments : nil
    }

    private static func decoded(_ utf8: String.UTF8View, _ index: inout String.Index) -> UInt8? {
        var value: UInt8 = 0
        for _ in 0..<2 {
            guard index < utf8.endIndex, let digit = hexDigit(utf8[index]) else { return nil }
            value = value << 4 | digit
            utf8.formIndex(after: &index)
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func segment(_ bytes: [UInt8], _ isEncoded: Bool) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        // Those between encoded slashes as well: something on the way may have taken them for a path's.
        if text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) { return nil }
        guard isEncoded else { return text }
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar != "\\" && !scalar.properties.isDefaultIgnorableCodePoint
                && scalar.properties.generalCategory != .control
        }
        return isPlain ? text : nil
    }
}
