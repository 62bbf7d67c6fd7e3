import CivilTime
import Testing

/// Moments as text, and the calendar under them.
struct CivilTimeTests {
    /// The first moment of year 0 and the last of year 9999.
    private static let years: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_772_413_200_123, "2026-03-02T01:00:00.123Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] as [(Int64, String)]
    )
    func `known moments have their text`(milliseconds: Int64, text: String) {
        #expect(Timestamp.utc(milliseconds: milliseconds) == text)
        #expect(Timestamp.milliseconds(of: text) == milliseconds)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `any moment of the years 0 to 9999 survives being written`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let moment = Int64.random(in: Self.years, using: &random)
            let text = Timestamp.utc(milliseconds: moment)
            #expect(text.utf8.count == 24)
            #expect(Timestamp.milliseconds(of: text) == moment, "seed \(seed): \(text)")
        }
    }

    @Test func `the text order of moments is their order`() {
        var random = SeededGenerator(seed: 99)
        let moments = (0..<300).map { _ in Int64.random(in: Self.years, using: &random) }
        let texts = moments.map { Timestamp.utc(milliseconds: $0) }
        #expect(moments.sorted().map { Timestamp.utc(milliseconds: $0) } == texts.sorted())
    }

    @Test(
        arguments: [
            ("2026-03-02T09:00:00+08:00", 1_772_413_200_000),
            ("2026-03-02t01:00:00z", 1_772_413_200_000),
            ("2026-03-02 01:00:00.5Z", 1_772_413_200_500),
            ("2026-03-02T01:00:00.123999999Z", 1_772_413_200_123),
            ("2026-03-01T19:30:00-05:30", 1_772_413_200_000),
        ] as [(String, Int64)]
    )
    func `other spellings of RFC 3339 are understood`(text: String, milliseconds: Int64) {
        #expect(Timestamp.milliseconds(of: text) == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-03-02", "2026-03-02T01:00:00", "2026-03-02T01:00Z", "2026-3-2T01:00:00Z",
        "2026-02-29T01:00:00Z", "2100-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
        "2016-12-31T23:59:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00+8:00",
        "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+0800", "2026-01-01T00:00:00Z ", " 2026-01-01T00:00:00Z",
        "-026-01-01T00:00:00Z", "２０２６-01-01T00:00:00Z", "20260101T000000Z", "12026-01-01T00:00:00Z",
    ])
    func `what is no timestamp is not taken for one`(text: String) {
        #expect(Timestamp.milliseconds(of: text) == nil)
    }

    @Test func `every day of 800 years follows the one before it`() throws {
        var expected = try #require(CivilDate(year: 1600, month: 1, day: 1))
        for day in expected.daysSince1970..<(expected.daysSince1970 + 292_194) {
            let date = CivilDate(daysSince1970: day)
            #expect(date == expected && date.daysSince1970 == day)
            guard date == expected else { return }
            expected = try #require(
                CivilDate(year: date.year, month: date.month, day: date.day + 1)
                    ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
                    ?? CivilDate(year: date.year + 1, month: 1, day: 1)
            )
        }
        #expect(expected == CivilDate(year: 2400, month: 1, day: 1))
    }

    @Test(arguments: [(2024, true), (2026, false), (1900, false), (2000, true), (2100, false), (0, true), (-4, true)])
    func `a leap day exists in leap years only`(year: Int, isLeap: Bool) {
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test func `a time of day is taken apart as it was put together`() throws {
        let date = try #require(CivilDate(year: 2026, month: 3, day: 2))
        let time = try #require(CivilTime(date: date, hour: 23, minute: 59, second: 58, millisecond: 7))
        #expect((time.hour, time.minute, time.second, time.millisecond) == (23, 59, 58, 7))
        #expect(CivilTime(milliseconds: time.milliseconds) == time)
        #expect(CivilTime(date: date, hour: 24, minute: 0) == nil)
        #expect(CivilTime(date: date, hour: 0, minute: 60) == nil)
        #expect(CivilTime(date: date, hour: 0, minute: 0, second: 60) == nil)
        #expect(CivilTime(date: date, hour: 0, minute: 0, millisecond: 1_000) == nil)
    }
}
