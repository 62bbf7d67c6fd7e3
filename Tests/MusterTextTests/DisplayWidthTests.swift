import Testing

@testable import MusterText

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("muster", 6), ("小寨路街道", 10), ("W2026-000042 吹哨", 17), ("ＡＢ１", 6), ("，。", 4),
        ("“…”·—", 5), ("e\u{301}", 1), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊﾝｶｸ", 4), ("が", 2),
        ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("☎", 1), ("✅", 2),
        ("\u{200B}\u{FEFF}", 0), ("\u{1B}\t\r\n", 0), ("𠮷", 2), ("né", 2),
    ])
    func `A text takes the columns of its graphemes`(text: String, columns: Int) {
        #expect(displayWidth(text) == columns)
    }

    @Test func `The list of wide scalars is in order`() {
        #expect(WideScalars.isWellFormed)
        #expect(WideScalars.contains("\u{1100}"))
        #expect(!WideScalars.contains("\u{1160}"))
        #expect(WideScalars.contains("\u{3FFFD}"))
        #expect(!WideScalars.contains("\u{10FFFF}"))
    }

    @Test(arguments: [
        ("小寨路街道", 10, "小寨路街道"), ("小寨路街道", 9, "小寨路街…"), ("小寨路街道", 8, "小寨路…"), ("小寨", 1, "…"),
        ("小寨", 0, ""), ("小寨", -1, ""), ("abc", 2, "a…"), ("👨‍👩‍👧‍👦家庭", 4, "👨‍👩‍👧‍👦…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func `A text that is too wide ends in an ellipsis and no grapheme is cut`(text: String, columns: Int, cut: String) {
        #expect(text.truncated(to: columns) == cut)
    }

    @Test func `Padding fills up to the columns and never cuts`() {
        #expect("街道".padded(to: 6) == "街道  ")
        #expect("街道".padded(to: 6, alignment: .right) == "  街道")
        #expect("街道".padded(to: 3) == "街道")
    }
}
