import Testing

@testable import MusterAPI

@Suite struct `Reading JSON strictly` {
    private func read(_ text: String) throws(JSONFault) -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

    private static let values: [(String, JSONValue)] = [
        ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
        ("-0", .integer(0)), ("-12", .integer(-12)), ("1.5", .decimal(1.5)), ("1e3", .decimal(1000)),
        (#""哨""#, "哨"), (#""\u54E8\n\"""#, "哨\n\""), (#""\ud83d\ude00""#, "😀"), ("[]", []), ("[1,[2]]", [1, [2]]),
        ("{}", [:]), (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": .null]]),
    ]

    @Test(arguments: values)
    func `what is JSON is read`(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "tru", "01", "-", "+1", ".5", "1.", "1e", "1e999", "\"", "\"\u{1}\"", #""\x""#, #""\u12"#,
        #""\ud83d""#, #""\ude00""#, #""\ud83dx""#, "[", "[1,]", "[,1]", "[1 2]", "{", "{1:2}", #"{"a"}"#, #"{"a":}"#,
        #"{"a":1,}"#, "1 2", "{}{}", "NaN", "Infinity", "'a'", "// 1", "[1]x",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONFault.self) { try read(text) }
    }

    @Test func `a name that stands twice is refused, also when it is spelt otherwise`() {
        for text in [#"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"x":{"b":1,"c":2,"b":3}}]"#] {
            let fault = #expect(throws: JSONFault.self) { try read(text) }
            #expect(fault?.reason == .duplicate)
        }
    }

    @Test func `depth is bounded, however deep the text goes`() throws {
        let deep = JSONReader.maximumDepth - 1
        _ = try read(String(repeating: "[", count: deep) + "1" + String(repeating: "]", count: deep))
        for depth in [deep + 1, 100_000] {
            let fault = #expect(throws: JSONFault.self) { try read(String(repeating: "[", count: depth)) }
            #expect(fault?.reason == .depth)
        }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: JSONFault(reason: .encoding, offset: 0)) { try JSONReader.value(of: bytes) }
        }
    }

    @Test func `whatever is written is read again, with every control character`() throws {
        let text = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) })) + "哨\u{2028}😀"
        let value: JSONValue = ["text": .string(text), "list": [1, -2, true, .null], "empty": [:]]
        #expect(try JSONReader.value(of: value.bytes) == value)
    }

    /// Any bytes at all end in a value or a fault, never in a trap; and a value comes out as it went in.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `random and damaged texts are read or refused`(seed: UInt64) throws {
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let sample = Array(#"{"a":[1,2.5,"哨\u54e8",null,true],"b":{"c":"\n"}}"#.utf8)
        for _ in 0..<5_000 {
            var bytes = sample
            for _ in 0...random(4) {
                switch random(3) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.remove(at: random(bytes.count))
                default: bytes.insert(UInt8(random(256)), at: random(bytes.count))
                }
            }
            guard let value = try? JSONReader.value(of: bytes) else { continue }
            #expect(try JSONReader.value(of: value.bytes) == value, "seed \(seed)")
        }
    }
}
