public import MusterDomain

/// The two things that the engine takes from outside: the time and randomness. Everything else follows from the
/// log and the commands.
public struct Environment: Sendable {
    /// The time now.
    public var now: @Sendable () -> Instant
    /// So many unpredictable bytes.
    public var randomBytes: @Sendable (Int) -> [UInt8]

    /// An environment of one's own, for tests and demonstrations.
    public init(now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }
}
