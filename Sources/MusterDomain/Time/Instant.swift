import CivilTime

/// A moment: milliseconds since 1970-01-01T00:00:00Z. The domain is given moments and never reads a clock.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable, Encodable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64

    /// A moment by its milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The first millisecond of the years 0 to 9999, which entries can spell.
    private static var firstWritable: Int64 { -62_167_219_200_000 }
    /// From there to the last one.
    static var writableLength: UInt64 { 253_402_300_799_999 + 62_167_219_200_000 }

    /// How many milliseconds a moment lies behind the first of those years; one before it lies behind them all.
    @inline(__always)
    static func sinceWritable(_ milliseconds: Int64) -> UInt64 {
        UInt64(bitPattern: milliseconds &- firstWritable)
    }

    /// Whether entries can spell a moment.
    static func isWritable(_ milliseconds: Int64) -> Bool { sinceWritable(milliseconds) <= writableLength }

    /// Earlier before later.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `span` later.
    public static func + (moment: Instant, span: Span) -> Instant {
        Instant(milliseconds: moment.milliseconds + span.milliseconds)
    }

    /// The year on the wall calendar of Asia/Shanghai, which has been UTC+8 without summer time since 1991.
    public var shanghaiYear: Int {
        CivilTime(milliseconds: milliseconds + CivilTime.shanghaiOffset).date.year
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
