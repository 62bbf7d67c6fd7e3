/// A Swift file taken apart into code, comments and string literals, so that a rule looks only where it means to.
///
/// Every view has as many lines as the file and every character in its column: what is not part of the view is blank.
struct SourceText {
    /// The path from the root of the package, as findings name it.
    let path: String
    /// The file as it is.
    let whole: String
    /// Without comments; string literals keep their quotes and what is interpolated, not their text.
    let code: String
    /// Without comments.
    let uncommented: String
    /// The text of string literals, and nothing else.
    let literals: String

    init(path: String, text: String) {
        self.path = path
        whole = text
        var scanner = SourceScanner(text)
        let kinds = scanner.kinds()
        code = Self.view(of: scanner.scalars, kinds) { $0 == .code }
        uncommented = Self.view(of: scanner.scalars, kinds) { $0 != .comment }
        literals = Self.view(of: scanner.scalars, kinds) { $0 == .literal }
    }

    /// The folder under `Sources/`, which is the target's name; empty for a file that lies elsewhere.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : ""
    }

    private static func view(
        of scalars: [Unicode.Scalar],
        _ kinds: [SourceScanner.Kind],
        keeping isKept: (SourceScanner.Kind) -> Bool
    ) -> String {
        var view = String.UnicodeScalarView()
        for (scalar, kind) in zip(scalars, kinds) {
            view.append(isKept(kind) || scalar == "\n" ? scalar : " ")
        }
        return String(view)
    }
}

/// Tells code, comments and the text of string literals apart, scalar by scalar.
struct SourceScanner {
    enum Kind { case code, comment, literal }

    let scalars: [Unicode.Scalar]
    private var found: [Kind] = []

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// One kind for each scalar.
    mutating func kinds() -> [Kind] {
        found = []
        found.reserveCapacity(scalars.count)
        scanCode(untilClosingParenthesis: false)
        return found
    }

    private var index: Int { found.count }
    private var isAtEnd: Bool { found.count == scalars.count }

    private func starts(with text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        return index + wanted.count <= scalars.count && scalars[index..<index + wanted.count].elementsEqual(wanted)
    }

    private mutating func take(_ count: Int, as kind: Kind) {
        for _ in 0..<min(count, scalars.count - index) { found.append(kind) }
    }

    /// Reads to the end of the file or, inside an interpolation, to the parenthesis that closes it.
    private mutating func scanCode(untilClosingParenthesis: Bool) {
        var depth = 0
        while !isAtEnd {
            if starts(with: "//") {
                while !isAtEnd && scalars[index] != "\n" { take(1, as: .comment) }
            } else if starts(with: "/*") {
                scanBlockComment()
            } else if scalars[index] == "\"" || scalars[index] == "#" {
                scanLiteralOrHash()
            } else if scalars[index] == "`" {
                scanRawIdentifier()
            } else {
                if scalars[index] == "(" { depth += 1 }
                if scalars[index] == ")" { depth -= 1 }
                take(1, as: .code)
                if untilClosingParenthesis && depth < 0 { return }
            }
        }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                take(2, as: .comment)
            } else if starts(with: "*/") {
                depth -= 1
                take(2, as: .comment)
            } else {
                take(1, as: .comment)
            }
        } while depth > 0 && !isAtEnd
    }

    /// A name in backticks is code, whatever quotes stand in it, except that it must not look like a call.
    private mutating func scanRawIdentifier() {
        take(1, as: .code)
        while !isAtEnd && scalars[index] != "`" && scalars[index] != "\n" { take(1, as: .literal) }
        take(1, as: .code)
    }

    private mutating func scanLiteralOrHash() {
        var hashes = 0
        while index + hashes < scalars.count && scalars[index + hashes] == "#" { hashes += 1 }
        guard index + hashes < scalars.count, scalars[index + hashes] == "\"" else {
            return take(max(hashes, 1), as: .code)
        }
        take(hashes, as: .code)
        let isMultiline = starts(with: "\"\"\"")
        let quotes = isMultiline ? "\"\"\"" : "\""
        let mark = String(repeating: "#", count: hashes)
        take(quotes.count, as: .code)
        while !isAtEnd {
            if starts(with: quotes + mark) {
                return take(quotes.count + hashes, as: .code)
            } else if starts(with: "\\" + mark + "(") {
                take(hashes + 2, as: .code)
                scanCode(untilClosingParenthesis: true)
            } else if starts(with: "\\" + mark) {
                take(hashes + 2, as: .literal)
            } else if !isMultiline && scalars[index] == "\n" {
                return
            } else {
                take(1, as: .literal)
            }
        }
    }
}
