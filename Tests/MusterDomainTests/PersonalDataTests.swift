import Testing

@testable import MusterDomain

@Suite struct PersonalDataTests {
    @Test(arguments: [
        ("电话13800138000，张", "电话138****8000，张"),
        ("138 0013 8000", "138****8000"), ("138-0013-8000", "138****8000"), ("138‑0013‑8000", "138****8000"),
        ("138 00138000", "138****8000"), ("1380013 8000", "138****8000"), ("１３８００１３８０００", "138****8000"),
        ("１３８　００１３　８０００", "138****8000"), ("+8613800138000", "+86138****8000"),
        ("+86 138 0013 8000", "+86 138****8000"),
        ("+86-138-0013-8000", "+86-138****8000"), ("+86138 0013 8000", "+86138****8000"),
        ("008613800138000", "0086138****8000"),
        ("13800138000/19912345678", "138****8000/199****5678"), ("13800138000 19912345678", "138****8000 199****5678"),
        ("微信wx13800138000", "微信wx138****8000"), ("138\u{200B}0013\u{200D}8000", "138****8000"),
        ("1️⃣3800138000", "138****8000"), ("2026-11-21 13800138000", "2026-11-21 138****8000"),
        ("请拨13800138000转2", "请拨138****8000转2"),
    ])
    func `A mobile number is found and masked`(text: String, shown: String) {
        let masked = PersonalData.masked(text)
        #expect(masked.text == shown)
        #expect(masked.findings.allSatisfy { $0.kind == .mobileNumber })
        #expect(masked.count(of: .mobileNumber) == masked.findings.count)
    }

    @Test(arguments: [
        ("身份证11010519491231002X。", "身份证110105********002X。"), ("11010519491231002x", "110105********002X"),
        ("440524188001010014", "440524********0014"), ("４４０５２４１８８００１０１００１４", "440524********0014"),
        ("110105 19491231 002X", "110105********002X"), ("440524-18800101-0014", "440524********0014"),
        ("11010519491231002Ｘ住小寨", "110105********002X住小寨"), ("610113670401001", "610113********1001"),
        ("11010519491231\u{200B}002\u{200B}X", "110105********002X"),
    ])
    func `An identity number is found and masked`(text: String, shown: String) {
        let masked = PersonalData.masked(text)
        #expect(masked.text == shown)
        #expect(masked.findings.map(\.kind) == [.residentID])
        #expect(masked.count(of: .residentID) == 1)
    }

    @Test(arguments: [
        "", "没有数字", "029-81234567", "02981234567", "010-12345678", "400-138-0013", "4001380013", "12345", "12345热线",
        "W2026-000042", "202611211380013800012", "9138001380001", "138001380001", "1380013800", "12800138000",
        "138****8000", "110105********002X", "110105194912310021", "110105194902300028", "11010519491231002",
        "11010519491231002XY", "11010519491231002X3", "202611210101001", "610113671301001", "610113670230001",
        "029-138-0013-8000", "138-0013-8000-1", "138 0013-8000", "138\n0013\n8000", "138  0013  8000", "138,0013,8000",
        "2026年11月21日10时00分至2026年11月22日", "010519491231002X0000000",
    ])
    func `Anything else passes`(text: String) {
        #expect(PersonalData.findings(in: text) == [])
        #expect(PersonalData.masked(text).text == text)
    }

    @Test func `A finding says where it stands in characters`() throws {
        let text = "👨‍👩‍👧‍👦家电话 138 0013 8000，证110105 19491231 002X。"
        let findings = PersonalData.findings(in: text)
        #expect(findings.map(\.kind) == [.mobileNumber, .residentID])
        #expect(findings.map(\.range) == [5..<18, 20..<40])
        let characters = Array(text)
        #expect(findings.map { String(characters[$0.range]) } == ["138 0013 8000", "110105 19491231 002X"])
    }

    @Test func `Any identity number with the right check character is found, and with a wrong one is not`() {
        var random = SplitMix.seeded(for: "identity numbers")
        for _ in 0..<2000 {
            let digits = identityDigits(&random)
            let right = ResidentID.checkCharacter(digits[...])
            // By the weights of GB 11643, another way to the same character.
            let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
            let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
            #expect(character(right) == Array("10X98765432")[sum % 11], "seed \(random.seed)")
            for check in UInt8(0)...10 {
                let text = "号" + digits.map { String($0) }.joined() + String(character(check)) + "，"
                let found = PersonalData.findings(in: text)
                #expect(found.map(\.range) == (check == right ? [1..<19] : []), "seed \(random.seed): \(text)")
            }
        }
    }

    @Test func `What is masked has no findings, and a text without digits has none`() {
        var random = SplitMix.seeded(for: "masking")
        let pieces = [
            "138", "0013", "8000", "13800138000", "11010519491231002X", "440524188001010014", "110105", "19491231", " ",
            "-",
            "1", "X", "电话", "+86", "，", "\u{200B}", "029", "８",
        ]
        let words = pieces.filter { !$0.contains { $0.isNumber } }
        for _ in 0..<3000 {
            let count = Int.random(in: 0...12, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let masked = PersonalData.masked(text)
            #expect(PersonalData.findings(in: masked.text) == [], "seed \(random.seed): \(text)")
            let letters = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            #expect(PersonalData.findings(in: letters) == [], "seed \(random.seed): \(letters)")
        }
    }

    /// Seventeen digits with a date of birth that exists.
    private func identityDigits(_ random: inout SplitMix) -> [UInt8] {
        let address = Int.random(in: 110_000...829_999, using: &random)
        let year = Int.random(in: 1900...2026, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...28, using: &random)
        let order = Int.random(in: 0...999, using: &random)
        let number = (((address * 10_000 + year) * 100 + month) * 100 + day) * 1000 + order
        return String(number).utf8.map { $0 - 0x30 }
    }

    private func character(_ check: UInt8) -> Character { check == 10 ? "X" : Character(String(check)) }
}
