import MusterDomain

/// How long something takes until the next act.
enum Pace {
    /// Minutes.
    case quick
    /// An hour or a few.
    case soon
    /// About a day.
    case days
    /// A week or so.
    case weeks
    /// Not before a moment, and soon after it.
    case after(Instant)

    /// The moment of the next act.
    func next(after now: Instant, _ chance: inout Chance) -> Instant {
        switch self {
        case .quick: WorkingTime.shift(now + .minutes(Int64(chance.within(3...45))), &chance)
        case .soon: WorkingTime.shift(now + .minutes(Int64(chance.within(40...420))), &chance)
        case .days: WorkingTime.shift(now + .minutes(Int64(chance.within(600...3_600))), &chance)
        case .weeks: WorkingTime.shift(now + .minutes(Int64(chance.within(3_000...14_000))), &chance)
        case .after(let moment): max(moment, now) + .minutes(Int64(chance.within(5...90)))
        }
    }
}

/// When offices work, on the wall clock of Asia/Shanghai, which is UTC+8.
enum WorkingTime {
    private static let day: Int64 = 86_400_000
    private static let offset: Int64 = 8 * 3_600_000

    /// How far a day has gone, in minutes of the wall clock.
    static func minute(of moment: Instant) -> Int {
        Int((moment.milliseconds + offset) % day / 60_000)
    }

    /// Whether offices are open: from 8:00 to 19:00.
    static func isOpen(_ moment: Instant) -> Bool { (8 * 60..<19 * 60).contains(minute(of: moment)) }

    /// The moment, or the next morning if it falls into a night when nobody works.
    static func shift(_ moment: Instant, _ chance: inout Chance) -> Instant {
        guard !isOpen(moment), chance.happens(850) else { return moment }
        let local = moment.milliseconds + offset
        let midnight = local - local % day + (minute(of: moment) < 8 * 60 ? 0 : day)
        return Instant(milliseconds: midnight - offset + Int64(chance.within(8 * 60...11 * 60)) * 60_000)
    }
}
