/// Whom a verifier believes: one log, its keys, and cosigners of whom so many must have signed.
public struct LogPolicy: Hashable, Sendable {
    /// The log's origin.
    public var origin: String
    /// The log's keys, of which one at least must have signed; after a rotation the new and the old.
    public var logKeys: [VerifierKey]
    /// Cosigners that are known; a wrong signature of one of them is refused in any case.
    public var cosigners: [VerifierKey]
    /// How many different cosigners' keys are wanted.
    public var quorum: Int

    /// A policy; without cosigners unless they are named.
    public init(origin: String, logKeys: [VerifierKey], cosigners: [VerifierKey] = [], quorum: Int = 0) {
        precondition(quorum >= 0, "a quorum is no negative number")
        (self.origin, self.logKeys, self.cosigners, self.quorum) = (origin, logKeys, cosigners, quorum)
    }

    /// To believe the keys that sign as the log of the origin, and all cosigners among them.
    public init(origin: String, trusting keys: [VerifierKey]) {
        self.init(
            origin: origin,
            logKeys: keys.filter { $0.algorithm == .ed25519 && $0.name.text.utf8.elementsEqual(origin.utf8) },
            cosigners: keys.filter { $0.algorithm == .cosignatureV1 })
    }

    /// Of a log with one key that bears the origin as its name, as C2SP tlog-checkpoint v1.0.0 recommends.
    public init(logKey: VerifierKey) { self.init(origin: logKey.name.text, logKeys: [logKey]) }
}
