import MusterAPI
import MusterDomain
import MusterService
import MusterText

/// What a step of the story needs to say its request: the language, the files, and the log so far.
struct DemoScene {
    let language: Language
    let folder: DemoFolder
    /// The newest act that was entered afterwards, by its number in the whistle's history; 0 before there is one.
    let backEntry: Int

    /// A sentence of the demonstration in its language.
    func say(_ key: String) -> String { Catalogue.muster.say(key, language) }

    /// A free text of the story.
    func text(_ key: String) -> JSONValue { .string(say("demo.text.\(key)")) }

    func unit(_ unit: DemoUnit) -> JSONValue { .string(unit.rawValue) }
    func post(_ post: DemoPost) -> JSONValue { .string(post.typed) }
    func moment(_ text: String) throws -> JSONValue { .string(try DemoClock.moment(text).iso8601) }

    func call(_ unit: DemoUnit, _ role: CallRole) -> JSONValue {
        ["unit": self.unit(unit), "role": .string(role.name)]
    }

    func decision(_ owner: DemoUnit, _ due: String, proofNeeded: Bool = false, _ key: String) throws -> JSONValue {
        ["unit": unit(owner), "due": try moment(due), "proofNeeded": .bool(proofNeeded), "duty": text(key)]
    }

    /// A paper of the story.
    func paper(_ path: String) throws -> FileContent { try LedgerFiles.content(of: path) }

    /// A request about the one whistle of the story.
    func act(_ act: ActName, _ values: [String: JSONValue] = [:]) -> ActRequest {
        ActRequest(act, values.merging(["whistle": .string(DemoStory.whistle)]) { mine, _ in mine })
    }
}
