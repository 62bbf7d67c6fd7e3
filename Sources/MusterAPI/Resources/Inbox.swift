/// One thing that a unit has to do.
public struct InboxItem: Sendable, Codable, Equatable {
    /// The unit's code.
    public var unit: String
    /// In which whistle.
    public var whistle: String
    /// What: a name of `Inbox.Duty`.
    public var duty: String
    /// The number of the call that it concerns.
    public var call: Int?
    /// The number of the task that it concerns.
    public var task: Int?
    /// The code of the unit that it concerns, such as the one that objected.
    public var about: String?
    /// Since when it waits, RFC 3339.
    public var since: String?
    /// Until when, RFC 3339; nil where no clock runs.
    public var due: String?
    /// `green`, `yellow` or `red`; nil where no clock runs.
    public var light: String?
    /// What the whistle is about.
    public var title: String
    /// What the task asks for.
    public var text: String?
    /// The short name of the unit that it concerns.
    public var aboutName: String?

    /// A thing to do.
    public init(
        unit: String, whistle: String, duty: String, call: Int?, task: Int?, about: String?, since: String?,
        due: String?, light: String?, title: String, text: String?, aboutName: String?
    ) {
        self.unit = unit
        self.whistle = whistle
        self.duty = duty
        self.call = call
        self.task = task
        self.about = about
        self.since = since
        self.due = due
        self.light = light
        self.title = title
        self.text = text
        self.aboutName = aboutName
    }
}

/// Part of a list, and where the next part begins.
public struct Page<Item: Codable & Sendable & Equatable>: Sendable, Codable, Equatable {
    /// The items.
    public var items: [Item]
    /// Hand it back as `cursor` for the next page; nil on the last one. Opaque, and stable while items are added.
    public var nextCursor: String?
    /// How many items the whole list has.
    public var count: Int
    /// Which past it shows; nil for the present.
    public var past: ShownPast?

    /// A page; a list of one page has as many items as that.
    public init(items: [Item], nextCursor: String?, count: Int? = nil, past: ShownPast? = nil) {
        self.items = items
        self.nextCursor = nextCursor
        self.count = count ?? items.count
        self.past = past
    }
}
