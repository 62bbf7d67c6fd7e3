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
        case .unitInvited: meetings[index].invited += 1
        case .unitAttended: meetings[index].attended += 1
        case .decisionRecorded: meetings[index].decisions += 1
        case .meetingHeld: meetings[index].state = .held
        case .minutesRecorded: meetings[index].state = .minuted
        case .meetingCancelled: meetings[index].state = .cancelled
        default: break
        }
    }
}
