public import MusterText

/// A failure as HTTP says it: RFC 9457 `application/problem+json`.
public struct Problem: Sendable, Equatable, Codable {
    /// The media type.
    public static let mediaType = "application/problem+json"
    /// What the types of problems begin with; the failure's code follows.
    public static let typePrefix = "urn:muster:problem:"

    /// The class of the failure: ``typePrefix`` and its code.
    public var type: String
    /// The code in words.
    public var title: String
    /// The status of HTTP.
    public var status: Int
    /// The sentence in the language of the request.
    public var detail: String
    /// The request: `urn:muster:request:<id>`.
    public var instance: String?
    /// The stable code.
    public var code: String
    /// The sentence in Chinese.
    public var zh: String
    /// The sentence in English.
    public var en: String
    /// Which members of the body are meant.
    public var errors: [Member]?
    /// The whistle's revision now, where the caller's is stale.
    public var currentRevision: Int?

    /// What is wrong with one member of the body.
    public struct Member: Sendable, Equatable, Codable {
        /// A JSON pointer (RFC 6901) into the body, as a fragment: `#/reason`.
        public var pointer: String
        /// The stable code.
        public var code: String
        /// The sentence in the language of the request.
        public var detail: String
    }

    /// A failure for a caller who reads a language.
    public init(_ failure: Failure, language: Language, requestID: String?) {
        type = Self.typePrefix + failure.code
        title = Self.title(of: failure.code)
        status = failure.httpStatus
        detail = failure.sentence(language)
        instance = requestID.map { "urn:muster:request:\($0)" }
        code = failure.code
        zh = failure.zh
        en = failure.en
        errors = failure.member.map {
            [Member(pointer: "#/\($0)", code: failure.code, detail: failure.sentence(language))]
        }
        currentRevision = failure.currentRevision
    }

    /// `unknownWhistle` as `Unknown whistle`.
    private static func title(of code: String) -> String {
        var words = ""
        for (index, letter) in code.enumerated() {
            if index == 0 {
                words += letter.uppercased()
            } else {
                words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
            }
        }
        return words
    }

    /// The failure that the server said.
    public var failure: Failure {
        // HTTP counts it to the requests that are well-formed and can't be carried out; it is in the way of another.
        let kind = code == "commandReused" ? .conflict : ExitStatus(httpStatus: status)
        var failure = Failure(code: code, status: kind, zh: zh, en: en)
        failure.member = errors?.first.map { String($0.pointer.dropFirst(2)) }
        failure.currentRevision = currentRevision
        return failure
    }
}

extension Failure {
    /// The status of HTTP (RFC 9110, and RFC 6585 for 429).
    public var httpStatus: Int {
        switch code {
        case "unauthenticated": 401
        case "methodNotAllowed": 405
        case "notAcceptable": 406
        case "requestTimeout": 408
        case "staleRevision": 412
        case "bodyTooLarge": 413
        case "wrongMediaType": 415
        case "headersTooLarge": 431
        case "tooManyRequests": 429
        // The request is well-formed and its id is taken by another one.
        case "commandReused": 422
        case "internal", "damaged", "fileDamaged", "foreignErasure", "malformed", "closed", "readOnly": 500
        case "outcomeUnknown", "erasureUnfinished", "logInUse", "noSpace", "io", "unavailable", "stopping", "abandoned":
            503
        default:
            switch status {
            case .failure: 422
            case .notFound: 404
            case .notAllowed: 403
            case .conflict: 409
            case .unreachable: 503
            case .usage: 400
            }
        }
    }
}

extension ExitStatus {
    /// The kind of failure that a status of HTTP means.
    public init(httpStatus: Int) {
        switch httpStatus {
        case 401, 403: self = .notAllowed
        case 404, 410: self = .notFound
        case 409, 412: self = .conflict
        case 422, 429, 500, 503: self = .failure
        case 400..<500: self = .usage
        default: self = .failure
        }
    }
}
