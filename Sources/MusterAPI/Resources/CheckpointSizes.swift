/// Part of the sizes of which a log's signed heads were kept, ascending.
public struct CheckpointSizes: Sendable, Codable, Equatable {
    /// The sizes.
    public var sizes: [UInt64]
    /// Hand it back as `from` for what follows; null if nothing does.
    public var next: UInt64?

    /// All of it.
    public init(sizes: [UInt64], next: UInt64?) {
        self.sizes = sizes
        self.next = next
    }

    /// With `next`, null or not.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(sizes, forKey: .sizes)
        try members.encode(next, forKey: .next)
    }
}
