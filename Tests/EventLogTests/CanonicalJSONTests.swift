import EventLog
import Testing

/// RFC 8785 as far as entries use it.
struct CanonicalJSONTests {
    private func text(_ value: CanonicalJSON) -> String { String(decoding: value.bytes, as: UTF8.self) }

    @Test(arguments: [
        ("", #""""#),
        ("后村西路", #""后村西路""#),
        ("😀👨‍👩‍👧", #""😀👨‍👩‍👧""#),
        (#"a"b\c/d"#, #""a\"b\\c/d""#),
        ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#),
        ("\u{00}\u{01}\u{0B}\u{1F}", #""\u0000\u0001\u000b\u001f""#),
        ("\u{7F}\u{80}\u{2028}\u{FEFF}", "\"\u{7F}\u{80}\u{2028}\u{FEFF}\""),
        ("<script>&'", #""<script>&'""#),
    ])
    func `a string escapes quotes, backslashes and control characters, and nothing else`(
        value: String,
        expected: String
    ) {
        #expect(Array(expected.utf8) == CanonicalJSON.string(value).bytes)
    }

    @Test func `a text keeps its spelling`() {
        #expect(CanonicalJSON.string("\u{E9}") != .string("e\u{301}"))
    }

    @Test(
        arguments: [
            (0, "0"), (-1, "-1"), (1 << 53, "9007199254740992"), (-(1 << 53), "-9007199254740992"),
        ] as [(Int64, String)]
    )
    func `an integer is written in decimal, up to 2^53 either way`(value: Int64, expected: String) {
        #expect(text(.integer(value)) == expected)
    }

    @Test func `an integer beyond 2^53 is a mistake of the program`() async {
        await #expect(processExitsWith: .failure) { _ = CanonicalJSON.integer((1 << 53) + 1).bytes }
        await #expect(processExitsWith: .failure) { _ = CanonicalJSON.integer(.min).bytes }
    }

    @Test func `members are sorted by the bytes of their keys, at every depth`() {
        let value = CanonicalJSON.object([
            ("b", .bool(true)), ("a", .object([("z", .integer(1)), ("aa", .integer(2)), ("a", .integer(3))])),
            ("B", .bool(false)), ("10", .integer(4)), ("9", .string("")), ("", .object([])),
        ])
        #expect(text(value) == #"{"":{},"10":4,"9":"","B":false,"a":{"a":3,"aa":2,"z":1},"b":true}"#)
    }

    @Test func `values are equal when their bytes are, whatever the order of the members`() {
        let one = CanonicalJSON.object([("a", .integer(1)), ("b", .integer(2))])
        #expect(one == .object([("b", .integer(2)), ("a", .integer(1))]))
        #expect(one != .object([("a", .integer(1)), ("b", .string("2"))]))
    }

    @Test func `hex is lower case with two digits a byte`() {
        #expect(([0, 1, 0xAB, 0xFF] as [UInt8]).hex == "0001abff")
    }
}
