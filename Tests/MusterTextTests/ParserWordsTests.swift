import Testing

@testable import MusterText

@Suite struct ParserWordsTests {
    @Test(arguments: [
        ("OVERVIEW: 吹哨", "概述：吹哨"),
        ("USAGE: muster <subcommand>", "用法：muster <命令>"),
        ("街道 SUBCOMMANDS:", "街道："),
        ("OPTIONS:", "选项："),
        ("  --mode <mode>           报到方式 (default: onSite)", "  --mode <mode>           报到方式 (默认 onSite)"),
        ("  -h, --help              Show help information.", "  -h, --help              显示说明。"),
        ("  See 'muster help <subcommand>' for detailed help.", "  各命令的详细说明：muster help <命令>"),
        ("Error: Missing expected argument '--title <title>'", "未能完成：缺少 --title <title>。"),
        ("Error: Unknown option '--x'", "未能完成：没有选项 --x。"),
        ("Error: Unknown option '--titel'. Did you mean '--title'?", "未能完成：没有选项 --titel。是不是：--title？"),
        ("Error: Missing value for '--title <title>'", "未能完成：--title <title> 后面没有写值。"),
        ("Error: The value 'x' is invalid for '<entry>'", "未能完成：<entry> 不能写「x」。"),
        ("Error: Unexpected argument 'x'", "未能完成：多写了「x」。"),
        ("Error: 2 unexpected arguments: 'x', 'y'", "未能完成：多写了 2 处：「x', 'y」。"),
        (
            "Usage: muster ack <whistle>\n  See 'muster ack --help' for more information.",
            "用法：muster ack <whistle>\n  详细说明：muster ack --help"
        ),
    ])
    func `What the parser says is said in Chinese`(english: String, chinese: String) {
        #expect(ParserWords.inChinese(english) == chinese)
    }

    @Test func `What is Muster's own stays`() {
        for text in ["", "例：\n  muster show W2026-000042", "  --as <as>               以谁的身份"] {
            #expect(ParserWords.inChinese(text) == text)
        }
    }
}
