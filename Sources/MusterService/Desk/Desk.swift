import Foundation
package import MusterAPI
package import MusterDomain
package import MusterEngine
package import MusterText

/// Turns what somebody wrote into what the rules speak of: units, posts, whistles, texts.
package struct Desk {
    package let view: LedgerView
    package let files: LedgerFiles
    package let now: Instant
    package let language: Language

    package init(view: LedgerView, files: LedgerFiles, now: Instant, language: Language) {
        self.view = view
        self.files = files
        self.now = now
        self.language = language
    }

    package var board: Board { view.board }
    package var directory: Directory { view.directory }

    // MARK: Names

    /// A unit by its code, full or short name.
    package func unit(_ text: String) throws(Failure) -> UnitID {
        let text = normalised(text)
        let found = directory.units(called: text)
        if found.count == 1 { return found[0] }
        let names = directory.units.filter(\.isActive).map(\.shortName)
        guard found.isEmpty else {
            let candidates = found.compactMap { directory.unit($0) }.map { "\($0.fullName) (\($0.code))" }
            throw Failure(
                "ambiguousUnit", status: .notFound, ["text": text, "candidates": candidates.joined(separator: ", ")])
        }
        throw unknown("unknownUnit", text, Suggestions.closest(to: text, among: names))
    }

    package func unit(_ text: String?) throws(Failure) -> UnitID? {
        guard let text else { return nil }
        return try unit(text)
    }

    /// A post as `UNIT/POST`: by its code or title.
    package func post(_ text: String) throws(Failure) -> PostID {
        let parts = normalised(text).split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            if let id = post(coded: text) { return id }
            throw unknown("unknownPost", text, [])
        }
        let unit = try self.unit(parts[0])
        let posts = directory.posts(at: unit)
        for id in posts where directory.post(id)?.title == parts[1] || directory.post(id)?.code == parts[1] {
            return id
        }
        let titles = posts.compactMap { directory.post($0)?.title }.map { "\(parts[0])/\($0)" }
        throw unknown("unknownPost", text, titles)
    }

    /// A post by its code alone.
    private func post(coded text: String) -> PostID? {
        let code = normalised(text)
        return directory.posts.firstIndex { $0.code == code }.map { PostID(rawValue: UInt32($0 + 1)) }
    }

    /// What was typed names nothing; where nothing resembles it, the sentence asks no "did you mean".
    private func unknown(_ code: String, _ text: String, _ suggestions: [String]) -> Failure {
        let separator = language == .zh ? "、" : ", "
        return Failure(
            code, status: .notFound, ["text": text, "suggestions": suggestions.joined(separator: separator)],
            key: suggestions.isEmpty ? "error.\(code)Alone" : nil)
    }

    /// Who acts, as `UNIT/POST` or by the post's code; a unit alone is enough where it has one post.
    package func actor(_ text: String) throws(Failure) -> Actor {
        var id: PostID?
        if !text.contains("/"), directory.units(called: normalised(text)).isEmpty {
            id = post(coded: text)
        }
        if !text.contains("/"), id == nil {
            let posts = directory.posts(at: try unit(text))
            if posts.count == 1 { id = posts[0] }
        }
        let post: PostID
        if let id { post = id } else { post = try self.post(text) }
        let row = board.posts[post]
        return Actor(unit: row.unit, post: post, person: row.person)
    }

    /// A whistle by its name: `W2026-000042`, `w2026-42`, or `42` and `W42` for one of this year.
    package func whistle(_ text: String) throws(Failure) -> WhistleID {
        let text = normalised(text)
        let short = text.lowercased().hasPrefix("w") ? String(text.dropFirst()) : text
        guard let name = WhistleName(text) ?? WhistleName("W\(now.shanghaiYear)-\(short)"),
            let id = board.whistle(named: name)
        else { throw Failure("unknownWhistle", status: .notFound, ["text": text]) }
        return id
    }

    // MARK: Values

    /// A member of an enumeration by its name or by its word in either language.
    package func code<Value: Code>(
        _ text: String, _ option: String, as type: Value.Type = Value.self
    ) throws(Failure) -> Value {
        let text = normalised(text)
        let wanted = text.lowercased().replacing("-", with: "")
        for value in Value.allCases {
            let words = Language.allCases.map { Catalogue.muster.say("\(Value.self).\(value.name)", $0) }
            if value.name.lowercased() == wanted || words.contains(where: { $0.lowercased() == text.lowercased() }) {
                return value
            }
        }
        let allowed = Value.allCases.map {
            "\($0.name) (\(Catalogue.muster.say("\(Value.self).\($0.name)", language)))"
        }
        throw Failure(
            "badValue", status: .usage,
            ["text": text, "option": option, "allowed": allowed.joined(separator: ", ")])
    }

    /// A text as it will be kept: in NFC, and without what can't be seen.
    /// - Parameter field: What to call it where it is not UTF-8.
    package func text(_ raw: String, _ field: String = "text") throws(Failure) -> Text {
        // Swift repairs broken UTF-8; what it puts there instead shows that something was lost.
        guard !raw.unicodeScalars.contains("\u{FFFD}") else {
            throw Failure("invalidUTF8", status: .usage, ["field": field])
        }
        return Text(normalised: TextRules.withoutInvisibleCharacters(raw.precomposedStringWithCanonicalMapping))
    }

    /// NFKC, which also makes full-width letters and digits plain.
    package func normalised(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
    }
}
