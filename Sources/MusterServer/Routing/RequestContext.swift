import HTTPTypes
package import HummingbirdCore
package import MusterText
package import NIOCore
import ServiceLifecycle
import Synchronization

/// Everything about one request beside the request itself.
package final class RequestContext: Sendable {
    /// The request's id, which the answer, the log and problems carry.
    package let id: String
    /// The trace of the request, as `traceparent` has it; nil if the caller gave none.
    package let traceParent: String?
    /// The connection that it came over.
    package let connection: Connection
    /// The client's address as numbers: the other end, or what one's own proxy says.
    package let client: String
    /// Whether the client sees TLS, here or at one's own proxy: then cookies are `Secure` and HSTS is sent.
    package let isSecure: Bool
    /// The language that the request wishes; the server's own without a wish.
    private let wished: Language
    /// The route that answers; nil if none does.
    package let route: Route?
    /// How many bytes the body may have.
    package let bodyLimit: Int
    /// When it began, by the server's clock.
    let began: UInt64
    let match: RouteTable.Match
    private let parameters: [(name: String, value: String)]
    private let longPolls: Gauge

    private struct Notes {
        var district: String?
        var token: String?
        var language: Language?
    }

    private let notes = Mutex(Notes())

    init(
        id: String, traceParent: String?, connection: Connection, client: String, isSecure: Bool, language: Language,
        began: UInt64, match: RouteTable.Match, table: RouteTable, limits: ServerLimits, longPolls: Gauge
    ) {
        self.id = id
        self.traceParent = traceParent
        self.connection = connection
        self.client = client
        self.isSecure = isSecure
        wished = language
        self.began = began
        self.match = match
        self.longPolls = longPolls
        if case .route(let index, let values) = match {
            let route = table.routes[index]
            self.route = route
            bodyLimit = route.bodyLimit ?? limits.bodyBytes
            parameters = Array(zip(table.names[index], values))
        } else {
            route = nil
            bodyLimit = limits.bodyBytes
            parameters = []
        }
    }

    // MARK: The path

    /// The value that stands in the path at a name of the route's template.
    package func path(_ name: String) -> String {
        guard let found = parameters.first(where: { $0.name == name }) else {
            preconditionFailure("the template of this route has no {\(name)}")
        }
        return found.value
    }

    // MARK: The body

    /// The whole body, if it is no longer than the route allows.
    package func body(of request: Request) async throws -> ByteBuffer { try await body(of: request, upTo: bodyLimit) }

    /// The whole body, if it is no longer than that and than the route allows.
    package func body(of request: Request, upTo most: Int) async throws -> ByteBuffer {
        let limit = min(most, bodyLimit)
        do { return try await request.body.collect(upTo: limit) } catch is NIOTooManyBytesError {
            throw Problem.tooLarge(limit: limit)
        }
    }

    // MARK: Waiting

    /// Waits for something to happen. Ends early with nil when the server is about to end, so that the caller answers
    /// with what there is, and with a `CancellationError` when the client has gone.
    package func waiting<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        longPolls.add(1)
        defer { longPolls.add(-1) }
        do {
            return try await cancelWhenGracefulShutdown { [connection] in
                try await connection.cancelledWhenClientLeaves(body)
            }
        } catch is CancellationError where !connection.isGone && !Task.isCancelled {
            return nil
        }
    }

    /// Runs something that nobody needs when the client has closed its side: its task is cancelled then.
    package func whileClientStays<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await connection.cancelledWhenClientLeaves(body)
    }

    // MARK: Notes for the log

    /// The district that the request is about; noted by whoever has found out that there is one.
    package var district: String? {
        get { notes.withLock(\.district) }
        set { notes.withLock { $0.district = newValue } }
    }

    /// The language in which to answer: what the request wishes, until somebody settles it otherwise, such as by the
    /// language of the ledger that the request is about.
    package var language: Language {
        get { notes.withLock(\.language) ?? wished }
        set { notes.withLock { $0.language = newValue } }
    }

    /// The public id of the token that the request was let in by; never the token.
    package var token: String? {
        get { notes.withLock(\.token) }
        set { notes.withLock { $0.token = newValue } }
    }
}
