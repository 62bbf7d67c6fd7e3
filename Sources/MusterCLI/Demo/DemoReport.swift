import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// All that the demonstration prints for people.
struct DemoReport {
    let audit: DemoAudit
    let marks: DemoMarks
    let console: Console

    /// What fits most terminals and windows, where nobody can be asked; longer lines are hard to read anyway.
    private var width: Int { min(console.width ?? 100, 120) }

    func print(time: Duration, keptIn folder: DemoFolder?, isServed: Bool) {
        console.out(console.palette.paint(console.say("demo.title"), .bold))
        for key in ["demo.real", "demo.invented"] { paragraph(key) }
        printCast()
        console.out("")
        paragraph("demo.http", values)
        DemoTimeline(audit: audit, marks: marks, console: console, width: width).print()
        heading("demo.chapter.audit")
        DemoBoard(
            view: audit.secondDay,
            now: audit.secondDayEnd,
            beginning: audit.beginning,
            console: console,
            width: width
        ).print()
        console.out("")
        printVerdict(time)
        if let folder { printNext(folder, isServed: isServed) }
    }

    private func paragraph(_ key: String, _ values: [String: String] = [:], ink: Ink? = nil) {
        for line in console.say(key, values).wrapped(to: width) {
            console.out(ink.map { console.palette.paint(line, $0) } ?? line)
        }
    }

    private func heading(_ key: String) {
        console.out("")
        console.out(console.palette.paint(console.say(key), .bold))
    }

    private func printCast() {
        heading("demo.chapter.cast")
        var table = TextTable(
            columns: ["unit", "kind", "posts", "origin"].map { TextTable.Column(console.say("demo.cast.\($0)")) }
        )
        let names = Rendering(audit.view)
        for unit in DemoUnit.allCases {
            let posts = DemoPost.allCases.filter { $0.unit == unit }.map { console.say($0.title) }
            table.add([
                TextTable.Cell(names.unit(code: unit.rawValue)),
                TextTable.Cell(names.term(unit.kind, console.language)),
                TextTable.Cell(posts.joined(separator: console.language == .zh ? "、" : ", ")),
                TextTable.Cell(console.say(unit.isReal ? "demo.cast.real" : "demo.cast.invented"), ink: .dim),
            ])
        }
        for line in table.lines(terminalWidth: width - 2, palette: console.palette) { console.out("  " + line) }
    }

    /// How the acts came in, and what that left.
    private var values: [String: String] {
        [
            "address": marks.address, "acts": "\(marks.remoteActs)", "posts": "\(marks.remotePosts.count)",
            "deliveries": "\(audit.events.count { $0.kind == .callDelivered })",
        ]
    }

    private func printVerdict(_ time: Duration) {
        let values = values.merging([
            "events": "\(audit.events.count)", "live": marks.digest, "replayed": audit.digest,
            "replayTime": milliseconds(audit.replayTime), "time": milliseconds(time),
        ]) { first, _ in first }
        paragraph("demo.audit.delivered", values)
        for key in ["demo.audit.live", "demo.audit.replayed"] { console.out(console.say(key, values)) }
        let isEqual = marks.digest == audit.digest
        paragraph(isEqual ? "demo.audit.equal" : "demo.audit.differ", values, ink: isEqual ? .green : .red)
        paragraph("demo.audit.time", values)
    }

    private func milliseconds(_ duration: Duration) -> String {
        let tenths = duration / .microseconds(100)
        return tenths < 100 ? "\((tenths).rounded() / 10)" : "\(Int((tenths / 10).rounded()))"
    }

    private func printNext(_ folder: DemoFolder, isServed: Bool) {
        let ledger = folder.files.path
        console.out("")
        console.out(console.say("demo.next"))
        let quoted = ledger.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) } ? ledger : "'\(ledger)'"
        var commands = [
            "show --ledger \(quoted) \(DemoStory.whistle)", "log --ledger \(quoted)",
            "replay --ledger \(quoted) --as-recorded '\(DemoStory.endOfSecondDay)'",
        ]
        if !isServed { commands.append("serve --ledger \(quoted)") }
        for command in commands { console.out("  " + console.palette.paint("muster \(command)", .cyan)) }
        paragraph("demo.next.tokens", ["path": folder.token(of: .legacy)])
    }
}
