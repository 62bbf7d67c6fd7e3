/// What came of a batch of another system's cases.
public struct ImportReceipt: Sendable, Codable, Equatable {
    /// One for each case, in the order of the batch.
    public var results: [ImportResult]
    /// How many entries the batch appended: units, cases and closings.
    public var events: Int
    /// How many streets and departments were registered.
    public var unitsRegistered: Int
    /// Residents' numbers that were masked in what the batch appended.
    public var masked: MaskedNumbers

    /// All of it.
    public init(
        results: [ImportResult], events: Int = 0, unitsRegistered: Int = 0, masked: MaskedNumbers = MaskedNumbers()
    ) {
        self.results = results
        self.events = events
        self.unitsRegistered = unitsRegistered
        self.masked = masked
    }
}

/// What came of one case.
public struct ImportResult: Sendable, Codable, Equatable {
    /// What became of the case.
    public enum Outcome: String, CaseIterable, Sendable {
        /// It is new.
        case added
        /// It was there, open, and is closed now.
        case closed
        /// It was there, and nothing was added.
        case alreadyThere
        /// Nothing of it was taken.
        case rejected
    }

    /// The source's number of the case.
    public var id: String
    /// A name of ``Outcome``.
    public var result: String
    /// Whether it was there and its source says something else now that was not taken: another street, department,
    /// category, deadline or time, or a place or detail where there was none or no longer one. The ledger keeps what
    /// it has.
    public var changed: Bool
    /// How many entries it left: 2 for a new one that is closed already.
    public var events: Int
    /// The whistle by which the district knows it; nil for a rejected one.
    public var whistle: String?
    /// Why it was rejected, a name of ``RejectCode``; nil for others.
    public var code: String?
    /// The rule that refused it, if the code is `refused`.
    public var rule: String?
    /// What the sentence has to name, as texts by their names; nil if it was not rejected.
    public var values: JSONValue?
    /// Why it was rejected, in the caller's language; nil for others.
    public var message: String?

    /// A case that was not rejected.
    public init(id: String, _ outcome: Outcome, changed: Bool = false, events: Int = 0, whistle: String?) {
        self.id = id
        result = outcome.rawValue
        self.changed = changed
        self.events = events
        self.whistle = whistle
    }

    /// A case of which nothing was taken.
    public init(id: String, rejected code: RejectCode, rule: String?, values: [String: String], message: String) {
        self.init(id: id, .rejected, whistle: nil)
        self.code = code.rawValue
        self.rule = rule
        self.values = .object(
            values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
        self.message = message
    }
}

/// How many residents' numbers were masked.
public struct MaskedNumbers: Sendable, Codable, Equatable {
    /// Mobile numbers.
    public var mobiles = 0
    /// Identity numbers.
    public var ids = 0

    /// So many of each.
    public init(mobiles: Int = 0, ids: Int = 0) {
        self.mobiles = mobiles
        self.ids = ids
    }

    /// Counts others besides.
    public mutating func add(_ other: MaskedNumbers) {
        mobiles += other.mobiles
        ids += other.ids
    }
}

/// A reason to reject a case, by its stable name; each has its words in the catalogue under `reject.<code>`.
public struct RejectCode: RawRepresentable, Hashable, Sendable {
    /// The name.
    public var rawValue: String

    /// A reason by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The case number is missing.
    public static let noID = RejectCode(rawValue: "noID")
    /// The case number can't stand in a reference.
    public static let badID = RejectCode(rawValue: "badID")
    /// The case number has come before, in the same file or batch.
    public static let duplicateID = RejectCode(rawValue: "duplicateID")
    /// The opening time can't be told.
    public static let badOpenedAt = RejectCode(rawValue: "badOpenedAt")
    /// The deadline can't be told.
    public static let badDueAt = RejectCode(rawValue: "badDueAt")
    /// The closing time can't be told.
    public static let badClosedAt = RejectCode(rawValue: "badClosedAt")
    /// The source's own times contradict each other.
    public static let closedBeforeOpened = RejectCode(rawValue: "closedBeforeOpened")
    /// Said to be closed, and not when.
    public static let closedWithoutTime = RejectCode(rawValue: "closedWithoutTime")
    /// Its unit was registered by an earlier import, and retired since.
    public static let unitRetired = RejectCode(rawValue: "unitRetired")
    /// Its command id was used for something else.
    public static let commandReused = RejectCode(rawValue: "commandReused")
    /// A rule of the ledger.
    public static let refused = RejectCode(rawValue: "refused")
}
