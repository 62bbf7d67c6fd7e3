import Foundation
import MusterDomain
import Synchronization

/// Moments as logs and headers spell them. Each is made once a second or so and kept.
enum LogTime {
    /// RFC 3339 in UTC with milliseconds.
    static func text(_ moment: Instant) -> String {
        let (seconds, milliseconds) = moment.milliseconds.quotientAndRemainder(dividingBy: 1_000)
        let digits = "\(1_000 + milliseconds)".dropFirst()
        return second(seconds) + "." + digits + "Z"
    }

    private static let kept = Mutex<(second: Int64, text: String)>((.min, ""))

    private static func second(_ second: Int64) -> String {
        kept.withLock { kept in
            if kept.second != second {
                let date = Date(timeIntervalSince1970: TimeInterval(second))
                kept = (second, String(date.formatted(.iso8601).dropLast()))
            }
            return kept.text
        }
    }
}

/// The `Date` of answers, made once a second.
final class DateHeader: Sendable {
    private let now: @Sendable () -> Instant
    private let kept = Mutex<(second: Int64, text: String)>((.min, ""))

    init(now: @escaping @Sendable () -> Instant) { self.now = now }

    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// 1970 began on a Thursday.
    private static func text(of second: Int64) -> String {
        let text = Date(timeIntervalSince1970: TimeInterval(second)).formatted(.iso8601)
        let digits = text.split { !$0.isNumber }
        let day = days[Int((second / 86_400) % 7)]
        let month = months[(Int(digits[1]) ?? 1) - 1]
        return "\(day), \(digits[2]) \(month) \(digits[0]) \(digits[3]):\(digits[4]):\(digits[5]) GMT"
    }

    /// IMF-fixdate of RFC 9110 §5.6.7.
    var text: String {
        let second = now().milliseconds / 1_000
        return kept.withLock { kept in
            if kept.second != second {
                kept = (second, Self.text(of: second))
            }
            return kept.text
        }
    }
}
