import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import TransparencyLog

/// Going on from a copy that is older than what was signed, or without the key: under another origin, with another key.
///
/// All that lies beside the ledger is made ready before the ledger is there; the log says what happened before anybody
/// acts. Whatever comes between, the same command goes on from there, or the next opening of the ledger does.
struct NewEpoch {
    /// The last head that is known of the epoch before.
    let former: SignedCheckpoint
    /// The key of the new one.
    let key: SigningKey
    /// What verifies the heads before it.
    private let formerKeys: [VerifierKey]

    private let files: LedgerFiles
    private let present: HeadSigning?

    /// - Parameters:
    ///   - files: Where the ledger is to be.
    ///   - newest: The newest head in the copy.
    ///   - size: How many entries the copy has.
    ///   - keys: What verifies the copy's heads.
    /// - Throws: `epochNotNeeded` if the copy can be gone on from as it is; `headForeign` for a head that is of another
    ///   log, or that none of the known keys has signed.
    init(
        of files: LedgerFiles, newest: SignedCheckpoint?, size: Position, keys: [VerifierKey]
    ) throws(Failure) {
        let keeper = HeadFile(path: files.head)
        let heads: [SignedCheckpoint]
        let pending: SignedCheckpoint?
        do {
            present = try files.signing()
            pending = try keeper.readPending()
            heads = [pending, try keeper.read(), newest].compactMap(\.self)
        } catch { throw Failure(error) }
        let known = keys + (present?.keys.flatMap(\.verifierKeys) ?? []) + (present?.formerKeys ?? [])
        guard let former = heads.max(by: { Self.rank($0) < Self.rank($1) }) else { throw Failure("epochNotNeeded") }
        for head in heads {
            let origin = head.checkpoint.origin
            let isOfThisLog = FormerEpoch.stem(of: origin) == FormerEpoch.stem(of: former.checkpoint.origin)
            guard isOfThisLog, (try? head.verify(LogPolicy(origin: origin, trusting: known))) != nil else {
                throw Failure(.foreign(origin: origin))
            }
        }
        let begun = present?.keys[0]
        let isLater = begun.map { FormerEpoch.isEarlier(former.checkpoint.origin, than: $0.name) } ?? false
        let isBegun = isLater && pending == former
        // Of the epoch of a key that lies here everything may be lost, and its name is taken all the same.
        let last = isLater ? begun?.name ?? "" : former.checkpoint.origin
        let origin = isBegun ? last : FormerEpoch.origin(after: last)
        // The key that lies here is to have signed the newest head; if it has not, it is not this log's any more.
        let fits = present.map { signing in newest.map { signing.hasSigned($0) } ?? true } ?? false
        guard former.checkpoint.size > size || !fits || isBegun else { throw Failure("epochNotNeeded") }
        (self.files, self.former) = (files, former)
        if let begun, isBegun {
            key = begun
        } else {
            guard let key = SigningKey(seed: Environment.live.randomBytes(32), name: origin) else {
                throw Failure(.foreign(origin: former.checkpoint.origin))
            }
            self.key = key
        }
        let own = key.verifierKeys
        formerKeys = known.filter { !own.contains($0) }
    }

    /// Puts key and head of the epoch before aside and the new key in its place.
    func prepare() throws(Failure) {
        let keeper = HeadFile(path: files.head)
        do {
            try keeper.makePending(former)
            // It may be wanted as evidence; it signs nothing any more.
            if present?.keys[0].name != key.name { try files.retireKey() }
            try files.write([key], after: formerKeys)
            try keeper.remove()
        } catch let error as HeadError { throw Failure(error) } catch let error as Failure { throw error } catch {
            throw Failure("io", ["detail": "\(error)"])
        }
    }

    /// Of two heads the one of the later epoch, and in the same one the larger, says more.
    private static func rank(_ head: SignedCheckpoint) -> (UInt32, UInt64) {
        (FormerEpoch.number(of: head.checkpoint.origin), head.checkpoint.size)
    }
}
