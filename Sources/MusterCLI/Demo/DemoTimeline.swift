import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// The story as the log tells it: headings, days, and for each act time, actor and sentence.
struct DemoTimeline {
    let audit: DemoAudit
    let marks: DemoMarks
    let console: Console
    let width: Int

    private var names: Rendering { Rendering(audit.view) }
    private static let gap = 2
    /// From here on there is room for the post beside the unit.
    private static let roomForPosts = 100

    func print() {
        let acts = acts
        let actorColumns = acts.map { displayWidth(actor(of: $0[0])) }.max() ?? 0
        // The cast has its own table, and no act of the whistle's.
        var chapters = marks.chapters.filter { $0.name != "cast" }[...]
        var day: Int64 = 0
        for act in acts {
            while let chapter = chapters.first, chapter.from <= act[0].position {
                console.out("")
                console.out(console.palette.paint(console.say("demo.chapter.\(chapter.name)"), .bold))
                chapters.removeFirst()
            }
            if act[0].time.storyDay(from: audit.beginning) != day {
                day = act[0].time.storyDay(from: audit.beginning)
                let date = DemoMoment(instant: act[0].time, language: console.language).date
                console.out(console.palette.paint(console.say("demo.day", ["date": date, "day": "\(day)"]), .cyan))
            }
            print(act, actorColumns)
        }
    }

    /// The whistle's entries, those of one command together.
    private var acts: [[RecordedEvent]] {
        var acts: [[RecordedEvent]] = []
        for event in audit.events where event.kind.schema.scope == .whistle {
            if acts.last?.last?.envelope.commandID == event.envelope.commandID {
                acts[acts.count - 1].append(event)
            } else {
                acts.append([event])
            }
        }
        return acts
    }

    private func actor(of event: RecordedEvent) -> String {
        if width >= Self.roomForPosts { return names.actor(of: event, console.language) }
        let parts = event.envelope.actor.split(separator: "/")
        return parts.count == 3 ? names.unit(code: String(parts[0])) : names.actor(of: event, console.language)
    }

    private func print(_ act: [RecordedEvent], _ actorColumns: Int) {
        let time = DemoMoment(instant: act[0].time, language: console.language).time
        var lead = [time, actor(of: act[0]).padded(to: actorColumns)].joined(separator: space)
        let indent = String(repeating: " ", count: displayWidth(lead) + Self.gap)
        for (sentence, ink) in sentences(of: act) {
            for line in sentence.wrapped(to: max(20, width - displayWidth(indent))) {
                let painted = ink.map { console.palette.paint(line, $0) } ?? line
                console.out(lead.isEmpty ? indent + painted : lead + space + painted)
                lead = ""
            }
        }
    }

    private var space: String { String(repeating: " ", count: Self.gap) }

    /// The sentences of one command: units that stand in a list share one, and a decision's task joins the decision.
    private func sentences(of act: [RecordedEvent]) -> [(String, Ink?)] {
        var sentences: [(String, Ink?)] = []
        var rest = act[...]
        while let event = rest.first {
            var sentence: String
            if console.knows("demo.merged.\(event.kind.schema.type)") {
                let alike = rest.prefix { $0.kind == event.kind && limits(of: $0) == limits(of: event) }
                sentence = merged(alike)
                rest = rest.dropFirst(alike.count)
            } else {
                sentence = names.sentence(of: event, console.language)
                rest.removeFirst()
                if event.kind == .decisionRecorded, let task = rest.first, task.kind == .taskAssigned {
                    sentence += console.say("demo.becomesTask", names.values(of: task, console.language))
                    rest.removeFirst()
                }
            }
            sentences.append((shortened(sentence), ink(of: event)))
        }
        if let last = act.last, let note = marks.notes[last.position] {
            sentences.append((console.say("demo.note.\(note)"), .dim))
        }
        return sentences
    }

    private func limits(of event: RecordedEvent) -> [String?] {
        [event.string(.acknowledgeBy), event.string(.reportInBy)]
    }

    private func merged(_ alike: ArraySlice<RecordedEvent>) -> String {
        guard let first = alike.first else { return "" }
        let units = alike.map { event in
            let values = names.values(of: event, console.language)
            return values["role"] == nil ? values["unit"] ?? "" : console.say("demo.merged.role", values)
        }
        var values = names.values(of: first, console.language)
        values["units"] = units.joined(separator: console.language == .zh ? "、" : ", ")
        return console.say("demo.merged.\(first.kind.schema.type)", values)
    }

    /// Hashes by their first digits: the whole ones stand in the entries, and here they would be in the way.
    private func shortened(_ sentence: String) -> String {
        sentence.replacing(#/([0-9a-f]{12})[0-9a-f]{52}/#) { "\($0.output.1)…" }
    }

    private func ink(of event: RecordedEvent) -> Ink? {
        switch event.kind {
        case .deadlinePassed: .red
        case .whistleRaised: .bold
        case .whistleClosed: .green
        default: nil
        }
    }
}
