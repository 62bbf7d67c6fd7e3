/// Why a text cannot be taken; places are in characters from the beginning of the text, from 0.
public enum TextFault: Error, Equatable, Sendable {
    /// Nothing is left when spaces and invisible characters are taken off.
    case empty
    /// It has more Unicode scalars than the field may hold.
    case tooLong(limit: Int, count: Int)
    /// A control character or a line break where none may stand.
    case controlCharacter(Unicode.Scalar, at: Int)
    /// A noncharacter, or U+FFFD, which stands where bytes were no UTF-8 or a surrogate had lost its partner.
    case invalidScalar(Unicode.Scalar, at: Int)
    /// A character that cannot be seen or that turns the direction of those around it.
    case invisibleCharacter(Unicode.Scalar, at: Int)
}

/// What holds for every free text.
public enum TextRules {
    /// How a field is laid out.
    public enum Layout: Sendable {
        /// One line: a title, a place.
        case line
        /// Line feeds and tabs may stand in it.
        case paragraphs
    }

    /// The first thing wrong with the text, or nil.
    ///
    /// The limit counts Unicode scalars: a Chinese character is one, and unlike graphemes their number neither
    /// depends on the version of Unicode nor lets one character grow without bound. Private use characters pass,
    /// because rare characters in names of places are still written with them.
    public static func fault(in text: String, limit: Int, layout: Layout) -> TextFault? {
        if let count = countIfCommon(text) { return count <= limit ? nil : .tooLong(limit: limit, count: count) }
        if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || isInvisible($0) }) { return .empty }
        let count = text.unicodeScalars.count
        guard count <= limit else { return .tooLong(limit: limit, count: count) }
        for (offset, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                if isControl(scalar), layout == .line || scalar != "\n" && scalar != "\t" {
                    return .controlCharacter(scalar, at: offset)
                }
                if isInvalid(scalar) { return .invalidScalar(scalar, at: offset) }
                if isInvisible(scalar) { return .invisibleCharacter(scalar, at: offset) }
            }
        }
        return nil
    }

    /// How many scalars a text has that is made of Chinese characters, their punctuation and visible ASCII, as nearly
    /// all are; nil if it has others or nothing that can be seen.
    private static func countIfCommon(_ text: String) -> Int? {
        var count = 0
        var hasVisible = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3400..<0xD800, 0x21...0x7E, 0x3001...0x303F, 0xFF01...0xFF5E: hasVisible = true
            case 0x20: break
            default: return nil
            }
            count += 1
        }
        return hasVisible ? count : nil
    }

    /// The bytes as text, or nil if they are not UTF-8: nothing is repaired in silence.
    public static func text(utf8 bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

    /// The text without zero-width characters and bidi controls.
    ///
    /// Emoji made of several fall apart into their parts, since the joiner between them is such a character.
    public static func withoutInvisibleCharacters(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.lazy.filter { !isInvisible($0) })
        return String(visible)
    }

    /// Whether the scalar draws nothing, or only turns the direction of others.
    ///
    /// A fixed list, so that the same text is judged alike by every version of Unicode. Variation selectors are not
    /// on it: they choose the form of an ideograph or an emoji.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C: true  // soft hyphen, grapheme joiner, Arabic letter mark
        case 0x115F, 0x1160, 0x3164, 0xFFA0: true  // Hangul fillers
        case 0x17B4, 0x17B5, 0x180B...0x180F: true  // Khmer vowels without form, Mongolian selectors and separator
        case 0x200B...0x200F, 0x202A...0x202E: true  // zero-width space and joiners, marks, embeddings and overrides
        case 0x2060...0x206F: true  // word joiner, invisible operators, isolates, deprecated controls
        case 0xFEFF, 0xFFF9...0xFFFB: true  // byte order mark, interlinear annotation
        case 0x1D173...0x1D17A, 0xE0000...0xE007F: true  // musical controls, tags
        default: false
        }
    }

    /// C0, DEL and C1, and the two separators that break a line without being controls.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isInvalid(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{FFFD}" || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}
