/// Lines of CSV (RFC 4180) that a spreadsheet opens as they are: UTF-8 with a byte-order mark, ends of line CR LF.
enum SpreadsheetLine {
    /// What a file begins with, so that spreadsheets read it as UTF-8.
    static let mark = "\u{FEFF}"

    /// A cell that begins with one of these is a formula to some spreadsheet; full-width signs are ASCII ones to some.
    private static let formula: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// One line with its end.
    static func text(_ cells: [String?]) -> String { cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n" }

    /// A value as a cell. An apostrophe goes in front of what could be taken for a formula, and of what begins with an
    /// apostrophe itself, so that whoever takes the first one away has every value again.
    static func cell(_ value: String) -> String {
        // Many readers end a cell at U+0000.
        var text = value.contains("\0") ? value.replacing("\0", with: "\u{FFFD}") : value
        if let first = text.unicodeScalars.first, first == "'" || formula.contains(first) { text = "'" + text }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ";"):
                false
            default: true
            }
        }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
