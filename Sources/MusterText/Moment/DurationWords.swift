/// Lengths of time in words.
public enum DurationWords {
    /// A length by its two largest units: `3 天 2 小时`, `1 h 20 min`.
    ///
    /// What is smaller is cut off and not rounded, and a unit that is zero is left out. A day is 24 hours. The sign
    /// does not count.
    public static func length(milliseconds: Int64, _ language: Language) -> String {
        let minutes = Int64(clamping: milliseconds.magnitude / 60_000)
        guard minutes > 0 else { return language == .zh ? "不到 1 分" : "less than 1 min" }
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        let parts: [(Int64, zh: String, en: String)] =
            days > 0 ? [(days, "天", "d"), (hours, "小时", "h")] : [(hours, "小时", "h"), (rest, "分", "min")]
        return parts.filter { $0.0 > 0 }
            .map { "\($0.0) \(language == .zh ? $0.zh : $0.en)" }
            .joined(separator: " ")
    }

    /// How a deadline stands now: `还有 1 小时 20 分`, `1 h 20 min left`, `已超 3 天 2 小时`, `3 d 2 h late`.
    ///
    /// The deadline itself is still in time.
    public static func standing(of deadline: Moment, now: Moment, _ language: Language) -> String {
        let left = deadline.milliseconds.subtractingReportingOverflow(now.milliseconds)
        let isLate = deadline < now
        let length = length(
            milliseconds: left.overflow ? .max : left.partialValue,
            language
        )
        // 不到 follows its verb without a space.
        let space = length.hasPrefix("不") ? "" : " "
        return switch (language, isLate) {
        case (.zh, false): "还有\(space)\(length)"
        case (.zh, true): "已超\(space)\(length)"
        case (.en, false): "\(length) left"
        case (.en, true): "\(length) late"
        }
    }
}
