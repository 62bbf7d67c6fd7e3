import MusterDomain

/// What can be read of a district, as far as rights go.
enum Question: String, CaseIterable, Sendable {
    /// The district and its log's size.
    case district
    /// Who one is.
    case identity
    /// Whistles: lists, details, the day's cases and the feed of entries.
    case matters
    /// Who complained: case numbers of demands, and what residents said when they were asked.
    case complainants
    /// The calls of units in whistles that one may read: what is told to them, and where they are late today.
    case calls
    /// How units were evaluated.
    case evaluations
    /// What a unit has to do.
    case inbox
    /// The directory of units.
    case units
    /// The directory of posts.
    case posts
    /// The list of tokens.
    case tokens
    /// The fold of the whole log.
    case replay
}

/// How much of something a reader may see.
enum Reach: String, CaseIterable, Sendable {
    /// Nothing.
    case none
    /// What is one's own unit's.
    case own
    /// All of it.
    case all
}

extension Question {
    /// How far each role reaches: the one table of what may be read. The centre also reads tokens while the district
    /// has nobody else for them, see ``Sight``.
    ///
    /// Own are: of matters those that concern the unit, of complainants those of whistles that the unit's street has
    /// raised, of the rest what is the unit's.
    static let table: [(question: Question, reach: [Role: Reach])] = [
        //                  str.  com.  dep.  centre lead. aud.  system sec.  audit
        row(.district, /*  */ .all, .all, .all, .all, .all, .all, .all, .all, .all),
        row(.identity, /*  */ .all, .all, .all, .all, .all, .all, .all, .all, .all),
        row(.matters, /*   */ .own, .own, .own, .all, .all, .all, .none, .none, .none),
        row(.complainants, .own, .own, .none, .all, .all, .all, .none, .none, .none),
        row(.calls, /*     */ .all, .all, .own, .all, .all, .all, .none, .none, .none),
        row(.evaluations, /**/ .all, .all, .own, .all, .all, .all, .none, .none, .none),
        row(.inbox, /*     */ .own, .own, .own, .all, .all, .all, .none, .none, .none),
        row(.units, /*     */ .all, .all, .all, .all, .all, .all, .all, .all, .all),
        row(.posts, /*     */ .own, .own, .own, .all, .all, .all, .all, .own, .own),
        row(.tokens, /*    */ .none, .none, .none, .none, .none, .none, .none, .all, .none),
        row(.replay, /*    */ .none, .none, .none, .all, .all, .all, .none, .none, .none),
    ]

    /// A row of the table in the order of the roles.
    private static func row(_ question: Question, _ reaches: Reach...) -> (question: Question, reach: [Role: Reach]) {
        (question, Dictionary(uniqueKeysWithValues: zip(Role.allCases, reaches)))
    }

    /// How far a role reaches.
    func reach(of role: Role) -> Reach {
        Self.table.first { $0.question == self }?.reach[role] ?? .none
    }
}
