import EventLog
import TransparencyLog

/// The checkpoints that a log keeps of itself, verified by the keys that somebody knows.
struct KeptNotes {
    /// What is to be compared with the roots.
    private(set) var checked: [CheckedNote] = []
    /// When they were cosigned.
    private(set) var times: [CheckpointTime] = []
    /// The size of the largest one that a known key of the log has signed.
    private(set) var signed: Position = 0
    /// How many there are.
    private(set) var count = 0

    private static let pageSize = 1_000

    /// Those of a stored log; what is wrong with them is a finding.
    init(of log: any StoredLog, keys: [VerifierKey], _ findings: inout Findings) async throws(EventStoreError) {
        let policy = Self.policy(keys)
        var from: Position = 0
        while true {
            let page = try await log.keptNotes(from: from, limit: Self.pageSize)
            for note in page { take(note, policy, &findings) }
            guard page.count == Self.pageSize, let last = page.last else { break }
            from = last.size + 1
        }
    }

    /// Notes by ascending size.
    init(_ notes: [KeptNote], keys: [VerifierKey], _ findings: inout Findings) {
        let policy = Self.policy(keys)
        for note in notes { take(note, policy, &findings) }
    }

    /// Whom the keys mean: a log and its cosigners; nil without a key of the log.
    static func policy(_ keys: [VerifierKey]) -> LogPolicy? {
        let logKeys = keys.filter { $0.algorithm == .ed25519 }
        return logKeys.first.map { first in
            LogPolicy(
                origin: first.name.text, logKeys: logKeys, cosigners: keys.filter { $0.algorithm != .ed25519 })
        }
    }

    private mutating func take(_ note: KeptNote, _ policy: LogPolicy?, _ findings: inout Findings) {
        count += 1
        let checkpoint: SignedCheckpoint
        do throws(TransparencyError) { checkpoint = try SignedCheckpoint(note.bytes) } catch {
            return findings.add(.signature, at: note.size, error.description)
        }
        guard checkpoint.checkpoint.size == note.size else {
            return findings.add(.signature, at: note.size, "it is of \(checkpoint.checkpoint.size) entries")
        }
        checked.append(CheckedNote(size: note.size, root: checkpoint.checkpoint.root, kind: .checkpoint))
        guard let policy else { return }
        do throws(TransparencyError) {
            let signers = try checkpoint.verify(policy)
            signed = max(signed, note.size)
            times += signers.cosigners.compactMap { signature in
                signature.time.map { CheckpointTime(size: note.size, time: $0) }
            }
        } catch { findings.add(.signature, at: note.size, error.description) }
    }
}
