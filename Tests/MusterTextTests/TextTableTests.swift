import Testing

@testable import MusterText

@Suite struct TextTableTests {
    private var inbox: TextTable {
        var table = TextTable(columns: [
            .init("Whistle", mayShrink: false), .init("事项"), .init("Left", alignment: .right), .init("Note"),
        ])
        table.add(["W2026-000042", "小寨路夜间施工扰民", Cell("2 h", ink: .yellow), "x"])
        table.add(["W2026-000007", "井盖", "13 h"])
        return table
    }

    private typealias Cell = TextTable.Cell

    @Test func `Columns stand in line and no line ends in a space`() {
        #expect(
            inbox.lines() == [
                "Whistle       事项                Left  Note",
                "W2026-000042  小寨路夜间施工扰民   2 h  x",
                "W2026-000007  井盖                13 h",
            ]
        )
    }

    @Test func `Words give way to a narrow terminal and identifiers do not`() {
        let lines = inbox.lines(terminalWidth: 32)
        #expect(
            lines == [
                "Whistle       事项    Left  Note",
                "W2026-000042  小寨…    2 h  x",
                "W2026-000007  井盖    13 h",
            ]
        )
        #expect(lines.allSatisfy { displayWidth($0) <= 32 })
        #expect(inbox.lines(terminalWidth: 1)[1].hasPrefix("W2026-000042  小…"))
    }

    @Test func `A column keeps to its maximum width`() {
        var table = TextTable(columns: [.init("A", maximumWidth: 5), .init("B")])
        table.add(["专项工作组", "1"])
        #expect(table.lines() == ["A      B", "专项…  1"])
    }

    @Test func `Styles do not move a column`() {
        let painted = inbox.lines(palette: Palette(isEnabled: true))
        #expect(painted[1] == "W2026-000042  小寨路夜间施工扰民   \u{1B}[33m2 h\u{1B}[0m  x")
        #expect(painted[0].hasPrefix("\u{1B}[1mWhistle\u{1B}[0m       "))
    }

    @Test func `A cell cannot break its line nor send control sequences`() {
        var table = TextTable(columns: [.init("A"), .init("B")])
        table.add(["a\r\nb\u{1B}[31m\u{202E}c", ""])
        #expect(table.lines() == ["A           B", "a  b [31mc"])
    }

    @Test func `A table without rows is its heading and one without columns an empty line`() {
        #expect(TextTable(columns: [.init("街道"), .init("B")]).lines() == ["街道  B"])
        #expect(TextTable(columns: []).lines(terminalWidth: 0) == [""])
    }
}
