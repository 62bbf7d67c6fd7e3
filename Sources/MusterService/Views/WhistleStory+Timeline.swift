import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterText

extension WhistleStory {
    /// The history that the reader may see, oldest first.
    func timeline() -> [TimelineItem] { shown.map(item) }

    private var shown: [RecordedEvent] { events.filter { !hidden.contains($0.envelope.revision) } }

    private func item(_ event: RecordedEvent) -> TimelineItem {
        let words = event.words.map { JSONValue.Member($0.key.rawValue, .string($0.value)) }
        let data = event.envelope.data.map { JSONValue.Member($0.key, $0.value.json) }
        return TimelineItem(
            id: event.envelope.id, type: event.kind.type, time: event.time.text,
            recordedTime: Instant(milliseconds: event.envelope.recorded).text, actor: event.envelope.actor,
            data: .object(data.sorted { $0.name < $1.name }), words: .object(words.sorted { $0.name < $1.name }),
            erased: event.erased.map(\.rawValue).sorted(), revision: event.envelope.revision,
            actorName: names.actor(of: event, reading.language), sentence: names.sentence(of: event, reading.language),
            remarks: remarks(on: event), position: event.position)
    }

    /// What later entries corrected in this one; the sentence keeps the original.
    private func remarks(on event: RecordedEvent) -> [String] {
        shown.filter { $0.kind == .factCorrected && $0.integer(.entry) == Int64(event.envelope.revision) }.map {
            reading.say(
                "show.corrected",
                [
                    "entry": "\($0.envelope.revision)", "field": fieldName($0.string(.field) ?? ""),
                    "correction": $0.words[.correction] ?? reading.say("event.erased"),
                ])
        }
    }

    private func fieldName(_ field: String) -> String {
        Catalogue.muster.knows("Field.\(field)") ? reading.say("Field.\(field)") : field
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
