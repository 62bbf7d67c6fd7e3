extension Decider {
    func meeting(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .convene(let id, let kind, let at, let invited, let agenda, let venue):
            return try convene(id, kind, at, invited, agenda, venue)
        case .hold(let id, let meeting, let attended):
            try whistle(id, for: .holdMeeting)
            try checkMeeting(meeting, in: id, for: .hold)
            guard !attended.isEmpty else { throw Refusal(.nobodyAttended) }
            try checkOnce(attended)
            var events = [Event(.meetingHeld, in: id, [.meeting: .number(meeting)])]
            for attendance in attended {
                _ = try activeUnit(attendance.unit)
                var person: Event.Value?
                if let who = attendance.person { person = try personReference(who) }
                events.append(
                    Event(
                        .unitAttended, in: id,
                        [.meeting: .number(meeting), .unit: .id(attendance.unit), .person: person]))
            }
            return events
        case .recordMinutes(let id, let meeting, let minutes, let decisions):
            return try record(id, meeting, minutes, decisions)
        case .amendMinutes(let id, let meeting, let minutes, let reason):
            try whistle(id, for: .amendMinutes)
            try checkMeeting(meeting, in: id, for: .amend)
            return [
                Event(
                    .minutesAmended, in: id,
                    [.meeting: .number(meeting), .minutes: .words(minutes), .reason: .words(reason)])
            ]
        case .cancelMeeting(let id, let meeting, let reason):
            try whistle(id, for: .cancelMeeting)
            try checkMeeting(meeting, in: id, for: .cancel)
            return [
                Event(.meetingCancelled, in: id, [.meeting: .number(meeting), .reason: .words(reason)])
            ]
        default: return []
        }
    }

    /// A unit may send several people, each of them once.
    private func checkOnce(_ attended: [Attendance]) throws(Refusal) {
        var seen: [Attendance] = []
        for attendance in attended {
            guard !seen.contains(attendance) else {
                throw Refusal(.attendedTwice, ["unit": .unit(attendance.unit)])
            }
            seen.append(attendance)
        }
    }

    private func convene(
        _ id: WhistleID, _ kind: MeetingKind, _ at: Instant, _ invited: [UnitID], _ agenda: Text, _ venue: Text
    ) throws(Refusal) -> [Event] {
        let row = try whistle(id, for: .convene)
        // A meeting entered afterwards has begun already; it says so by the moment it claims.
        if entered.claimedAt == nil { try future(at, .meetingInPast) }
        guard !invited.isEmpty else { throw Refusal(.nobodyInvited) }
        try checkOnce(invited, .invitedTwice)
        let number = row.counts.meetings + 1
        var events = [
            Event(
                .meetingConvened, in: id,
                [
                    .meeting: .number(number), .meetingKind: .code(kind), .startsAt: .moment(at),
                    .agenda: .words(agenda), .venue: .words(venue),
                ])
        ]
        for unit in invited {
            _ = try activeUnit(unit)
            events.append(Event(.unitInvited, in: id, [.meeting: .number(number), .unit: .id(unit)]))
        }
        return events
    }

    /// The minutes, and each decision with the task that it becomes.
    private func record(
        _ id: WhistleID, _ meeting: Int, _ minutes: Text, _ decisions: [Decision]
    ) throws(Refusal) -> [Event] {
        let row = try whistle(id, for: .holdMeeting)
        try checkMeeting(meeting, in: id, for: .minute)
        var events = [
            Event(.minutesRecorded, in: id, [.meeting: .number(meeting), .minutes: .words(minutes)])
        ]
        for (offset, decision) in decisions.enumerated() {
            try future(decision.due)
            try whistle(id, for: .assignTask, allowed: WhistleAct.holdMeeting.allowed)
            try checkTakesPart(decision.owner, in: id)
            events.append(
                Event(
                    .decisionRecorded, in: id,
                    [
                        .meeting: .number(meeting), .decision: .number(offset + 1), .unit: .id(decision.owner),
                        .due: .moment(decision.due), .duty: .words(decision.duty),
                    ]))
            events.append(
                assigned(
                    id, row.counts.tasks + offset + 1, decision.owner, decision.due, decision.proofNeeded,
                    decision.duty, meeting: meeting))
        }
        return events
    }

    private func checkMeeting(_ item: Int, in id: WhistleID, for act: MeetingAct) throws(Refusal) {
        guard let state = child(item, of: board.meetings(of: id))?.state else {
            throw Refusal(.noSuchMeeting, ["number": .number(item)])
        }
        if state.transition(on: act) == .refused {
            throw Refusal(
                .wrongMeetingState, ["number": .number(item), "state": .code(state), "act": .code(act)])
        }
    }
}
