import MusterAPI
import MusterDomain
import MusterText

/// What is known of one whistle, for people.
struct WhistleSummary {
    let detail: WhistleDetail
    let wording: Wording

    init(_ detail: WhistleDetail, _ wording: Wording) {
        self.detail = detail
        self.wording = wording
    }

    private var console: Console { wording.console }
    /// Whether it is another system's case: those are of no kind.
    private var isImported: Bool { detail.kind == nil }
    /// Whether it goes on.
    var isOpen: Bool { WhistleState(name: detail.state)?.isOpen ?? false }

    func say(_ key: String, _ values: [String: String] = [:]) -> String { console.say("show.\(key)", values) }

    /// The lines, wrapped to the terminal if there is one.
    var lines: [String] {
        var lines = [heading]
        lines += wrapped(detail.title ?? "", indent: 0).map { console.palette.paint($0, .bold) }
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
        let name = console.palette.paint(detail.whistle, .cyan)
        let kind = detail.kind.map { wording.term("WhistleKind", $0) } ?? say("importedCase")
        var parts = [name, kind, wording.term("WhistleState", detail.state)]
        if let closing = detail.closingClass { parts.append(wording.term("ClosingClass", closing)) }
        if detail.late { parts.append(console.palette.paint(console.say("list.late"), .red)) }
        return parts.joined(separator: " · ")
    }

    private var pairs: [(String, String)] {
        var pairs: [(String, String)] = []
        func add(_ label: String, _ value: String?) {
            if let value { pairs.append((say("label.\(label)"), value)) }
        }
        add("street", detail.streetName ?? "—")
        if isImported {
            add("department", detail.departmentName ?? "—")
        } else {
            add(detail.groupLed ? "groupLead" : "lead", detail.leadName)
        }
        add("place", detail.place)
        add("whyNotAlone", detail.whyNotAlone)
        add("category", detail.category)
        add("reference", detail.reference.map { (detail.source.map { "\($0):" } ?? "") + $0 })
        add("raised", detail.raisedAt.map(wording.moment) ?? "—")
        add("due", dueWords)
        add("approveBy", detail.approveBy.map { wording.deadline($0, since: detail.raisedAt) })
        add("closed", detail.closedAt.map(wording.moment))
        add("reopened", detail.reopened == 0 ? nil : "\(detail.reopened)")
        add("sentBack", detail.sentBack == 0 ? nil : "\(detail.sentBack)")
        add("files", detail.files == 0 ? nil : "\(detail.files)")
        return pairs
    }

    /// The handling deadline: how far it is while the clock runs, and how it was kept once it stands.
    private var dueWords: String? {
        guard let due = detail.due else { return isImported ? "—" : nil }
        guard detail.state != WhistleState.withdrawn.name else { return wording.moment(due) }
        guard let handled = detail.handledAt else { return wording.deadline(due, since: detail.raisedAt) }
        return wording.moment(due) + " " + wording.kept(due, handled)
    }
}
