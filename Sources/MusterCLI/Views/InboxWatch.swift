import MusterAPI
import MusterText

/// `muster inbox --watch`: a unit's inbox that follows what happens. On a terminal it is drawn anew when it changes;
/// elsewhere, and as JSON, what has come and what has gone is printed line by line.
struct InboxWatch {
    let district: any DistrictViews
    let unit: String?
    let session: Session

    func run() async throws {
        let follower = Follower(district: district, console: session.console, recheck: session.recheckPin)
        // Before the first look, so that nothing that happens after it is missed.
        let begin = try await district.district().size
        var items = try await fetch()
        var drawn = show(items, instead: [], drawn: nil)
        try await follower.run(from: begin) { _ in
            // Without news too: the lights change by themselves.
            let news = try await fetch()
            drawn = show(news, instead: items, drawn: drawn)
            items = news
        }
    }

    private func fetch() async throws -> [InboxItem] {
        try await session.all { try await district.inbox(InboxQuery(unit: unit, page: $0)) }
    }

    /// Shows the inbox in place of an earlier one; gives back what stands on the terminal.
    private func show(_ items: [InboxItem], instead old: [InboxItem], drawn: [String]?) -> [String]? {
        let console = session.console
        if console.isJSON || console.width == nil {
            for item in old where !items.contains(where: item.isSameThing) { put("removed", item) }
            for item in items where !old.contains(item) { put("added", item) }
            return nil
        }
        let list = InboxList(items, Wording(console))
        let lines = items.isEmpty ? [console.say("inbox.empty")] : list.lines + [list.footer]
        if lines != drawn {
            // Home, and everything below it wiped (ECMA-48 CUP, ED).
            console.out("\u{1B}[H\u{1B}[2J" + lines.joined(separator: "\n"))
        }
        return lines
    }

    private func put(_ change: String, _ item: InboxItem) {
        let console = session.console
        if console.isJSON {
            return console.out(["change": .string(change), "item": JSONValue(encoding: item)])
        }
        for row in InboxList([item], Wording(console)).rows { console.out((change == "added" ? "+ " : "- ") + row) }
    }
}

extension InboxItem {
    /// Whether another item is the same thing to do, whatever its light by now.
    fileprivate func isSameThing(as other: InboxItem) -> Bool {
        whistle == other.whistle && duty == other.duty && call == other.call && task == other.task
            && about == other.about
    }
}
