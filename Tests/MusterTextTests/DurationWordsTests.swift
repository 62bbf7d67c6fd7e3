import Testing

@testable import MusterText

@Suite struct DurationWordsTests {
    private static let minute: Int64 = 60_000

    @Test(arguments: [
        (80 * minute, "还有 1 小时 20 分", "1 h 20 min left"),
        (-(74 * 60 + 59) * minute, "已超 3 天 2 小时", "3 d 2 h late"),
        (minute * 60, "还有 1 小时", "1 h left"),
        (minute * 1440 + minute, "还有 1 天", "1 d left"),
        (minute, "还有 1 分", "1 min left"),
        (minute - 1, "还有不到 1 分", "less than 1 min left"),
        (0, "还有不到 1 分", "less than 1 min left"),
        (-1, "已超不到 1 分", "less than 1 min late"),
    ])
    func `A deadline stands before or behind us`(left: Int64, zh: String, en: String) {
        let now = Moment(milliseconds: 1_795_226_400_000)
        let deadline = Moment(milliseconds: now.milliseconds + left)
        #expect(DurationWords.standing(of: deadline, now: now, .zh) == zh)
        #expect(DurationWords.standing(of: deadline, now: now, .en) == en)
    }
}
