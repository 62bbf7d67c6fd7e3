import ArgumentParser
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// `muster inbox`: what one unit has to do, the next deadline first.
struct InboxCommand: MusterCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: about("inbox"),
        discussion: examples("inbox"),
        aliases: ["待办"]
    )

    @OptionGroup var options: LedgerOptions

    @Argument(help: help("inbox.unit")) var unit: String?

    func run(in session: Session) async throws {
        let reading = try await Reading(session)
        let console = reading.console
        let unit = try whose(session, reading.desk)
        let inbox = reading.board.inbox(of: unit)
        var entries: [Shown] = []
        for entry in inbox.entries { entries.append(try await shown(entry, reading)) }
        if entries.isEmpty {
            return console.note(console.say("inbox.empty"))
        }
        if console.isJSON {
            for entry in entries { console.out(json(entry, of: unit, reading)) }
        } else {
            printEntries(entries, reading)
            let late = entries.count { $0.entry.light(at: reading.now) == .red }
            let values = ["count": "\(entries.count)", "overdue": "\(late)"]
            console.note(console.messagePalette.paint(console.say("inbox.count", values), .dim))
        }
    }

    /// The unit that was named, or the one that acts.
    private func whose(_ session: Session, _ desk: Desk) throws(Failure) -> UnitID {
        if let unit { return try desk.unit(unit) }
        guard let actor = session.settings[.as]?.text else {
            throw Failure("missingOption", status: .usage, ["option": "UNIT"])
        }
        return try desk.actor(actor).unit
    }

    /// An entry with what only the texts know: the title, or the task's duty.
    private struct Shown {
        var entry: Inbox.Entry
        var title: String
        var duty: String?
    }

    private func shown(_ entry: Inbox.Entry, _ reading: Reading) async throws(Failure) -> Shown {
        let events = try await reading.history(of: entry.whistle)
        var shown = Shown(entry: entry, title: reading.subject(in: events))
        guard entry.duty == .acceptTask || entry.duty == .completeTask else { return shown }
        let order = events.firstIndex { $0.kind == .taskAssigned && $0.integer(.task) == Int64(entry.item) }
        if let order { shown.duty = reading.text(.duty, of: order + 1, in: events) }
        return shown
    }

    private func words(_ shown: Shown, _ reading: Reading) -> String {
        let entry = shown.entry
        return reading.console.say(
            "inbox.duty.\(entry.duty.rawValue)",
            ["item": "\(entry.item)", "unit": reading.names.unit(entry.about)]
        )
    }

    /// Columns that the table needs; with less each entry takes two lines.
    private static let tableWidth = 110

    private func printEntries(_ entries: [Shown], _ reading: Reading) {
        if let width = reading.console.width, width < Self.tableWidth {
            printPairs(entries, reading, width)
        } else {
            printTable(entries, reading)
        }
    }

    private func printPairs(_ entries: [Shown], _ reading: Reading, _ width: Int) {
        let console = reading.console
        let lights = Light.allCases.map { displayWidth(console.say("inbox.light.\($0.rawValue)")) }
        let dues = entries.map { displayWidth($0.entry.due.map(reading.moment) ?? "—") }
        for shown in entries {
            let light = shown.entry.light(at: reading.now)
            let name = light.map { console.say("inbox.light.\($0.rawValue)") } ?? "—"
            let due = shown.entry.due.map(reading.moment) ?? "—"
            let parts = [
                reading.paint(name.padded(to: lights.max() ?? 0), light),
                due.padded(to: dues.max() ?? 0),
                console.palette.paint(reading.names.whistle(shown.entry.whistle), .cyan),
                shown.entry.due.map { reading.paint(reading.standing(of: $0), light) } ?? "",
            ]
            console.out(parts.joined(separator: "  ").trimmingCharacters(in: .whitespaces))
            let duty = words(shown, reading)
            let matter = (shown.duty.map { "\($0) · " } ?? "") + shown.title
            for (index, line) in "\(duty)　\(matter)".wrapped(to: max(20, width - 4)).enumerated() {
                let painted = index == 0 && line.hasPrefix(duty)
                let rest = painted ? String(line.dropFirst(duty.count)) : line
                console.out("    " + (painted ? console.palette.paint(duty, .bold) : "") + rest)
            }
        }
    }

    private func printTable(_ entries: [Shown], _ reading: Reading) {
        let console = reading.console
        var table = TextTable(
            columns: [
                .init(console.say("inbox.column.light"), mayShrink: false),
                .init(console.say("inbox.column.due"), mayShrink: false),
                .init(console.say("inbox.column.left"), mayShrink: false),
                .init(console.say("inbox.column.whistle"), mayShrink: false),
                .init(console.say("inbox.column.duty"), maximumWidth: 30),
                .init(console.say("inbox.column.title"), maximumWidth: 50),
            ]
        )
        for shown in entries {
            let light = shown.entry.light(at: reading.now)
            let duty = shown.duty.map { "\($0) · " } ?? ""
            table.add([
                TextTable.Cell(light.map { console.say("inbox.light.\($0.rawValue)") } ?? "—", ink: light?.ink),
                TextTable.Cell(shown.entry.due.map(reading.moment) ?? "—"),
                TextTable.Cell(shown.entry.due.map(reading.standing) ?? "", ink: light?.ink),
                TextTable.Cell(reading.names.whistle(shown.entry.whistle), ink: .cyan),
                TextTable.Cell(words(shown, reading), ink: .bold),
                TextTable.Cell(duty + shown.title),
            ])
        }
        for line in table.lines(terminalWidth: console.width, palette: console.palette) { console.out(line) }
    }

    private func json(_ shown: Shown, of unit: UnitID, _ reading: Reading) -> JSONValue {
        let entry = shown.entry
        let isTask = entry.duty == .acceptTask || entry.duty == .completeTask
        let item: JSONValue = entry.item == 0 ? .null : JSONValue(entry.item)
        return [
            "unit": JSONValue(reading.code(of: unit)),
            "whistle": .string(reading.names.whistle(entry.whistle)),
            "duty": .string(entry.duty.rawValue),
            "call": isTask ? .null : item,
            "task": isTask ? item : .null,
            "about": JSONValue(reading.code(of: entry.about)),
            "since": JSONValue(entry.since),
            "due": JSONValue(entry.due),
            "light": JSONValue(entry.light(at: reading.now)?.rawValue),
            "title": .string(shown.title),
            "text": JSONValue(shown.duty),
        ]
    }
}
