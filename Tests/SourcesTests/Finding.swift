import Foundation

/// A place in the sources that breaks a rule.
struct Finding: Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    let words: String

    var description: String { "\(path):\(line): \(words)" }
}

/// Where the last group of a pattern occurs in a view of a source text, and what it holds; the whole match where
/// there is no group.
func occurrences(of pattern: String, in view: String) -> [(line: Int, found: String)] {
    guard let expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines]) else {
        preconditionFailure("not a regular expression: \(pattern)")
    }
    let text = view as NSString
    return expression.matches(in: view, range: NSRange(location: 0, length: text.length)).map { match in
        let group = match.range(at: match.numberOfRanges - 1)
        let before = text.substring(to: group.location)
        return (1 + before.utf8.count { $0 == UInt8(ascii: "\n") }, text.substring(with: group))
    }
}
