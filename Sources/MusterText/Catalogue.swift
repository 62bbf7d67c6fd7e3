/// One thing Muster says, in both languages.
public struct Sentence: Sendable, Equatable {
    /// The stable name by which code refers to it, such as `UnitKind.street`.
    public var key: String
    /// The Chinese wording, with `{name}` where a value goes.
    public var zh: String
    /// The English wording, with the same placeholders in any order.
    public var en: String

    /// A sentence under its key.
    public init(_ key: String, zh: String, en: String) {
        self.key = key
        self.zh = zh
        self.en = en
    }

    /// The wording in one language.
    public func wording(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

/// Every sentence by its key.
public struct Catalogue: Sendable {
    private let sentences: [String: Sentence]

    /// A catalogue of all sentences of the parts; where a key is there twice the first counts.
    public init(_ parts: [[Sentence]]) {
        sentences = Dictionary(parts.joined().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All that Muster can say.
    public static let muster = Catalogue(Sentences.all)

    /// The sentence with its placeholders filled.
    ///
    /// An unknown key is a programmer's error that must not take down a service that could still do its work: it
    /// shows as `«key»`. A placeholder without a value stays visible. Values are taken as they are: braces in one
    /// are never filled again.
    public func say(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> String {
        guard let sentence = sentences[key] else { return "«\(key)»" }
        return Template(sentence.wording(language)).filled(with: values)
    }

    /// Whether there is a sentence of that key.
    public func knows(_ key: String) -> Bool { sentences[key] != nil }
}
