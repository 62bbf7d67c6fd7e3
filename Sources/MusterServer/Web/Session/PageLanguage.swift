import MusterText

/// In which language a page is.
enum PageLanguage {
    /// The cookie that the link between the languages sets.
    static let cookie = "muster_lang"

    /// The language of a request: what the reader chose, else the first of `Accept-Language` (RFC 9110, 12.5.4) that
    /// Muster speaks, else Chinese.
    static func chosen(cookies: [String], acceptLanguage: String?) -> Language {
        if let chosen = Cookies.value(cookie, in: cookies).flatMap(Language.init(rawValue:)) { return chosen }
        var best: (language: Language, weight: Double)?
        for range in (acceptLanguage ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map(\.trimmed)
            guard let name = parts.first, let language = Language(named: name) else { continue }
            let weight =
                parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? .zh
    }
}

extension Language {
    /// The name by BCP 47.
    var tag: String {
        switch self {
        case .zh: "zh-Hans"
        case .en: "en"
        }
    }

    /// The other one.
    var other: Language { self == .zh ? .en : .zh }
}
