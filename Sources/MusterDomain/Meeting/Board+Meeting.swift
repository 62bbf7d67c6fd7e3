import FoldRow

extension BoardParts {
    mutating func applyToMeeting(
        _ kind: EventKind, _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        if kind == .meetingConvened { return try convene(row, &whistle, id) }
        let index = try meetings.place(row.item, in: whistle.meetings, of: id)
        switch kind {
        case .unitInvited:
            try check(row.named)
            meetings[index].invited += 1
            invitations.append(
                InvitationRow(whistle: id, meeting: row.item, unit: row.named), to: &whistle.invitations)
        case .unitAttended: meetings[index].attended += 1
        case .decisionRecorded: meetings[index].decisions += 1
        case .meetingHeld: try meetings[index].step(.hold)
        case .minutesRecorded: try meetings[index].step(.minute)
        case .meetingCancelled: try meetings[index].step(.cancel)
        default: break
        }
    }

    private mutating func convene(
        _ row: FoldRow, _ whistle: inout WhistleRow, _ id: WhistleID
    ) throws(FoldError) {
        guard row.item == whistle.meetings.count + 1 else { throw .missing("meeting", row.item) }
        let meeting = MeetingRow(
            whistle: id, item: row.item, kind: try MeetingKind(folded: row.code),
            startsAt: Instant(milliseconds: row.a))
        meetings.append(meeting, numberedIn: &whistle.meetings)
    }
}

extension MeetingRow {
    /// Moves the meeting along its table, which the rules asked too.
    fileprivate mutating func step(_ act: MeetingAct) throws(FoldError) {
        guard case .to(let next) = state.transition(on: act) else {
            throw .refused("meeting \(item)", in: state, act)
        }
        state = next
    }
}
