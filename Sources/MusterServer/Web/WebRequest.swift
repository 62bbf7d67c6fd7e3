public import HTTPTypes
import MusterText

/// A request for a page.
public struct WebRequest: Sendable {
    /// The path and, behind `?`, the query, as they were sent.
    public var target: String
    /// What stands in the braces of the route's template, decoded.
    public var parameters: [String: String]
    /// The header fields.
    public var headers: HTTPFields
    /// The host that was asked: `Host`, or `:authority`.
    public var host: String?
    /// The body.
    public var body: [UInt8]
    /// The address of the client.
    public var clientAddress: String
    /// The id of the request.
    public var requestID: String

    /// A request.
    public init(
        target: String, parameters: [String: String] = [:], headers: HTTPFields = [:], host: String?,
        body: [UInt8] = [], clientAddress: String, requestID: String
    ) {
        self.target = target
        self.parameters = parameters
        self.headers = headers
        self.host = host
        self.body = body
        self.clientAddress = clientAddress
        self.requestID = requestID
    }

    /// The values of the `Cookie` fields.
    var cookies: [String] { headers[values: .cookie] }

    /// The path.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// The fields behind the `?`.
    func query() throws(FormFields.Fault) -> FormFields {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return FormFields() }
        return try FormFields(decoding: target.utf8[target.utf8.index(after: mark)...])
    }

    /// The language of the page.
    var language: Language {
        PageLanguage.chosen(cookies: cookies, acceptLanguage: headers[.acceptLanguage])
    }

    /// Who asks.
    var visit: WebVisit {
        WebVisit(
            language: language, clientAddress: clientAddress, requestID: requestID,
            path: String(target.prefix { $0 != "?" }))
    }
}

/// What is answered.
public struct WebResponse: Sendable {
    /// The status.
    public var status: HTTPResponse.Status
    /// The header fields.
    public var headers: HTTPFields
    /// The body.
    public var body: [UInt8]
    /// By which session the request was let in; nil for what anybody may see.
    public var session: SessionCookie?

    /// A page.
    static func page(_ html: String, _ language: Language, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: language.tag, .cacheControl: "no-store",
                .vary: "Accept-Language, Cookie",
            ],
            body: Array(html.utf8))
    }

    /// Sends the reader on with a GET.
    static func seeOther(_ address: String) -> WebResponse {
        WebResponse(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"], body: [])
    }

    /// The same with one more cookie.
    func settingCookie(_ cookie: String) -> WebResponse {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }
}
