import HTTPTypes
import HummingbirdCore
import NIOCore

/// The innermost step: from what the path and method ask for to the route's handler.
struct Dispatch {
    let table: RouteTable
    let isMetricsPublic: Bool

    /// Answers a request, or throws a problem.
    var handler: Route.Handler {
        { request, context in
            if request.method == .options, request.head.path == "*" { return Self.options(["GET", "HEAD", "OPTIONS"]) }
            switch context.match {
            case .badPath: throw Problem.badPath
            case .nothing: throw Problem.notFound
            case .otherMethod(let allowed):
                let names = allowed.map(\.rawValue).sorted()
                if request.method == .options { return Self.options(names) }
                throw Problem(
                    "methodNotAllowed", status: .methodNotAllowed, ["allowed": names.joined(separator: ", ")],
                    headers: [.allow: names.joined(separator: ", ")])
            case .route(let index, _):
                let route = table.routes[index]
                try check(request, context, route)
                return try await route.handler(request, context)
            }
        }
    }

    private static func options(_ allowed: [String]) -> Response {
        Response(status: .noContent, headers: [.allow: allowed.joined(separator: ", ")])
    }

    private func check(_ request: Request, _ context: RequestContext, _ route: Route) throws(Problem) {
        if route.isLocal, !isMetricsPublic, !ListenAddress.isLoopback(context.client) {
            throw Problem("localOnly", status: .forbidden)
        }
        try Negotiation.check(accept: request.headers[.accept], produces: route.produces)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > context.bodyLimit {
            throw Problem.tooLarge(limit: context.bodyLimit)
        }
        if !route.consumes.isEmpty {
            try Negotiation.check(contentType: request.headers[.contentType], consumes: route.consumes)
            if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
                throw Problem("unsupportedEncoding", status: .unsupportedMediaType)
            }
        }
    }
}
