/// The text of a form's field, however the form was sent.
enum FormText {
    /// Bytes as text with line ends of one kind; nil if they are not UTF-8 or have the character NUL.
    ///
    /// Browsers send the line ends of a text area as CR LF; they become LF.
    static func text(of bytes: some Collection<UInt8>) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else { return nil }
        // CR LF is one Character, so the line ends are made alike scalar by scalar.
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        var alike = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                alike.append("\n")
            } else if scalar != "\n" || !followsReturn {
                alike.append(scalar)
            }
            followsReturn = scalar == "\r"
        }
        return String(alike)
    }

    /// Bytes without their percent codes; nil if a percent sign does not begin one of two hex digits.
    /// - Parameter spaces: Whether a plus sign stands for a space.
    static func unescaped(_ bytes: some Collection<UInt8>, plusIsSpace spaces: Bool) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+") where spaces: plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
