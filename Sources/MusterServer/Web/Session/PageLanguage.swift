import MusterText

/// In which language a page is.
enum PageLanguage {
    /// The cookie that the link between the languages sets.
    static let cookie = "muster_lang"

    /// The language of a request: what the reader chose, else what the browser wishes, else Chinese.
    static func chosen(cookies: [String], acceptLanguage: String?) -> Language {
        Cookies.value(cookie, in: cookies).flatMap(Language.init(rawValue:))
            ?? Language.wished(acceptLanguage, standard: .zh)
    }
}

extension Language {
    /// The other one.
    var other: Language { self == .zh ? .en : .zh }
}
