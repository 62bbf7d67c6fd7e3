import MusterAPI
import MusterText

/// What has changed, for people: the figures first, then one line for each whistle, then the units.
struct DiffReport {
    private let diff: DistrictDiff
    private let wording: Wording

    init(_ diff: DistrictDiff, _ wording: Wording) {
        self.diff = diff
        self.wording = wording
    }

    private var console: Console { wording.console }

    var lines: [String] {
        var lines = [console.palette.paint(heading, .bold)]
        guard diff.changed > 0 || !diff.units.isEmpty else { return lines + [console.say("diff.nothing")] }
        let counts = diff.counts.map { "\(mark($0.change)) \($0.count)" }
        lines += wrapped(wording.joined([console.say("diff.changed", ["count": "\(diff.changed)"])] + counts))
        if !diff.whistles.isEmpty { lines += [""] + diff.whistles.map(line) }
        if !diff.units.isEmpty { lines += ["", console.palette.paint(console.say("diff.units"), .bold)] }
        return lines + diff.units.map { "  " + line($0) }
    }

    /// That some are not told one by one.
    var leftOut: String? {
        guard diff.omitted > 0 else { return nil }
        return console.say(
            "diff.leftOut", ["shown": "\(diff.whistles.count)", "all": "\(diff.changed)", "more": "\(diff.omitted)"])
    }

    private var heading: String {
        let values = [
            "from": "\(diff.from.position)", "fromAt": wording.moment(diff.from.at), "to": "\(diff.to.position)",
            "toAt": wording.moment(diff.to.at),
        ]
        return console.say("diff.heading", values)
    }

    private func mark(_ name: String) -> String { console.say("diff.mark.\(name)") }

    private func wrapped(_ text: String) -> [String] { console.width.map { text.wrapped(to: $0) } ?? [text] }

    /// Whistle, state before and after, what happened, what it is about: one line, so that `grep` finds whole ones.
    private func line(_ whistle: DiffWhistle) -> String {
        let before = whistle.before.map { wording.term("WhistleState", $0) } ?? console.say("diff.new")
        let after = wording.term("WhistleState", whistle.after)
        let states = before == after ? after : "\(before) → \(after)"
        var happened = merged(whistle.changes).map(words)
        // What no mark stands for: corrections, amended minutes.
        if happened.isEmpty { happened = [console.say("diff.entries", ["count": "\(whistle.entries)"])] }
        let parts = [
            console.palette.paint(whistle.whistle, .cyan), states,
            whistle.late ? console.palette.paint(console.say("list.late"), .red) : nil, wording.joined(happened),
            console.palette.paint(whistle.title, .dim),
        ]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }

    /// The same of several calls, meetings or tasks is told once.
    private func merged(_ changes: [DiffChange]) -> [DiffChange] {
        var merged: [DiffChange] = []
        for change in changes {
            let known = merged.firstIndex { $0.change == change.change && $0.unit == change.unit }
            if let known { merged[known].times += change.times } else { merged.append(change) }
        }
        return merged
    }

    private func words(_ change: DiffChange) -> String {
        var words = mark(change.change)
        if change.times > 1 {
            let measure = Self.measures[change.change] ?? "times"
            words = console.say("diff.\(measure)", ["what": words, "count": "\(change.times)"])
        }
        if let unit = change.unitName { words += wording.language == .zh ? "（\(unit)）" : " (\(unit))" }
        return words
    }

    /// What is counted by something else than times; Chinese says so.
    private static let measures = [
        "demandLinked": "pieces", "fileAttached": "pieces", "memberJoined": "people", "memberLeft": "people",
    ]

    private func line(_ unit: DiffUnit) -> String {
        let counters: [(String, Int)] = [
            ("raised", unit.raised), ("called", unit.called), ("reportedIn", unit.reportedIn),
            ("reportedInLate", unit.reportedInLate), ("wrongDispatches", unit.wrongDispatches),
            ("evaluations", unit.evaluations),
        ]
        let grown = counters.filter { $0.1 != 0 }.map { name, count in
            console.say("diff.counter.\(name)") + (count > 0 ? " +\(count)" : " −\(-count)")
        }
        return "\(unit.unitName)  \(wording.joined(grown))"
    }
}
