import HummingbirdCore

/// One step around the answering of every request.
protocol Middleware: Sendable {
    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response
}

extension Middleware {
    /// The step with what is inside it.
    func around(_ next: @escaping Route.Handler) -> Route.Handler {
        { request, context in try await respond(to: request, context, next: next) }
    }
}
