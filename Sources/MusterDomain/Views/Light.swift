/// How much of a limit is used up, in the three colours of the district's boards.
public enum Light: String, CaseIterable, Sendable {
    /// Less than 80 % of the limit.
    case green
    /// 80 to 100 % of it.
    case yellow
    /// Past it.
    case red

    /// The light of a limit that began at `start` and runs out at `due`; the last moment is still in time.
    public init(from start: Instant, to due: Instant, at now: Instant) {
        guard now <= due else {
            self = .red
            return
        }
        // Wider than the moments are, so that no pair of them overflows.
        let limit = Int128(due.milliseconds) - Int128(start.milliseconds)
        let used = Int128(now.milliseconds) - Int128(start.milliseconds)
        self = used * 5 < limit * 4 ? .green : .yellow
    }
}
