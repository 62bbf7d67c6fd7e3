import ArgumentParser
import MusterAPI
import MusterText

/// `muster watch`: what happens, as it happens.
struct WatchCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: about("watch"),
        discussion: examples("watch"),
        aliases: ["跟踪"]
    )

    @OptionGroup var options: LedgerOptions

    @Option(name: .long, help: help("watch.whistle")) var whistle: String?

    @Option(name: .long, help: help("watch.from")) var from: UInt64?

    func run(in session: Session) async throws {
        let district = try await session.district()
        let console = session.console
        let subject: String? = if let whistle { try await district.whistle(whistle).whistle } else { nil }
        let begin: UInt64 = if let from { from } else { try await district.district().size }
        try await Follower(district: district, console: console, recheck: session.recheckPin).run(from: begin) { page in
            for item in page.events where subject == nil || item.subject == subject {
                if console.isJSON {
                    console.out(JSONValue(encoding: item))
                } else {
                    console.out(Self.line(item, Wording(console)))
                }
            }
        }
    }

    /// Local time, whistle, who, and what: one line, so that `grep` finds whole ones.
    static func line(_ item: FeedItem, _ wording: Wording) -> String {
        let console = wording.console
        let isWhistle = item.subject.hasPrefix("W")
        let parts = [
            item.text("time").map(wording.moment) ?? "—",
            console.palette.paint(isWhistle ? item.subject : console.say("watch.district"), .cyan),
            console.palette.paint(item.actorName, .dim),
            item.sentence.split(separator: "\n").joined(separator: " "),
        ]
        return parts.joined(separator: "  ")
    }
}

extension FeedItem {
    /// The stream in which the entry stands.
    fileprivate var subject: String { text("subject") ?? "" }

    /// A string among the entry's attributes.
    fileprivate func text(_ name: String) -> String? {
        if case .string(let text)? = entry[name] { text } else { nil }
    }
}
