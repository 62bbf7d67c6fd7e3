/// How many columns of a terminal a text takes.
///
/// Counted by grapheme and Unicode's East Asian Width: wide and fullwidth take two columns, combining and other
/// invisible scalars none, emoji two. Ambiguous width (`“`, `…`, `·`) counts as one, as terminals do unless told
/// otherwise. Control characters take none: a text that holds them is not for one line of a terminal.
public func displayWidth(_ text: String) -> Int {
    // Most of what is measured is codes and numbers.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + $1.displayWidth }
}

extension Character {
    /// The columns it takes: those of its widest scalar, since the others are drawn over that one.
    var displayWidth: Int {
        var width = 0
        var isEmoji = false
        for scalar in unicodeScalars {
            if scalar == "\u{FE0F}", isEmoji { return 2 }
            width = max(width, scalar.displayWidth)
            isEmoji = isEmoji || scalar.properties.isEmoji
        }
        return width
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        // The later parts of a Hangul syllable written as conjoining jamo.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: return WideScalars.contains(self) ? 2 : 1
        }
    }
}

extension String {
    /// The text itself if it fits, otherwise as many whole graphemes as fit before an `…`.
    public func truncated(to columns: Int) -> String {
        guard displayWidth(self) > columns else { return self }
        guard columns > 0 else { return "" }
        var width = 1  // of the ellipsis
        let kept = prefix { character in
            width += character.displayWidth
            return width <= columns
        }
        return kept + "…"
    }

    /// The text with spaces after it, or before it when `alignment` is right, up to that many columns.
    ///
    /// A text that is wider stays as it is.
    public func padded(to columns: Int, alignment: Alignment = .left) -> String {
        let spaces = String(repeating: " ", count: max(0, columns - displayWidth(self)))
        return alignment == .left ? self + spaces : spaces + self
    }

    /// The text as one line that cannot disturb the lines around it: control characters and line breaks become
    /// spaces, and the bidi controls, which reorder what stands beside them, go.
    var asOneLine: String {
        var line = ""
        // By scalars, so that CR LF, which is one grapheme, cannot slip through.
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: line.unicodeScalars.append(" ")
            case .format where scalar.properties.isBidiControl: continue
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}

/// On which side of its column a text stands.
public enum Alignment: Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
}
