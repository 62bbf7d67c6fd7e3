import MusterAPI
import MusterDomain
import MusterText

extension WhistleSummary {
    // MARK: Calls

    var callLines: [String] {
        detail.calls.flatMap { call in
            let words = [
                call.unitName ?? "—", wording.term("CallRole", call.role), wording.term("CallState", call.state),
            ]
            var lines = [words.joined(separator: " · ")]
            if let line = clock("acknowledge", call.acknowledgeBy, done: call.acknowledgedAt, call) {
                lines.append("  " + line)
            }
            if let line = clock("reportIn", call.reportInBy, done: call.reportedInAt, call) {
                lines.append("  " + line + (call.person.map { " \($0)" } ?? ""))
            }
            return lines
        }
    }

    /// One clock of a call: when it was met and how, or how far it is; nothing for a call that ended without.
    private func clock(_ key: String, _ due: String, done: String?, _ call: CallItem) -> String? {
        let labels = ["acknowledge", "reportIn"].map { say("label.\($0)") }
        let label = say("label.\(key)").padded(to: labels.map(displayWidth).max() ?? 0)
        if let done { return label + "  " + wording.moment(done) + " " + wording.kept(due, done) }
        guard call.live, isOpen else { return nil }
        return label + "  " + say("until", ["moment": wording.deadline(due, since: call.issuedAt)])
    }

    // MARK: Group, meetings, tasks

    var groupLines: [String] {
        guard let group = detail.group else { return [] }
        var lines = [say("groupLead", ["unit": group.leadName ?? "—"])]
        let members = group.members.map { "\($0.unitName ?? "—") \($0.person)" }
        if !members.isEmpty { lines.append(say("memberList", ["members": wording.joined(members)])) }
        return lines
    }

    var meetingLines: [String] {
        detail.meetings.map { meeting in
            say(
                "meeting",
                [
                    "item": "\(meeting.meeting)", "kind": wording.term("MeetingKind", meeting.kind),
                    "state": wording.term("MeetingState", meeting.state), "time": wording.moment(meeting.startsAt),
                    "invited": "\(meeting.invited)",
                    "attended": meeting.state == MeetingState.convened.name ? "—" : "\(meeting.attended)",
                    "decisions": "\(meeting.decisions)",
                ]
            )
        }
    }

    var taskLines: [String] {
        detail.tasks.flatMap { task in
            let due: String
            if let done = task.completedAt {
                due = wording.moment(done) + " " + wording.kept(task.due, done)
            } else if isOpen {
                due = say("until", ["moment": wording.deadline(task.due, since: task.assignedAt)])
            } else {
                due = wording.moment(task.due)
            }
            let line = say(
                "task",
                [
                    "item": "\(task.task)", "unit": task.unitName ?? "—",
                    "state": wording.term("TaskState", task.state),
                    "percent": "\(task.percent)", "due": due,
                ]
            )
            return [line, "  " + (task.duty ?? wording.console.say("event.erased"))]
        }
    }

    // MARK: Demands, follow-ups, evaluations

    var demandLines: [String] {
        detail.followUps.map { found in
            guard let demand = found.demand else { return contact(found) }
            return "\(demand)  \(found.reference ?? "—")  \(contact(found))"
        }
    }

    private func contact(_ found: FollowUpItem) -> String {
        guard let outcome = found.outcome else { return say("notAsked") }
        let tried = ["attempts": "\(found.attempts)", "outcome": wording.term("ContactOutcome", outcome)]
        var parts = [say("attempts", tried)]
        if found.solved != Solved.unsaid.name { parts.append(wording.term("Solved", found.solved)) }
        if let grade = found.satisfaction { parts.append(say("satisfaction", ["grade": "\(grade)"])) }
        return wording.joined(parts)
    }

    var evaluationLines: [String] {
        detail.calls.flatMap { call in
            let (unit, street) = (call.unitName ?? "—", detail.streetName ?? "—")
            let ofDepartment = call.departmentScore.map {
                say("score", ["from": street, "to": unit, "score": "\($0)"])
            }
            let ofStreet = call.streetScore.map { say("score", ["from": unit, "to": street, "score": "\($0)"]) }
            return [ofDepartment, ofStreet].compactMap { $0 }
        }
    }
}
