/// What came of an accepted act.
public struct ActReceipt: Sendable, Codable, Equatable {
    /// The command id.
    public var commandId: String
    /// The whistle that it made or changed.
    public var whistle: String?
    /// That whistle's revision afterwards.
    public var revision: Int?
    /// The position of its first entry; nil where nothing was recorded.
    public var first: UInt64?
    /// The position of its last entry.
    public var last: UInt64?
    /// The leaves that its entries are in the tree of the log (RFC 6962), in log order: SHA-256 in base64. Whoever keeps
    /// them can ask for the proof of each; an entry that is missing then is evidence against the log.
    public var leaves: [String]
    /// Whether the log had it already: this is the first answer again.
    public var repeated: Bool
    /// Whether it was only tried.
    public var dryRun: Bool
    /// The CloudEvents types of what it left.
    public var events: [String]
    /// What it left, in words.
    public var entries: [ReceiptEntry]
    /// What was done, in one sentence of the caller's language.
    public var message: String
    /// What usually follows, with the command for it.
    public var next: String?
    /// A token that was issued: it is shown only this once.
    public var token: String?

    /// All of it.
    public init(
        commandId: String, whistle: String?, revision: Int?, first: UInt64?, last: UInt64?,
        leaves: [String], repeated: Bool, dryRun: Bool, events: [String], entries: [ReceiptEntry], message: String,
        next: String?, token: String?
    ) {
        self.commandId = commandId
        self.whistle = whistle
        self.revision = revision
        self.first = first
        self.last = last
        self.leaves = leaves
        self.repeated = repeated
        self.dryRun = dryRun
        self.events = events
        self.entries = entries
        self.message = message
        self.next = next
        self.token = token
    }
}

/// One entry that an act left.
public struct ReceiptEntry: Sendable, Codable, Equatable {
    /// `W2026-000042/3`.
    public var id: String
    /// The CloudEvents type.
    public var type: String
    /// What it says.
    public var sentence: String

    /// All of it.
    public init(id: String, type: String, sentence: String) {
        self.id = id
        self.type = type
        self.sentence = sentence
    }
}

/// What became of a command id.
public struct CommandStatus: Sendable, Codable, Equatable {
    /// The command id.
    public var commandId: String
    /// The position of its first entry.
    public var first: UInt64
    /// The position of its last entry.
    public var last: UInt64

    /// All of it.
    public init(commandId: String, first: UInt64, last: UInt64) {
        self.commandId = commandId
        self.first = first
        self.last = last
    }
}
