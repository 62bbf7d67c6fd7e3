/// Clock, rest and chance for whoever tries again: handed in, so that a test decides what they are.
public struct Patience: Sendable {
    /// A clock that never runs back; only differences count.
    public var now: @Sendable () -> Duration
    /// Rests; ends early, with an error, if the task is cancelled.
    public var rest: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1 for the jitter, so that many callers do not all come back at the same moment.
    public var chance: @Sendable () -> Double

    /// A way to wait.
    public init(
        now: @escaping @Sendable () -> Duration, rest: @escaping @Sendable (Duration) async throws -> Void,
        chance: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.rest = rest
        self.chance = chance
    }

    /// How long to rest before attempt number `attempt`, from 1: a tenth of a second, doubled each time up to five
    /// seconds, and of that between half and all; never less than the server asks for.
    func rest(before attempt: Int, asked seconds: Int?) -> Duration {
        let full = min(5_000, 100 << min(attempt - 1, 6))
        let jittered = Duration.milliseconds(Int64(Double(full) * (0.5 + chance() / 2)))
        return max(jittered, .seconds(seconds ?? 0))
    }
}
