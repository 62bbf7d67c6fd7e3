import MusterAPI
import MusterText

/// The parts of a whistle's page that are lists and tables.
struct WhistleParts {
    var whistle: WhistleDetail
    var wording: Wording
    var reader: Identity

    // MARK: Facts

    /// Labels with their values.
    var facts: [Slots] {
        var facts: [Slots] = []
        func add(_ label: String, _ value: String?, kept: Slots? = nil) {
            guard let value else { return }
            facts.append(["label": wording.head(wording.say("show.label.\(label)")), "value": value, "kept": kept])
        }
        add("street", whistle.raisedBy ?? whistle.streetName)
        add("department", whistle.departmentName)
        add(whistle.groupLed ? "groupLead" : "lead", whistle.leadName)
        add("place", whistle.place)
        add("whyNotAlone", whistle.whyNotAlone)
        add("category", whistle.category)
        add("reference", whistle.reference)
        add("raised", whistle.raisedAt.map { wording.words($0) })
        add("due", whistle.due.map { wording.words($0) }, kept: dueKept)
        add("approveBy", whistle.approveBy.map { wording.words($0) })
        add("closed", whistle.closedAt.map { wording.words($0) })
        add("reopened", whistle.reopened == 0 ? nil : "\(whistle.reopened)")
        add("sentBack", whistle.sentBack == 0 ? nil : "\(whistle.sentBack)")
        add("files", whistle.files == 0 ? nil : "\(whistle.files)")
        return facts
    }

    /// How the handling deadline was kept; nil while it runs.
    private var dueKept: Slots? {
        guard whistle.state != "withdrawn" else { return nil }
        return whistle.handledAt.flatMap { wording.kept(whistle.due, done: $0) }
    }

    private var isOpen: Bool { ["raised", "handling", "claimed", "verified"].contains(whistle.state) }

    // MARK: Calls

    /// The calls; nil if there are none.
    var calls: Slots? {
        guard !whistle.calls.isEmpty else { return nil }
        return ["rows": whistle.calls.map(row)]
    }

    private func row(_ call: CallItem) -> Slots {
        let runs = call.live && isOpen
        return [
            "unit": call.unitName ?? call.unit ?? "—", "isOwn": call.unit == reader.unit,
            "role": wording.head(wording.term("CallRole", call.role)),
            "state": wording.head(wording.term("CallState", call.state)),
            "delivery": delivery(of: call, runs),
            "acknowledged": clock(call.acknowledgeBy, done: call.acknowledgedAt, since: call.issuedAt, runs),
            "reportedIn": clock(call.reportInBy, done: call.reportedInAt, since: call.issuedAt, runs),
            "person": call.person,
        ]
    }

    private func delivery(of call: CallItem, _ runs: Bool) -> String? {
        guard runs, call.acknowledgedAt == nil else { return nil }
        return call.deliveredAt.map { wording.say("web.delivered", ["time": wording.words($0)]) }
            ?? wording.say("web.notDelivered")
    }

    /// One clock: when it was met and how, or until when it runs, or that it has stopped.
    private func clock(_ due: String, done: String?, since: String?, _ runs: Bool) -> Slots {
        if let done {
            return ["done": wording.time(done), "kept": wording.kept(due, done: done), "runs": nil, "ended": nil]
        }
        guard runs else { return ["done": nil, "kept": nil, "runs": nil, "ended": wording.say("web.ended")] }
        var running = wording.deadline(due, since: since)
        running["until"] = wording.say("web.until", ["time": wording.words(due)])
        return ["done": nil, "kept": nil, "runs": running, "ended": nil]
    }

    // MARK: Group, tasks, meetings, demands

    /// The working group.
    var group: Slots? {
        guard let group = whistle.group else { return nil }
        let members = group.members.map { "\($0.unitName ?? $0.unit ?? "—") \($0.person)" }
        return [
            "lead": wording.head(wording.say("show.groupLead", ["unit": group.leadName ?? group.lead ?? "—"])),
            "members": members.isEmpty
                ? nil : wording.head(wording.say("show.memberList", ["members": wording.joined(members)])),
        ]
    }

    /// The tasks; nil if there are none.
    var tasks: Slots? {
        guard !whistle.tasks.isEmpty else { return nil }
        return [
            "rows": whistle.tasks.map { task -> Slots in
                [
                    "number": "\(task.task)", "duty": task.duty ?? wording.say("event.erased"),
                    "unit": task.unitName ?? task.unit ?? "—", "isOwn": task.unit == reader.unit,
                    "state": wording.head(wording.term("TaskState", task.state)), "percent": "\(task.percent)%",
                    "due": clock(task.due, done: task.completedAt, since: task.assignedAt, isOpen),
                    "proof": task.files > 0
                        ? wording.say("web.proofAttached", ["files": "\(task.files)"])
                        : task.proofNeeded ? wording.say("web.proofNeeded") : nil,
                ]
            }
        ]
    }

    /// The meetings; nil if there are none.
    var meetings: Slots? {
        guard !whistle.meetings.isEmpty else { return nil }
        return [
            "rows": whistle.meetings.map { meeting -> Slots in
                [
                    "name": wording.say(
                        "web.meetingName",
                        ["meeting": "\(meeting.meeting)", "kind": wording.term("MeetingKind", meeting.kind)]),
                    "state": wording.head(wording.term("MeetingState", meeting.state)),
                    "time": wording.time(meeting.startsAt),
                    "attendance": wording.say(
                        "web.attended",
                        [
                            "invited": "\(meeting.invited)",
                            "attended": meeting.state == "convened" ? "—" : "\(meeting.attended)",
                        ]),
                    "decisions": wording.say("web.decisionCount", ["count": "\(meeting.decisions)"]),
                ]
            }
        ]
    }

    /// Whom one has asked; nil where there is nobody to show.
    var demands: Slots? {
        let asked = whistle.followUps
        guard !asked.isEmpty || !whistle.demands.isEmpty else { return nil }
        let unasked = whistle.demands.filter { reference in !asked.contains { $0.reference == reference } }
        let rows =
            asked.map { item -> Slots in
                ["reference": item.reference ?? wording.say("web.matterItself"), "answer": wording.head(answer(item))]
            } + unasked.map { ["reference": $0, "answer": wording.head(wording.say("show.notAsked"))] }
        return ["rows": rows]
    }

    private func answer(_ item: FollowUpItem) -> String {
        guard let outcome = item.outcome else { return wording.say("show.notAsked") }
        var parts = [
            wording.say(
                "show.attempts",
                ["attempts": "\(item.attempts)", "outcome": wording.term("ContactOutcome", outcome)])
        ]
        if item.solved != "unsaid" { parts.append(wording.term("Solved", item.solved)) }
        if let grade = item.satisfaction { parts.append(wording.say("show.satisfaction", ["grade": "\(grade)"])) }
        return wording.joined(parts)
    }
}
