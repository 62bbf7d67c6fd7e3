import MusterAPI
import MusterText

/// What a page says of a failure. Its usual sentence also tells which command to type; on a page nobody types one.
enum PageSentence {
    /// The sentence of a failure for a reader of pages.
    static func of(_ failure: Failure, _ language: Language) -> String {
        let key = "web.refusal.\(failure.code)"
        if Catalogue.muster.knows(key) { return Catalogue.muster.say(key, language) }
        let usual = withoutCommands(failure.sentence(language))
        guard Catalogue.muster.knows(key + ".more") else { return usual }
        return usual + (language == .en ? " " : "") + Catalogue.muster.say(key + ".more", language)
    }

    /// A text without those of its sentences that name a command or an option; all of it if nothing else would be left.
    static func withoutCommands(_ text: String) -> String {
        let kept = sentences(of: text).filter { !$0.contains("muster ") && !$0.contains("--") }
        let rest = kept.joined().trimmed
        return rest.isEmpty ? text : rest
    }

    /// The sentences of a text, each with what ends it. A point ends one only before a space or at the end.
    private static func sentences(of text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        for index in text.indices {
            let next = text.index(after: index)
            let isEnd: Bool =
                switch text[index] {
                case "。", "？", "！": true
                case ".", "?", "!": next == text.endIndex || text[next] == " "
                default: false
                }
            guard isEnd else { continue }
            sentences.append(text[start..<next])
            start = next
        }
        if start < text.endIndex { sentences.append(text[start...]) }
        return sentences
    }
}
