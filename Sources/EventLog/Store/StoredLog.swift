/// A log as it is stored, for whoever believes nothing that a store keeps beside the entries.
public protocol StoredLog: EventStore {
    /// The block with the entry at a position, its checksums and lengths checked.
    ///
    /// - Throws: ``EventStoreError/damaged(position:what:)``.
    func entryBlock(at position: Position) async throws(EventStoreError) -> EntryBlock

    /// The block with the words of the entry at a position.
    ///
    /// - Throws: ``EventStoreError/damaged(position:what:)``.
    func wordBlock(at position: Position) async throws(EventStoreError) -> WordBlock

    /// Where the first block of entries behind a position begins; nil if none does. Behind a damaged block the next one
    /// can be read.
    func entryBlock(after position: Position) async throws(EventStoreError) -> Position?

    /// Everything that is stored of a tile above the leaves; nil if nothing is.
    func storedTile(level: Int, index: UInt64) async throws(EventStoreError) -> [UInt8]?

    /// The bytes of the checkpoints that are kept for sizes from this one on, at most `limit`, whatever they are.
    func keptNotes(from size: Position, limit: Int) async throws(EventStoreError) -> [KeptNote]

    /// What is wrong with that which a store keeps of the entries once more, to find them faster; but for the index of
    /// command ids, which ``checkCommands(_:in:)`` compares.
    func checkCopies() async throws(EventStoreError) -> [EventStoreError]

    /// Compares the index of command ids with the commands that the entries say they came of, and finds those that it
    /// lacks or has otherwise, and what it has that no entry bears.
    ///
    /// - Parameters:
    ///   - commands: Those that begin in the range, in log order; nil where they are not known, and then it is only
    ///     looked whether the index can be read.
    ///   - range: From a multiple of ``Segment/size`` up to the next, or to the end of the log.
    func checkCommands(
        _ commands: [CommandTable.Item]?, in range: Range<Position>
    ) async throws(EventStoreError) -> [EventStoreError]
}

/// What is stored as the checkpoint of a size.
public struct KeptNote: Sendable, Equatable {
    /// The size.
    public var size: Position
    /// The bytes.
    public var bytes: [UInt8]

    /// A note.
    public init(size: Position, bytes: [UInt8]) { (self.size, self.bytes) = (size, bytes) }
}
