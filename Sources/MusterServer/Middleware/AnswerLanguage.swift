import HTTPTypes
import HummingbirdCore
package import MusterText

/// Says in which language an answer is and that another wish gets another one.
struct AnswerLanguage: Middleware {
    func respond(
        to request: Request, _ context: RequestContext, next: Route.Handler
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.contentLanguage] == nil { response.headers[.contentLanguage] = context.language.tag }
        let vary = response.headers[.vary]
        if vary?.lowercased().contains("accept-language") != true {
            response.headers[.vary] = vary.map { $0 + ", Accept-Language" } ?? "Accept-Language"
        }
        return response
    }
}

extension Language {
    /// The tag of BCP 47.
    package var tag: String {
        switch self {
        case .zh: "zh-Hans"
        case .en: "en"
        }
    }

    /// The language that a header field `Accept-Language` wishes most, among those that there are. Nobody's wish, or one
    /// for any language, gets the standard; whoever speaks neither gets English.
    package static func wished(_ header: String?, standard: Language) -> Language {
        guard let header, !header.isEmpty else { return standard }
        var best: (language: Language, quality: Double)?
        var names = false
        for range in header.split(separator: ",").prefix(32) {
            let parts = range.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            guard let tag = parts.first?.lowercased().filter({ $0 != " " }), !tag.isEmpty else { continue }
            var quality = 1.0
            for parameter in parts.dropFirst() where parameter.lowercased().hasPrefix("q=") {
                quality = Double(parameter.dropFirst(2).filter { $0 != " " }) ?? 0
            }
            guard quality > 0 else { continue }
            names = true
            let primary = tag.prefix { $0 != "-" }
            let language: Language? = tag == "*" ? standard : primary == "zh" ? .zh : primary == "en" ? .en : nil
            if let language, quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? (names ? .en : standard)
    }
}
