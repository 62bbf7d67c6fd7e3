import Testing

@testable import MusterServer

@Suite struct `The fields of a form` {
    private func fields(_ text: String) throws(FormFields.Fault) -> [String: String] {
        try FormFields(decoding: text.utf8).values
    }

    @Test func `are decoded from plus signs and percent codes`() throws {
        #expect(
            try fields("a=1&b=x+y&c=%E7%AD%BE%e6%94%b6&d=%26%3D%2B") == ["a": "1", "b": "x y", "c": "签收", "d": "&=+"])
        #expect(try fields("") == [:])
        #expect(try fields("a&b=") == ["a": "", "b": ""])
        #expect(try fields("a=b=c") == ["a": "b=c"])
    }

    @Test func `have line ends of one kind`() throws {
        #expect(try fields("t=a%0D%0Ab%0Dc%0Ad") == ["t": "a\nb\nc\nd"])
        #expect(try fields("t=%0D%0A%0D%0A") == ["t": "\n\n"])
    }

    @Test(arguments: ["a=%", "a=%4", "a=%4g", "%zz=1", "a=1&b=%e"])
    func `end every percent sign with two digits`(_ text: String) {
        #expect(throws: FormFields.Fault.badPercent) { try fields(text) }
    }

    @Test(arguments: ["a=%FF", "a=%C0%80", "a=%ED%A0%80", "a=%00", "%00=a", "a=%E7%AD"])
    func `are text`(_ text: String) {
        #expect(throws: FormFields.Fault.notText) { try fields(text) }
    }

    @Test func `have each name once`() {
        #expect(throws: FormFields.Fault.repeated("a")) { try fields("a=1&b=2&%61=3") }
    }

    @Test func `are not too many and not too long`() throws {
        let most = (1...FormFields.most).map { "f\($0)=1" }.joined(separator: "&")
        #expect(try fields(most).count == FormFields.most)
        #expect(throws: FormFields.Fault.tooMany) { try fields(most + "&more=1") }
        let longest = "a=" + String(repeating: "x", count: FormFields.largest - 2)
        #expect(try fields(longest)["a"]?.utf8.count == FormFields.largest - 2)
        #expect(throws: FormFields.Fault.tooLarge) { try fields(longest + "x") }
    }

    @Test func `lose the white space around them where a text is wanted`() {
        let fields = FormFields(["a": " \n签收　 ", "b": " \t"])
        #expect(fields.text("a") == "签收")
        #expect(fields.text("b") == nil)
        #expect(fields.text("c") == nil)
    }

    @Test func `come back as they were from an address`() throws {
        let text = "裁决 100% & more=?/\n\"<>'"
        let query = PercentText.query(["a": text, "b": nil, "c": "1"])
        #expect(try FormFields(decoding: query.utf8.dropFirst()).values == ["a": text, "c": "1"])
        #expect(PercentText.query(["a": nil]) == "")
    }
}

@Suite struct `An address to come back to` {
    @Test(arguments: ["/", "/d/610113/inbox?unit=%E5%9F%8E&show=overdue", "/sign-in"])
    func `is a path of this server`(_ address: String) { #expect(LocalAddress.checked(address) == address) }

    @Test(arguments: [
        nil, "", "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "d/610113",
        "/a\nb", "/\t/evil.example", "/签收", "/ x",
    ])
    func `is nothing that a browser takes for another host's`(_ address: String?) {
        #expect(LocalAddress.checked(address) == nil)
    }
}
