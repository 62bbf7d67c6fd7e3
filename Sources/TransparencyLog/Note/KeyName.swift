/// The name of a key that signs notes (C2SP signed-note v1.0.0): not empty, without spaces and plus signs; for a log by
/// custom its origin.
///
/// Two names are the same when their bytes are, not when they look alike.
public struct KeyName: Sendable {
    /// The name.
    public let text: String

    /// A name.
    ///
    /// - Throws: `badKeyName` if it is empty or holds a space of Unicode, a control character or a plus sign.
    public init(_ text: String) throws(TransparencyError) {
        let fits = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && scalar != "+" && scalar.value >= 0x20
        }
        guard fits, !text.isEmpty else { throw TransparencyError(.badKeyName, text) }
        self.text = text
    }
}

extension KeyName: Hashable {
    /// Byte for byte; a string's own equality takes different spellings of a character as the same.
    public static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    /// Over the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension KeyName: CustomStringConvertible {
    /// The name.
    public var description: String { text }
}
