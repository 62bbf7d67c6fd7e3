extension Catalogue {
    /// What can be wrong with a list of sentences; the tests hold that Muster's own has no fault.
    enum Fault: Equatable {
        case repeatedKey(String)
        case emptyWording(key: String, Language)
        case differentPlaceholders(key: String)
    }

    /// Every fault of the parts, in their order.
    static func faults(in parts: [[Sentence]]) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        for sentence in parts.joined() {
            if !seen.insert(sentence.key).inserted { faults.append(.repeatedKey(sentence.key)) }
            for language in Language.allCases
            where sentence.wording(language).allSatisfy(\.isWhitespace) {
                faults.append(.emptyWording(key: sentence.key, language))
            }
            if Template(sentence.zh).placeholders != Template(sentence.en).placeholders {
                faults.append(.differentPlaceholders(key: sentence.key))
            }
        }
        return faults
    }
}
