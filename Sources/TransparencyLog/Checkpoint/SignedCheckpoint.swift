/// A checkpoint with the signatures under it.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What the log says.
    public let checkpoint: Checkpoint
    /// The same with the signatures.
    public private(set) var note: SignedNote

    /// A checkpoint that is signed here, by one key of the log or, after a rotation, by both.
    public init(_ checkpoint: Checkpoint, signers: [NoteSigner]) {
        self.checkpoint = checkpoint
        note = SignedNote(checkpoint.text, signatures: signers.map { $0.sign(checkpoint.text) })
    }

    /// A signed checkpoint out of its bytes. The signatures are read, not verified.
    ///
    /// - Throws: what reading a note and a checkpoint throws.
    public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
        try self.init(note: SignedNote(bytes))
    }

    /// A note that is a checkpoint.
    ///
    /// - Throws: `checkpointIncomplete`, `checkpointSize`, `checkpointRoot`.
    public init(note: SignedNote) throws(TransparencyError) {
        self.note = note
        checkpoint = try Checkpoint(note.text)
    }

    /// Its bytes; for one that was read the very same.
    public var bytes: [UInt8] { note.bytes }

    /// Adds the statement of a cosigner who saw it at `time`, in POSIX seconds.
    public mutating func cosign(_ cosigner: Cosigner, time: UInt64) {
        note.add(cosigner.cosign(checkpoint, time: time))
    }

    /// Adds a signature line that came from elsewhere, a witness for instance.
    public mutating func add(_ signature: NoteSignature) { note.add(signature) }

    /// Who signed it, of those that the policy knows.
    ///
    /// - Throws: `checkpointOrigin` if it is of another log; `signatureInvalid` if a line claims to be of a known key and
    ///   is not; `signatureMissing` if no key of the log signed; `cosignatureMissing` below the quorum.
    public func verify(_ policy: LogPolicy) throws(TransparencyError) -> CheckpointSigners {
        guard checkpoint.isOf(origin: policy.origin) else {
            throw TransparencyError(.checkpointOrigin, "\(checkpoint.origin) instead of \(policy.origin)")
        }
        let verified = try note.verified(by: policy.logKeys + policy.cosigners)
        let signers = CheckpointSigners(
            log: verified.filter { policy.logKeys.contains($0.key) },
            cosigners: verified.filter { policy.cosigners.contains($0.key) }
        )
        guard !signers.log.isEmpty else {
            throw TransparencyError(.signatureMissing, "no key of the log signed")
        }
        // The statement does not name the cosigner: one key under two names is one witness.
        let keys = Set(signers.cosigners.map(\.key.publicKey))
        guard keys.count >= policy.quorum else {
            throw TransparencyError(.cosignatureMissing, "\(keys.count) of \(policy.quorum) cosigners signed")
        }
        return signers
    }
}

/// Who signed a checkpoint.
public struct CheckpointSigners: Hashable, Sendable {
    /// Signatures of the log's own keys; at least one.
    public let log: [VerifiedSignature]
    /// Those of cosigners, with their times.
    public let cosigners: [VerifiedSignature]

    /// When it was cosigned first and last, in POSIX seconds; nil if it was not.
    public var times: ClosedRange<UInt64>? {
        let times = cosigners.compactMap(\.time)
        guard let first = times.min(), let last = times.max() else { return nil }
        return first...last
    }
}
