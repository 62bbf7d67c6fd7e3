import MusterDomain

/// How many matters begin: more by day than by night, and so many that a certain number is open at once.
struct Tide {
    /// About as long a matter takes.
    private static let lifeDays = 6.0
    /// What a night hour has of a day hour, and what a whole day comes to in day hours.
    private static let night = 0.15
    private static let dayHours = 11 + 13 * night

    private let openAtOnce: Double
    private var waiting = 0.0

    init(openAtOnce: Int) { self.openAtOnce = Double(openAtOnce) }

    /// Time goes by while so many are running.
    mutating func rise(from start: Instant, to end: Instant, running: Int) {
        let hours = Double(end.milliseconds - start.milliseconds) / 3_600_000
        let rate = openAtOnce / Self.lifeDays / Self.dayHours * (WorkingTime.isOpen(end) ? 1 : Self.night)
        waiting += hours * rate * max(0, 2 - Double(running) / openAtOnce)
    }

    /// Whether another one begins now.
    mutating func takeOne() -> Bool {
        guard waiting >= 1 else { return false }
        waiting -= 1
        return true
    }
}
