import MusterAPI
import MusterDomain
import MusterText

/// What one reader may see. Whoever holds the ledger's file sees all of it; a post known by a token what its role
/// and its unit allow.
struct Sight: Sendable, Equatable {
    /// The reader's role; nil for whoever holds the file.
    let role: Role?
    /// The reader's unit.
    let unit: UnitID
    /// Whether tokens are the reader's to keep though its role has no such right.
    let keepsTokens: Bool

    /// All of it.
    static let everything = Sight(role: nil, unit: .none, keepsTokens: true)

    private init(role: Role?, unit: UnitID, keepsTokens: Bool) {
        self.role = role
        self.unit = unit
        self.keepsTokens = keepsTokens
    }

    /// What the holder of a post sees. The post has to exist.
    init(of post: PostID, on board: Board) {
        role = board.role(of: post)
        unit = board.posts[post].unit
        keepsTokens = board.may(.tokens, by: post)
    }

    /// How far the reader reaches.
    func reach(_ question: Question) -> Reach {
        guard let role else { return .all }
        if question == .tokens { return keepsTokens ? .all : .none }
        return question.reach(of: role)
    }

    /// Refuses a question of which the reader may see nothing.
    func check(_ question: Question) throws(Failure) {
        if reach(question) == .none { throw refusal(question) }
    }

    /// Refuses a question about a unit that is none of the reader's.
    func check(_ question: Question, of asked: UnitID) throws(Failure) {
        try check(question)
        if reach(question) == .own, asked != unit { throw refusal(question) }
    }

    private func refusal(_ question: Question) -> Failure {
        let role = role?.rawValue ?? ""
        let key = reach(question) == .own ? "error.roleMayNotReadOthers" : "error.roleMayNotRead"
        return Failure("roleMayNotRead", status: .notAllowed, key: key) { language in
            [
                "role": Catalogue.muster.say("Role.\(role)", language),
                "what": Catalogue.muster.say("Question.\(question.rawValue)", language),
            ]
        }
    }
}

// MARK: - One whistle

extension Sight {
    /// Whether a whistle may be read. Cost: O(calls, tasks and invitations of the whistle).
    func sees(_ whistle: WhistleID, on board: Board) -> Bool {
        switch reach(.matters) {
        case .all: true
        case .none: false
        case .own:
            board.isInvolved(unit, in: whistle) || role == .community && isOfOwnStreet(whistle, on: board)
        }
    }

    /// Whether the reader may know who complained.
    func knowsComplainants(of whistle: WhistleID, on board: Board) -> Bool {
        switch reach(.complainants) {
        case .all: true
        case .none: false
        case .own: isOfOwnStreet(whistle, on: board)
        }
    }

    /// Whether the unit, or the street to which a community belongs, has raised a whistle.
    private func isOfOwnStreet(_ whistle: WhistleID, on board: Board) -> Bool {
        let raiser = board.whistles[whistle].raiser
        guard raiser != unit, board.units.contains(unit) else { return raiser == unit }
        return board.units[unit].kind == .community && board.units[unit].parent == raiser
    }

    /// Whether what concerns a unit may be seen in a whistle that may be read.
    func sees(_ question: Question, of other: UnitID) -> Bool {
        switch reach(question) {
        case .all: true
        case .own: other == unit
        case .none: false
        }
    }
}
