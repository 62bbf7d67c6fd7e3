import MusterAPI
import MusterText

extension Console {
    /// Says at the head of a view which past it shows, and beside it what can't be known of it; nothing for the
    /// present, and nothing to programs, which find it in the answer.
    func head(_ past: ShownPast?) {
        guard let past, !isJSON else { return }
        out(palette.paint(head(of: past), .yellow))
        note(messagePalette.paint(say("past.note"), .dim))
    }

    /// Which past it is, as one line.
    func head(of past: ShownPast) -> String {
        say("past.\(past.bound)", ["position": "\(past.position)", "at": Wording(self).moment(past.at)])
    }
}

extension Wording {
    /// The wording of a view: clocks are judged at the moment of the past that it shows.
    init(_ console: Console, of past: ShownPast?) {
        self.init(console, now: past.flatMap { Moment(rfc3339: $0.at) } ?? .now)
    }
}

extension JSONValue {
    /// An item of a list, with the past that the list shows; of the present as it is.
    func adding(_ past: ShownPast?) -> JSONValue {
        past.map { adding("past", JSONValue(encoding: $0)) } ?? self
    }
}
