import HTTPTypes
import HummingbirdCore
import MusterText

/// From a request on the wire to the steps that answer it, and back.
struct WireResponder: Sendable {
    let configuration: ServerConfiguration
    let table: RouteTable
    let metrics: ServerMetrics
    let clock: ServerClock
    let ids: RequestIDSource
    let date: DateHeader
    let steps: Route.Handler

    @concurrent func respond(
        to request: Request, _ writer: consuming ResponseWriter, over connection: Connection
    ) async throws {
        let context = context(of: request, connection)
        var response: Response
        // The steps turn every error into an answer; what comes here is a fault of theirs.
        do { response = try await steps(request, context) } catch {
            response = Problems.response(to: .inside, context)
        }
        response.headers[.date] = date.text
        // Whatever answers it, a problem too: the header says what GET would get, and no body follows.
        if request.method == .head { response = response.createHeadResponse() }
        try await writer.write(response: response.head, body: response.body)
    }

    private func context(of request: Request, _ connection: Connection) -> RequestContext {
        let began = clock.nanoseconds()
        let headers = request.headers
        let parent = headers[RequestID.traceField]
        let trace = parent.flatMap(RequestID.traceID)
        let own = headers[RequestID.field].flatMap { RequestID.isWellFormed($0) ? $0 : nil }
        return RequestContext(
            id: own ?? trace ?? ids.next(), traceParent: trace == nil ? nil : parent, connection: connection,
            client: client(headers, connection), isSecure: isSecure(headers, connection),
            language: Language.wished(headers[.acceptLanguage], standard: configuration.language), began: began,
            match: table.match(request.head.path ?? "", request.method), table: table, limits: configuration.limits,
            longPolls: metrics.longPolls)
    }

    private static let forwardedFor = requiredField("X-Forwarded-For")
    private static let forwardedProto = requiredField("X-Forwarded-Proto")

    /// The last entry is the one that one's own proxy has written; those before it are anybody's word.
    private func client(_ headers: HTTPFields, _ connection: Connection) -> String {
        guard configuration.isBehindProxy, let last = headers[Self.forwardedFor]?.split(separator: ",").last else {
            return connection.peer
        }
        let address = last.filter { $0 != " " && $0 != "[" && $0 != "]" }
        return address.isEmpty ? connection.peer : String(address)
    }

    private func isSecure(_ headers: HTTPFields, _ connection: Connection) -> Bool {
        if connection.isEncrypted { return true }
        guard configuration.isBehindProxy else { return false }
        return headers[Self.forwardedProto]?.split(separator: ",").last?.filter { $0 != " " } == "https"
    }
}
