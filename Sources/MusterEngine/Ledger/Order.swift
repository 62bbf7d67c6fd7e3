public import EventLog
public import MusterDomain

/// How the actor of an order was known.
public enum Authentication: Sendable, Hashable {
    /// By whoever holds the ledger's file.
    case local
    /// By the token with that public id.
    case token(String)

    /// As entries spell it in `authtype`: `local`, `token:<id>`, or `system` for the engine's own acts.
    func authType(of actor: Actor) -> String {
        guard actor != .system else { return "system" }
        return switch self {
        case .local: "local"
        case .token(let id): "token:\(id)"
        }
    }
}

/// A command with everything around it: who, how, and under which id.
public struct Order: Sendable, Equatable {
    /// The caller's id, unique in the district for ever; kept over retries. 1 to 128 visible ASCII characters that
    /// do not begin with `tick/`.
    public var id: String
    /// What is asked.
    public var command: Command
    /// Who asks.
    public var actor: Actor
    /// How the actor was known. A retry may come by another way: it is no part of what is asked.
    public var authentication: Authentication
    /// How and for whom the act is entered afterwards.
    public var entered: BackEntry
    /// Whether the caller has confirmed that a number in a text is not a person's.
    public var confirmsNumbers: Bool
    /// The whistle's revision that the caller looked at; nil if it does not care.
    public var expectedRevision: Int?
    /// The source's own time of an imported act; nil for live acts, which occur when they are recorded.
    public var occurred: Instant?

    /// A live command.
    public init(
        id: String, command: Command, actor: Actor, authentication: Authentication = .local,
        entered: BackEntry = BackEntry(), confirmsNumbers: Bool = false, expectedRevision: Int? = nil,
        occurred: Instant? = nil
    ) {
        self.id = id
        self.command = command
        self.actor = actor
        self.authentication = authentication
        self.entered = entered
        self.confirmsNumbers = confirmsNumbers
        self.expectedRevision = expectedRevision
        self.occurred = occurred
    }
}

/// What came of an accepted command.
public struct Outcome: Sendable, Equatable {
    /// Where it stands in the log; nil if it left nothing because what it asks for was so already.
    public var receipt: Receipt?
    /// The whistle that it made or changed.
    public var whistle: WhistleID?
    /// Whether the log had it already: the answer is the first one.
    public var wasThere: Bool
    /// The entries that it left, as they stand in the log; empty if the log had it before this batch.
    public var entries: [NewEntry]
}
