import Foundation
import HTTPTypes
import HummingbirdCore
import MusterAPI
import MusterDomain
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
        Endpoint.all.map(route) + [me, readLog, description]
    }

    private func route(_ endpoint: Endpoint) -> Route {
        var consumes = ["application/json"]
        var limit: Int?
        switch endpoint.body {
        case .none: consumes = []
        case .act: break
        case .file:
            consumes = ["application/octet-stream"]
            limit = fileLimit
        }
        return Route(
            HTTPRequest.Method(rawValue: endpoint.method.rawValue) ?? .get, endpoint.template, bodyLimit: limit,
            consumes: consumes
        ) { request, context in
            let code = context.parameter("code") ?? ""
            let guest = try await admit(request, context, into: code)
            var asked = try APIRequest(reading: request, context, for: endpoint)
            if endpoint.body.isFile { asked.bytes = try await context.bytes(of: request) }
            if case .act = endpoint.body { asked.json = try Self.json(of: try await context.bytes(of: request)) }
            let language = context.language(orOf: guest.ledgerLanguage)
            let district = LocalDistrict(source: guest.ledger, caller: .token(guest.caller), language: language)
            try note(guest, request, context)
            let answer = try await endpoint.handle(district, asked)
            return Self.response(answer, endpoint, request, language, code: code)
        }
    }

    // MARK: Those that belong to no endpoint

    private var me: Route {
        Route(.get, "/v1/me") { request, context in
            let guest = try await context.admitting { try await gate.admit(request.bearer) }
            let language = context.language(orOf: guest.ledgerLanguage)
            let district = LocalDistrict(source: guest.ledger, caller: .token(guest.caller), language: language)
            guard case .object(let members) = JSONValue(encoding: try await district.identity()) else {
                throw Failure("internal")
            }
            let all = [JSONValue.Member("district", .string(guest.code))] + members
            return Self.json(.object(all), status: .ok, language)
        }
    }

    private var description: Route {
        Route(.get, "/openapi.json") { _, _ in
            var headers: HTTPFields = [.contentType: "application/json"]
            headers[.cacheControl] = "public, max-age=300"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: OpenAPIDocument.bytes)))
        }
    }

    private var readLog: Route {
        Route(.get, ServiceDescription.readLogTemplate) { request, context in
            let code = context.parameter("code") ?? ""
            let guest = try await admit(request, context, into: code)
            guard guest.role.rights.contains(.readAccessLog) else {
                throw Failure("mayNotReadAccessLog", status: .notAllowed)
            }
            let query = try Query(request.queryItems, against: ServiceDescription.readLogQuery)
            let (lines, next) = try readLogs(code).lines(
                after: query.integer("after") ?? 0, limit: query.integer("limit") ?? 100)
            let language = context.language(orOf: guest.ledgerLanguage)
            return Self.json(JSONValue(encoding: ReadLogPage(lines: lines, next: next)), status: .ok, language)
        }
    }

    // MARK: The gate

    private func admit(
        _ request: Request, _ context: RequestContext, into code: String
    ) async throws -> TokenGate.Guest {
        let guest = try await context.admitting { try await gate.admit(request.bearer, into: code) }
        context.know(district: code, token: guest.caller.token)
        return guest
    }

    /// Auditors' reads leave a line.
    private func note(_ guest: TokenGate.Guest, _ request: Request, _ context: RequestContext) throws(Failure) {
        guard guest.role == .auditor else { return }
        try readLogs(guest.code).append(
            ReadLog.Line(
                time: APIMoment.text(gate.now()), token: guest.caller.token,
                post: guest.postCode, path: request.uri.path, request: context.requestID))
    }

    // MARK: Answers

    private static func json(of bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard !bytes.isEmpty else { return .object([]) }
        do { return try JSONReader.value(of: bytes) } catch { throw Failure(error) }
    }

    private static func response(
        _ answer: APIAnswer, _ endpoint: Endpoint, _ request: Request, _ language: Language, code: String
    ) -> Response {
        if answer.status == 204 { return Response(status: .noContent) }
        let tag = answer.revision.map { "\"\($0)\"" }
        if endpoint.answer.hasTag, let tag, request.headers[.ifNoneMatch].map({ EntityTag.list($0, has: tag) }) == true {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-store"])
        }
        var response = json(answer.json, status: HTTPResponse.Status(code: answer.status), language)
        if let tag { response.headers[.eTag] = tag }
        if let location = answer.location { response.headers[.location] = "/v1/districts/\(code)\(location)" }
        if answer.isReplay, let name = HTTPField.Name("Idempotency-Replayed") { response.headers[name] = "true" }
        if let cursor = answer.nextCursor, let name = HTTPField.Name("Link") {
            response.headers[name] = "<\(request.uri.path)?\(request.query(replacingCursorBy: cursor))>; rel=\"next\""
        }
        return response
    }

    private static func json(_ value: JSONValue, status: HTTPResponse.Status, _ language: Language) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.contentLanguage] = language == .zh ? "zh-Hans" : "en"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: value.bytes)))
    }
}
