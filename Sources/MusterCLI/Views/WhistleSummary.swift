import EventLog
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText

/// What the board says of one whistle, with the texts that belong to it.
struct WhistleSummary {
    let reading: Reading
    let id: WhistleID
    let events: [RecordedEvent]
    let facts: WhistleFacts
    let persons: [String]

    init(_ reading: Reading, _ id: WhistleID, _ events: [RecordedEvent]) async throws(Failure) {
        self.reading = reading
        self.id = id
        self.events = events
        facts = try await WhistleFacts(reading)
        persons = try await reading.names(of: .person)
    }

    var row: WhistleRow { reading.board.whistles[id] }
    var board: Board { reading.board }
    private var console: Console { reading.console }

    func say(_ key: String, _ values: [String: String] = [:]) -> String { console.say("show.\(key)", values) }

    /// A person's reference.
    func person(_ id: PersonID) -> String {
        id.exists && id.rawValue <= persons.count ? persons[Int(id.rawValue) - 1] : "—"
    }

    // MARK: For people

    /// The lines, wrapped to the terminal if there is one.
    var lines: [String] {
        var lines = [heading]
        lines += wrapped(reading.subject(in: events), indent: 0).map { console.palette.paint($0, .bold) }
        lines.append("")
        let pairs = pairs
        let width = pairs.reduce(0) { max($0, displayWidth($1.0)) }
        for (label, value) in pairs {
            let values = wrapped(value, indent: width + 2)
            lines.append(console.palette.paint(label.padded(to: width), .dim) + "  " + (values.first ?? ""))
            lines += values.dropFirst().map { String(repeating: " ", count: width + 2) + $0 }
        }
        for (title, part) in [
            ("calls", callLines), ("group", groupLines), ("meetings", meetingLines), ("tasks", taskLines),
            ("demands", demandLines), ("evaluations", evaluationLines),
        ] where !part.isEmpty {
            lines += ["", console.palette.paint(say(title), .bold)]
            for line in part {
                let indent = line.prefix { $0 == " " }.count + 2
                lines += wrapped(line, indent: indent).map { String(repeating: " ", count: indent) + $0 }
            }
        }
        return lines
    }

    /// A text in lines that fit beside an indentation; one that is painted is short and stays whole.
    private func wrapped(_ text: String, indent: Int) -> [String] {
        let text = String(text.drop { $0 == " " })
        guard let width = console.width, !text.contains("\u{1B}") else { return [text] }
        return text.wrapped(to: max(20, width - indent))
    }

    private var heading: String {
        let name = console.palette.paint(row.name.description, .cyan)
        let kind = row.isImported ? say("importedCase") : reading.term(row.kind)
        var parts = [name, kind, reading.term(row.state)]
        if let closing = row.closingClass { parts.append(reading.term(closing)) }
        if row.isLate(at: reading.now) { parts.append(console.palette.paint(console.say("list.late"), .red)) }
        return parts.joined(separator: " · ")
    }

    private var pairs: [(String, String)] {
        var pairs: [(String, String)] = []
        func add(_ label: String, _ value: String?) {
            if let value { pairs.append((say("label.\(label)"), value)) }
        }
        add("street", reading.names.unit(row.raiser))
        if row.isImported { add("department", reading.names.unit(row.department)) }
        add(row.groupLead.exists ? "groupLead" : "lead", board.answerableUnit(of: id).map(reading.names.unit))
        add("place", reading.text(.place, of: 1, in: events))
        add("whyNotAlone", reading.text(.whyNotAlone, of: 1, in: events))
        add("category", facts.category(row.category))
        add("reference", facts.reference(row.reference))
        add("raised", reading.moment(row.raisedAt))
        add("due", dueWords)
        add("approveBy", row.approveBy.map { reading.deadline($0, since: row.raisedAt) })
        add("closed", row.closedAt.map(reading.moment))
        add("reopened", row.reopened == 0 ? nil : "\(row.reopened)")
        add("sentBack", row.sentBack == 0 ? nil : "\(row.sentBack)")
        add("files", row.files == 0 ? nil : "\(row.files)")
        return pairs
    }

    /// The handling deadline: how far it is while the clock runs, and how it was kept once it stands.
    private var dueWords: String? {
        guard let due = row.due else { return row.isImported ? "—" : nil }
        guard row.state != .withdrawn else { return reading.moment(due) }
        guard let handled = row.handledAt else { return reading.deadline(due, since: row.raisedAt) }
        return reading.moment(due) + " " + kept(due, handled)
    }

    /// `按时` or by how much it was missed.
    func kept(_ due: Instant, _ done: Instant) -> String {
        guard done > due else { return console.palette.paint("(\(say("onTime")))", .green) }
        let length = DurationWords.length(milliseconds: done.milliseconds - due.milliseconds, reading.language)
        return console.palette.paint("(\(say("lateBy", ["length": length])))", .red)
    }
}
