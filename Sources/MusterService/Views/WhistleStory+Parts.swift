import MusterAPI
import MusterDomain
import MusterEngine

extension WhistleStory {
    func calls() async throws(Failure) -> [CallItem] {
        var items: [CallItem] = []
        for call in board.calls(of: id) {
            let showsScores = reading.sight.sees(.evaluations, of: call.unit)
            func grade(_ score: UInt8) -> Int? { score == 0 || !showsScores ? nil : Int(score) }
            items.append(
                CallItem(
                    call: Int(call.item), unit: names.code(of: call.unit), role: call.role.name,
                    state: call.state.name, onSite: call.onSite, issuedAt: call.issuedAt.text,
                    acknowledgeBy: call.acknowledgeBy.text, acknowledgedAt: call.acknowledgedAt?.text,
                    acknowledgedLate: call.isAcknowledgedLate(at: reading.now), reportInBy: call.reportInBy.text,
                    reportedInAt: call.reportedInAt?.text, reportedInLate: call.isReportedInLate(at: reading.now),
                    person: try await reading.person(call.person), departmentScore: grade(call.departmentScore),
                    streetScore: grade(call.streetScore), unitName: names.name(of: call.unit),
                    live: call.state.isLive, deliveredAt: call.deliveredAt?.text))
        }
        return items
    }

    func group() async throws(Failure) -> GroupItem {
        var members: [MemberItem] = []
        for member in board.members(of: id) {
            members.append(
                MemberItem(
                    unit: names.code(of: member.unit), person: try await reading.person(member.person) ?? "—",
                    unitName: names.name(of: member.unit)))
        }
        return GroupItem(
            lead: names.code(of: row.groupLead), members: members, leadName: names.name(of: row.groupLead))
    }

    func meetings() -> [MeetingItem] {
        board.meetings(of: id).map { meeting in
            MeetingItem(
                meeting: Int(meeting.item), kind: meeting.kind.name, state: meeting.state.name,
                startsAt: meeting.startsAt.text, invited: Int(meeting.invited), attended: Int(meeting.attended),
                decisions: Int(meeting.decisions))
        }
    }

    func tasks() -> [TaskItem] {
        board.tasks(of: id).map { task in
            TaskItem(
                task: Int(task.item), unit: names.code(of: task.unit), state: task.state.name,
                percent: Int(task.percent), due: task.due.text, completedAt: task.completedAt?.text,
                late: task.isLate(at: reading.now), proofNeeded: task.proofNeeded, files: Int(task.files),
                meeting: task.meeting == 0 ? nil : Int(task.meeting), unitName: names.name(of: task.unit),
                duty: duty(of: task), assignedAt: task.assignedAt.text)
        }
    }

    private func duty(of task: TaskRow) -> String? {
        let order = events.firstIndex { $0.kind == .taskAssigned && $0.integer(.task) == Int64(task.item) }
        return order.flatMap { text(.duty, of: $0 + 1) }
    }

    func followUps() async throws(Failure) -> [FollowUpItem] {
        var items: [FollowUpItem] = []
        for demand in board.demands(of: id) {
            let reference = try await reading.reference(demand.reference)
            items.append(item(demand.contact, demand: Int(demand.item), reference))
        }
        if row.contact.attempts > 0 { items.append(item(row.contact, demand: nil, nil)) }
        return items
    }

    private func item(_ contact: Contact, demand: Int?, _ reference: String?) -> FollowUpItem {
        FollowUpItem(
            demand: demand, reference: reference, attempts: Int(contact.attempts), outcome: contact.outcome?.name,
            solved: contact.solved.name, satisfaction: contact.satisfaction == 0 ? nil : Int(contact.satisfaction))
    }

    func backEntries() -> [BackEntryItem] {
        board.backEntries(of: id).filter { !hidden.contains(Int($0.entry)) }.map { entry in
            BackEntryItem(
                entry: Int(entry.entry), enteredBy: names.code(of: entry.enteredBy), unit: names.code(of: entry.unit),
                claimedAt: entry.claimed?.text, state: entry.state.name)
        }
    }
}
