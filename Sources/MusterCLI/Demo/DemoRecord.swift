/// What the demonstration says to a programme, in one line.
struct DemoRecord: Encodable, Sendable {
    /// Where the ledger lies; nil if nothing of it is left.
    var ledger: String?
    var whistle: String
    var events: Int
    /// As written, and as replayed.
    var digest: String
    var replayedDigest: String
    var equal: Bool { digest == replayedDigest }
    /// Where the server that is left running listens; nil if none is.
    var address: String?
    /// The files with the posts' tokens, by `UNIT/POST`; nil if nothing of them is left.
    var tokens: [String: String]?

    private enum Key: CodingKey { case ledger, whistle, events, digest, replayedDigest, equal, address, tokens }

    /// Every key is always there.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(ledger, forKey: .ledger)
        try container.encode(whistle, forKey: .whistle)
        try container.encode(events, forKey: .events)
        try container.encode(digest, forKey: .digest)
        try container.encode(replayedDigest, forKey: .replayedDigest)
        try container.encode(equal, forKey: .equal)
        try container.encode(address, forKey: .address)
        try container.encode(tokens, forKey: .tokens)
    }
}
