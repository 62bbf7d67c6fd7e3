/// A moment: milliseconds since 1970-01-01T00:00:00Z. The domain is given moments and never reads a clock.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable, Encodable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    /// A moment by its milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Earlier before later.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `span` later.
    public static func + (moment: Instant, span: Span) -> Instant {
        Instant(milliseconds: moment.milliseconds + span.milliseconds)
    }

    /// The year on the wall calendar of Asia/Shanghai, which has been UTC+8 without summer time since 1991.
    public var shanghaiYear: Int {
        let day = (milliseconds + 8 * 3_600_000).flooredQuotient(by: 86_400_000)
        return CivilDate(daysSince1970: day).year
    }

    /// Writes the bare number of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A length of calendar time in milliseconds.
public struct Span: Hashable, Sendable, BitwiseCopyable {
    /// Its milliseconds.
    public var milliseconds: Int64

    /// So many minutes.
    public static func minutes(_ count: Int64) -> Span { Span(milliseconds: count * 60_000) }
    /// So many hours.
    public static func hours(_ count: Int64) -> Span { minutes(count * 60) }
    /// So many days of 24 hours.
    public static func days(_ count: Int64) -> Span { hours(count * 24) }
}

/// A date of the proleptic Gregorian calendar.
struct CivilDate {
    var year: Int

    /// Howard Hinnant's `civil_from_days`, reduced to the year: eras of 400 years that begin on 1 March.
    init(daysSince1970 days: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let isJanuaryOrFebruary = dayOfYear >= 306
        year = Int(yearOfEra + era * 400) + (isJanuaryOrFebruary ? 1 : 0)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
