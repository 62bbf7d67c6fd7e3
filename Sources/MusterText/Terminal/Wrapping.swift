extension String {
    /// The text in lines of at most `columns` display columns.
    ///
    /// Lines break at spaces and between Chinese characters, but not before closing punctuation nor after opening
    /// punctuation; Latin words and numbers stay whole. What is longer than a line by itself, such as an address of
    /// the web, is cut between graphemes. Line breaks in the text are kept; spaces at a break go. Only a single
    /// grapheme that is wider than `columns` makes a line too wide.
    public func wrapped(to columns: Int) -> [String] {
        split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap(paragraph: $0, to: columns) }
    }
}

private func wrap(paragraph: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    var spaces = ""
    for chunk in unbreakableChunks(of: paragraph) {
        if chunk.allSatisfy(\.isBreakingSpace) {
            // Spaces in front of a paragraph are its indentation; everywhere else they wait for what follows.
            spaces += chunk
            continue
        }
        let chunkWidth = displayWidth(String(chunk))
        let spaceWidth = displayWidth(spaces)
        if width + spaceWidth + chunkWidth <= columns {
            line += spaces + chunk
            width += spaceWidth + chunkWidth
        } else {
            if !line.isEmpty { lines.append(line) }
            (line, width) = ("", 0)
            for character in chunk {
                let characterWidth = character.displayWidth
                if width + characterWidth > columns, !line.isEmpty {
                    lines.append(line)
                    (line, width) = ("", 0)
                }
                line.append(character)
                width += characterWidth
            }
        }
        spaces = ""
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
}

/// The paragraph cut wherever a line may break; runs of spaces are pieces of their own.
private func unbreakableChunks(of paragraph: Substring) -> [Substring] {
    var chunks: [Substring] = []
    var start = paragraph.startIndex
    var previous: Character?
    for index in paragraph.indices {
        let character = paragraph[index]
        if let previous, mayBreak(between: previous, and: character) {
            chunks.append(paragraph[start..<index])
            start = index
        }
        previous = character
    }
    if start < paragraph.endIndex { chunks.append(paragraph[start...]) }
    return chunks
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
    if left.isBreakingSpace || right.isBreakingSpace { return left.isBreakingSpace != right.isBreakingSpace }
    if closing.contains(right) || opening.contains(left) { return false }
    return left.displayWidth == 2 || right.displayWidth == 2
}

/// What may not begin a line (避头), in both widths; the dash and the ellipsis are here because they come in pairs.
private let closing = Set("，。、；：！？）》」』】〉〕］｝”’…—～·％℃,.;:!?)]}%")
/// What may not end a line (避尾).
private let opening = Set("（《「『【〈〔［｛“‘￥¥([{")

extension Character {
    /// A space at which a line may break; the no-break space is not one.
    fileprivate var isBreakingSpace: Bool { self == " " || self == "\t" || self == "\u{3000}" }
}
