public import EventLog
public import TransparencyLog

/// Where the last signed head is kept outside the ledger.
///
/// It is what tells a ledger that was put back to an earlier state from the ledger it was.
public protocol HeadKeeper: Sendable {
    /// The head that was written last; nil if none ever was.
    func read() throws(HeadError) -> SignedCheckpoint?
    /// The last head of the epoch before, as long as the one that follows on it has not begun; nil otherwise.
    func readPending() throws(HeadError) -> SignedCheckpoint?
    /// The next epoch has begun: its first head is kept.
    func endPending() throws(HeadError)
    /// Takes the place of what is kept; when it returns, the head survives a power failure.
    func write(_ head: SignedCheckpoint) throws(HeadError)
}

/// With what and how often the heads of a log are signed.
public struct HeadSigning: Sendable {
    /// At least one head in so long a time while entries arrive, unless somebody says otherwise.
    public static let usualInterval = Duration.seconds(10)

    /// The log's keys: its own first, then those before it that sign once more beside it after a change of keys.
    public var keys: [SigningKey]
    /// The keys that signed before them and are gone. They count for the heads of former epochs alone.
    public var formerKeys: [VerifierKey] = []
    /// Where the last signed head is kept.
    public var keeper: any HeadKeeper
    /// How long an entry waits for a signed head, at most.
    public var interval: Duration

    /// Signing with one key.
    public init(key: SigningKey, keeper: any HeadKeeper, interval: Duration = usualInterval) {
        self.keys = [key]
        self.keeper = keeper
        self.interval = interval
    }

    /// Whether a head is signed by one of the keys, and no other has signed as the log after them. Of two that sign at a
    /// change of keys the new one stands last: whoever has the old one alone is not to go on.
    public func hasSigned(_ head: SignedCheckpoint) -> Bool {
        let (origin, keys) = (keys[0].name, self.keys.flatMap(\.verifierKeys))
        let lines = head.note.signatures.filter { $0.name.text.utf8.elementsEqual(origin.utf8) }
        guard let last = lines.last, keys.contains(where: { last.claims($0) }) else { return false }
        return (try? head.verify(LogPolicy(origin: origin, trusting: keys))) != nil
    }
}

/// Why no head of a log is signed.
public enum HeadError: Error, Equatable, Sendable {
    /// The last signed head is of a larger log: the ledger is an older copy of it.
    case ahead(head: Position, log: Position)
    /// The log has another root at the size of a head that was signed: its history has been changed.
    case forked(at: Position)
    /// A kept head is not signed by the log's key, or is of another log.
    case foreign(origin: String)
    /// The signing key can't be read, or is none.
    case key(String)
    /// The kept head could not be read or written, or is no signed checkpoint.
    case unreadable(String)
}
