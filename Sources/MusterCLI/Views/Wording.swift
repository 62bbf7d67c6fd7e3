import MusterAPI
import MusterDomain
import MusterText

/// How an answer is put before people: its moments in local time, its codes in words, its clocks in colour.
struct Wording {
    let console: Console
    /// The moment by which clocks are judged.
    let now: Moment

    init(_ console: Console, now: Moment = .now) {
        self.console = console
        self.now = now
    }

    var language: Language { console.language }

    /// Local time, in the form of the language.
    func moment(_ text: String) -> String { Moment(rfc3339: text)?.localText(language) ?? text }

    /// The date alone.
    func date(_ text: String) -> String { Moment(rfc3339: text)?.localDateText(language) ?? text }

    /// A member of an enumeration, such as `CallState` and `issued`.
    func term(_ type: String, _ name: String) -> String { console.say("\(type).\(name)") }

    /// How far a deadline is: `还有 2 小时`, `已超 3 天`.
    func standing(of due: String) -> String {
        Moment(rfc3339: due).map { DurationWords.standing(of: $0, now: now, language) } ?? ""
    }

    /// A deadline: the time itself, and how far it is, in the colour of its light.
    func deadline(_ due: String, since: String?) -> String {
        moment(due) + " " + paint("(\(standing(of: due)))", light(of: due, since: since))
    }

    /// `按时`, or by how much a deadline was missed.
    func kept(_ due: String, _ done: String) -> String {
        guard let limit = Moment(rfc3339: due), let end = Moment(rfc3339: done), end > limit else {
            return console.palette.paint("(\(console.say("show.onTime")))", .green)
        }
        let length = DurationWords.length(milliseconds: end.milliseconds - limit.milliseconds, language)
        return console.palette.paint("(\(console.say("show.lateBy", ["length": length])))", .red)
    }

    private func light(of due: String, since: String?) -> Light? {
        guard let limit = Moment(rfc3339: due) else { return nil }
        if now > limit { return .red }
        return since.flatMap { Moment(rfc3339: $0) }.map { begin in
            Light(
                from: Instant(milliseconds: begin.milliseconds), to: Instant(milliseconds: limit.milliseconds),
                at: Instant(milliseconds: now.milliseconds))
        }
    }

    /// A text in the colour of a light.
    func paint(_ text: String, _ light: Light?) -> String {
        light.map { console.palette.paint(text, $0.ink) } ?? text
    }

    /// `甲、乙` or `a, b`.
    func joined(_ parts: [String]) -> String { parts.joined(separator: language == .zh ? "、" : ", ") }
}

extension Light {
    /// The ink of the light.
    var ink: Ink {
        switch self {
        case .green: .green
        case .yellow: .yellow
        case .red: .red
        }
    }
}
