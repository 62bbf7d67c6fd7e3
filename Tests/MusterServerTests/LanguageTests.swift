import MusterText
import Testing

@testable import MusterServer

@Suite struct LanguageTests {
    @Test(
        arguments: [
            (nil, Language.zh), ("", .zh), ("zh-CN", .zh), ("en", .en), ("EN-us", .en), ("zh;q=0.3, en;q=0.9", .en),
            ("en;q=0.3,zh-Hant-TW", .zh), ("fr", .en), ("fr, zh;q=0.1", .zh), ("*", .zh), ("en;q=0", .zh),
            ("en;q=0, *", .zh),
            ("fr, *;q=0.5", .zh), ("zh;q=x, en;q=0.1", .en), (";;;,,,", .zh), ("en-GB;q=0.8;level=1", .en),
            ("zha", .en),
        ] as [(String?, Language)])
    func `The language wished most is spoken, if it is one of the two`(header: String?, language: Language) {
        #expect(Language.wished(header, standard: .zh) == language)
    }
}
