extension Moment {
    /// A moment from RFC 3339 with its zone: `2026-11-21T10:00:00+08:00`, with or without a fraction, or `Z`.
    ///
    /// What the fraction says beyond milliseconds is cut off. Nil for anything else, a time without a zone and a leap
    /// second among it.
    public init?(rfc3339 text: some StringProtocol) {
        var scanner = DigitScanner(text)
        guard let (year, month, day) = scanner.isoDate(),
            scanner.take("T") || scanner.take("t"),
            let hour = scanner.number(digits: 2...2), scanner.take(":"),
            let minute = scanner.number(digits: 2...2), scanner.take(":"),
            let second = scanner.number(digits: 2...2),
            let millisecond = scanner.fraction(),
            let offset = scanner.offset(),
            scanner.isAtEnd,
            let time = CivilTime(
                year: year,
                month: month,
                day: day,
                hour: hour,
                minute: minute,
                second: second,
                millisecond: millisecond
            )
        else { return nil }
        self.init(milliseconds: time.milliseconds - offset)
    }
}

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
    mutating func number(digits: ClosedRange<Int>) -> Int64? {
        let run = rest.prefix { (0x30...0x39).contains($0) }
        guard digits.contains(run.count) else { return nil }
        rest = rest[run.endIndex...]
        return run.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// Takes `2026-11-21`; nil, and nothing taken, when something else is next.
    mutating func isoDate() -> (year: Int64, month: Int64, day: Int64)? {
        var ahead = self
        guard let year = ahead.number(digits: 4...4), ahead.take("-"),
            let month = ahead.number(digits: 2...2), ahead.take("-"),
            let day = ahead.number(digits: 2...2)
        else { return nil }
        self = ahead
        return (year, month, day)
    }

    /// Takes a fraction of a second if there is one, in milliseconds; nil for a point without digits.
    fileprivate mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        let run = rest.prefix { (0x30...0x39).contains($0) }
        guard !run.isEmpty else { return nil }
        rest = rest[run.endIndex...]
        let known = run.prefix(3).map { Int64($0 - 0x30) }
        return (known + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    }

    /// Takes `Z` or `+08:00`, in milliseconds ahead of UTC.
    fileprivate mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let isAhead = take("+")
        guard isAhead || take("-"),
            let hours = number(digits: 2...2), hours < 24, take(":"),
            let minutes = number(digits: 2...2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isAhead ? 60_000 : -60_000)
    }
}
