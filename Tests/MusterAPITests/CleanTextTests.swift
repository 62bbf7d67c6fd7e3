import MusterAPI
import MusterDomain
import Testing

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("  plain text ", "plain text"),
        ("全角Ａ１：", "全角Ａ１："),
        ("e\u{301}", "\u{E9}"),
        ("e\u{200D}\u{301}", "\u{E9}"),
        ("零\u{200B}宽\u{FEFF}", "零宽"),
        ("a\u{0}b\rc\td", "a b c d"),
        ("丢\u{FFFD}字", "丢□字"),
        ("\u{200B} \n", ""),
        ("", ""),
    ]) func `a line is brought into the ledger's form`(_ raw: String, _ clean: String) {
        #expect(CleanText(raw, for: .subject).text == clean)
    }

    @Test func `no character of Unicode comes out in a way that the rules refuse`() {
        for field in [Field.subject, .detail] {
            for start in stride(from: UInt32(0), to: 0x11_0000, by: 64) {
                var raw = String.UnicodeScalarView()
                raw.append("x")
                for value in start..<start + 64 { if let scalar = Unicode.Scalar(value) { raw.append(scalar) } }
                let text = CleanText(String(raw), for: field).text
                let fault = TextRules.fault(in: text, limit: 10_000, layout: field.textLayout)
                // Some presentation forms become whole phrases, so that only the length may be wrong here.
                #expect(fault == nil, "U+\(String(start, radix: 16))")
                #expect(PersonalData.findings(in: text).isEmpty)
                #expect(CleanText(text, for: field).text == text, "what is clean stays as it is")
            }
        }
    }

    @Test(arguments: [Field.subject, .place, .resolution, .fullName]) func `a long text is cut at the field's limit`(
        _ field: Field
    ) {
        let limit = field.textLimit
        let fits = String(repeating: "长", count: limit)
        #expect(CleanText(fits, for: field).text == fits)
        let cut = CleanText(fits + "了", for: field).text
        #expect(cut == String(repeating: "长", count: limit - 3) + "...")
        #expect(
            CleanText("e" + String(repeating: "\u{20DD}", count: limit), for: field).text.unicodeScalars.count == limit
        )
    }

    @Test func `a number that only the cut makes look like a mobile number is masked too`() {
        let head = String(repeating: "x", count: 200 - 3 - 11)
        let raw = head + "13800138000" + "12345"
        let clean = CleanText(raw, for: .subject)
        #expect(clean.text == head + "138****8000...")
        #expect(clean.masked == MaskedNumbers(mobiles: 1))
        #expect(CleanText(clean.text, for: .subject) == CleanText(clean.text))
    }
}
