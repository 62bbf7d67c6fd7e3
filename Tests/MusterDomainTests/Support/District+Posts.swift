@testable import MusterDomain

/// Posts and tokens made by real commands.
extension District {
    /// A new post of that role, with a person who holds no other.
    @discardableResult
    mutating func appoint(_ role: PostRole, at party: Party = .centre, chief: Bool = false) throws -> Actor {
        let number = board.posts.count + 1
        try perform(
            .assignPost(
                code: nil, unit: party.unit, title: "岗位\(number)", person: "R\(number)", chief: chief, role: role),
            by: .system
        )
        return actor(at: PostID(rawValue: UInt32(number)))
    }

    /// Whoever holds a post.
    func actor(at post: PostID) -> Actor {
        Actor(unit: board.posts[post].unit, post: post, person: board.posts[post].person)
    }

    func issue(_ id: String = "token0001", for party: Party = .housing, days: Int64 = 90) -> Command {
        .issueToken(
            post: party.actor.post, id: id, secretHash: Self.hash, expires: now + .days(days), readOnly: false,
            label: nil)
    }

    @discardableResult
    mutating func token(_ id: String = "token0001", for party: Party = .housing, days: Int64 = 90) throws -> TokenID {
        try perform(issue(id, for: party, days: days), by: .system)
        return TokenID(rawValue: UInt32(board.tokens.count))
    }
}
