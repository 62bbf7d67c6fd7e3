import Foundation
package import MusterDomain

/// A foreign text in the form that the ledger takes: NFC, names in NFKC, nothing invisible, no control characters,
/// residents' numbers masked, and not longer than its field.
///
/// What is clean stays as it is, so a text may be cleaned on both sides of the network: by the programme that reads it,
/// so that no resident's number leaves the machine, and by the district, whoever sends it.
package struct CleanText: Sendable, Equatable {
    /// What is left; empty if nothing is.
    package private(set) var text: String
    /// What was masked in it.
    package private(set) var masked = MaskedNumbers()

    /// A text that is as it should be.
    package init(_ text: String) { self.text = text }

    /// Cleans what another system says.
    package init(_ raw: String, for field: Field) {
        let layout = field.textLayout
        text = Self.trimmed(
            CleanText.isPlain(raw, layout) ? raw : CleanText.normalised(raw, as: layout, foldsWidth: field.isName))
        mask()
        // What is masked does not grow, and a number that is cut in two is one no longer.
        if cut(to: field.textLimit) { mask() }
    }

    /// The text for a command; nil if there is none.
    package var words: Text? { text.isEmpty ? nil : Text(normalised: text) }

    private mutating func mask() {
        let result = PersonalData.masked(text)
        guard !result.findings.isEmpty else { return }
        text = result.text
        masked.add(
            MaskedNumbers(mobiles: result.count(of: .mobileNumber), ids: result.count(of: .residentID))
        )
    }

    /// Cuts off what is too much and says so with three points.
    private mutating func cut(to limit: Int) -> Bool {
        // A scalar has at least one byte.
        guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return false }
        let mark = "..."
        var room = limit - mark.count
        let head = text.prefix { character in
            room -= character.unicodeScalars.count
            return room >= 0
        }
        // A character that has hundreds of marks on it is itself too long.
        text = (head.isEmpty ? String(text.unicodeScalars.prefix(limit - mark.count)) : String(head)) + mark
        return true
    }

    /// Whether the text consists of printable ASCII and the common ideographs alone, as most do: they stay what they
    /// are in NFC, and nobody has to look further.
    private static func isPlain(_ text: String, _ layout: TextRules.Layout) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0x4E00...0x9FFF: true
            case 0x0A: layout == .paragraphs
            default: false
            }
        }
    }

    private static func normalised(_ raw: String, as layout: TextRules.Layout, foldsWidth: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        let lines = TextRules.withoutInvisibleCharacters(raw).replacing("\r\n", with: "\n")
        for scalar in lines.unicodeScalars {
            switch scalar {
            case "\n", "\t": scalars.append(layout == .line ? " " : scalar)
            case "\r", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": scalars.append(" ")
            // Where another program lost a character the sign for an illegible one stands, as in print.
            case "\u{FFFD}": scalars.append("□")
            case _ where isNoncharacter(scalar): scalars.append("□")
            default: scalars.append(scalar)
            }
        }
        let text = String(scalars)
        return foldsWidth ? text.precomposedStringWithCompatibilityMapping : text.precomposedStringWithCanonicalMapping
    }

    /// The text without white space around it.
    package static func trimmed(_ text: String) -> String {
        // Most fields have none, and then nothing is copied.
        guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace else { return text }
        let head = text.drop(while: \.isWhitespace)
        return String(head[..<(head.lastIndex { !$0.isWhitespace }.map(head.index(after:)) ?? head.startIndex)])
    }

    /// As much of a faulty value as a report needs.
    package static func excerpt(_ text: String) -> String {
        let shown = PersonalData.masked(TextRules.withoutInvisibleCharacters(String(text.prefix(80)))).text
        return text.count > 80 ? shown + "..." : shown
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}

extension Field {
    /// Whether it says what something is called: `Ａ局` and `A局` are one unit. Everything else is kept as written.
    fileprivate var isName: Bool { self == .fullName || self == .shortName || self == .category }
}
