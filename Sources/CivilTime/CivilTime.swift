/// A date and a time of day on some clock on the wall, to the millisecond.
public struct CivilTime: Hashable, Sendable {
    /// Asia/Shanghai's offset from UTC in milliseconds; it has had no summer time since 1991.
    public static let shanghaiOffset: Int64 = 8 * 3_600_000

    /// The date.
    public var date: CivilDate
    /// Milliseconds since midnight, less than 86,400,000.
    public var millisecondOfDay: Int

    /// A date with a time of day; nil unless hour, minute, second and millisecond are in their ranges.
    public init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000).contains(millisecond)
        else { return nil }
        self.date = date
        millisecondOfDay = ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond
    }

    /// What a clock without offset shows so many milliseconds after 1970-01-01T00:00.
    public init(milliseconds: Int64) {
        let days = Int(milliseconds).flooredQuotient(by: 86_400_000)
        date = CivilDate(daysSince1970: days)
        // Not what is left of the days' product, which overflows on the first day that an Int64 reaches.
        let remainder = Int(milliseconds) % 86_400_000
        millisecondOfDay = remainder < 0 ? remainder + 86_400_000 : remainder
    }

    /// Milliseconds since 1970-01-01T00:00 on the same clock.
    public var milliseconds: Int64 { Int64(date.daysSince1970) * 86_400_000 + Int64(millisecondOfDay) }

    /// 0 to 23.
    public var hour: Int { millisecondOfDay / 3_600_000 }
    /// 0 to 59.
    public var minute: Int { millisecondOfDay / 60_000 % 60 }
    /// 0 to 59.
    public var second: Int { millisecondOfDay / 1_000 % 60 }
    /// 0 to 999.
    public var millisecond: Int { millisecondOfDay % 1_000 }
}
