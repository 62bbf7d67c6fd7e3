import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore

/// Turns everything that is thrown into a problem. What went wrong inside goes to the log and to nobody else.
struct Problems: Middleware {
    let logger: Logger

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            return Self.response(to: problem(of: error, context), context)
        }
    }

    private func problem(of error: any Error, _ context: RequestContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let failure as any ProblemConvertible: return failure.problem
        case is CancellationError where context.connection.isGone:
            // Nobody reads this; it is for the log.
            return Problem("clientClosed", status: .init(code: 499), zh: "", en: "")
        case is CancellationError: return Problem("closing", status: .serviceUnavailable)
        case ConnectionFault.bodyTimedOut: return Problem("requestTimeout", status: .requestTimeout)
        case ConnectionFault.bodyCutShort, is ChannelError: return Problem("badRequest", status: .badRequest)
        default:
            logger.error(
                "request.failed",
                metadata: [
                    "request": .string(context.id), "route": .string(context.route?.template ?? "(none)"),
                    "error": .string(String(reflecting: error)),
                ])
            return .inside
        }
    }

    /// The URN by which a problem names its request.
    static func instance(_ id: String) -> String { "urn:muster:request:\(id)" }

    /// A problem as an answer.
    static func response(to problem: Problem, _ context: RequestContext) -> Response {
        var headers = problem.headers
        headers[.contentType] = ProblemBody.mediaType
        headers[.contentLanguage] = context.language.tag
        let bytes = problem.body(context.language, instance: instance(context.id))
        return Response(
            status: problem.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// An error of another part that knows what problem it is.
package protocol ProblemConvertible: Error {
    /// The problem.
    var problem: Problem { get }
}
