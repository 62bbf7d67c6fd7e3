package import HTTPTypes
package import HummingbirdCore

/// One thing that the server answers, as data: routing, `Allow`, `OPTIONS`, `HEAD`, limits and OpenAPI all come from the
/// same list.
package struct Route: Sendable {
    /// Answers a request; what it throws becomes a problem.
    package typealias Handler = @Sendable (Request, RequestContext) async throws -> Response

    /// `GET`, `POST` … ; a `GET` answers `HEAD` too.
    package var method: HTTPRequest.Method
    /// The path, with names in braces where a value goes: `/v1/districts/{code}/inbox`.
    package var template: String
    /// How many bytes a body may have; nil takes the server's limit.
    package var bodyLimit: Int?
    /// The media types that a body may have; empty where none is read. Another one is refused with 415.
    package var consumes: [String]
    /// The media types that an answer may have. A request that accepts none of them is refused with 406.
    package var produces: [String]
    /// Whether only the machine itself may ask, unless the configuration says otherwise.
    package var isLocal: Bool
    /// Whether the body carries a token, so that a failure counts as a guess even without an `Authorization`.
    package var isSignIn: Bool
    /// Whether the path's last value may have slashes, spelt `%2F`; anywhere else they make a path none.
    package var takesEncodedSlash: Bool
    /// Whether the path's last value is all that is left of the path, slashes included.
    package var takesRest: Bool
    /// Who answers.
    package var handler: Handler

    /// A route.
    package init(
        _ method: HTTPRequest.Method, _ template: String, bodyLimit: Int? = nil, consumes: [String]? = nil,
        produces: [String] = ["application/json"], isLocal: Bool = false, isSignIn: Bool = false,
        takesEncodedSlash: Bool = false, takesRest: Bool = false, handler: @escaping Handler
    ) {
        self.method = method
        self.template = template
        self.bodyLimit = bodyLimit
        self.consumes = consumes ?? ([.post, .put, .patch].contains(method) ? ["application/json"] : [])
        self.produces = produces
        self.isLocal = isLocal
        self.isSignIn = isSignIn
        self.takesEncodedSlash = takesEncodedSlash
        self.takesRest = takesRest
        self.handler = handler
    }
}
