/// A language in which every sentence exists.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese, in simplified characters.
    case zh
    /// English.
    case en

    /// The language that the person at the terminal asked for; nil when nobody asked, and then the ledger's own counts.
    ///
    /// The first of `--lang`, `MUSTER_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides, even where
    /// it names no language: `LC_ALL=C` hides `LANG=zh_CN.UTF-8`, as POSIX has it.
    public static func chosen(flag: String?, environment: [String: String]) -> Language? {
        let wishes = [flag] + ["MUSTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].map { environment[$0] }
        for case let wish? in wishes where !wish.isEmpty {
            return Language(locale: wish)
        }
        return nil
    }

    /// The language of a locale name such as `zh_CN.UTF-8`, `zh-Hans` or `en`; nil for `C`, `POSIX` and nothing.
    ///
    /// Whoever speaks neither language gets English.
    public init?(locale: String) {
        let name = locale.prefix { $0 != "." && $0 != "@" }.lowercased()
        switch name {
        case "", "c", "posix": return nil
        default: self = name.hasPrefix("zh") ? .zh : .en
        }
    }

    /// The language that somebody named, such as `zh`, `zh_CN` or `en-GB`; nil for one that Muster doesn't speak.
    public init?(named name: String) {
        let language = name.lowercased().prefix { $0.isLetter }
        self.init(rawValue: String(language))
    }
}
