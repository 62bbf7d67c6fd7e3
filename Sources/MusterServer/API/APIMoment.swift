import CivilTime
import MusterDomain

/// The two ways in which the API writes time.
enum APIMoment {
    /// RFC 3339 with an offset.
    static func isMoment(_ text: String) -> Bool { Timestamp.milliseconds(of: text) != nil }

    /// A moment in UTC.
    static func text(_ moment: Instant) -> String { Timestamp.utc(milliseconds: moment.milliseconds) }

    /// `2026-11-21`, a day that there is.
    static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && Timestamp.milliseconds(of: text + "T00:00:00Z") != nil
    }
}
