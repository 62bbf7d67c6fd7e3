import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import TransparencyLog

/// Going on from a copy that is older than what was signed, or without the key: under another origin, with another key.
///
/// All that lies beside the ledger is made ready before the ledger is there; the log says what happened before anything
/// else is written to it. Whatever comes between, the same command goes on from there.
struct NewEpoch {
    /// The last head that is known of the epoch before.
    let former: SignedCheckpoint
    /// The key of the new one.
    let key: SigningKey

    private let files: LedgerFiles
    /// Whether the key was written before, by a run that did not come to its end.
    private let isBegun: Bool

    /// - Parameters:
    ///   - files: Where the ledger is to be.
    ///   - newest: The newest head in the copy.
    ///   - size: How many entries the copy has.
    /// - Throws: `epochNotNeeded` if the copy can be gone on from as it is.
    init(of files: LedgerFiles, newest: SignedCheckpoint?, size: Position) throws(Failure) {
        let keeper = HeadFile(path: files.head)
        let present: SigningKey?
        let heads: [SignedCheckpoint]
        do {
            present = try files.signing()?.keys[0]
            heads = [try keeper.read(), try keeper.readFormer(), newest].compactMap(\.self)
        } catch { throw Failure(error) }
        guard let former = heads.max(by: { Self.rank($0) < Self.rank($1) }) else { throw Failure("epochNotNeeded") }
        let origin = FormerEpoch.origin(after: former.checkpoint.origin)
        isBegun = present?.name == origin
        guard former.checkpoint.size > size || present == nil || isBegun else { throw Failure("epochNotNeeded") }
        self.files = files
        self.former = former
        if let present, isBegun {
            key = present
        } else {
            guard let key = SigningKey(seed: Environment.live.randomBytes(32), name: origin) else {
                preconditionFailure("any 32 bytes are a seed, and the name is a key's")
            }
            self.key = key
        }
    }

    /// Puts key and head of the epoch before aside and the new key in its place.
    func prepare(keysOfBackup backup: [VerifierKey]) throws(Failure) {
        if !isBegun {
            let known = (try? files.publicKeys()) ?? []
            // It may be wanted as evidence; it signs nothing any more.
            try files.retireKey()
            try files.write([key], after: known + backup.filter { !known.contains($0) })
        }
        let keeper = HeadFile(path: files.head)
        do {
            if try keeper.read()?.checkpoint.isOf(origin: key.name) == false { try keeper.retire() }
        } catch { throw Failure(error) }
    }

    /// Of two heads the one of the later epoch, and in the same one the larger, says more.
    private static func rank(_ head: SignedCheckpoint) -> (UInt32, UInt64) {
        (FormerEpoch.number(of: head.checkpoint.origin), head.checkpoint.size)
    }
}
