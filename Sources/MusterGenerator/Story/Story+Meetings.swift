import MusterDomain

extension Story {
    /// The newest meeting on its way, or the next one.
    mutating func meeting(_ row: WhistleRow, _ scene: Scene) -> Move? {
        let newest = scene.board.meetings(of: whistle).last
        switch newest?.state {
        case .convened?:
            guard let newest else { return nil }
            return convened(newest, row, scene)
        case .held?: return minutes(Int(row.counts.meetings), row, scene)
        case .minuted?:
            if chance.happens(60) {
                return act(
                    .amendMinutes(
                        whistle, meeting: row.counts.meetings, minutes: Writer.minutes(&chance),
                        reason: Writer.reason(&chance)), by: row.raiser, scene, then: .soon)
            }
        case .cancelled?, nil: break
        }
        guard row.counts.meetings < plan.meetings else { return nil }
        return convene(row, scene)
    }

    private mutating func convene(_ row: WhistleRow, _ scene: Scene) -> Move {
        let start = scene.now + .hours(Int64(chance.within(3...50)))
        let kind: MeetingKind = chance.pick([(40, .coordination), (30, .joint), (20, .dispatching), (10, .special)])
        return act(
            .convene(
                whistle, kind, at: start, invited: leads(row, scene), agenda: Writer.agenda(&chance),
                venue: Writer.venue(&chance)),
            by: chance.happens(800) ? row.raiser : scene.cast.centre, scene, then: .after(start))
    }

    private mutating func convened(_ meeting: MeetingRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        if meeting.startsAt > scene.now { return .rest(.after(meeting.startsAt)) }
        let item = Int(meeting.item)
        if chance.happens(70) {
            return act(
                .cancelMeeting(whistle, meeting: item, reason: Writer.reason(&chance)), by: row.raiser, scene,
                then: .soon)
        }
        var attended: [Attendance] = []
        for unit in leads(row, scene) where chance.happens(930) || attended.isEmpty {
            let person = chance.happens(600) ? CastNames.person(chance.within(1...40), of: unit) : nil
            attended.append(Attendance(unit: unit, person: person))
        }
        return act(.hold(whistle, meeting: item, attended: attended), by: row.raiser, scene, then: .quick)
    }

    private mutating func minutes(_ item: Int, _ row: WhistleRow, _ scene: Scene) -> Move {
        var decisions: [Decision] = []
        for _ in 0..<chance.pick([(30, 0), (45, 1), (25, 2)]) {
            decisions.append(
                Decision(
                    owner: chance.pick(leads(row, scene)), due: scene.now + .hours(Int64(chance.within(30...240))),
                    proofNeeded: chance.happens(300), duty: Writer.duty(&chance)))
        }
        return act(
            .recordMinutes(whistle, meeting: item, minutes: Writer.minutes(&chance), decisions: decisions),
            by: row.raiser, scene, then: .soon)
    }
}
