import EventLog
import MusterDomain
import MusterEngine
import MusterService
import MusterText

extension WhistleSummary {
    // MARK: Calls

    var callLines: [String] {
        board.calls(of: id).flatMap { call in
            let words = [
                reading.names.unit(call.unit), reading.term(call.role), reading.term(call.state),
            ]
            let live = call.state.isLive && row.state.isOpen
            var lines = [words.joined(separator: " · ")]
            if let line = clock("acknowledge", call.acknowledgeBy, done: call.acknowledgedAt, call, live) {
                lines.append("  " + line)
            }
            if let line = clock("reportIn", call.reportInBy, done: call.reportedInAt, call, live) {
                let who = call.person.exists ? " \(person(call.person))" : ""
                lines.append("  " + line + who)
            }
            return lines
        }
    }

    /// One clock of a call: when it was met and how, or how far it is; nothing for a call that ended without.
    private func clock(_ key: String, _ due: Instant, done: Instant?, _ call: CallRow, _ live: Bool) -> String? {
        let labels = ["acknowledge", "reportIn"].map { say("label.\($0)") }
        let label = say("label.\(key)").padded(to: labels.map(displayWidth).max() ?? 0)
        if let done {
            return label + "  " + reading.moment(done) + " " + kept(due, done)
        }
        guard live else { return nil }
        return label + "  " + say("until", ["moment": reading.deadline(due, since: call.issuedAt)])
    }

    // MARK: Group, meetings, tasks

    var groupLines: [String] {
        guard row.groupLead.exists else { return [] }
        var lines = [say("groupLead", ["unit": reading.names.unit(row.groupLead)])]
        let members = board.members(of: id).map { "\(reading.names.unit($0.unit)) \(person($0.person))" }
        if !members.isEmpty { lines.append(say("memberList", ["members": reading.joined(members)])) }
        return lines
    }

    var meetingLines: [String] {
        board.meetings(of: id).map { meeting in
            say(
                "meeting",
                [
                    "item": "\(meeting.item)", "kind": reading.term(meeting.kind), "state": reading.term(meeting.state),
                    "time": reading.moment(meeting.startsAt), "invited": "\(meeting.invited)",
                    "attended": meeting.state == .convened ? "—" : "\(meeting.attended)",
                    "decisions": "\(meeting.decisions)",
                ]
            )
        }
    }

    var taskLines: [String] {
        board.tasks(of: id).flatMap { task in
            let due: String
            if let done = task.completedAt {
                due = reading.moment(done) + " " + kept(task.due, done)
            } else if row.state.isOpen {
                due = say("until", ["moment": reading.deadline(task.due, since: task.assignedAt)])
            } else {
                due = reading.moment(task.due)
            }
            let line = say(
                "task",
                [
                    "item": "\(task.item)", "unit": reading.names.unit(task.unit), "state": reading.term(task.state),
                    "percent": "\(task.percent)", "due": due,
                ]
            )
            return [line, "  " + (taskDuty(task.item) ?? console("event.erased"))]
        }
    }

    private func console(_ key: String) -> String { reading.console.say(key) }

    private func taskDuty(_ item: UInt32) -> String? {
        let order = events.first { $0.kind == .taskAssigned && $0.integer(.task) == Int64(item) }
        return order.flatMap { reading.text(.duty, of: $0.envelope.revision, in: events) }
    }

    // MARK: Demands, follow-ups, evaluations

    var demandLines: [String] {
        var lines = board.demands(of: id).map { demand in
            "\(demand.item)  \(facts.reference(demand.reference) ?? "—")  \(contact(demand.contact))"
        }
        if row.contact.attempts > 0 { lines.append(contact(row.contact)) }
        return lines
    }

    private func contact(_ contact: Contact) -> String {
        guard let outcome = contact.outcome else { return say("notAsked") }
        var parts = [
            say("attempts", ["attempts": "\(contact.attempts)", "outcome": reading.term(outcome)])
        ]
        if contact.solved != .unsaid { parts.append(reading.term(contact.solved)) }
        if contact.satisfaction > 0 { parts.append(say("satisfaction", ["grade": "\(contact.satisfaction)"])) }
        return reading.joined(parts)
    }

    var evaluationLines: [String] {
        board.calls(of: id).flatMap { call in
            var lines: [String] = []
            let (unit, street) = (reading.names.unit(call.unit), reading.names.unit(row.raiser))
            if call.departmentScore > 0 {
                lines.append(say("score", ["from": street, "to": unit, "score": "\(call.departmentScore)"]))
            }
            if call.streetScore > 0 {
                lines.append(say("score", ["from": unit, "to": street, "score": "\(call.streetScore)"]))
            }
            return lines
        }
    }
}
