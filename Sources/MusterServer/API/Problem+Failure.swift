import HTTPTypes
import MusterAPI

/// A failure of the API is a problem of the server.
extension Failure: ProblemConvertible {
    package var problem: Problem {
        var headers: HTTPFields = [:]
        if httpStatus == 401 { headers[.wwwAuthenticate] = "Bearer realm=\"muster\"" }
        if let seconds = retryAfter ?? (httpStatus == 503 ? 1 : nil) { headers[.retryAfter] = "\(seconds)" }
        var problem = Problem(
            code, status: HTTPResponse.Status(code: httpStatus), zh: zh, en: en, headers: headers)
        problem.member = member
        if let currentRevision { problem.members.append(("currentRevision", "\(currentRevision)")) }
        return problem
    }
}
