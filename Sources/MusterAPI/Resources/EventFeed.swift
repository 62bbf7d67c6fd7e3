/// One entry of the feed.
public struct FeedItem: Sendable, Codable, Equatable {
    /// Its position in the log.
    public var position: UInt64
    /// What happened, in one sentence of the reader's language.
    public var sentence: String
    /// Who acted, in words.
    public var actorName: String
    /// The entry: a CloudEvent, as the log keeps it.
    public var entry: JSONValue

    /// All of it.
    public init(position: UInt64, sentence: String, actorName: String, entry: JSONValue) {
        self.position = position
        self.sentence = sentence
        self.actorName = actorName
        self.entry = entry
    }
}

/// Part of the feed of entries: gapless, in log order.
public struct EventPage: Sendable, Codable, Equatable {
    /// The entries, in log order.
    public var events: [FeedItem]
    /// Hand it back as `after` for what follows. It also counts entries that the reader may not see.
    public var next: UInt64
    /// How many entries the log has.
    public var size: UInt64

    /// All of it.
    public init(events: [FeedItem], next: UInt64, size: UInt64) {
        self.events = events
        self.next = next
        self.size = size
    }
}
