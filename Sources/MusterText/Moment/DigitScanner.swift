/// Takes numbers and fixed signs from the front of a text.
struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes the text if it is next.
    mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// Takes a number of ASCII digits; nil, and nothing taken, when there are fewer or more digits than asked for.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix { (0x30...0x39).contains($0) }
        guard digits.contains(run.count) else { return nil }
        rest = rest[run.endIndex...]
        return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Takes `2026-11-21`; nil, and nothing taken, when something else is next.
    mutating func isoDate() -> (year: Int, month: Int, day: Int)? {
        var ahead = self
        guard let year = ahead.number(digits: 4...4), ahead.take("-"),
            let month = ahead.number(digits: 2...2), ahead.take("-"),
            let day = ahead.number(digits: 2...2)
        else { return nil }
        self = ahead
        return (year, month, day)
    }
}
