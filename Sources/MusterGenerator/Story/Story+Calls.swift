import MusterDomain

extension Story {
    /// The first call with which something has to happen.
    mutating func calls(_ row: WhistleRow, _ scene: Scene) -> Move? {
        let calls = scene.board.calls(of: whistle)
        for call in calls {
            switch call.state {
            case .issued: return issued(call, row, scene)
            case .acknowledged: return signed(call, row, scene)
            case .objected, .contested: return disputed(call, scene)
            case .arrived:
                if chance.happens(6), let move = contest(call, scene) { return move }
            case .released, .recalled, .cancelled: break
            }
        }
        guard row.state == .handling else { return nil }
        if plan.furtherCalls > 0 {
            plan.furtherCalls -= 1
            guard let unit = uncalled(scene) else { return nil }
            return act(
                .dispatch(whistle, [CallOrder(unit: unit, role: .support)]), by: row.raiser, scene, then: .quick)
        }
        if plan.transfersLead {
            plan.transfersLead = false
            guard let other = calls.first(where: { $0.role == .support && mayLead($0, scene) }) else { return nil }
            return act(
                .transferLead(whistle, to: other.unit, reason: Writer.reason(&chance)), by: row.raiser, scene,
                then: .quick)
        }
        return nil
    }

    private var pace: Pace {
        mutating get {
            if plan.kind == .emergency { return .quick }
            return chance.pick([(50, .quick), (38, .soon), (12, .days)])
        }
    }

    private mutating func issued(_ call: CallRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        let fate = chance.below(1_000)
        if fate < 12, let next = replacement(of: call, scene) {
            return act(
                .recall(whistle, call.unit, nextLead: next.unit, reason: Writer.reason(&chance)), by: row.raiser, scene,
                then: .quick)
        }
        if fate < 32, let next = replacement(of: call, scene) {
            let cause: CancelCause = chance.happens(600) ? .wrongDispatch : .noLongerNeeded
            return act(
                .cancelCall(whistle, call.unit, cause: cause, nextLead: next.unit, reason: Writer.reason(&chance)),
                by: chance.happens(500) ? row.raiser : scene.cast.centre, scene, then: .quick)
        }
        if fate < 80, let move = object(call, .notOurDuty, scene) { return move }
        if fate < 500, call.deliveredAt == nil {
            return act(.deliver(whistle), by: call.unit, scene, then: .quick)
        }
        if fate < 850 { return byUnit(.acknowledge(whistle), call, row, scene) }
        return reportIn(call, row, scene)
    }

    private mutating func signed(_ call: CallRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        if chance.happens(30), let move = object(call, .notOurDuty, scene) { return move }
        return reportIn(call, row, scene)
    }

    private mutating func reportIn(_ call: CallRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        let mode: ArrivalMode = call.onSite || chance.happens(700) ? .onSite : .remote
        let other = chance.happens(250) ? CastNames.person(chance.within(1...40), of: call.unit) : nil
        return byUnit(.reportIn(whistle, person: other, mode: mode), call, row, scene)
    }

    /// Mostly the unit acts itself and at once; now and then it, or the raiser for it, enters afterwards what came by
    /// telephone or on paper.
    private mutating func byUnit(_ command: Command, _ call: CallRow, _ row: WhistleRow, _ scene: Scene) -> Move {
        guard chance.happens(45) else { return act(command, by: call.unit, scene, then: pace) }
        let claimed = max(call.issuedAt, scene.now + .minutes(Int64(-chance.within(10...240))))
        var entered = BackEntry(claimedAt: claimed, via: chance.pick([.wechat, .phone, .paper]))
        guard call.unit != row.raiser, chance.happens(600) else {
            let act = Act(command: command, actor: scene.officer(of: call.unit, &chance), entered: entered)
            return .act(act, then: .soon)
        }
        entered.onBehalfOf = call.unit
        var command = command
        if case .reportIn(let id, nil, let mode) = command {
            command = .reportIn(id, person: CastNames.person(chance.within(1...40), of: call.unit), mode: mode)
        }
        return .act(Act(command: command, actor: scene.officer(of: row.raiser, &chance), entered: entered), then: .soon)
    }

    // MARK: Objections

    private mutating func object(_ call: CallRow, _ ground: ObjectionGround, _ scene: Scene) -> Move? {
        guard !call.hasObjected, !call.isKept else { return nil }
        let proposed = chance.happens(600) ? uncalled(scene) : nil
        return act(
            .object(
                whistle, ground: ground, proposed: proposed, basis: Writer.basis(&chance),
                reason: Writer.reason(&chance)), by: call.unit, scene, then: .soon)
    }

    private mutating func contest(_ call: CallRow, _ scene: Scene) -> Move? {
        guard !call.hasContested, !call.isKept, let arrived = call.reportedInAt,
            scene.now < arrived + scene.policy.objectAfterArrivalWithin
        else { return nil }
        return act(
            .object(
                whistle, ground: .foundOnSite, proposed: nil, basis: Writer.basis(&chance),
                reason: Writer.reason(&chance)), by: call.unit, scene, then: .soon)
    }

    private mutating func disputed(_ call: CallRow, _ scene: Scene) -> Move {
        let centre = scene.cast.centre
        if chance.happens(450), let next = replacement(of: call, scene) {
            return act(
                .arbitrate(whistle, call.unit, .release, nextLead: next.unit, reason: Writer.reason(&chance)),
                by: centre, scene, then: .quick)
        }
        return act(
            .arbitrate(whistle, call.unit, .keep, nextLead: nil, reason: Writer.reason(&chance)), by: centre, scene,
            then: .quick)
    }

    // MARK: Who comes instead

    /// Who leads when a call ends: nobody new if it is not the lead; nil if nobody can be found.
    private mutating func replacement(of call: CallRow, _ scene: Scene) -> (unit: UnitID?, isFound: Bool)? {
        guard call.role == .lead else { return (nil, true) }
        let others = scene.board.calls(of: whistle).filter { $0.item != call.item && mayLead($0, scene) }
        if let other = others.first { return (other.unit, true) }
        return uncalled(scene).map { ($0, true) }
    }

    private func mayLead(_ call: CallRow, _ scene: Scene) -> Bool {
        call.state.transition(on: .transferLead) == .stays && scene.board.units[call.unit].kind != .community
            && scene.board.call(of: call.unit, in: whistle)?.item == call.item
    }

    /// A department that has never been called here.
    private mutating func uncalled(_ scene: Scene) -> UnitID? {
        let unit = chance.pick(scene.cast.departments)
        return scene.board.call(of: unit, in: whistle) == nil ? unit : nil
    }
}
