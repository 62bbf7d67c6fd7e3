import MusterDomain

extension Story {
    /// Somebody other than the lead looks whether it was done.
    mutating func inspection(_ row: WhistleRow, _ scene: Scene) -> Move {
        var inspector = row.raiser
        if scene.board.answerableUnit(of: whistle) == row.raiser {
            let communities = scene.cast.communities(of: row.raiser)
            inspector = communities.isEmpty ? scene.cast.centre : chance.pick(communities)
        }
        let verdict: Verdict = row.sentBack == 0 && chance.happens(80) ? .rework : .accept
        if verdict == .rework { plan.isWorkedOff = false }
        return act(.inspect(whistle, verdict, note: Writer.note(&chance)), by: inspector, scene, then: .soon)
    }

    /// The residents are asked, and the centre closes.
    mutating func ending(_ row: WhistleRow, _ scene: Scene) -> Move {
        let centre = scene.cast.centre
        let contacts = scene.board.contacts(of: whistle)
        if plan.hasNoResident, row.counts.demands == 0, row.contact.attempts == 0 {
            return act(.close(whistle, .noResident, reason: Writer.reason(&chance)), by: centre, scene, then: .soon)
        }
        if let open = contacts.firstIndex(where: { !$0.isSettled(attempts: scene.policy.followUpAttempts) }) {
            return followUp(demand: row.counts.demands == 0 ? nil : open + 1, scene)
        }
        let isUnsolved = contacts.contains { $0.solved == .no }
        if isUnsolved, row.reopened == 0, chance.happens(500) { return reopen(row, scene) }
        let isSolved =
            row.claimedResult == .solved && !contacts.contains { $0.solved == .no || $0.solved == .partly }
        let closing: ClosingClass =
            isSolved ? .solved : row.claimedResult == .explained ? .explained : .partly
        return act(.close(whistle, closing, reason: Writer.reason(&chance)), by: centre, scene, then: .soon)
    }

    private mutating func followUp(demand: Int?, _ scene: Scene) -> Move {
        let outcome: ContactOutcome = chance.pick([
            (80, .reached), (12, .noAnswer), (4, .refused), (4, .wrongNumber),
        ])
        var solved = Solved.unsaid
        var satisfaction: Int?
        if outcome == .reached {
            solved = chance.pick([(82, .yes), (11, .partly), (7, .no)])
            if chance.happens(850) { satisfaction = solved == .yes ? chance.within(3...5) : chance.within(1...4) }
        }
        return act(
            .followUp(
                whistle, demand: demand, outcome, solved, satisfaction: satisfaction, note: Writer.answer(&chance)),
            by: scene.cast.centre, scene, then: .soon)
    }

    private mutating func reopen(_ row: WhistleRow, _ scene: Scene) -> Move {
        plan.isWorkedOff = false
        plan.ending = .worked
        let due = chance.happens(500) ? scene.now + .days(Int64(chance.within(3...12))) : nil
        return act(
            .reopen(whistle, due: due, reason: Writer.reason(&chance)),
            by: chance.happens(500) ? row.raiser : scene.cast.centre, scene, then: .soon)
    }

    /// What still comes when it is closed: an approval, the evaluations both ways, sometimes a reopening.
    mutating func aftermath(_ row: WhistleRow, _ scene: Scene) -> Move {
        if let move = approval(row, scene) { return move }
        if plan.evaluates {
            for call in scene.board.calls(of: whistle) {
                if call.reportedInAt != nil, call.departmentScore == 0, isNewest(call, scene) {
                    return act(
                        .evaluateDepartment(
                            whistle, call.unit, score: chance.within(2...5), comment: Writer.comment(&chance)),
                        by: row.raiser, scene, then: .soon)
                }
                if call.state.hasArrived, call.streetScore == 0, isNewest(call, scene), call.unit != row.raiser {
                    return act(
                        .evaluateStreet(whistle, score: chance.within(2...5), comment: Writer.comment(&chance)),
                        by: call.unit, scene, then: .soon)
                }
            }
        }
        guard plan.reopens, row.reopened == 0, let closed = row.closedAt,
            scene.now < closed + scene.policy.reopenWithin
        else { return .over }
        return reopen(row, scene)
    }

    private func isNewest(_ call: CallRow, _ scene: Scene) -> Bool {
        scene.board.call(of: call.unit, in: whistle)?.item == call.item
    }
}
