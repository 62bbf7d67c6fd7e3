/// How long a file and a function may be.
enum SizeRule {
    static let longestFile = 500
    static let longestFunction = 100

    static func findings(in source: SourceText) -> [Finding] {
        let lines = source.whole.split(separator: "\n", omittingEmptySubsequences: false).count
        let count = source.whole.hasSuffix("\n") ? lines - 1 : lines
        var findings: [Finding] = []
        if count > longestFile {
            let words = "\(count) lines; a file has at most \(longestFile)"
            findings.append(Finding(path: source.path, line: longestFile + 1, words: words))
        }
        for function in functions(of: source) where function.lines > longestFunction {
            let words = "\(function.lines) lines; a function has at most \(longestFunction)"
            findings.append(Finding(path: source.path, line: function.line, words: words))
        }
        return findings
    }

    /// Where each function with a body starts, and how many lines it has from there to its closing brace.
    static func functions(of source: SourceText) -> [(line: Int, lines: Int)] {
        let lines = source.code.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        return occurrences(of: #"\bfunc\s+|^[ \t]*(?:@\w+[ \t]+)*(?:\w+[ \t]+)*init[?!]?[ \t]*[(<]"#, in: source.code)
            .compactMap { line, _ in
                lastLine(ofFunctionAt: line - 1, in: lines).map { (line: line, lines: $0 - line + 2) }
            }
    }

    /// The index of the line with the closing brace; `nil` for a requirement, which has no body.
    private static func lastLine(ofFunctionAt first: Int, in lines: [[Character]]) -> Int? {
        var parentheses = 0
        var braces = 0
        for index in first..<lines.count {
            if index > first && braces == 0 && parentheses == 0 && startsDeclaration(lines[index]) { return nil }
            for character in lines[index] {
                switch character {
                case "(", "[": parentheses += 1
                case ")", "]": parentheses -= 1
                case "{" where parentheses == 0 || braces > 0: braces += 1
                case "}" where braces == 0 && parentheses == 0: return nil
                case "}" where braces > 0:
                    braces -= 1
                    if braces == 0 { return index }
                default: break
                }
            }
        }
        return nil
    }

    private static func startsDeclaration(_ line: [Character]) -> Bool {
        let words = String(line).split { !$0.isLetter }
        return words.contains { ["func", "var", "let", "init", "static", "subscript", "associatedtype"].contains($0) }
    }
}
