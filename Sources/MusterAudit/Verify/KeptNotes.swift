import EventLog
import TransparencyLog

/// The checkpoints that a log keeps of itself, verified by the keys that somebody knows.
struct KeptNotes {
    /// What is to be compared with the roots.
    private(set) var checked: [CheckedNote] = []
    /// When they were cosigned.
    private(set) var times: [CheckpointTime] = []
    /// Which known keys of the log have signed which.
    private(set) var signers: [KeyHistory.Signed] = []
    /// The size of the largest one that a known key of the log has signed.
    private(set) var signed: Position = 0
    /// How many there are.
    private(set) var count = 0

    private static let pageSize = 1_000

    /// Those of a stored log; what is wrong with them is a finding.
    init(of log: any StoredLog, keys: [VerifierKey], _ findings: inout Findings) async throws(EventStoreError) {
        var from: Position = 0
        while true {
            let page = try await log.keptNotes(from: from, limit: Self.pageSize)
            for note in page { take(note, keys, &findings) }
            guard page.count == Self.pageSize, let last = page.last else { break }
            from = last.size + 1
        }
    }

    /// Notes by ascending size.
    init(_ notes: [KeptNote], keys: [VerifierKey], _ findings: inout Findings) {
        for note in notes { take(note, keys, &findings) }
    }

    private mutating func take(_ note: KeptNote, _ keys: [VerifierKey], _ findings: inout Findings) {
        count += 1
        let checkpoint: SignedCheckpoint
        do throws(TransparencyError) { checkpoint = try SignedCheckpoint(note.bytes) } catch {
            return findings.add(.signature, at: note.size, error.description)
        }
        guard checkpoint.checkpoint.size == note.size else {
            return findings.add(.signature, at: note.size, "it is of \(checkpoint.checkpoint.size) entries")
        }
        checked.append(CheckedNote(size: note.size, root: checkpoint.checkpoint.root, kind: .checkpoint))
        guard !keys.isEmpty else { return }
        do throws(TransparencyError) {
            // The keys bear the name of the log, so one of a log that is not known has none. A log that has gone on from
            // an older copy of itself has had another name before.
            let origin = checkpoint.checkpoint.origin
            let signers = try checkpoint.verify(LogPolicy(origin: origin, trusting: keys))
            self.signers.append(KeyHistory.Signed(size: note.size, origin: origin, keys: signers.log.map(\.key)))
            signed = max(signed, note.size)
            times += signers.cosigners.compactMap { signature in
                signature.time.map { CheckpointTime(size: note.size, time: $0) }
            }
        } catch { findings.add(.signature, at: note.size, error.description) }
    }
}
