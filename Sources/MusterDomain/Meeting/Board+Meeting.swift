import FoldRow

extension Board {
    mutating func applyToMeeting(_ kind: EventKind, _ row: FoldRow, _ whistle: WhistleID) throws(FoldError) {
        if kind == .meetingConvened {
            guard row.item == whistles[whistle].meetings.count + 1 else { throw .dangling("meeting \(row.item)") }
            let meeting = MeetingRow(
                whistle: whistle, item: row.item, kind: try MeetingKind(folded: row.code),
                startsAt: Instant(milliseconds: row.a))
            meetings.append(meeting, to: &whistles[whistle].meetings)
            return
        }
        guard let index = meetings.index(of: Int(row.item), in: whistles[whistle].meetings) else {
            throw .dangling("meeting \(row.item)")
        }
        switch kind {
        case .unitInvited:
            try check(row.named)
            meetings[index].invited += 1
            invitations.append(
                InvitationRow(whistle: whistle, meeting: row.item, unit: row.named), to: &whistles[whistle].invitations)
        case .unitAttended: meetings[index].attended += 1
        case .decisionRecorded: meetings[index].decisions += 1
        case .meetingHeld: try step(index, .hold)
        case .minutesRecorded: try step(index, .minute)
        case .meetingCancelled: try step(index, .cancel)
        default: break
        }
    }

    /// Moves a meeting along its table, which the rules asked too.
    private mutating func step(_ index: Int, _ act: MeetingAct) throws(FoldError) {
        guard case .to(let next) = meetings[index].state.transition(on: act) else {
            throw .dangling("meeting \(meetings[index].item) in state \(meetings[index].state) met \(act)")
        }
        meetings[index].state = next
    }
}
