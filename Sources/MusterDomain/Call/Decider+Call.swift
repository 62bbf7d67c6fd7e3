extension Decider {
    func call(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .dispatch(let id, let orders): return try dispatch(id, orders)
        case .recall(let id, let unit, let nextLead, let reason):
            let row = try whistle(id, for: .recall)
            let call = try liveCall(of: unit, in: id, for: .recall)
            let event = Event(
                .callRecalled, in: id, [.call: .number(call.item), .unit: .id(unit), .reason: .words(reason)])
            return [event] + (try replaceLead(call, by: nextLead, in: id, row))
        case .cancelCall(let id, let unit, let cause, let nextLead, let reason):
            let row = try whistle(id, for: .cancelCall)
            let call = try liveCall(of: unit, in: id, for: .cancel)
            let event = Event(
                .callCancelled, in: id,
                [.call: .number(call.item), .unit: .id(unit), .cause: .code(cause), .reason: .words(reason)])
            return [event] + (try replaceLead(call, by: nextLead, in: id, row))
        case .deliver(let id):
            let call = try ownCall(in: id, for: .deliver, .deliver)
            if call.deliveredAt != nil || call.state.transition(on: .deliver) == .silent { return [] }
            return [Event(.callDelivered, in: id, [.call: .number(call.item), .unit: .id(call.unit)])]
        case .acknowledge(let id):
            let call = try ownCall(in: id, for: .acknowledge, .acknowledge)
            if call.state.transition(on: .acknowledge) == .silent { return [] }
            return [Event(.callAcknowledged, in: id, [.call: .number(call.item), .unit: .id(call.unit)])]
        case .reportIn(let id, let person, let mode): return [try reportIn(id, person, mode)]
        case .object(let id, let ground, let proposed, let basis, let reason):
            return [try object(id, ground, proposed, basis, reason)]
        case .arbitrate(let id, let unit, let ruling, let nextLead, let reason):
            return try arbitrate(id, unit, ruling, nextLead, reason)
        case .transferLead(let id, let unit, let reason):
            try whistle(id, for: .transferLead)
            let call = try liveCall(of: unit, in: id, for: .transferLead)
            guard call.role != .lead else { throw Refusal(.alreadyLead, ["unit": .unit(unit)]) }
            try checkMayLead(unit)
            return [
                Event(
                    .leadTransferred, in: id,
                    [.call: .number(call.item), .unit: .id(unit), .reason: .words(reason)])
            ]
        default: return []
        }
    }

    private func dispatch(_ id: WhistleID, _ orders: [CallOrder]) throws(Refusal) -> [Event] {
        let row = try whistle(id, for: .dispatch)
        guard !orders.isEmpty else { throw Refusal(.noCalls) }
        try checkOnce(orders.map(\.unit), .calledTwice)
        var events: [Event] = []
        for order in orders {
            try checkNew(order, in: id, row)
            // A whistle has its lead from the start; another one comes by transfer or in place of a released one.
            guard order.role == .support else { throw Refusal(.leadCount, ["number": .number(2)]) }
            events.append(
                try issue(order, item: row.counts.calls + events.count + 1, in: id, kind: row.kind, due: due(row)))
        }
        return events
    }

    private func due(_ row: WhistleRow) -> Instant? { (row.due ?? now) > now ? row.due : nil }

    private func checkNew(_ order: CallOrder, in id: WhistleID, _ row: WhistleRow) throws(Refusal) {
        try checkCallable(order, by: row.raiser)
        guard let earlier = board.call(of: order.unit, in: id) else { return }
        if earlier.state.isLive { throw Refusal(.calledTwice, ["unit": .unit(order.unit)]) }
        if earlier.state == .released { throw Refusal(.releasedBefore, ["unit": .unit(order.unit)]) }
    }

    /// A call that ends while it is the lead names the next lead in the same command; no other call names one.
    private func replaceLead(
        _ call: CallRow, by next: UnitID?, in id: WhistleID, _ row: WhistleRow
    ) throws(Refusal) -> [Event] {
        guard call.role == .lead else {
            if next != nil { throw Refusal(.replacementNotNeeded, ["unit": .unit(call.unit)]) }
            return []
        }
        guard let next else { throw Refusal(.leadMustBeReplaced, ["unit": .unit(call.unit)]) }
        if let there = board.call(of: next, in: id), there.state.isLive, next != call.unit {
            _ = try liveCall(of: next, in: id, for: .transferLead)
            try checkMayLead(next)
            return [Event(.leadTransferred, in: id, [.call: .number(there.item), .unit: .id(next)])]
        }
        let order = CallOrder(unit: next, role: .lead)
        if next == call.unit { throw Refusal(.releasedBefore, ["unit": .unit(next)]) }
        try checkNew(order, in: id, row)
        return [try issue(order, item: row.counts.calls + 1, in: id, kind: row.kind, due: due(row))]
    }

    private func checkMayLead(_ unit: UnitID) throws(Refusal) {
        guard try activeUnit(unit).kind != .community else {
            throw Refusal(.communityMayNotLead, ["unit": .unit(unit)])
        }
    }

    /// The newest call of a unit, if the act fits its state.
    private func liveCall(of unit: UnitID, in id: WhistleID, for act: CallAct) throws(Refusal) -> CallRow {
        guard board.units.contains(unit) else { throw Refusal(.noSuchUnit) }
        guard let call = board.call(of: unit, in: id) else {
            throw Refusal(.notCalled, ["unit": .unit(unit), "whistle": .whistle(id)])
        }
        if call.state.transition(on: act) == .refused {
            throw Refusal(.wrongCallState, ["unit": .unit(unit), "state": .code(call.state), "act": .code(act)])
        }
        return call
    }

    /// The party's own call, if the act fits its state. A unit whose call has ended hears what became of it rather
    /// than that the matter is not its own.
    func ownCall(in id: WhistleID, for act: WhistleAct, _ callAct: CallAct) throws(Refusal) -> CallRow {
        _ = try whistle(id)
        if let call = board.call(of: party, in: id), !call.state.isLive {
            return try liveCall(of: party, in: id, for: callAct)
        }
        try whistle(id, for: act)
        let call = try liveCall(of: party, in: id, for: callAct)
        if let claimed = entered.claimedAt, claims(claimed, before: call.issuedAt) {
            throw Refusal(.claimedBeforeRaise, ["moment": .moment(claimed), "raisedAt": .moment(call.issuedAt)])
        }
        return call
    }

    private func reportIn(_ id: WhistleID, _ person: String?, _ mode: ArrivalMode) throws(Refusal) -> Event {
        let call = try ownCall(in: id, for: .reportIn, .reportIn)
        if call.onSite, mode != .onSite { throw Refusal(.mustBeOnSite, ["whistle": .whistle(id)]) }
        var who = Event.Value.id(actor.person)
        if let person {
            who = try personReference(person)
        } else if party != actor.unit {
            throw Refusal(.personMissing, ["unit": .unit(party)])
        }
        return Event(
            .departmentReportedIn, in: id,
            [.call: .number(call.item), .unit: .id(call.unit), .person: who, .mode: .code(mode)])
    }

    private func object(
        _ id: WhistleID, _ ground: ObjectionGround, _ proposed: UnitID?, _ basis: Text, _ reason: Text
    ) throws(Refusal) -> Event {
        if let call = board.whistles.contains(id) ? board.call(of: party, in: id) : nil {
            if call.state.awaitsRuling { throw Refusal(.secondObjection, ["unit": .unit(party)]) }
            if call.isKept { throw Refusal(.objectionOverruled, ["unit": .unit(party)]) }
        }
        let call = try ownCall(in: id, for: .object, .object)
        if call.state == .arrived {
            guard !call.hasContested else { throw Refusal(.secondObjection, ["unit": .unit(party)]) }
            guard ground == .foundOnSite else { throw Refusal(.wrongCallState, callState(call, .object)) }
            let end = (call.reportedInAt ?? now) + policy.objectAfterArrivalWithin
            guard now <= end else { throw Refusal(.groundTooLate, ["moment": .moment(end)]) }
        } else {
            guard !call.hasObjected else { throw Refusal(.secondObjection, ["unit": .unit(party)]) }
            guard ground != .foundOnSite else { throw Refusal(.groundNotYet) }
        }
        if let proposed { _ = try activeUnit(proposed) }
        return Event(
            .callObjected, in: id,
            [
                .call: .number(call.item), .unit: .id(call.unit), .ground: .code(ground), .basis: .words(basis),
                .reason: .words(reason), .proposed: proposed.value,
            ])
    }

    private func callState(_ call: CallRow, _ act: CallAct) -> [String: Refusal.Value] {
        ["unit": .unit(call.unit), "state": .code(call.state), "act": .code(act)]
    }

    private func arbitrate(
        _ id: WhistleID, _ unit: UnitID, _ ruling: Ruling, _ nextLead: UnitID?, _ reason: Text
    ) throws(Refusal) -> [Event] {
        let row = try whistle(id, for: .arbitrate)
        let call = try liveCall(of: unit, in: id, for: ruling == .keep ? .keep : .release)
        let kind: EventKind = ruling == .keep ? .callKept : .callReleased
        let event = Event(kind, in: id, [.call: .number(call.item), .unit: .id(unit), .reason: .words(reason)])
        if ruling == .keep {
            if nextLead != nil { throw Refusal(.replacementNotNeeded, ["unit": .unit(unit)]) }
            return [event]
        }
        return [event] + (try replaceLead(call, by: nextLead, in: id, row))
    }
}
