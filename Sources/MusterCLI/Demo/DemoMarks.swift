import EventLog

/// What the player remembers, so that the auditor's timeline can be told in chapters.
struct DemoMarks {
    /// Where the server listened.
    let address: String
    /// How many acts came over HTTP.
    var remoteActs = 0
    /// Who sent them.
    var remotePosts: Set<DemoPost> = []
    /// Each chapter with the position at which it begins.
    var chapters: [(name: String, from: Position)] = []
    /// The narrator's remarks, by the position of the entry that they follow.
    var notes: [Position: String] = [:]
    /// The digest of the writer's state at the end.
    var digest = ""

    init(address: String) { self.address = address }
}
