import Foundation
import HTTPTypes
import HummingbirdCore
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import NIOCore

/// The routes of the API: each endpoint behind the gate, with the headers that all of them heed.
struct APIRoutes: Sendable {
    let gate: TokenGate
    /// The log of auditors' reads of each district.
    let readLogs: @Sendable (_ code: String) -> ReadLog
    /// At most so many bytes of an attached file.
    let fileLimit: Int

    /// All of them.
    var all: [Route] {
        Endpoint.all.map(route) + [me, readLog, proof, description]
    }

    private func route(_ endpoint: Endpoint) -> Route {
        var consumes = ["application/json"]
        var limit: Int?
        switch endpoint.body {
        case .none: consumes = []
        case .act: break
        case .imports: limit = ImportBatch.mostBytes
        case .file:
            consumes = ["application/octet-stream"]
            limit = fileLimit
        }
        return Route(
            HTTPRequest.Method(rawValue: endpoint.method.rawValue) ?? .get, endpoint.template, bodyLimit: limit,
            consumes: consumes, produces: [endpoint.answer.isFile ? Self.octets : "application/json"],
            takesEncodedSlash: endpoint.takesEncodedSlash
        ) { request, context in
            let code = context.path("code")
            let guest = try await admit(request, context, into: code)
            var asked = try APIRequest(reading: request, context, for: endpoint, gate.environment)
            switch endpoint.body {
            case .none: break
            case .act, .imports: asked.json = try Self.json(of: try await context.bytes(of: request))
            case .file: asked.bytes = try await context.bytes(of: request)
            }
            let district = LocalDistrict(
                source: guest.ledger, caller: .token(guest.caller), language: context.language,
                environment: gate.environment)
            try note(guest, path: request.uri.path, request: context.id)
            let answer = try await Self.answer(of: endpoint, asked, district, context)
            return Self.response(answer, endpoint, request, context.language, code: code)
        }
    }

    // MARK: Those that belong to no endpoint

    private var me: Route {
        Route(.get, "/v1/me") { request, context in
            let guest = try await gate.admit(request.bearer)
            Self.know(guest, request, context)
            let district = LocalDistrict(
                source: guest.ledger, caller: .token(guest.caller), language: context.language,
                environment: gate.environment)
            let identity = JSONValue(encoding: try await district.identity())
            return Self.json(ServiceDescription.me(identity, in: guest.code).bytes, status: .ok, context.language)
        }
    }

    private var description: Route {
        Route(.get, "/openapi.json") { _, _ in
            var headers: HTTPFields = [.contentType: "application/json"]
            headers[.cacheControl] = "public, max-age=300"
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: OpenAPIDocument.bytes))
            return Response(status: .ok, headers: headers, body: body)
        }
    }

    private var readLog: Route {
        Route(.get, ServiceDescription.readLogTemplate) { request, context in
            let code = context.path("code")
            let guest = try await admit(request, context, into: code)
            guard guest.role.rights.contains(.readAccessLog) else {
                throw Failure("mayNotReadAccessLog", status: .notAllowed)
            }
            let query = try Query(request.queryItems, against: ServiceDescription.readLogQuery)
            let (lines, next) = try readLogs(code).lines(
                after: query.integer("after") ?? 0, limit: query.integer("limit") ?? 100)
            let page = ReadLogPage(lines: lines, next: next)
            return Self.json(JSONValue.bytes(encoding: page), status: .ok, context.language)
        }
    }

    // MARK: The gate

    func admit(
        _ request: Request, _ context: RequestContext, into code: String
    ) async throws -> TokenGate.Guest {
        let guest = try await gate.admit(request.bearer, into: code)
        Self.know(guest, request, context)
        return guest
    }

    /// Notes who asks. Whoever wishes no language is answered in his ledger's, refusals included.
    private static func know(_ guest: TokenGate.Guest, _ request: Request, _ context: RequestContext) {
        context.district = guest.code
        context.token = guest.caller.token
        if request.headers[.acceptLanguage] == nil, let language = Language(rawValue: guest.ledgerLanguage) {
            context.language = language
        }
    }

    /// Auditors' reads leave a line.
    func note(_ guest: TokenGate.Guest, path: String, request: String) throws(Failure) {
        guard guest.role == .auditor else { return }
        try readLogs(guest.code).append(
            ReadLog.Line(
                time: APIMoment.text(gate.environment.now()), token: guest.caller.token, post: guest.postCode,
                path: path,
                request: request))
    }

    // MARK: Answers

    /// The endpoint's answer. One that waits ends when the client leaves, and with what there is when the server ends.
    private static func answer(
        of endpoint: Endpoint, _ asked: APIRequest, _ district: LocalDistrict, _ context: RequestContext
    ) async throws -> APIAnswer {
        guard (asked.query.integer("wait") ?? 0) > 0 else {
            guard endpoint.folds(for: asked) else { return try await endpoint.handle(district, asked) }
            do {
                // A fold of a long log goes on for seconds.
                return try await context.whileClientStays { try await endpoint.handle(district, asked) }
            } catch let failure as Failure where failure.code == "abandoned" { throw CancellationError() }
        }
        if let answer = try await context.waiting({ try await endpoint.handle(district, asked) }) { return answer }
        var hurried = asked
        hurried.query.set("wait", to: "0")
        return try await endpoint.handle(district, hurried)
    }

    private static func json(of bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard !bytes.isEmpty else { return .object([]) }
        do { return try JSONReader.value(of: bytes) } catch { throw Failure(error) }
    }

    private static func response(
        _ answer: APIAnswer, _ endpoint: Endpoint, _ request: Request, _ language: Language, code: String
    ) -> Response {
        if answer.status == 204 { return Response(status: .noContent) }
        if endpoint.answer.isFile { return file(answer.body) }
        let tag = answer.revision.map { "\"\($0)" + (answer.past.map { "@\($0)" } ?? "") + "\"" }
        if endpoint.answer.hasTag, let tag, request.headers[.ifNoneMatch].map({ EntityTag.list($0, has: tag) }) == true
        {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-store"])
        }
        var response = json(answer.body, status: HTTPResponse.Status(code: answer.status), language)
        if let tag { response.headers[.eTag] = tag }
        if let location = answer.location { response.headers[.location] = "/v1/districts/\(code)\(location)" }
        if answer.isReplay, let name = HTTPField.Name("Idempotency-Replayed") { response.headers[name] = "true" }
        if let cursor = answer.nextCursor, let name = HTTPField.Name("Link") {
            response.headers[name] = "<\(request.uri.path)?\(request.query(replacingCursorBy: cursor))>; rel=\"next\""
        }
        return response
    }

    private static let octets = "application/octet-stream"

    /// What others have sent is never shown by a browser as anything: it is saved.
    private static func file(_ bytes: [UInt8]) -> Response {
        var headers: HTTPFields = [.contentType: octets, .xContentTypeOptions: "nosniff"]
        headers[.contentDisposition] = "attachment"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func json(_ body: [UInt8], status: HTTPResponse.Status, _ language: Language) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.contentLanguage] = language.tag
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
