import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization

/// The way to a server: connections that are kept, and the token by which the caller is known.
public final class ServerConnection: Sendable {
    /// Where it leads.
    public let address: ServerAddress
    let patience: Patience
    /// How long all attempts together may take.
    let limit: Duration
    private let token: String?
    private let userAgent: String
    private let client: HTTPClient
    private let district = Mutex<String?>(nil)

    /// The largest answer that is taken.
    private static let largestAnswer = 256 << 20

    /// A way to a server; nothing is sent yet. Whoever makes it closes it.
    /// - Parameters:
    ///   - address: The server.
    ///   - token: The token, without spaces; nil asks only for what is everybody's.
    ///   - userAgent: What to be called in the server's log.
    ///   - limit: How long to try, all attempts together.
    ///   - patience: Clock, rest and chance.
    ///   - roots: A PEM file of the certificates that are trusted, instead of the machine's own.
    public init(
        to address: ServerAddress, token: String?, userAgent: String, limit: Duration, patience: Patience,
        roots: String? = nil
    ) {
        self.address = address
        self.token = token
        self.userAgent = userAgent
        self.limit = limit
        self.patience = patience
        var configuration = HTTPClient.Configuration()
        // Whoever redirects would get the token.
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .nanoseconds(limit.nanoseconds)
        // How often to try is decided in one place.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let roots {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(roots)
            configuration.tlsConfiguration = tls
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends the connections.
    public func close() async { try? await client.shutdown() }

    /// The code of the district that the token belongs to, as the server says; nil before it was asked.
    var districtCode: String? {
        get { district.withLock { $0 } }
        set { district.withLock { $0 = newValue } }
    }

    /// Sends a request once and reads the whole answer.
    /// - Parameter rest: How long that may take.
    func send(_ call: ServerCall, within rest: Duration) async throws(Breakage) -> ServerAnswer {
        var request = HTTPClientRequest(url: address.description + call.target)
        request.method = HTTPMethod(rawValue: call.method.rawValue)
        if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        request.headers.add(name: "accept", value: "\(call.accept), application/problem+json")
        request.headers.add(name: "user-agent", value: userAgent)
        for header in call.headers { request.headers.add(name: header.name, value: header.value) }
        if let type = call.contentType {
            request.headers.add(name: "content-type", value: type)
            request.body = .bytes(ByteBuffer(bytes: call.body))
        }
        do {
            let response = try await client.execute(request, timeout: .nanoseconds(max(1, rest.nanoseconds)))
            let body = try await response.body.collect(upTo: Self.largestAnswer)
            return ServerAnswer(
                status: Int(response.status.code), body: Array(body.readableBytesView),
                retryAfter: response.headers.first(name: "retry-after").flatMap { Int($0) })
        } catch { throw Breakage(error) }
    }
}

extension Duration {
    /// In nanoseconds, at most some three centuries of them.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return whole.overflow ? .max : whole.partialValue + attoseconds / 1_000_000_000
    }
}
