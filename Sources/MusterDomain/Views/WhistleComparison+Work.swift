extension WhistleComparison {
    mutating func compareGroup() {
        let lead = before?.groupLead ?? .none
        if after.groupLead != lead {
            note(lead.exists ? .groupLeadChanged : .groupFormed, unit: after.groupLead)
        }
        let then = before.map { old.members.rows(in: $0.members) } ?? []
        for (member, was) in pairs(new.members.rows(in: after.members), then) {
            if was == nil { note(.memberJoined, unit: member.unit) }
            if !member.isActive, was?.isActive != false { note(.memberLeft, unit: member.unit) }
        }
    }

    mutating func compareMeetings() {
        for (meeting, was) in pairs(new.meetings(of: id), before == nil ? [] : old.meetings(of: id)) {
            if was == nil { note(.meetingConvened, item: meeting.item) }
            if meeting.isHeld, was?.isHeld != true { note(.meetingHeld, item: meeting.item) }
            if meeting.state == .minuted, was?.state != .minuted { note(.minutesRecorded, item: meeting.item) }
            if meeting.state == .cancelled, was?.state != .cancelled { note(.meetingCancelled, item: meeting.item) }
        }
    }

    mutating func compareTasks() {
        for (task, earlier) in pairs(new.tasks(of: id), before == nil ? [] : old.tasks(of: id)) {
            func note(_ mark: WhistleChange.Mark, in comparison: inout WhistleComparison) {
                comparison.note(mark, item: task.item, unit: task.unit)
            }
            // With its next owner a task begins anew.
            let was = earlier.flatMap { task.isReassigned(since: $0) ? nil : $0 }
            if was == nil { note(earlier == nil ? .taskAssigned : .taskReassigned, in: &self) }
            if task.state != .assigned, was == nil || was?.state == .assigned { note(.taskAccepted, in: &self) }
            if task.state != .completed, task.percent > was?.percent ?? 0 { note(.taskProgressed, in: &self) }
            if task.state == .completed, was?.state != .completed { note(.taskCompleted, in: &self) }
            if task.isLate(at: momentNow), earlier?.isLate(at: momentBefore) != true { note(.taskLate, in: &self) }
        }
    }
}

extension MeetingRow {
    fileprivate var isHeld: Bool { state == .held || state == .minuted }
}

extension TaskRow {
    /// Whether it was given to somebody anew; to the same unit at the same moment it does not show.
    fileprivate func isReassigned(since earlier: TaskRow) -> Bool {
        unit != earlier.unit || assignedAt != earlier.assignedAt || due != earlier.due
            || state == .assigned && earlier.state != .assigned
    }
}
