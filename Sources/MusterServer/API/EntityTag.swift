import MusterAPI

/// Entity tags (RFC 9110 §8.8.3): here always a whistle's revision in quotes.
enum EntityTag {
    /// Whether a list of tags, or `*`, names a tag. Weak ones never match.
    static func list(_ text: String, has tag: String) -> Bool {
        let tags = text.split(separator: ",").map { trimmed($0) }
        return tags.contains("*") || tags.contains(tag)
    }

    /// The revision that `If-Match` names; nil for `*`, which any revision matches.
    static func revision(ifMatch text: String) throws(Failure) -> Int? {
        let tag = trimmed(text[...])
        if tag == "*" { return nil }
        let digits = tag.dropFirst().dropLast()
        guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\""),
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let revision = Int(digits)
        else { throw Failure("badIfMatch", status: .usage, ["text": text]) }
        return revision
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
