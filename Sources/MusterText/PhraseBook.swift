/// Phrases of others and how Muster says them.
///
/// A pattern is a text in which `{name}` stands for whatever is there; a line that is the whole pattern becomes the
/// wording with the same names filled in.
struct PhraseBook {
    /// One phrase.
    struct Phrase {
        /// What others say.
        var pattern: String
        /// What Muster says instead.
        var zh: String

        init(_ pattern: String, _ zh: String) {
            self.pattern = pattern
            self.zh = zh
        }
    }

    /// The phrases; the first that fits counts, so the longer of two stands in front.
    var phrases: [Phrase]

    /// The line as Muster says it; nil if no pattern fits.
    func wording(for line: String) -> String? {
        for phrase in phrases {
            if let values = Self.values(in: line, of: phrase.pattern) {
                return Template(phrase.zh).filled(with: values)
            }
        }
        return nil
    }

    /// What stands at the places of a pattern that is the whole line.
    private static func values(in line: String, of pattern: String) -> [String: String]? {
        var values: [String: String] = [:]
        var rest = line[...]
        var open: Substring?
        let pieces = Template(pattern).pieces
        for (number, piece) in pieces.enumerated() {
            switch piece {
            case .placeholder(let name): open = name
            case .text(let text):
                let isLast = number == pieces.count - 1
                let place =
                    open == nil ? rest.range(at: text) : isLast ? rest.range(to: text) : rest.firstRange(of: text)
                guard let place else { return nil }
                if let name = open { values[String(name)] = String(rest[..<place.lowerBound]) }
                open = nil
                rest = rest[place.upperBound...]
            }
        }
        if let open {
            values[String(open)] = String(rest)
        } else if !rest.isEmpty {
            return nil
        }
        return values
    }
}

extension Substring {
    /// Where a text is if this begins with it.
    fileprivate func range(at text: Substring) -> Range<Index>? {
        hasPrefix(text) ? startIndex..<index(startIndex, offsetBy: text.count) : nil
    }

    /// Where a text is if this ends with it.
    fileprivate func range(to text: Substring) -> Range<Index>? {
        hasSuffix(text) ? index(endIndex, offsetBy: -text.count)..<endIndex : nil
    }
}
