/// What the parser of the command line says, in Chinese.
///
/// The parser speaks English alone: the heads of its help pages and its errors are fixed texts. What Muster itself put
/// into them, descriptions and examples, is in the right language already and stays.
public enum ParserWords {
    /// A help page, a usage line or an error of the parser in Chinese; what is not known stays as it is.
    public static func inChinese(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line($0) }.joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        let line = String(line)
        if line.hasPrefix(errorPrefix) { return "未能完成：" + inChinese(String(line.dropFirst(errorPrefix.count))) }
        var result = lines.wording(for: line) ?? line
        for phrase in inside { result = result.replacing(phrase.pattern, with: phrase.zh) }
        return result
    }

    /// What stands before an error.
    private static let errorPrefix = "Error: "

    /// Whole lines. A name between quotes may hold anything, so the longer pattern comes first.
    private static var lines: PhraseBook {
        PhraseBook(phrases: pages + errors)
    }

    private typealias Phrase = PhraseBook.Phrase

    /// The lines of help pages.
    private static var pages: [PhraseBook.Phrase] {
        [
            Phrase("OVERVIEW: {text}", "概述：{text}"),
            Phrase("USAGE: {text}", "用法：{text}"),
            Phrase("Usage: {text}", "用法：{text}"),
            Phrase("Help:  {text}", "说明：{text}"),
            Phrase("ARGUMENTS:", "参数："),
            Phrase("OPTIONS:", "选项："),
            Phrase("SUBCOMMANDS:", "命令："),
            Phrase("{group} SUBCOMMANDS:", "{group}："),
            Phrase("  See '{command}' for detailed help.", "  各命令的详细说明：{command}"),
            Phrase("  See '{command}' for more information.", "  详细说明：{command}"),
        ]
    }

    /// The errors.
    private static var errors: [PhraseBook.Phrase] {
        [
            Phrase("Unknown option '{option}'. Did you mean '{other}'?", "没有选项 {option}。是不是：{other}？"),
            Phrase("Unknown option '{option}'", "没有选项 {option}。"),
            Phrase("Missing value for '{option}'", "{option} 后面没有写值。"),
            Phrase("Missing expected argument '{argument}'", "缺少 {argument}。"),
            Phrase("Missing one of: '{arguments}'", "缺少其中之一：{arguments}。"),
            Phrase("Missing required subcommand.", "没有写要办什么。"),
            Phrase(
                "The option '{option}' does not take any value, but '{value}' was specified.",
                "{option} 后面不写值，却写了「{value}」。"),
            Phrase("Unexpected argument '{text}'", "多写了「{text}」。"),
            Phrase("{count} unexpected arguments: '{texts}'", "多写了 {count} 处：「{texts}」。"),
            Phrase(
                "Value to be set with flag '{flag}' had already been set with flag '{other}'",
                "{flag} 和 {other} 只能写一个。"),
            Phrase(
                "The value '{value}' is invalid for '{option}'. Please provide one of {list}.",
                "{option} 不能写「{value}」。可写：{list}。"),
            Phrase("The value '{value}' is invalid for '{option}'", "{option} 不能写「{value}」。"),
            Phrase("Invalid option: {option}", "没有选项 {option}。"),
            Phrase("Can't generate completion scripts for '{shell}'.", "不能为「{shell}」生成补全脚本。"),
            Phrase("Can't autodetect a supported shell.", "认不出所用的 shell。"),
            Phrase(
                "Please use --generate-completion-script=<shell> with one of:",
                "请写 --generate-completion-script=<shell>，可用："),
        ]
    }

    /// Parts of lines.
    private static let inside: [(pattern: String, zh: String)] = [
        ("Show subcommand help information.", "显示各命令的说明。"),
        ("Show help information.", "显示说明。"),
        ("Show the version.", "显示版本。"),
        ("(default: ", "(默认 "),
        ("(default:", "(默认"),
        ("[<options>]", "[<选项>]"),
        ("<subcommand>", "<命令>"),
        ("[<subcommands> ...]", "[<命令> ...]"),
        ("<subcommands>", "<命令>"),
    ]
}
