package import TransparencyLog

/// What this machine knows of a log: the largest head it has seen, and whose signatures it believes.
package struct Pin: Equatable, Sendable {
    /// The head that every later one must extend.
    package var checkpoint: SignedCheckpoint
    /// The keys that are believed: the log's, named like its origin, and those of cosigners.
    package var keys: [VerifierKey]

    /// A pin.
    package init(checkpoint: SignedCheckpoint, keys: [VerifierKey]) {
        (self.checkpoint, self.keys) = (checkpoint, keys)
    }

    /// Which log.
    package var origin: String { checkpoint.checkpoint.origin }

    /// Whom to believe.
    package var policy: LogPolicy { LogPolicy(origin: origin, trusting: keys) }
}

extension LogPolicy {
    /// To believe the keys that sign as the log of the origin, and all cosigners among them.
    init(origin: String, trusting keys: [VerifierKey]) {
        self.init(
            origin: origin,
            logKeys: keys.filter { $0.algorithm == .ed25519 && $0.name.text.utf8.elementsEqual(origin.utf8) },
            cosigners: keys.filter { $0.algorithm == .cosignatureV1 })
    }
}
