import EventLog
import Foundation
import Testing

/// Entries with the characters that JSON writers get wrong.
struct OddCharacterTests {
    /// Every control character, what has to be escaped, what must not be, and texts of several planes.
    static let texts: [String] =
        (0..<0x20).map { "控\(Character(Unicode.Scalar(UInt8($0))))制" } + [
            "\u{7F}", "\u{80}", "\u{2028}\u{2029}", "引\"号", "反\\斜", "a/b", "<&>", "é e\u{301}", "𠮷野家", "👩‍👩‍👧", "，：；（）", "",
        ]

    static func entry(_ position: Int, _ text: String) -> Envelope {
        Envelope(
            source: "/districts/610113", subject: "W2026-000001", revision: position + 1,
            type: "muster.test.odd.v1", time: 1_795_226_400_000 + Int64(position),
            recorded: 1_795_226_400_000 + Int64(position),
            position: Position(position), actor: "U0001/P0001/s-01", authType: "local", commandID: "odd-\(position)",
            commandDigest: String(repeating: "0", count: 32), data: ["text": .string(text), "number": .integer(-1)],
            words: ["subject": Commitment.of(text, salt: Array(repeating: 7, count: 32))])
    }

    @Test(arguments: Array(texts.enumerated()))
    func `an entry with odd characters is read back as it was`(position: Int, text: String) throws {
        let entry = Self.entry(position, text)
        #expect(try Envelope(bytes: entry.bytes) == entry)
        #expect(!entry.bytes.contains(UInt8(ascii: "\n")), "an entry is one line wherever it is printed")
    }

    /// `Scripts/test` names a file and lets independent libraries judge what is written there.
    @Test func `the judges get the same entries`() throws {
        let entries = Self.texts.enumerated().map { Self.entry($0.offset, $0.element).bytes }
        #expect(entries.count > 40)
        guard let path = ProcessInfo.processInfo.environment["MUSTER_JUDGE_FILE"] else { return }
        let lines = entries.map { $0 + [UInt8(ascii: "\n")] }
        try Data(lines.joined()).write(to: URL(fileURLWithPath: path))
    }
}
