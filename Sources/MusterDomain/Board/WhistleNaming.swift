import CivilTime

/// Gives whistles their names: they are counted within the calendar years of Asia/Shanghai.
struct WhistleNaming: Sendable {
    /// The year of the newest whistle and how many that year has had.
    private var newest = WhistleName(year: 0, number: 0)
    /// The milliseconds of that year: nearly every whistle falls into the year of the one before.
    private var year: Range<Int64> = 0..<0

    /// The name of the next whistle if it is recorded at `moment`.
    func next(at moment: Instant) -> WhistleName {
        let now = year.contains(moment.milliseconds) ? newest.year : moment.shanghaiYear
        return WhistleName(year: now, number: now == newest.year ? newest.number + 1 : 1)
    }

    /// Gives that name.
    mutating func take(at moment: Instant) -> WhistleName {
        newest = next(at: moment)
        if !year.contains(moment.milliseconds) {
            year = Self.newYear(newest.year)..<Self.newYear(newest.year + 1)
        }
        return newest
    }

    private static func newYear(_ year: Int) -> Int64 {
        guard let date = CivilDate(year: year, month: 1, day: 1) else {
            preconditionFailure("a year without its first day")
        }
        return Int64(date.daysSince1970) * 86_400_000 - CivilTime.shanghaiOffset
    }
}
