import CivilTime

/// A point in time as people write and read it.
///
/// Local time is Asia/Shanghai, eight hours ahead of UTC. That holds for every moment since 15 September 1991, when
/// China's last summer time ended; earlier summers read an hour early.
public struct Moment: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// A moment by Shanghai's calendar and clock.
    init(shanghai time: CivilTime) { self.init(milliseconds: time.milliseconds - CivilTime.shanghaiOffset) }

    /// What calendar and clock show in Shanghai.
    var shanghai: CivilTime {
        // A number from a damaged file must be shown, not trapped on.
        CivilTime(milliseconds: min(milliseconds, .max - CivilTime.shanghaiOffset) + CivilTime.shanghaiOffset)
    }

    /// The earlier of two moments is the smaller.
    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// Date and time in Shanghai, to the minute: `2026年11月21日 10:00` or `2026-11-21 10:00`.
    public func localText(_ language: Language) -> String {
        let time = shanghai
        return "\(localDateText(language)) \(digits(time.hour)):\(digits(time.minute))"
    }

    /// The date in Shanghai: `2026年11月21日` or `2026-11-21`.
    public func localDateText(_ language: Language) -> String {
        let date = shanghai.date
        return switch language {
        case .zh: "\(date.year)年\(date.month)月\(date.day)日"
        case .en: "\(digits(date.year, 4))-\(digits(date.month))-\(digits(date.day))"
        }
    }

    /// The moment in UTC as entries and interfaces write it: `2026-11-21T02:00:00.000Z`.
    public var iso8601: String { Timestamp.utc(milliseconds: milliseconds) }

    /// A moment from RFC 3339 with its zone: `2026-11-21T10:00:00+08:00`, with or without a fraction, or `Z`.
    ///
    /// Nil for anything else, a time without a zone among it.
    public init?(rfc3339 text: some StringProtocol) {
        guard let milliseconds = Timestamp.milliseconds(of: text) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

private func digits(_ number: Int, _ count: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
