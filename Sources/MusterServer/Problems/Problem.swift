package import HTTPTypes
package import MusterText

/// What a request ends with when it can't be answered as it was meant: a stable code, a status and a sentence in both
/// languages. Handlers throw it.
package struct Problem: Error, Sendable {
    /// The stable code; the problem's type is `urn:muster:problem:<code>`.
    package var code: String
    /// The status of the answer.
    package var status: HTTPResponse.Status
    /// What happened and what to do, in Chinese.
    package var zh: String
    /// The same in English.
    package var en: String
    /// Header fields that belong to it, such as `Allow` or `Retry-After`.
    package var headers: HTTPFields
    /// The member of the request's body that it is about, as a JSON pointer without its first slash; nil if it is about
    /// the whole.
    package var member: String?
    /// Members of the body beside those that every problem has; the values are JSON as they stand.
    package var members: [(name: String, json: String)]

    /// A problem with sentences of its own.
    package init(
        _ code: String, status: HTTPResponse.Status, zh: String, en: String, headers: HTTPFields = [:],
        members: [(name: String, json: String)] = []
    ) {
        self.code = code
        self.status = status
        self.zh = zh
        self.en = en
        self.headers = headers
        self.members = members
    }

    /// A problem of the server itself, whose sentence is `problem.<code>`.
    package init(
        _ code: String, status: HTTPResponse.Status, _ values: [String: String] = [:], headers: HTTPFields = [:]
    ) {
        self.init(
            code, status: status, zh: Catalogue.muster.say("problem.\(code)", .zh, values),
            en: Catalogue.muster.say("problem.\(code)", .en, values), headers: headers)
    }

    /// The sentence in a language.
    package func sentence(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

extension Problem {
    /// Nothing is at that path.
    package static var notFound: Problem { Problem("notFound", status: .notFound) }

    /// The path is no path.
    package static var badPath: Problem { Problem("badPath", status: .badRequest) }

    /// The body has more bytes than the route takes.
    package static func tooLarge(limit: Int) -> Problem {
        Problem("contentTooLarge", status: .contentTooLarge, ["limit": "\(limit)"])
    }

    /// Something went wrong inside; what it was stands in the log and nowhere else.
    package static var inside: Problem { Problem("internalError", status: .internalServerError) }
}
