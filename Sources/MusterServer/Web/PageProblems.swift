import HTTPTypes
import HummingbirdCore
import MusterText

/// Shows a problem as a page to whoever asks for pages: an address that is not there, a body that is too long, too
/// many tries. The API's clients get problem+json as ever.
struct PageProblems: Middleware {
    /// The moment.
    let now: @Sendable () -> Moment

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        let response = try await next(request, context)
        guard response.headers[.contentType] == ProblemBody.mediaType, Self.wantsPage(request, context) else {
            return response
        }
        let asked = WebRequest(
            target: request.head.path ?? "/", headers: request.headers, host: request.head.authority,
            clientAddress: context.client, requestID: context.id)
        let wait = response.headers[.retryAfter].flatMap { Int($0) }
        let page = WebPages.errorPage(
            status: response.status.code, retryAfter: wait, asked, frame: WebPages.frame(asked, now: now()))
        var shown = Response(page)
        // What the problem says besides, such as `Allow` or `RateLimit`, holds for its page too.
        for field in response.headers where shown.headers[field.name] == nil && field.name != .contentLength {
            shown.headers.append(field)
        }
        return request.method == .head ? shown.createHeadResponse() : shown
    }

    /// Whether a browser asks, for a page or for an address that nothing has; what answers with data says its problems
    /// as data.
    private static func wantsPage(_ request: Request, _ context: RequestContext) -> Bool {
        if let route = context.route, !route.produces.contains("text/html") { return false }
        let path = request.head.path ?? ""
        guard !path.hasPrefix("/v1/"), path != "/v1" else { return false }
        return request.headers[.accept]?.contains("text/html") == true
    }
}
