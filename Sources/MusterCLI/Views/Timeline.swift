import MusterAPI
import MusterText

/// A whistle's history, its entries one under the other: number, time, actor, and what happened.
struct Timeline {
    private let detail: WhistleDetail
    private let wording: Wording

    init(_ detail: WhistleDetail, _ wording: Wording) {
        self.detail = detail
        self.wording = wording
    }

    /// Columns that a sentence needs beside number, time and actor; with less it stands under them.
    private static let narrowest = 36

    /// The lines, wrapped to the terminal if there is one.
    func lines(width: Int?) -> [String] {
        let heads = detail.events.map { event in
            ["#\(event.revision)", wording.moment(event.time), event.actorName.truncated(to: 24)]
        }
        let widths = (0..<3).map { column in heads.reduce(0) { max($0, displayWidth($1[column])) } }
        let indent = widths.reduce(0) { $0 + $1 + 2 }
        var lines: [String] = []
        for (event, head) in zip(detail.events, heads) {
            func front(padded: Bool) -> String {
                let parts = zip(head, widths).map { padded ? $0.padded(to: $1) : $0 }
                let palette = wording.console.palette
                return [palette.paint(parts[0], .dim), parts[1], palette.paint(parts[2], .cyan)].joined(separator: "  ")
            }
            let texts = [event.sentence + mark(event)] + event.remarks
            guard let width else {
                // One event a line, so that `grep` finds whole ones.
                let line = texts.joined(separator: "  ").split(separator: "\n").joined(separator: " ")
                lines.append(front(padded: true) + "  " + line)
                continue
            }
            if width - indent >= Self.narrowest {
                let wrapped = texts.flatMap { $0.wrapped(to: width - indent) }
                lines.append(front(padded: true) + "  " + (wrapped.first ?? ""))
                lines += wrapped.dropFirst().map { String(repeating: " ", count: indent) + $0 }
            } else {
                lines.append(front(padded: false))
                lines += texts.flatMap { $0.wrapped(to: max(20, width - 4)) }.map { "    " + $0 }
            }
        }
        return lines
    }

    /// That an act was entered afterwards, and how the other side takes it.
    private func mark(_ event: TimelineItem) -> String {
        guard ["claimedAt", "via", "onBehalfOf"].contains(where: { event.data[$0] != nil }) else { return "" }
        let state = detail.backEntries.first { $0.entry == event.revision }?.state
        let words = state.map { wording.term("BackEntryState", $0) } ?? ""
        let text = wording.console.say("show.backEntry", ["state": words])
        return wording.language == .zh ? "【\(text)】" : " [\(text)]"
    }
}
