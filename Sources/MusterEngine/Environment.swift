import EventLog
public import MusterDomain

/// The two things that the engine takes from outside: the time and randomness. Everything else follows from the
/// log and the commands.
public struct Environment: Sendable {
    /// The time now.
    public var now: @Sendable () -> Instant
    /// So many unpredictable bytes.
    public var randomBytes: @Sendable (Int) -> [UInt8]
    /// Who counts what becomes durable; it has no say in anything.
    public var observer: (any LedgerObserver)?

    /// An environment of one's own, for tests and demonstrations.
    public init(
        now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8],
        observer: (any LedgerObserver)? = nil
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.observer = observer
    }

    /// A command id for an act that its caller gave none: 128 random bits in hex.
    public func commandID() -> String { randomBytes(16).hex }
}
