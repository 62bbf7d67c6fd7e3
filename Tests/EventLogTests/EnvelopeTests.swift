import CivilTime
import EventLog
import Foundation
import Testing

/// An entry's bytes, written and read back.
struct EnvelopeTests {
    private let sample = Envelope(
        source: "/districts/610113",
        subject: "W2026-000042",
        revision: 7,
        type: "muster.call.issued.v1",
        time: 1_772_413_200_123,
        recorded: 1_772_413_200_456,
        position: 1_234,
        actor: "U0002/P0003/p3",
        authType: "local",
        commandID: "web-17",
        commandDigest: String(repeating: "0f", count: 16),
        data: ["unit": .string("U0005"), "call": .integer(1), "onSite": .bool(false)],
        words: ["reason": "jBLtUk+pupiWsrzUJqiUwQAd5rGA5g6tODRtc2ZNROc="]
    )

    private var text: String { String(decoding: sample.bytes, as: UTF8.self) }

    @Test func `an entry is canonical JSON of one line with every attribute`() {
        #expect(
            text == """
                {"actor":"U0002/P0003/p3","authtype":"local","commanddigest":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",\
                "commandid":"web-17","data":{"call":1,"onSite":false,"unit":"U0005","words":\
                {"reason":"jBLtUk+pupiWsrzUJqiUwQAd5rGA5g6tODRtc2ZNROc="}},"datacontenttype":"application/json",\
                "id":"W2026-000042/7","recordedtime":"2026-03-02T01:00:00.456Z","revision":7,\
                "sequence":"00000000000000001234","source":"/districts/610113","specversion":"1.0",\
                "subject":"W2026-000042","time":"2026-03-02T01:00:00.123Z","type":"muster.call.issued.v1"}
                """
        )
    }

    @Test func `an entry reads back as what was written`() throws {
        #expect(try Envelope(bytes: sample.bytes) == sample)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `any entry reads back as what was written`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var envelope = sample
        func text() -> String {
            let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "\u{01}", "井", "😀", "é", "/", "\u{7F}"]
            return String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...12, using: &random)).map { _ in
                        scalars[Int.random(in: 0..<scalars.count, using: &random)]
                    }
                )
            )
        }
        envelope.subject = text()
        envelope.actor = text()
        envelope.commandID = text()
        envelope.revision = Int.random(in: 1...(1 << 40), using: &random)
        envelope.position = UInt64.random(in: 0 ... .max, using: &random)
        envelope.time = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
        envelope.recorded = Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
        envelope.data = ["text": .string(text()), "flag": .bool(Bool.random(using: &random))]
        envelope.data["amount"] = .integer(Int64.random(in: -(1 << 53)...(1 << 53), using: &random))
        envelope.data["like a number"] = .string("12")
        envelope.words = Bool.random(using: &random) ? [:] : ["note": text()]
        let read = try Envelope(bytes: envelope.bytes)
        #expect(read == envelope)
        #expect(read.bytes == envelope.bytes)
    }

    // MARK: What is no entry

    private func reason(_ text: String) -> String? {
        do throws(UnreadableEntry) {
            _ = try Envelope(bytes: Array(text.utf8))
            return nil
        } catch { return error.reason }
    }

    @Test(arguments: [
        "actor", "authtype", "commanddigest", "commandid", "data", "datacontenttype", "id", "recordedtime", "revision",
        "sequence", "source", "specversion", "subject", "time", "type",
    ])
    func `an entry without one of its attributes is refused`(attribute: String) throws {
        var members = try #require(try JSONSerialization.jsonObject(with: Data(sample.bytes)) as? [String: Any])
        #expect(members.removeValue(forKey: attribute) != nil)
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try JSONSerialization.data(withJSONObject: members, options: options)
        #expect(reason(String(decoding: bytes, as: UTF8.self)) != nil)
    }

    @Test(arguments: [
        (#""id":"W2026-000042/7""#, #""id":"W2026-000042/8""#),
        (#""specversion":"1.0""#, #""specversion":"1.1""#),
        (#""revision":7"#, #""revision":"7""#),
        (#""revision":7"#, #""revision":7.5"#),
        (#""revision":7"#, #""revision":7.0"#),
        (#""time":"2026-03-02T01:00:00.123Z""#, #""time":"2026-02-29T01:00:00.123Z""#),
        (#""time":"2026-03-02T01:00:00.123Z""#, #""time":"2026-03-02T09:00:00.123+08:00""#),
        (#""time":"2026-03-02T01:00:00.123Z""#, #""time":1772413200123"#),
        (#""recordedtime":"2026-03-02T01:00:00.456Z""#, #""recordedtime":"yesterday""#),
        (#""sequence":"00000000000000001234""#, #""sequence":"1234""#),
        (#""sequence":"00000000000000001234""#, #""sequence":"-0000000000000001234""#),
        (#""call":1"#, #""call":null"#),
        (#""call":1"#, #""call":[1]"#),
        (#""call":1"#, #""call":1.5"#),
        (#""call":1"#, #""call":9007199254740993"#),
        (#""call":1"#, #""call":1,"call":2"#),
        (#""type":"muster.call.issued.v1""#, #""type":"muster.call.issued.v1","type":"muster.call.kept.v1""#),
        (#""type":"muster.call.issued.v1""#, #""type":"muster.call.issued.v1","zz":"unknown""#),
        (#""source":"#, #" "source":"#),
        (#""U0005""#, #""\u00550005""#),
        ("{", "["), ("}}", "}"), ("actor", "\u{0}"),
    ])
    func `bytes that no writer leaves are refused`(there: String, instead: String) {
        let spoilt = text.replacing(there, with: instead)
        #expect(spoilt != text)
        #expect(reason(spoilt) != nil, "\(spoilt)")
    }

    @Test func `nothing and bytes that are no UTF-8 are refused`() {
        #expect(throws: UnreadableEntry.self) { try Envelope(bytes: []) }
        #expect(throws: UnreadableEntry.self) { try Envelope(bytes: [0xFF, 0xFE, 0x7B]) }
        #expect(throws: UnreadableEntry.self) { try Envelope(bytes: sample.bytes + [0x0A]) }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `an entry with any byte changed is refused or reads as another entry`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes = sample.bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
        #expect((try? Envelope(bytes: bytes)) != sample)
    }

    @Test(arguments: 1...400 as ClosedRange<UInt64>)
    func `whatever bytes are read are those that would be written`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var envelope = sample
        envelope.commandID = "\u{01}\n\"井\\"
        envelope.data["amount"] = .integer(-120)
        var bytes = envelope.bytes
        let parts = [
            "\\", "\"", "0", "-", ",", ":", "{}", "\\u0001", "\\u000a", "\\/", " ", "1", "u", "a", "true", "e0", ".",
        ]
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let part = Array((parts.randomElement(using: &random) ?? "").utf8)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: part, at: place)
            case 1: bytes.remove(at: place)
            case 2: bytes.replaceSubrange(place..<min(place + part.count, bytes.count), with: part)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &random)
                bytes.swapAt(place, other)
            }
        }
        guard let read = try? Envelope(bytes: bytes) else { return }
        #expect(read.bytes == bytes)
    }
}
