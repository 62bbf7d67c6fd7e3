import HTTPTypes
import MusterAPI
import MusterText

extension Problem {
    /// A failure of the API as the server answers it.
    init(_ failure: Failure, _ language: Language) {
        var headers: HTTPFields = [:]
        if failure.httpStatus == 401 { headers[.wwwAuthenticate] = "Bearer realm=\"muster\"" }
        if failure.httpStatus == 503 { headers[.retryAfter] = "\(failure.retryAfter ?? 1)" }
        var members: [(name: String, json: String)] = []
        if let member = failure.member {
            let error: JSONValue = [
                "pointer": .string("#/" + member), "code": .string(failure.code),
                "detail": .string(failure.sentence(language)),
            ]
            members.append(("errors", JSONValue.array([error]).line))
        }
        if let revision = failure.currentRevision { members.append(("currentRevision", "\(revision)")) }
        self.init(
            failure.code, status: HTTPResponse.Status(code: failure.httpStatus), zh: failure.zh, en: failure.en,
            headers: headers, members: members)
    }
}
