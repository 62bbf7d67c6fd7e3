import Testing

@testable import MusterDomain

@Suite struct TextRulesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var line: TextFault?
        var paragraphs: TextFault?
        var testDescription: String { text.debugDescription }

        init(_ text: String, line: TextFault?, paragraphs: TextFault?) {
            self.text = text
            self.line = line
            self.paragraphs = paragraphs
        }

        /// The layout makes no difference.
        init(_ text: String, _ fault: TextFault?) { self.init(text, line: fault, paragraphs: fault) }
    }

    @Test(arguments: [
        Row("小寨路夜间施工", nil),
        Row("", .empty), Row(" \u{3000}\n\t", .empty), Row("\u{200B}\u{FEFF} ", .empty),
        Row("十个字符的标题刚刚好", nil),
        Row("十一个字符的标题太长了", .tooLong(limit: 10, count: 11)),
        Row("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", .tooLong(limit: 10, count: 12)),
        Row("一\n二", line: .controlCharacter("\n", at: 1), paragraphs: nil),
        Row("一\t二", line: .controlCharacter("\t", at: 1), paragraphs: nil),
        Row("一\r\n二", .controlCharacter("\r", at: 1)),
        Row("一\u{0}", .controlCharacter("\u{0}", at: 1)), Row("\u{1B}[31m", .controlCharacter("\u{1B}", at: 0)),
        Row("一二\u{7F}", .controlCharacter("\u{7F}", at: 2)), Row("一\u{85}", .controlCharacter("\u{85}", at: 1)),
        Row("一\u{2028}二", .controlCharacter("\u{2028}", at: 1)),
        Row("一\u{FFFD}", .invalidScalar("\u{FFFD}", at: 1)),
        Row("一\u{200B}二", .invisibleCharacter("\u{200B}", at: 1)),
        Row("一\u{202E}二", .invisibleCharacter("\u{202E}", at: 1)),
        Row("一\u{2066}二", .invisibleCharacter("\u{2066}", at: 1)),
        Row("\u{FEFF}一", .invisibleCharacter("\u{FEFF}", at: 0)),
        Row("葛\u{E0100}❤\u{FE0F}\u{E000}", nil),
    ])
    func `A text is judged by its first fault`(row: Row) {
        #expect(TextRules.fault(in: row.text, limit: 10, layout: .line) == row.line)
        #expect(TextRules.fault(in: row.text, limit: 10, layout: .paragraphs) == row.paragraphs)
    }

    // By number: Swift does not let a literal hold a noncharacter.
    @Test(arguments: [UInt32(0xFFFE), 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFF, 0x10FFFE])
    func `A noncharacter is no text`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(TextRules.fault(in: "一\(scalar)", limit: 10, layout: .paragraphs) == .invalidScalar(scalar, at: 1))
    }

    @Test(arguments: [
        ("小寨", "小寨"), ("小\u{200B}寨\u{FEFF}", "小寨"), ("\u{202E}abc\u{202C}", "abc"), ("\u{200D}", ""),
        ("a\u{2066}b\u{2069}\u{AD}", "ab"), ("❤\u{FE0F}", "❤\u{FE0F}"), ("👨\u{200D}👩", "👨👩"),
    ])
    func `Invisible characters can be taken out`(text: String, visible: String) {
        #expect(TextRules.withoutInvisibleCharacters(text) == visible)
    }

    @Test func `Without invisible characters none is found`() {
        for value in UInt32(0)...0xE01FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = TextRules.withoutInvisibleCharacters("一\(scalar)二")
            let fault = TextRules.fault(in: text, limit: 10, layout: .paragraphs)
            if case .invisibleCharacter = fault { Issue.record("U+\(String(value, radix: 16))") }
            // The list is our own; Unicode's bidi controls must all be on it.
            if scalar.properties.isBidiControl { #expect(TextRules.isInvisible(scalar)) }
        }
    }

    @Test func `Bytes that are no UTF-8 are no text`() {
        #expect(TextRules.text(utf8: Array("街道".utf8)) == "街道")
        #expect(TextRules.text(utf8: [0xE8, 0xA1]) == nil)
        #expect(TextRules.text(utf8: [0xED, 0xA0, 0x80]) == nil)
        #expect(TextRules.text(utf8: [0xC0, 0x80]) == nil)
        #expect(TextRules.text(utf8: []) == "")
    }
}
