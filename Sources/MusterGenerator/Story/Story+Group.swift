import MusterDomain

extension Story {
    /// What happens in the working group, once there is reason for one.
    mutating func group(_ row: WhistleRow, _ scene: Scene) -> Move? {
        guard plan.hasGroup else { return nil }
        let candidates = leads(row, scene)
        guard row.groupLead.exists else {
            guard let lead = scene.board.leadUnit(of: whistle), candidates.contains(lead) else { return nil }
            let chosen = chance.happens(150) ? row.raiser : chance.happens(700) ? nil : lead
            if chosen == scene.cast.centre { return nil }
            return act(.formGroup(whistle, lead: chosen), by: row.raiser, scene, then: .soon)
        }
        if plan.joins > 0 {
            plan.joins -= 1
            let unit = chance.pick(candidates)
            let person = chance.within(41...90)
            joined = (unit, person)
            return act(
                .addMember(whistle, unit, person: CastNames.person(person, of: unit)), by: row.raiser, scene,
                then: .quick)
        }
        if plan.leaves, let (unit, person) = joined {
            plan.leaves = false
            let substitute = CastNames.person(person + 50, of: unit)
            return act(
                .removeMember(
                    whistle, unit, person: CastNames.person(person, of: unit), substitute: substitute,
                    reason: Writer.reason(&chance)), by: row.raiser, scene, then: .soon)
        }
        let others = candidates.filter { $0 != row.groupLead && $0 != scene.cast.centre }
        guard !others.isEmpty else { return nil }
        if plan.designates {
            plan.designates = false
            let reason = chance.happens(700) ? Writer.reason(&chance) : nil
            return act(
                .designateLead(whistle, to: chance.pick(others), reason: reason), by: row.raiser, scene, then: .soon)
        }
        if plan.handsOver, scene.board.answerableUnit(of: whistle) == row.groupLead {
            plan.handsOver = false
            return act(
                .handOverLead(whistle, to: chance.pick(others), reason: Writer.reason(&chance)), by: row.groupLead,
                scene, then: .soon)
        }
        return nil
    }

    /// The raiser and whoever has come, communities apart.
    func leads(_ row: WhistleRow, _ scene: Scene) -> [UnitID] {
        [row.raiser]
            + scene.board.calls(of: whistle).filter {
                $0.state.hasArrived && $0.unit != row.raiser && scene.board.units[$0.unit].kind != .community
            }.map(\.unit)
    }
}
