import HTTPTypes
import HummingbirdCore
import MusterAPI
import MusterDomain
package import MusterEngine
import MusterService
import NIOCore
package import TransparencyLog

/// What of the logs is for everybody.
package struct LogAccess: Sendable {
    /// Whether the entries are. Heads and hashes always are: clients verify the log by them, and they tell nothing.
    package var areEntriesPublic: Bool
    /// The keys that verify a district's heads; none if they are not known.
    package var keys: @Sendable (_ code: String) -> [VerifierKey]

    /// Access by two answers.
    package init(areEntriesPublic: Bool, keys: @escaping @Sendable (_ code: String) -> [VerifierKey]) {
        (self.areEntriesPublic, self.keys) = (areEntriesPublic, keys)
    }

    /// The keys lie beside the ledgers.
    package init(areEntriesPublic: Bool = true, beside directory: LedgerDirectory) {
        self.init(areEntriesPublic: areEntriesPublic) { code in
            directory.path(of: code).flatMap { try? LedgerFiles(path: $0).publicKeys() } ?? []
        }
    }
}

/// The logs of the districts for whoever verifies them (C2SP tlog-tiles v0.1.0), under `/log/<district>/`.
///
/// No token is needed: entries hold acts and codes, and no text. What never changes may be kept for ever by whoever
/// passes it on.
struct LogRoutes: Sendable {
    static let prefix = "/log/{code}"
    static let octets = "application/octet-stream"
    private static let text = "text/plain; charset=utf-8"
    private static let forEver = "public, max-age=31536000, immutable"
    private static let shortly = "public, max-age=2"

    let districts: LedgerDirectory
    let gate: TokenGate
    let access: LogAccess

    /// All of them.
    var all: [Route] { [checkpoint, checkpointSizes, checkpointOfSize, verifierKeys, hashes, entries] }

    private var checkpoint: Route {
        Route(.get, Self.prefix + "/checkpoint", produces: [Self.text]) { request, context in
            let view = try await view(request, context)
            guard
                let head = try await Self.reading({ () async throws(LedgerError) in
                    try await view.checkpoint(upTo: .max)
                })
            else { throw Problem("noCheckpoint", status: .notFound) }
            return Self.answer(head.bytes, Self.text, Self.shortly)
        }
    }

    private var checkpointSizes: Route {
        Route(.get, Self.prefix + "/checkpoints") { request, context in
            let view = try await view(request, context, query: LogDescription.sizesQuery)
            let query = try Query(request.queryItems, against: LogDescription.sizesQuery)
            let (from, limit) = (query.position("from") ?? 0, query.integer("limit") ?? 100)
            // One more tells whether there is another page, and where it begins.
            let sizes = try await Self.reading { () async throws(LedgerError) in
                try await view.checkpointSizes(from: from, limit: limit + 1)
            }
            let page = CheckpointSizes(
                sizes: Array(sizes.prefix(limit)), next: sizes.count > limit ? sizes[limit] : nil)
            return Self.answer(JSONValue.bytes(encoding: page), "application/json", Self.shortly)
        }
    }

    private var checkpointOfSize: Route {
        Route(.get, Self.prefix + "/checkpoints/{size}", produces: [Self.text]) { request, context in
            let view = try await view(request, context)
            let name = context.path("size")
            guard let size = UInt64(name), "\(size)" == name, Self.isPlain(request) else { throw Problem.notFound }
            let head = try await Self.reading { () async throws(LedgerError) in try await view.checkpoint(upTo: size) }
            guard let head, head.checkpoint.size == size else {
                throw Problem("noCheckpointOfSize", status: .notFound, ["size": name])
            }
            return Self.answer(head.bytes, Self.text, Self.forEver)
        }
    }

    private var verifierKeys: Route {
        Route(.get, Self.prefix + "/vkey", produces: [Self.text]) { request, context in
            _ = try await view(request, context)
            let keys = access.keys(context.path("code"))
            guard !keys.isEmpty else { throw Problem("noVerifierKey", status: .notFound) }
            return Self.answer(Array(keys.map { $0.text + "\n" }.joined().utf8), Self.text, Self.shortly)
        }
    }

    private var hashes: Route {
        Route(.get, Self.prefix + "/tile/{level}/{index}", produces: [Self.octets], takesRest: true) {
            request, context in
            try await tile(request, context)
        }
    }

    private var entries: Route {
        Route(.get, Self.prefix + "/tile/entries/{index}", produces: [Self.octets], takesRest: true) {
            request, context in
            try await tile(request, context)
        }
    }

    private func tile(_ request: Request, _ context: RequestContext) async throws -> Response {
        let view = try await view(request, context)
        // As it was sent: an encoded digit is another spelling.
        let parts = (request.head.path ?? "").prefix { $0 != "?" }
            .split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let coordinate = try? TileCoordinate(path: String(parts[3])) else {
            throw Problem.notFound
        }
        var caching = Self.forEver
        if coordinate.content == .entries, !access.areEntriesPublic {
            let guest = try await gate.admit(request.bearer, into: context.path("code"))
            context.token = guest.caller.token
            guard guest.role.rights.contains(.readAll) else {
                throw Failure("mayNotReadEntries", status: .notAllowed)
            }
            caching = "private, max-age=31536000, immutable"
        }
        let bytes = try await Self.reading { () async throws(LedgerError) in try await view.tile(coordinate) }
        guard let bytes else { throw Problem("noSuchTile", status: .notFound) }
        return Self.answer(bytes, Self.octets, caching)
    }

    // MARK: What they have in common

    /// The log of the district, if there is one.
    private func view(
        _ request: Request, _ context: RequestContext, query: [QueryParameter] = []
    ) async throws -> LedgerView {
        let code = context.path("code")
        guard districts.knows(code) else { throw Problem.notFound }
        context.district = code
        _ = try Query(request.queryItems, against: query)
        do { return try await districts.ledger(of: code).view } catch { throw Failure(error) }
    }

    /// Whether nothing in the path is percent-encoded.
    private static func isPlain(_ request: Request) -> Bool {
        request.head.path?.utf8.contains(UInt8(ascii: "%")) != true
    }

    private static func reading<Value>(
        _ body: () async throws(LedgerError) -> Value
    ) async throws(Failure) -> Value {
        do { return try await body() } catch { throw Failure(error, names: .empty) }
    }

    private static func answer(_ bytes: [UInt8], _ type: String, _ caching: String) -> Response {
        var headers: HTTPFields = [.contentType: type]
        headers[.cacheControl] = caching
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
