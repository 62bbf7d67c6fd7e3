import Foundation
import MusterAPI
import MusterDomain
import MusterText

/// What a unit has to do, for people.
struct InboxList {
    private let items: [InboxItem]
    private let wording: Wording

    init(_ items: [InboxItem], _ wording: Wording) {
        self.items = items
        self.wording = wording
    }

    private var console: Console { wording.console }

    /// How many things there are, and how many of them are late.
    var footer: String {
        let late = items.count { light(of: $0) == .red }
        let values = ["count": "\(items.count)", "overdue": "\(late)"]
        return console.messagePalette.paint(console.say("inbox.count", values), .dim)
    }

    /// Columns that the table needs; with less each item takes two lines.
    private static let tableWidth = 110

    var lines: [String] {
        if let width = console.width, width < Self.tableWidth { return pairs(width) }
        return table(withHeading: true)
    }

    /// One line an item, without a heading.
    var rows: [String] { table(withHeading: false) }

    // MARK: Parts

    private func light(of item: InboxItem) -> Light? { item.light.flatMap(Light.init(rawValue:)) }

    private func due(_ item: InboxItem) -> String { item.due.map(wording.moment) ?? "—" }

    private func duty(_ item: InboxItem) -> String {
        let number = item.task ?? item.call ?? 0
        return console.say("inbox.duty.\(item.duty)", ["item": "\(number)", "unit": item.aboutName ?? "—"])
    }

    private func matter(_ item: InboxItem) -> String { (item.text.map { "\($0) · " } ?? "") + item.title }

    private func name(_ light: Light?) -> String { light.map { console.say("inbox.light.\($0.rawValue)") } ?? "—" }

    private func pairs(_ width: Int) -> [String] {
        let lights = Light.allCases.map { displayWidth(name($0)) }
        let dues = items.map { displayWidth(due($0)) }
        var lines: [String] = []
        for item in items {
            let light = light(of: item)
            let parts = [
                wording.paint(name(light).padded(to: lights.max() ?? 0), light),
                due(item).padded(to: dues.max() ?? 0),
                console.palette.paint(item.whistle, .cyan),
                item.due.map { wording.paint(wording.standing(of: $0), light) } ?? "",
            ]
            lines.append(parts.joined(separator: "  ").trimmingCharacters(in: .whitespaces))
            let duty = duty(item)
            for (index, line) in "\(duty)　\(matter(item))".wrapped(to: max(20, width - 4)).enumerated() {
                let painted = index == 0 && line.hasPrefix(duty)
                let rest = painted ? String(line.dropFirst(duty.count)) : line
                lines.append("    " + (painted ? console.palette.paint(duty, .bold) : "") + rest)
            }
        }
        return lines
    }

    private func table(withHeading hasHeading: Bool) -> [String] {
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
        for item in items { table.add(cells(item)) }
        let lines = table.lines(terminalWidth: console.width, palette: console.palette)
        return hasHeading ? lines : Array(lines.dropFirst())
    }

    private func cells(_ item: InboxItem) -> [TextTable.Cell] {
        let light = light(of: item)
        return [
            TextTable.Cell(name(light), ink: light?.ink), TextTable.Cell(due(item)),
            TextTable.Cell(item.due.map(wording.standing) ?? "", ink: light?.ink),
            TextTable.Cell(item.whistle, ink: .cyan), TextTable.Cell(duty(item), ink: .bold),
            TextTable.Cell(matter(item)),
        ]
    }
}
