import HTTPTypes
import HummingbirdCore

/// What every answer tells a browser: no script at all, nothing from elsewhere, no frame, no guessing of types.
struct SecurityHeaders: Middleware {
    /// Sent whatever a route says.
    static let always: [(name: HTTPField.Name, value: String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (requiredField("Referrer-Policy"), "same-origin"),
        (requiredField("Permissions-Policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (requiredField("Cross-Origin-Opener-Policy"), "same-origin"),
        (requiredField("Cross-Origin-Resource-Policy"), "same-origin"),
    ]

    /// A year, as https://hstspreload.org has it at least; only where the client sees TLS.
    static let transportSecurity = "max-age=31536000"

    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.always { response.headers[name] = value }
        if context.isSecure { response.headers[.strictTransportSecurity] = Self.transportSecurity }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
