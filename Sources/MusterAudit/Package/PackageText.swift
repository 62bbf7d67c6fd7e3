import CivilTime
import MusterText

/// Texts of a package for people, in Chinese and then in English.
enum PackageText {
    /// Sentences of the catalogue as a file that a plain editor shows on any system: UTF-8 with a byte-order mark, ends
    /// of line CR LF, first all in Chinese and then all in English.
    static func page(_ keys: [String], _ values: (Language) -> [String: String]) -> [UInt8] {
        let halves = [Language.zh, .en].map { language in
            let words = values(language)
            return keys.map { Catalogue.muster.say($0, language, words) }.joined(separator: "\n")
        }
        let text = halves.joined(separator: "\n\n" + String(repeating: "-", count: 72) + "\n\n") + "\n"
        return Array(("\u{FEFF}" + text.replacing("\n", with: "\r\n")).utf8)
    }
}
