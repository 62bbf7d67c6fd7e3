import MusterAPI
import MusterText

/// A whistle's history, oldest first, with what was entered afterwards marked.
struct TimelineSlots {
    var whistle: WhistleDetail
    var wording: Wording

    /// One entry each.
    var all: [Slots] {
        whistle.events.map { event in
            [
                "number": "\(event.revision)", "time": wording.time(event.time), "actor": event.actorName,
                "sentence": event.sentence, "mark": mark(event), "remarks": event.remarks.map { ["text": $0] as Slots },
            ]
        }
    }

    /// That an act was entered afterwards (补录), and how the other side takes it.
    private func mark(_ event: TimelineItem) -> Slots? {
        guard let entry = whistle.backEntries.first(where: { $0.entry == event.revision }) else { return nil }
        let state = wording.term("BackEntryState", entry.state)
        return ["text": wording.say("show.backEntry", ["state": state]), "isDisputed": entry.state == "disputed"]
    }
}
