import MusterDomain
import MusterText

/// How a page says things: its language, and the moment by which it says how far deadlines are.
struct Wording: Sendable {
    var language: Language
    var now: Moment

    /// A sentence.
    func say(_ key: String, _ values: [String: String] = [:]) -> String {
        Catalogue.muster.say(key, language, values)
    }

    /// A member of an enumeration, such as `WhistleState.raised`; the name itself if Muster has no word for it.
    func term(_ type: String, _ name: String) -> String {
        let key = "\(type).\(name)"
        return Catalogue.muster.knows(key) ? say(key) : name
    }

    /// A moment by its RFC 3339 text, as a template's `<time>` wants it.
    func time(_ text: String?) -> Slots? {
        guard let text else { return nil }
        guard let moment = Moment(rfc3339: text) else { return ["iso": text, "text": text] }
        return time(moment)
    }

    /// A moment, as a template's `<time>` wants it.
    func time(_ moment: Moment) -> Slots { ["iso": moment.iso8601, "text": moment.localText(language)] }

    /// A moment in words.
    func words(_ text: String?) -> String { text.flatMap(Moment.init(rfc3339:))?.localText(language) ?? text ?? "—" }

    /// A deadline that runs: when, how far it is, and its light.
    ///
    /// The light is the server's where it gave one, else it is made from where the clock began.
    func deadline(_ due: String?, since: String? = nil, light: String? = nil) -> Slots {
        guard let due, let moment = Moment(rfc3339: due) else {
            return ["time": nil, "standing": nil, "light": lamp(nil)]
        }
        let began = since.flatMap(Moment.init(rfc3339:))
        let made = began.map { Light(from: $0.instant, to: moment.instant, at: now.instant).rawValue }
        return [
            "time": time(moment), "standing": DurationWords.standing(of: moment, now: now, language),
            "light": lamp(light ?? (moment < now ? Light.red.rawValue : made)),
        ]
    }

    /// A light as a word and a sign, and as the class of its colour.
    func lamp(_ light: String?) -> Slots {
        let known = light.flatMap(Light.init(rawValue:))
        let sign =
            switch known {
            case .green: "●"
            case .yellow: "▲"
            case .red: "■"
            case nil: "○"
            }
        let name = known?.rawValue ?? "none"
        return ["class": name, "sign": sign, "word": say("web.light.\(name)")]
    }

    /// How a deadline was kept: on time, or by how much it was missed.
    func kept(_ due: String?, done: String) -> Slots? {
        guard let due = due.flatMap(Moment.init(rfc3339:)), let done = Moment(rfc3339: done) else { return nil }
        guard due < done else { return ["isLate": false, "word": say("show.onTime")] }
        let length = DurationWords.length(milliseconds: done.milliseconds - due.milliseconds, language)
        return ["isLate": true, "word": say("show.lateBy", ["length": length])]
    }

    /// Words as they begin a line of their own: in English with a capital.
    func head(_ words: String) -> String { language == .en ? words.prefix(1).uppercased() + words.dropFirst() : words }

    /// Words in a row.
    func joined(_ words: [String]) -> String { words.joined(separator: language == .zh ? "、" : ", ") }
}

extension Moment {
    fileprivate var instant: Instant { Instant(milliseconds: milliseconds) }
}
