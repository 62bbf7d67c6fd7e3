import EventLog
import Testing

/// The scanner of a verifier against the reader of everybody else.
struct EntryScannerTests {
    private static let entry = Envelope(
        source: "/districts/610113", subject: "W2026-000042", revision: 7, type: "muster.file.attached.v1",
        time: 1_772_413_200_123, recorded: 1_772_413_200_456, position: 1_041, actor: "U0003/P0004/d-11",
        authType: "token:k7f3q9ab2cd4e5f6", commandID: "web-42\u{e9}\"\\\n",
        commandDigest: "00112233445566778899aabbccddeeff",
        data: [
            "media": .string("image/png"), "sha256": .string(String(repeating: "ab", count: 32)), "size": .integer(-17),
            "late": .bool(true), "odd": .string("\u{1}小寨路"),
        ],
        words: ["caption": String(repeating: "A", count: 43) + "=", "reason": "x"])

    private func scan(_ bytes: [UInt8]) -> ScannedEntry? {
        var scanner = EntryScanner()
        return try? scanner.scan(bytes.span)
    }

    private func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    @Test func `An entry's parts are found where they stand`() throws {
        let bytes = Self.entry.bytes
        let scanned = try #require(scan(bytes))
        #expect(scanned.position == 1_041 && scanned.revision == 7)
        #expect(scanned.time == 1_772_413_200_123 && scanned.recorded == 1_772_413_200_456)
        #expect(text(bytes, scanned.subject) == "W2026-000042")
        #expect(text(bytes, scanned.source) == "/districts/610113")
        #expect(text(bytes, scanned.type) == "muster.file.attached.v1")
        #expect(scanned.file.map { text(bytes, $0) } == String(repeating: "ab", count: 32))
        #expect(scanned.texts.map { text(bytes, $0.field) } == ["caption", "reason"])
        #expect(scanned.texts.map { text(bytes, $0.commitment) } == [String(repeating: "A", count: 43) + "=", "x"])
        #expect(text(bytes, scanned.data).hasPrefix(#"{"late":true,"#))
    }

    /// Every byte replaced, left out and doubled: the two agree on what is an entry and on what it says.
    @Test(arguments: [1, 2, 3] as [UInt64]) func `It takes exactly what the reader takes`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = Self.entry.bytes
        var taken = 0
        for round in 0..<6_000 {
            var bytes = whole
            let index = Int(random.next() % UInt64(bytes.count))
            switch round % 4 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[index], at: index)
            default: bytes[index] = Array("0123456789\"\\{},:-tfu".utf8)[Int(random.next() % 20)]
            }
            let read = try? Envelope(bytes: bytes)
            let scanned = scan(bytes)
            try #require((read == nil) == (scanned == nil), "seed \(seed), round \(round), byte \(index)")
            guard let read, let scanned else { continue }
            taken += 1
            #expect(read.position == scanned.position && Int64(read.revision) == scanned.revision)
            #expect(read.time == scanned.time && read.recorded == scanned.recorded)
            #expect(read.subject == text(bytes, scanned.subject) || read.subject.contains("\\"))
            #expect(read.words.count == scanned.texts.count)
        }
        // Most changes of a letter inside a string leave an entry, so both answers were seen.
        #expect(taken > 500 && taken < 5_500)
    }
}
