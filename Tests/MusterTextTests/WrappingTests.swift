import Testing

@testable import MusterText

@Suite struct WrappingTests {
    @Test(arguments: [
        ("", 10, [""]),
        ("街道吹哨，部门报到。", 8, ["街道吹", "哨，部门", "报到。"]),
        ("街道（小寨路）吹哨", 6, ["街道", "（小寨", "路）吹", "哨"]),
        ("the street blows the whistle", 12, ["the street", "blows the", "whistle"]),
        ("还有 1 小时 20 分", 9, ["还有 1 小", "时 20 分"]),
        ("don’t stop 3.14% now", 10, ["don’t stop", "3.14% now"]),
        ("https://example.org/a/b", 10, ["https://ex", "ample.org/", "a/b"]),
        ("第一行\n\n  第二行", 20, ["第一行", "", "  第二行"]),
        ("一二三四", 1, ["一", "二", "三", "四"]),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
    ])
    func `A paragraph breaks where its script allows`(text: String, columns: Int, lines: [String]) {
        #expect(text.wrapped(to: columns) == lines)
    }

    @Test func `Nothing but spaces is lost and no line is too wide`() {
        let seed = UInt64.random(in: .min ... .max)
        print("wrapping: seed \(seed)")
        var random = SplitMix(state: seed)
        let alphabet = Array("街道吹哨部门报到，。（）《》“”…—abc12 .-%  👍🏽é\u{3000}")
        for _ in 0..<2000 {
            let length = Int.random(in: 0...60, using: &random)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            let columns = Int.random(in: 2...24, using: &random)
            let lines = text.wrapped(to: columns)
            let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{3000}" }
            #expect(lines.joined().filter { !isSpace($0) } == text.filter { !isSpace($0) }, "seed \(seed): \(text)")
            #expect(lines.allSatisfy { displayWidth($0) <= columns }, "seed \(seed), \(columns): \(text)")
        }
    }
}

/// SplitMix64: a run can be repeated from its printed seed.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
