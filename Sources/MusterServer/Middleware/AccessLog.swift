import HTTPTypes
import HummingbirdCore
import Logging

/// One log line for each request. It names no path, no query, no body, no address and no token: what a request was about
/// stands in the ledger, and only there.
struct AccessLog: Middleware {
    let logger: Logger
    let clock: ServerClock

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        let response = try await next(request, context)
        guard logger.logLevel <= .info else { return response }
        let microseconds = (clock.nanoseconds() - context.began) / 1_000
        var metadata: Logger.Metadata = [
            "request": .string(context.id),
            "method": .string(request.method.rawValue),
            "route": .string(context.route?.template ?? "(none)"),
            "status": .stringConvertible(response.status.code),
            "microseconds": .stringConvertible(microseconds),
        ]
        if let length = response.body.contentLength { metadata["bytes"] = .stringConvertible(length) }
        if let district = context.district { metadata["district"] = .string(district) }
        if let token = context.token { metadata["token"] = .string(token) }
        logger.info("request", metadata: metadata)
        return response
    }
}
