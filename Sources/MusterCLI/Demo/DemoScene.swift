import MusterDomain
import MusterService
import MusterText

/// What a step of the story needs to say its command: the desk at which a command line would be read, and the files.
struct DemoScene {
    let desk: Desk
    let folder: DemoFolder

    /// A sentence of the demonstration in its language.
    func say(_ key: String) -> String { Catalogue.muster.say(key, desk.language) }

    /// A free text of the story, as it would be typed.
    func text(_ key: String) throws -> Text { try desk.text(say("demo.text.\(key)")) }

    func unit(_ unit: DemoUnit) throws -> UnitID { try desk.unit(unit.rawValue) }
    func post(_ post: DemoPost) throws -> PostID { try desk.post(post.typed) }
    func moment(_ text: String) throws -> Instant { try desk.moment(text) }

    func call(_ unit: DemoUnit, _ role: CallRole) throws -> CallOrder {
        CallOrder(unit: try self.unit(unit), role: role)
    }

    func decision(_ owner: DemoUnit, _ due: String, proofNeeded: Bool = false, _ key: String) throws -> Decision {
        Decision(owner: try unit(owner), due: try moment(due), proofNeeded: proofNeeded, duty: try text(key))
    }

    /// The one whistle of the story.
    var whistle: WhistleID { get throws { try desk.whistle(DemoStory.whistle) } }

    /// The newest act that was entered afterwards, by its number in the whistle's stream.
    var backEntry: Int {
        get throws { try desk.board.backEntries(of: whistle).last.map { Int($0.entry) } ?? 0 }
    }
}
