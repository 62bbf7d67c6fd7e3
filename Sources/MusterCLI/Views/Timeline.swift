import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// A whistle's events one under the other: number, time, actor, and what happened.
struct Timeline {
    let reading: Reading
    let whistle: WhistleID
    let events: [RecordedEvent]

    /// Columns that a sentence needs beside number, time and actor; with less it stands under them.
    private static let narrowest = 36

    /// The lines, wrapped to the terminal if there is one.
    func lines(width: Int?) -> [String] {
        let heads = events.map { event in
            [
                "#\(event.envelope.revision)", reading.moment(event.time),
                reading.names.actor(of: event, reading.language).truncated(to: 24),
            ]
        }
        let widths = (0..<3).map { column in heads.reduce(0) { max($0, displayWidth($1[column])) } }
        let indent = widths.reduce(0) { $0 + $1 + 2 }
        var lines: [String] = []
        for (event, head) in zip(events, heads) {
            func front(padded: Bool) -> String {
                let parts = zip(head, widths).map { padded ? $0.padded(to: $1) : $0 }
                let palette = reading.console.palette
                return [palette.paint(parts[0], .dim), parts[1], palette.paint(parts[2], .cyan)].joined(separator: "  ")
            }
            let texts = [reading.names.sentence(of: event, reading.language) + mark(event)] + remarks(on: event)
            guard let width else {
                // One event a line, so that `grep` finds whole ones.
                let line = texts.joined(separator: "  ").split(separator: "\n").joined(separator: " ")
                lines.append(front(padded: true) + "  " + line)
                continue
            }
            if width - indent >= Self.narrowest {
                let wrapped = texts.flatMap { $0.wrapped(to: width - indent) }
                lines.append(front(padded: true) + "  " + (wrapped.first ?? ""))
                lines += wrapped.dropFirst().map { String(repeating: " ", count: indent) + $0 }
            } else {
                lines.append(front(padded: false))
                lines += texts.flatMap { $0.wrapped(to: max(20, width - 4)) }.map { "    " + $0 }
            }
        }
        return lines
    }

    /// That an act was entered afterwards, and how the other side takes it.
    private func mark(_ event: RecordedEvent) -> String {
        let fields = [Field.claimedAt, .via, .onBehalfOf]
        guard fields.contains(where: { event.envelope.data[$0.rawValue] != nil }) else { return "" }
        let state = reading.board.backEntries(of: whistle).first { Int($0.entry) == event.envelope.revision }?.state
        let words = state.map { reading.term($0) } ?? ""
        let text = reading.console.say("show.backEntry", ["state": words])
        return reading.language == .zh ? "【\(text)】" : " [\(text)]"
    }

    /// What later entries corrected in this one; the sentence above keeps the original.
    private func remarks(on event: RecordedEvent) -> [String] {
        events.filter { $0.kind == .factCorrected && $0.integer(.entry) == Int64(event.envelope.revision) }.map {
            reading.console.say(
                "show.corrected",
                [
                    "entry": "\($0.envelope.revision)",
                    "field": fieldName($0.string(.field) ?? ""),
                    "correction": $0.words[.correction] ?? reading.console.say("event.erased"),
                ]
            )
        }
    }

    private func fieldName(_ field: String) -> String {
        reading.console.knows("Field.\(field)") ? reading.console.say("Field.\(field)") : field
    }

    /// The events for programs.
    var json: JSONValue {
        .array(
            events.map { event in
                [
                    "id": .string(event.envelope.id),
                    "type": .string(event.kind.type),
                    "time": JSONValue(event.time),
                    "recordedTime": JSONValue(Instant(milliseconds: event.envelope.recorded)),
                    "actor": .string(event.envelope.actor),
                    "data": JSONValue(
                        members: event.envelope.data.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }),
                    "words": JSONValue(
                        members:
                            event.words.map { ($0.key.rawValue, .string($0.value)) }.sorted { $0.0 < $1.0 }
                    ),
                    "erased": .array(event.erased.map(\.rawValue).sorted().map { .string($0) }),
                ]
            }
        )
    }
}

extension Envelope.Value {
    fileprivate var json: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .bool(let flag): .bool(flag)
        }
    }
}
