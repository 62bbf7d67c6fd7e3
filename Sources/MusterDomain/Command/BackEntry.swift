/// How and for whom an act was entered afterwards (补录).
///
/// The claimed moment is a claim: the act counts from when it was recorded until the other side confirms.
public struct BackEntry: Sendable, Equatable, Encodable {
    /// The channel over which the act first came.
    public enum Channel: UInt8, Code {
        /// A chat.
        case wechat
        /// A telephone call.
        case phone
        /// A form on paper.
        case paper
    }

    /// When the act is said to have happened.
    public var claimedAt: Instant?
    /// Over which channel it came.
    public var via: Channel?
    /// The unit whose act it was, when another one enters it.
    public var onBehalfOf: UnitID?

    /// A live act: nothing is claimed.
    public init(claimedAt: Instant? = nil, via: Channel? = nil, onBehalfOf: UnitID? = nil) {
        self.claimedAt = claimedAt
        self.via = via
        self.onBehalfOf = onBehalfOf
    }

    /// Whether anything at all is claimed.
    public var isPresent: Bool { claimedAt != nil || via != nil || onBehalfOf != nil }
}

/// Who acts.
public struct Actor: Sendable, Hashable, Encodable {
    /// The unit.
    public var unit: UnitID
    /// The post.
    public var post: PostID
    /// Who holds the post.
    public var person: PersonID

    /// An officer of a unit.
    public init(unit: UnitID, post: PostID, person: PersonID) {
        self.unit = unit
        self.post = post
        self.person = person
    }

    /// The engine itself: the clock, and the making of a ledger.
    public static let system = Actor(unit: .none, post: .none, person: .none)
}
