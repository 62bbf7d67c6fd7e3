import EventLog
import Foundation

@testable import SQLiteEventStore

/// A look through everything that a ledger's files hold, byte by byte.
struct ErasureFiles {
    /// The text that is to go, nowhere else in the log and long enough to be found in an LZ4 block too.
    static let text = "受访人身份与病情：仅限本次核查使用，绝密标记甲乙丙丁戊己庚辛壬癸。"
    /// A salt that is nowhere else.
    static let salt = (0..<32).map { UInt8($0 * 7 + 13) }
    static let place = TextPlace(position: 5, field: "note")

    /// One command of plain entries, of which the one at 5 has the text besides.
    static func batch(at size: Position, count: Int, long: Bool = false) -> AppendBatch {
        var batch = AppendBatch.plain(at: size, count: count)
        guard (size..<size + Position(count)).contains(place.position) else { return batch }
        let padding = long ? String(repeating: text, count: 900) : text
        batch.commands[0].entries[Int(place.position - size)].words.append(
            Word(field: place.field, salt: salt, text: padding))
        return batch
    }

    let scratch: Scratch

    /// The files in which some bytes occur. Notes say of a text where it stood, and nothing of it.
    func files(with bytes: [UInt8]) throws -> [String] {
        try scratch.files().filter { name in
            let content = try Data(contentsOf: URL(fileURLWithPath: scratch.path(name)))
            return content.range(of: Data(bytes)) != nil
        }
    }

    /// Everything that must not be found: the text whole and any run of it that LZ4 may have kept, and the salt.
    static var traces: [[UInt8]] {
        let bytes = Array(text.utf8)
        return [Array(bytes[0..<16]), Array(bytes[24..<40]), Array(bytes[60..<76]), Array(salt[0..<16])]
    }

    func traces() throws -> [String] { try Self.traces.flatMap { try files(with: $0) } }
}
