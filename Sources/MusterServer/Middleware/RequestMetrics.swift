import HTTPTypes
import HummingbirdCore

/// Times every request by its route.
struct RequestMetrics: Middleware {
    let metrics: ServerMetrics
    let clock: ServerClock

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        let response = try await next(request, context)
        metrics.answered(
            route: context.route?.template, method: request.method.rawValue, status: response.status.code,
            nanoseconds: Int(clock.nanoseconds() - context.began))
        return response
    }
}
