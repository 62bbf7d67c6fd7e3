import HTTPTypes
import MusterAPI
import MusterText
import Synchronization

@testable import MusterServer

/// A browser of a test: it keeps cookies, follows nothing by itself, and says where its forms come from.
final class Browser: Sendable {
    let district: PageDistrict
    let pages: WebPages
    let language: Language
    private let jar = Mutex<[String: String]>([:])

    init(_ language: Language = .zh, district: PageDistrict = PageDistrict(), fileLimit: Int? = nil) {
        self.district = district
        self.language = language
        pages = WebPages(Self.access(to: district), fileLimit: fileLimit ?? ServerLimits().fileBytes)
    }

    /// The pages' way to a district of the tests. Tokens there are `dept`, `centre` and `auditor`.
    static func access(to district: PageDistrict) -> WebAccess {
        let count = Mutex(UInt8(0))
        return WebAccess(
            signIn: { token, visit throws(Failure) in
                if token == "guess" { throw Failure.tooMany }
                guard await district.isGood(token) else { throw Failure.unknown }
                return SignedIn(district: "610113", tokenID: token)
            },
            district: { session, visit throws(Failure) in
                guard await district.isGood(session.tokenID) else { throw Failure.unknown }
                return PageReader(district: district, token: session.tokenID, language: visit.language)
            },
            sessionKey: { _ throws(Failure) in SessionKey(seed: Array(repeating: 7, count: 32)) },
            now: { PageCases.now },
            randomBytes: { wanted in
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                return [number] + Array(repeating: 0, count: wanted - 1)
            })
    }

    /// Opens an address.
    func get(_ target: String) async -> WebResponse { await send(.get, target, [:], body: nil) }

    /// Sends a form.
    func post(
        _ target: String, _ fields: [String: String] = [:],
        _ headers: HTTPFields = [.secFetchSite: "same-origin", .origin: "http://127.0.0.1:8080"]
    ) async -> WebResponse {
        let pairs = fields.sorted { $0.key < $1.key }.map {
            "\(PercentText.encoded($0.key))=\(PercentText.encoded($0.value))"
        }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return await send(.post, target, headers, body: pairs.joined(separator: "&"))
    }

    /// Sends a form with a file, as browsers do (HTML, “multipart/form-data encoding algorithm”).
    func post(
        _ target: String, _ fields: [String: String], file: SentFile,
        _ headers: HTTPFields = [.secFetchSite: "same-origin", .origin: "http://127.0.0.1:8080"]
    ) async -> WebResponse {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(Multipart.boundary)"
        return await send(.post, target, headers, bytes: Multipart.body(fields, file))
    }

    /// Signs in.
    @discardableResult
    func signIn(_ token: String = "dept") async -> WebResponse { await post("/sign-in", ["token": token]) }

    /// The value of a cookie that is kept.
    func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

    /// Keeps a cookie.
    func keep(_ name: String, _ value: String?) { jar.withLock { $0[name] = value } }

    func send(_ method: HTTPRequest.Method, _ target: String, _ headers: HTTPFields, body: String?) async -> WebResponse
    {
        await send(method, target, headers, bytes: Array((body ?? "").utf8))
    }

    private func send(
        _ method: HTTPRequest.Method, _ target: String, _ headers: HTTPFields, bytes: [UInt8]
    ) async -> WebResponse {
        let path = target.prefix { $0 != "?" }
        guard let (route, parameters) = Self.match(path, method, in: pages.all) else {
            return Self.nothing(request(target, [:], headers, bytes))
        }
        let response = await route.answer(request(target, parameters, headers, bytes))
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            keep(String(pair[0]), cookie.contains("Max-Age=0") ? nil : String(pair[1]))
        }
        return response
    }

    /// What the server says of an address that no page has.
    private static func nothing(_ request: WebRequest) -> WebResponse {
        WebPages.errorPage(status: 404, request, frame: WebPages.frame(request, now: PageCases.now))
    }

    private func request(
        _ target: String, _ parameters: [String: String], _ headers: HTTPFields, _ body: [UInt8]
    ) -> WebRequest {
        var headers = headers
        headers[.acceptLanguage] = language.tag
        let cookies = jar.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        return WebRequest(
            target: target, parameters: parameters, headers: headers, host: "127.0.0.1:8080",
            body: body, clientAddress: "127.0.0.1", requestID: "r-1")
    }

    /// The route of a path, with what stands in its braces.
    static func match(
        _ path: some StringProtocol, _ method: HTTPRequest.Method, in routes: [WebPages.Page]
    ) -> (WebPages.Page, [String: String])? {
        let parts = path.split(separator: "/")
        for route in routes where route.method == method {
            let names = route.template.split(separator: "/")
            guard names.count == parts.count else { continue }
            var parameters: [String: String] = [:]
            let fits = zip(names, parts).allSatisfy { name, part in
                guard name.hasPrefix("{") else { return name == part }
                parameters[String(name.dropFirst().dropLast())] = String(part)
                return true
            }
            if fits { return (route, parameters) }
        }
        return nil
    }
}

extension Failure {
    fileprivate static let unknown = Failure(
        code: "unauthenticated", status: .notAllowed, zh: "令牌无效。", en: "No such token.")
    fileprivate static var tooMany: Failure {
        var failure = Failure(code: "tooManyRequests", status: .failure, zh: "次数太多。", en: "Too many.")
        failure.retryAfter = 42
        return failure
    }
}

extension WebResponse {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
    /// Where the reader is sent.
    var location: String? { headers[.location] }
}
