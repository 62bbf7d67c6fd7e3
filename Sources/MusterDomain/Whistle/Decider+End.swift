extension Decider {
    func end(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .claimDone(let id, let result, let summary):
            let row = try whistle(id, for: .claimDone)
            guard row.openTasks == 0 else { throw Refusal(.openTasks, ["number": .number(Int(row.openTasks))]) }
            guard row.openObjections == 0 else { throw Refusal(.objectionPending, ["whistle": .whistle(id)]) }
            let lead = board.answerableUnit(of: id) ?? party
            guard lead == row.raiser || board.standing(of: lead, in: id).contains(.arrived) else {
                throw Refusal(.notArrived, ["unit": .unit(lead)])
            }
            return [
                Event(
                    .doneClaimed, in: id,
                    [.unit: .id(lead), .result: .code(result), .summary: .words(summary)])
            ]
        case .inspect(let id, let verdict, let note): return [try inspect(id, verdict, note)]
        case .followUp(let id, let demand, let outcome, let solved, let satisfaction, let note):
            return [try followUp(id, demand, outcome, solved, satisfaction, note)]
        case .close(let id, let closing, let reason):
            let row = try whistle(id, for: closing.needsVerification ? .closeVerified : .closeOtherwise)
            try check(closing, of: id, row)
            return [Event(.whistleClosed, in: id, [.closingClass: .code(closing), .reason: .words(reason)])]
        case .reopen(let id, let due, let reason):
            let row = try whistle(id, for: .reopen)
            if let closed = row.closedAt, now > closed + policy.reopenWithin {
                throw Refusal(.reopenTooLate, ["moment": .moment(closed + policy.reopenWithin)])
            }
            let due = due ?? now + policy.handleWithin
            try future(due)
            return [Event(.whistleReopened, in: id, [.due: .moment(due), .reason: .words(reason)])]
        default: return []
        }
    }

    /// The street inspects; where it led the work itself, the centre or the community does.
    private func inspect(_ id: WhistleID, _ verdict: Verdict, _ note: Text) throws(Refusal) -> Event {
        let row = try whistle(id, for: verdict == .accept ? .accept : .sendBack)
        let lead = board.answerableUnit(of: id)
        if let lead, party == lead || actor.unit == lead { throw Refusal(.sameInspector, ["unit": .unit(lead)]) }
        try whistle(id, for: verdict == .accept ? .accept : .sendBack, allowed: board.inspectors(of: id))
        var due: Event.Value?
        if verdict == .rework, let old = row.due, let claimed = row.handledAt {
            // The handling clock stood still while the claim waited for this inspection.
            due = .integer(old.milliseconds + (now.milliseconds - claimed.milliseconds))
        }
        return Event(
            .siteInspected, in: id, [.verdict: .code(verdict), .note: .words(note), .due: due])
    }

    private func followUp(
        _ id: WhistleID, _ demand: Int?, _ outcome: ContactOutcome, _ solved: Solved, _ satisfaction: Int?, _ note: Text
    ) throws(Refusal) -> Event {
        let row = try whistle(id, for: .followUp)
        let demands = board.demands(of: id)
        var item = demand
        // With one demand there is nothing to choose; with several the caller says which.
        if item == nil, demands.count == 1 { item = 1 }
        if item == nil, demands.count > 1 { throw Refusal(.demandMissing, ["number": .number(demands.count)]) }
        if let item, child(item, of: demands) == nil {
            throw Refusal(.noSuchDemand, ["number": .number(item)])
        }
        if let satisfaction, !(1...5).contains(satisfaction) {
            throw Refusal(.satisfactionOutOfRange, ["number": .number(satisfaction)])
        }
        if outcome == .reached {
            guard solved != .unsaid else { throw Refusal(.solvedUnsaid) }
        } else if solved != .unsaid || satisfaction != nil {
            throw Refusal(.notReached, ["outcome": .code(outcome)])
        }
        let contact = item.map { demands[$0 - 1].contact } ?? row.contact
        return Event(
            .residentFollowedUp, in: id,
            [
                .attempt: .number(Int(contact.attempts) + 1), .outcome: .code(outcome), .solved: .code(solved),
                .satisfaction: satisfaction.map { .number($0) }, .demand: item.map { .number($0) },
                .note: .words(note),
            ])
    }

    /// "Closed" is not "solved": a class that says so has to agree with what the residents said.
    private func check(_ closing: ClosingClass, of id: WhistleID, _ row: WhistleRow) throws(Refusal) {
        let demands = board.demands(of: id)
        switch closing {
        case .explained, .otherChannel, .terminated: return
        case .noResident:
            guard demands.isEmpty, row.contact.attempts == 0 else {
                throw Refusal(.demandsAreLinked, ["number": .number(max(1, demands.count))])
            }
        case .solved, .partly:
            let contacts = board.contacts(of: id)
            let open = contacts.firstIndex { !$0.isSettled(attempts: policy.followUpAttempts) }
            if let open { throw Refusal(.followUpMissing, ["number": .number(open + 1)]) }
            if closing == .solved, contacts.contains(where: { $0.solved == .no || $0.solved == .partly }) {
                throw Refusal(.residentSaysUnsolved)
            }
            if closing == .solved, row.claimedResult != .solved { throw Refusal(.claimWasNotSolved) }
        }
    }

    func evaluate(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .evaluateDepartment(let id, let unit, let score, let comment):
            try checkEvaluation(of: id, score, by: [.raiser])
            guard let call = board.call(of: unit, in: id), call.reportedInAt != nil else {
                throw Refusal(.notEvaluable, ["unit": .unit(unit)])
            }
            guard call.departmentScore == 0 else { throw Refusal(.evaluatedBefore, ["unit": .unit(unit)]) }
            return [
                Event(
                    .departmentEvaluated, in: id,
                    [
                        .call: .number(call.item), .unit: .id(unit), .score: .number(score),
                        .comment: .words(comment),
                    ])
            ]
        case .evaluateStreet(let id, let score, let comment):
            let row = try checkEvaluation(of: id, score, by: [.arrived])
            if actor.unit == row.raiser { throw Refusal(.mayNotActFor, ["unit": .unit(party)]) }
            guard let call = board.call(of: party, in: id) else {
                throw Refusal(.notCalled, ["unit": .unit(party), "whistle": .whistle(id)])
            }
            guard call.streetScore == 0 else { throw Refusal(.evaluatedBefore, ["unit": .unit(row.raiser)]) }
            return [
                Event(
                    .streetEvaluated, in: id,
                    [
                        .call: .number(call.item), .unit: .id(row.raiser), .score: .number(score),
                        .comment: .words(comment),
                    ])
            ]
        default: return []
        }
    }

    @discardableResult
    private func checkEvaluation(
        of id: WhistleID, _ score: Int, by allowed: Standing
    ) throws(Refusal) -> WhistleRow {
        let row = try whistle(id, for: .evaluate, allowed: allowed)
        guard (1...5).contains(score) else { throw Refusal(.scoreOutOfRange, ["number": .number(score)]) }
        if let closed = row.closedAt, now > closed + policy.evaluateWithin {
            throw Refusal(.evaluationTooLate, ["moment": .moment(closed + policy.evaluateWithin)])
        }
        return row
    }
}
