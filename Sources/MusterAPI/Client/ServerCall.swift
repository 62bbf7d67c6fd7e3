/// A request to a server, before it is sent.
struct ServerCall: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    var method = Method.get
    /// Percent-encoded, behind the server's address.
    var path: String
    /// The parameters of the query in order; not encoded yet.
    var query: [(name: String, value: String)] = []
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    var contentType: String?
    /// The media type that is wished for.
    var accept = "application/json"
    /// For how long the server may wait before it answers, in seconds.
    var wait = 0
    /// Whether that there is nothing, or nothing for anybody, is an answer like another.
    var mayBeAbsent = false

    /// Path and query as they are sent.
    var target: String {
        guard !query.isEmpty else { return path }
        let pairs = query.map { "\(ActRequest.encoded($0.name))=\(ActRequest.encoded($0.value))" }
        return path + "?" + pairs.joined(separator: "&")
    }
}

/// What a server answered.
struct ServerAnswer: Sendable {
    var status: Int
    var body: [UInt8]
    /// `Retry-After` in seconds.
    var retryAfter: Int?
}

/// Why there is no answer.
struct Breakage: Error, Sendable, Equatable {
    /// How far the request can have come.
    enum Reach: Sendable, Equatable {
        /// Nobody took it: it was never there.
        case none
        /// The server can't be trusted: it was never there, and it is no use to try again.
        case distrust
        /// It may have been received, and even carried out.
        case unknown
    }

    /// What happened; each has its words in the catalogue under `unreachable.<reason>`.
    enum Reason: String, Sendable, CaseIterable {
        case refused, noHost, noRoute, timeOut, closed, certificate, roots, handshake, other
    }

    var reach: Reach
    var reason: Reason
    /// What the network's code says, for ``Reason/other`` and for certificates.
    var detail = ""
}
