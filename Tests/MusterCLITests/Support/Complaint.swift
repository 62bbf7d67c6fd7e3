import Foundation
import Testing

/// The object that a failing command prints to stderr with `--json`.
struct Complaint: Decodable, Equatable {
    var code, zh, en: String
    var exit: Int32

    init(_ answer: Program.Answer) throws {
        let report = try JSONDecoder().decode([String: Complaint].self, from: answer.errorBytes)
        self = try #require(report["error"])
    }
}

/// Whether a text has what no finished sentence has: the mark of a missing one, or a placeholder that nobody filled.
func isUnfinished(_ text: String) -> Bool {
    text.contains("«") || text.contains(#/\{[A-Za-z]+\}/#)
}
