public import MusterText

/// Why something could not be done: a stable code, a sentence in both languages, and what kind of failure it is.
///
/// The same value is printed by the command line, sent as problem+json and read back by the client, so the three never
/// say different things.
public struct Failure: Error, Sendable, Equatable {
    /// The stable code: a rule's, a store's, or one of the front ends' own.
    public var code: String
    /// The kind of failure.
    public var status: ExitStatus
    /// The sentence in Chinese.
    public var zh: String
    /// The sentence in English.
    public var en: String
    /// The member of the request that it is about; nil if it is about the whole.
    public var member: String?
    /// The whistle's revision now, where the caller's is stale.
    public var currentRevision: Int?
    /// After how many seconds it is worth trying again.
    public var retryAfter: Int?

    /// A failure whose sentence stands in the catalogue under `error.<code>`, or under a key of its own.
    public init(
        _ code: String, status: ExitStatus = .failure, _ values: [String: String] = [:], key: String? = nil,
        member: String? = nil
    ) {
        self.init(code, status: status, key: key ?? "error.\(code)", member: member) { _ in values }
    }

    /// The same with values that differ by language.
    public init(
        _ code: String, status: ExitStatus, key: String, member: String? = nil,
        values: (Language) -> [String: String]
    ) {
        self.init(
            code: code, status: status, zh: Catalogue.muster.say(key, .zh, values(.zh)),
            en: Catalogue.muster.say(key, .en, values(.en)))
        self.member = member
    }

    /// A failure by its parts, as another process said it.
    public init(code: String, status: ExitStatus, zh: String, en: String) {
        self.code = code
        self.status = status
        self.zh = zh
        self.en = en
    }

    /// The sentence in a language.
    public func sentence(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// The same failure about a member of the request, if it names none yet.
    public func about(_ member: String) -> Failure {
        var failure = self
        failure.member = failure.member ?? member
        return failure
    }
}

extension Failure {
    /// What the parser could not make of the arguments.
    public init(usage message: String) {
        self.init("usage", status: .usage, key: "error.usage") {
            ["message": $0 == .zh ? ParserWords.inChinese(message) : message]
        }
    }
}
