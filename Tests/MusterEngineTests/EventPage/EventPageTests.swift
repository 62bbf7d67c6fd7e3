import EventLog
import Foundation
import MusterDomain
import MusterEngine
import Testing

/// `docs/events.md` is made of the tables that the program runs on.
struct EventPageTests {
    /// The page beside these sources.
    private let path = #filePath.components(separatedBy: "/Tests/")[0] + "/docs/events.md"

    @Test func `docs/events.md says what the code does`() throws {
        let page = try EventPage.text()
        if ProcessInfo.processInfo.environment["MUSTER_WRITE_DOCS"] == "1" {
            try page.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOfFile: path, encoding: .utf8)
        for (number, (found, expected)) in zip(lines(written), lines(page)).enumerated() where found != expected {
            Issue.record("line \(number + 1) should be: \(expected)\nMUSTER_WRITE_DOCS=1 writes the page again.")
            return
        }
        #expect(written == page)
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    @Test func `every kind and every field has a meaning, and every field a kind`() {
        for kind in EventKind.allCases {
            #expect(!kind.meaning.sentence.isEmpty, "\(kind)")
            #expect(kind.meaning.fields.keys.allSatisfy(kind.schema.fields.contains), "\(kind)")
        }
        let used = Set(EventKind.allCases.flatMap(\.schema.fields) + EventSchema.ofBackEntry)
        #expect(Field.allCases.filter { !used.contains($0) } == [])
    }

    @Test func `no two fields of one kind share a slot of the row`() {
        for kind in EventKind.allCases {
            // A clock is a call's or a task's, never both: the two may have one place.
            let apart = kind == .deadlinePassed ? [Field.task] : []
            let slots = (kind.schema.fields + EventSchema.ofBackEntry).filter { !apart.contains($0) }.compactMap(\.slot)
            #expect(Set(slots).count == slots.count, "\(kind)")
        }
    }

    @Test func `the examples read back, and their rows follow from them`() throws {
        var examples = EventExamples()
        for kind in EventKind.allCases {
            let entry = try examples.entry(of: kind)
            let envelope = try Envelope(bytes: entry.bytes)
            let event = try RecordedEvent(
                StoredEntry(position: envelope.position, bytes: entry.bytes, words: entry.words)
            )
            #expect(event.kind == kind && event.erased.isEmpty)
            for word in entry.words {
                #expect(envelope.words[word.field] == Commitment.of(word.text, salt: word.salt))
            }
        }
    }
}
