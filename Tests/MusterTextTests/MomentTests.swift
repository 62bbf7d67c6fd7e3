import Testing

@testable import MusterText

@Suite struct MomentTests {
    /// 2026-11-21 10:00 in Shanghai, a Saturday.
    private static let now = Moment(milliseconds: 1_795_226_400_000)

    @Test func `A moment is shown in Shanghai's time and in UTC`() {
        #expect(Self.now.localText(.zh) == "2026年11月21日 10:00")
        #expect(Self.now.localText(.en) == "2026-11-21 10:00")
        #expect(Self.now.localDateText(.zh) == "2026年11月21日")
        #expect(Self.now.iso8601 == "2026-11-21T02:00:00.000Z")
        #expect(Moment(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
        #expect(Moment(milliseconds: 0).localText(.en) == "1970-01-01 08:00")
        #expect(Moment(milliseconds: 951_782_400_123).iso8601 == "2000-02-29T00:00:00.123Z")
    }

    @Test func `No number traps`() {
        for milliseconds in [Int64.min, .max] {
            let moment = Moment(milliseconds: milliseconds)
            #expect(!moment.iso8601.isEmpty)
            #expect(!moment.localText(.zh).isEmpty)
            for language in Language.allCases {
                #expect(!DurationWords.standing(of: moment, now: Self.now, language).isEmpty)
                #expect(!DurationWords.standing(of: Self.now, now: moment, language).isEmpty)
            }
        }
    }

    @Test func `Every day of eight centuries follows the one before`() throws {
        var (year, month, day) = (1600, 1, 1)
        let first = try #require(Moment(rfc3339: "1600-01-01T00:00:00+08:00"))
        for count in 0..<Int64(292_194) {
            let midnight = Moment(milliseconds: first.milliseconds + count * 86_400_000)
            try #require(midnight.localText(.zh) == "\(year)年\(month)月\(day)日 00:00")
            let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
            let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > days[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2400, 1, 1))
    }

    @Test(arguments: [
        ("2026-11-21T10:00:00+08:00", "2026-11-21T02:00:00.000Z"),
        ("2026-11-21T02:00:00Z", "2026-11-21T02:00:00.000Z"),
        ("2026-11-21t02:00:00.5z", "2026-11-21T02:00:00.500Z"),
        ("2026-11-21T02:00:00.123999999-05:30", "2026-11-21T07:30:00.123Z"),
        ("2024-02-29T23:59:59-00:00", "2024-02-29T23:59:59.000Z"),
        ("2026-11-21 10:00:00+08:00", "2026-11-21T02:00:00.000Z"),
        ("2015-01-01T00:30:00+01:00", "2014-12-31T23:30:00.000Z"),
    ])
    func `RFC 3339 with a zone is read`(text: String, utc: String) {
        #expect(Moment(rfc3339: text)?.iso8601 == utc)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T10:00:00", "2026-11-21  10:00:00Z", "2026-11-21T10:00Z", "2026-02-30T10:00:00Z",
        "2025-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z",
        "2026-11-21T23:59:60Z", "2026-11-21T10:00:00.Z", "2026-11-21T10:00:00+0800", "2026-11-21T10:00:00+24:00",
        "2026-11-21T10:00:00Z ", "２０２６-11-21T10:00:00Z", "2026-1-21T10:00:00Z", "+2026-11-21T10:00:00Z",
    ])
    func `Anything else is no RFC 3339`(text: String) {
        #expect(Moment(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("2026-11-22 10:00", "2026-11-22 10:00"), ("2026-11-22T10:00", "2026-11-22 10:00"),
        (" 2026-11-22  9:05 ", "2026-11-22 09:05"), ("２０２６-１１-２２　１０：００", "2026-11-22 10:00"),
        ("2026年1月5日 10:00", "2026-01-05 10:00"), ("11月22日 10:00", "2026-11-22 10:00"), ("1月2日8:30", "2026-01-02 08:30"),
        ("今天 17:30", "2026-11-21 17:30"), ("明天10:00", "2026-11-22 10:00"), ("昨天 23:59", "2026-11-20 23:59"),
        ("后天 00:00", "2026-11-23 00:00"), ("+2h", "2026-11-21 12:00"), ("+3d", "2026-11-24 10:00"),
        ("+30m", "2026-11-21 10:30"), ("-1d", "2026-11-20 10:00"), ("＋２ｈ", "2026-11-21 12:00"),
        ("2026-11-22T02:00:00Z", "2026-11-22 10:00"),
    ])
    func `What a person types is read in Shanghai's time`(text: String, local: String) {
        #expect(Moment(typed: text, now: Self.now)?.localText(.en) == local)
    }

    @Test(arguments: [
        "", "10:00", "2026-11-21", "2026-02-30 10:00", "2月30日 10:00", "2026年2月30日 10:00", "2026-11-21 24:00",
        "2026-11-21 10:0", "2026-11-21 10:00:00", "2026-11-2110:00", "2026年11月21日T10:00", "明天", "明天 25:00", "大后天 10:00",
        "+2", "2h", "+2w", "+h", "+999999d", "+2h30m", "--1d", "tomorrow 10:00", "2026/11/21 10:00", "26年11月21日 10:00",
        "明天 10:00 吧",
    ])
    func `What is no moment is refused`(text: String) {
        #expect(Moment(typed: text, now: Self.now) == nil)
    }

    @Test(arguments: [
        ("2026-11-22", "2026-11-22"), ("2026年11月22日", "2026-11-22"), ("1月5日", "2026-01-05"), ("今天", "2026-11-21"),
        ("２０２６-11-22", "2026-11-22"),
    ])
    func `A date alone is its first minute, where it is allowed`(text: String, date: String) {
        let moment = Moment(typed: text, now: Self.now, dateAlone: true)
        #expect(moment?.localText(.en) == "\(date) 00:00")
    }

    @Test func `Today is Shanghai's day`() {
        // 2026-11-21 01:00 in Shanghai is still the 20th in UTC.
        let night = Moment(milliseconds: Self.now.milliseconds - 9 * 3_600_000)
        #expect(Moment(typed: "今天 10:00", now: night) == Self.now)
    }

    @Test func `What is shown in Chinese or English can be typed`() {
        for language in Language.allCases {
            #expect(Moment(typed: Self.now.localText(language), now: Moment(milliseconds: 0)) == Self.now)
        }
        #expect(Moment(rfc3339: Self.now.iso8601) == Self.now)
    }
}
