public import FoldRow
public import TransparencyLog

/// An append-only log of one jurisdiction, kept somewhere.
///
/// The contract, which `EventStoreTesting` checks for every store:
/// - Positions run from 0 without a gap, and an entry is never visible before every entry in front of it.
/// - ``append(_:)`` is atomic and durable: when it returns, all of the batch survives a power failure; when it
///   throws anything but ``EventStoreError/outcomeUnknown(_:)``, nothing of the batch is there.
/// - A batch states the size of the log it was decided on and the revision of every stream it extends; it is
///   refused when either differs.
/// - A command id is remembered for ever: ``receipt(of:)`` answers it, and a second append of it is refused.
/// - Stored bytes come back as they were given.
/// - The tree is over exactly the entries that are visible, and a kept checkpoint is kept for ever.
public protocol EventStore: Sendable {
    /// The number of entries in the log, which is also the position of the next one.
    func size() async throws(EventStoreError) -> Position

    /// Makes a batch durable, all or nothing. Cost: one synchronised write whatever the batch's size.
    func append(_ batch: AppendBatch) async throws(EventStoreError)

    /// What became of commands, in the order of the ids; nil where the log has none of that id. Expected O(1) for
    /// each id after the first call.
    func receipts(of commandIDs: [String]) async throws(EventStoreError) -> [Receipt?]

    /// Folds the rows of the positions from `start` up to but excluding `end`, or to the end of the log, into a
    /// state. Replay is this and nothing else: no row is copied but into the store's own buffer.
    ///
    /// - Parameter next: Is given the state and the next rows in log order, some hundred at a time; it answers whether
    ///   it wants more. It runs where the store reads, so appends wait for it: fold a long log in pieces.
    func fold<State: Sendable>(
        into state: consuming State,
        from start: Position,
        to end: Position,
        _ next: @Sendable (inout State, Span<FoldRow>) -> Bool
    ) async throws(EventStoreError) -> State

    /// Entries with their words, consecutive from `position`, at most `limit`.
    func entries(from position: Position, limit: Int) async throws(EventStoreError) -> [StoredEntry]

    /// All entries of one stream with their words, oldest first. Cost: O(entries of that stream).
    func history(of stream: UInt32) async throws(EventStoreError) -> [StoredEntry]

    /// The entries of a stream up to where it ended for a reader, without the first so many. Whoever has folded the log
    /// knows the head, so a store need not look for it. Cost: O(entries that are left) where a store can.
    func history(of head: StreamHead, after revision: Int) async throws(EventStoreError) -> [StoredEntry]

    /// The history of the log's first stream up to where it ended for a reader. Every opening reads it, so a store may
    /// keep it together; words may be left out.
    func firstStream(upTo head: StreamHead) async throws(EventStoreError) -> [StoredEntry]

    /// The names of one space, in the order of their numbers; the first has number `first`.
    func names(in space: NameSpace, from first: UInt32) async throws(EventStoreError) -> [String]

    /// Reads the tree over the entries' bytes (RFC 6962), all of it within one consistent read: any node, tile, root or
    /// proof up to the present size. `EventStore+Tree.swift` has the usual ones. Cost: a tile of leaves is hashed from
    /// the entries, everything above is read.
    func tree<Value: Sendable>(
        _ body: @Sendable (inout TileReader) throws -> Value
    ) async throws(EventStoreError) -> Value

    /// Keeps a signed checkpoint of the log for ever, under its size; one of the same size takes its place. It is
    /// durable when this returns. Whether it is right is the signer's business.
    func keep(_ checkpoint: SignedCheckpoint) async throws(EventStoreError)

    /// The kept checkpoint of the greatest size up to this one; nil if there is none.
    func checkpoint(upTo size: Position) async throws(EventStoreError) -> SignedCheckpoint?

    /// Kept checkpoints by size, from this one on, at most `limit`.
    func checkpoints(from size: Position, limit: Int) async throws(EventStoreError) -> [SignedCheckpoint]

    /// Makes texts and their salts impossible to find in anything that the store keeps, for ever and durably: in the
    /// log, and in what earlier commits have left behind. One that is gone already is no error.
    ///
    /// When it throws, some of them may be gone; the same call goes on where it was left.
    /// - Throws: ``EventStoreError/malformed(_:)`` for an entry that the log does not have,
    ///   ``EventStoreError/logInUse(_:)`` when the texts are gone from the log but not from what was left
    ///   behind.
    func erase(_ texts: [TextPlace]) async throws(EventStoreError)

    /// The texts of this log whose erasure the store has noted where a copy of the log that is put back in its place
    /// does not change it. All of them are gone.
    func notedErasures() async throws(EventStoreError) -> [TextPlace]

    /// Sets those notes aside that are of entries behind the end of this log. Whoever goes on with an older copy on
    /// purpose calls this before the first append, which gives their positions to other entries.
    func setForeignErasuresAside() async throws(EventStoreError)

    /// Lets somebody know how long each synchronisation of the log within ``append(_:)`` took, from now on and in place
    /// of whoever was told before. Called on a thread that the append waits for; a store that synchronises nothing
    /// calls never.
    func reportSyncs(to report: @escaping @Sendable (_ nanoseconds: UInt64) -> Void) async

    /// Ends writing and releases what the store holds. Later calls throw ``EventStoreError/closed``.
    func close() async
}

extension EventStore {
    /// A store of which no older copy can come back notes nothing.
    public func notedErasures() async throws(EventStoreError) -> [TextPlace] { [] }

    /// It has none to set aside.
    public func setForeignErasuresAside() async throws(EventStoreError) {}

    /// Reads it like any other.
    public func firstStream(upTo head: StreamHead) async throws(EventStoreError) -> [StoredEntry] {
        try await history(of: head, after: 0)
    }

    /// Reads all and leaves the first ones out.
    public func history(of head: StreamHead, after revision: Int) async throws(EventStoreError) -> [StoredEntry] {
        Array(try await history(of: head.stream).prefix(Int(head.revision)).dropFirst(revision))
    }

    /// Fold rows of consecutive positions from `position`, `limit` of them unless the log ends before.
    public func rows(from position: Position, limit: Int) async throws(EventStoreError) -> [FoldRow] {
        let (end, isBeyond) = position.addingReportingOverflow(Position(max(0, limit)))
        return try await fold(into: [FoldRow](), from: position, to: isBeyond ? .max : end) { rows, next in
            for index in next.indices { rows.append(next[index]) }
            return true
        }
    }

    /// What became of a command, or nil if the log has none of that id.
    public func receipt(of commandID: String) async throws(EventStoreError) -> Receipt? {
        try await receipts(of: [commandID])[0]
    }
}
