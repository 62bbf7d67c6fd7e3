/// A district that the server holds.
public struct DistrictInfo: Sendable, Codable, Equatable {
    /// The district's code (GB/T 2260).
    public var district: String
    /// Its name.
    public var name: String
    /// The language that its ledger speaks: `zh` or `en`.
    public var language: String
    /// How many entries its log has.
    public var size: UInt64
    /// When the newest one was recorded, RFC 3339.
    public var recorded: String?
    /// The root of the tree over its entries (RFC 6962), in base64: whoever keeps it with the size can tell later whether
    /// any of them was changed.
    public var root: String?
    /// The name that the log's signed heads bear; nil where none is signed yet.
    public var origin: String?

    /// All of it.
    public init(
        district: String, name: String, language: String, size: UInt64, recorded: String?, root: String? = nil,
        origin: String? = nil
    ) {
        self.district = district
        self.name = name
        self.language = language
        self.size = size
        self.recorded = recorded
        self.root = root
        self.origin = origin
    }
}

/// What a replay came to.
public struct ReplayReport: Sendable, Codable, Equatable {
    /// How many entries the fold passed.
    public var position: UInt64
    /// How many it folded.
    public var events: UInt64
    /// The state's SHA-256 in hex.
    public var digest: String
    /// How long it took: opening, reading and folding.
    public var seconds: Double
    /// Events by that time.
    public var eventsPerSecond: Int64
    /// How many entries the log has.
    public var size: UInt64
    /// When the last folded one was recorded, RFC 3339; nil for none.
    public var recorded: String?

    /// All of it.
    public init(
        position: UInt64, events: UInt64, digest: String, seconds: Double, eventsPerSecond: Int64, size: UInt64,
        recorded: String?
    ) {
        self.position = position
        self.events = events
        self.digest = digest
        self.seconds = seconds
        self.eventsPerSecond = eventsPerSecond
        self.size = size
        self.recorded = recorded
    }
}

/// What called units are told: plain text, ready to be pasted into a chat.
public struct Notices: Sendable, Codable, Equatable {
    /// One text for each call that is under way.
    public var texts: [String]
    /// Why there is none.
    public var nothing: String?

    /// All of it.
    public init(texts: [String], nothing: String?) {
        self.texts = texts
        self.nothing = nothing
    }
}
