/// Where a stream ended at some point of the log.
public struct StreamHead: Equatable, Hashable, Sendable {
    /// Which stream.
    public var stream: UInt32
    /// The revision of its last entry: how many it has.
    public var revision: UInt32
    /// The position of its last entry.
    public var position: Position

    /// A head.
    public init(stream: UInt32, revision: UInt32, position: Position) {
        self.stream = stream
        self.revision = revision
        self.position = position
    }
}
