import Testing

@testable import MusterText

@Suite struct TemplateTests {
    @Test(
        arguments: [
            ("", ""), ("签到", "签到"), ("{a}", "1"), ("{a}{b2}", "12"), ("在{a}，{b2}。", "在1，2。"), ("{{a}}", "{1}"),
            ("{\"x\":{a}}", "{\"x\":1}"), ("{a", "{a"), ("a}", "a}"), ("{}", "{}"), ("{1}", "{1}"), ("{a b}", "{a b}"),
            ("{é}{中}{@}", "{é}{中}{@}"), ("{a{a}", "{a1"), ("{c}", "{c}"),
        ])
    func `A name between braces takes a value, and any other brace stands for itself`(wording: String, said: String) {
        #expect(Template(wording).filled(with: ["a": "1", "b2": "2"]) == said)
    }

    @Test func `What is no placeholder is one piece of text`() {
        #expect(Template("a {1} b {x} c").pieces == [.text("a {1} b "), .placeholder("x"), .text(" c")])
    }
}
