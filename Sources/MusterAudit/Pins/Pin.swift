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

    /// Whether one of the log's pinned keys has signed a head, and none of them wrongly.
    func hasSigned(_ head: SignedCheckpoint) -> Bool { (try? head.verify(policy)) != nil }
}
