import MusterDomain

/// What somebody can look at who is about to act.
struct Scene {
    let board: Board
    let cast: Cast
    /// The moment at which the act will be recorded.
    let now: Instant
    let policy: Policy

    /// Who holds a post now.
    func holder(of post: PostID) -> Actor {
        let row = board.posts[post]
        return Actor(unit: row.unit, post: post, person: row.person)
    }

    /// One of a unit's officers.
    func officer(of unit: UnitID, _ chance: inout Chance) -> Actor {
        holder(of: chance.pick(cast.officers(of: unit)))
    }
}

/// An act that somebody is about to do.
struct Act {
    var command: Command
    var actor: Actor
    var entered = BackEntry()
    /// The source's own time of an imported act.
    var occurred: Instant?
}

/// What comes next in a matter.
enum Move {
    /// Somebody acts, and then time goes by.
    case act(Act, then: Pace)
    /// Nobody does anything for a while.
    case rest(Pace)
    /// Nothing comes any more.
    case over
}
