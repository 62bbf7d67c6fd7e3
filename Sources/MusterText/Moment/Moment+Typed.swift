import CivilTime

extension Moment {
    /// A moment from what a person typed, in Shanghai's time unless it names a zone.
    ///
    /// | form | example |
    /// |---|---|
    /// | date and time | `2026-11-21 10:00`, `2026-11-21T10:00` |
    /// | in Chinese | `2026年11月21日 10:00`, and this year `11月21日 10:00` |
    /// | by the day | `今天 17:30`, `明天 10:00`; also `昨天` and `后天` |
    /// | from now | `+2h`, `+3d`, `+30m`, `-1d`; a day is 24 hours |
    /// | RFC 3339 | `2026-11-21T10:00:00+08:00` |
    /// | a date alone, if allowed: the midnight that begins it | `2026-11-21`, `2026年11月21日`, `11月21日`, `明天` |
    ///
    /// Full-width digits and signs count as their ASCII twins; after Chinese words the space may be missing. Nil for
    /// anything else and for dates and times that do not exist.
    public init?(typed text: String, now: Moment, dateAlone: Bool = false) {
        let plain = Moment.halfWidth(text)
        if let moment = Moment(rfc3339: plain) ?? Moment(relative: plain, now: now) {
            self = moment
            return
        }
        var scanner = DigitScanner(plain)
        guard let day = scanner.day(now: now) else { return nil }
        if scanner.isAtEnd, dateAlone {
            guard let midnight = CivilTime(date: day.date, hour: 0, minute: 0) else { return nil }
            self.init(shanghai: midnight)
            return
        }
        let separated = scanner.take(" ") || !day.isChinese && scanner.take("T")
        guard separated || day.isChinese,
            let hour = scanner.number(digits: 1...2), scanner.take(":"),
            let minute = scanner.number(digits: 2...2),
            scanner.isAtEnd,
            let time = CivilTime(date: day.date, hour: hour, minute: minute)
        else { return nil }
        self.init(shanghai: time)
    }

    fileprivate static let millisecondsPerDay: Int64 = 86_400_000

    private init?(relative text: String, now: Moment) {
        var scanner = DigitScanner(text)
        let isLater = scanner.take("+")
        guard isLater || scanner.take("-"), let count = scanner.number(digits: 1...5) else { return nil }
        let unit: Int64
        if scanner.take("m") {
            unit = 60_000
        } else if scanner.take("h") {
            unit = 3_600_000
        } else if scanner.take("d") {
            unit = Moment.millisecondsPerDay
        } else {
            return nil
        }
        let sum = now.milliseconds.addingReportingOverflow(Int64(count) * (isLater ? unit : -unit))
        guard scanner.isAtEnd, !sum.overflow else { return nil }
        self.init(milliseconds: sum.partialValue)
    }

    /// The text with full-width forms (U+FF01 to U+FF5E, U+3000) as ASCII, single spaces, and none at the ends.
    private static func halfWidth(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let twin = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
            plain.append(scalar.properties.isWhitespace ? " " : twin ?? scalar)
        }
        return String(plain).split(separator: " ").joined(separator: " ")
    }
}

extension DigitScanner {
    /// Takes a day: a date in either spelling, or a word for one near today.
    ///
    /// After a Chinese one no space need follow.
    fileprivate mutating func day(now: Moment) -> (date: CivilDate, isChinese: Bool)? {
        let words: [(String, days: Int64)] = [("昨天", -1), ("今天", 0), ("明天", 1), ("后天", 2)]
        for (word, days) in words where take(word) {
            let then = now.milliseconds.addingReportingOverflow(days * Moment.millisecondsPerDay)
            guard !then.overflow else { return nil }
            return (Moment(milliseconds: then.partialValue).shanghai.date, true)
        }
        if let date = isoDate() {
            return CivilDate(year: date.year, month: date.month, day: date.day).map { ($0, false) }
        }
        let year = number(digits: 4...4)
        if year != nil, !take("年") { return nil }
        guard let month = number(digits: 1...2), take("月"), let day = number(digits: 1...2), take("日") else {
            return nil
        }
        return CivilDate(year: year ?? now.shanghai.date.year, month: month, day: day).map { ($0, true) }
    }
}
