extension Decider {
    func raise(_ raise: Raise) throws(Refusal) -> [Event] {
        let raiser = try activeUnit(party)
        guard policy.raisers.contains(raiser.kind) else {
            throw Refusal(.mayNotRaise, ["unit": .unit(party), "kind": .code(raiser.kind)])
        }
        let due = raise.due ?? now + policy.handleWithin
        try future(due)
        guard !raise.calls.isEmpty else { throw Refusal(.noCalls) }
        let leads = raise.calls.count { $0.role == .lead }
        guard leads == 1 else { throw Refusal(.leadCount, ["number": .number(leads)]) }
        // A second listing of the same unit is refused before each unit is looked at by itself.
        try checkOnce(raise.calls.map(\.unit), .calledTwice)
        for order in raise.calls { try checkCallable(order, by: party) }
        if raise.calls.allSatisfy({ board.units[$0.unit].parent == party }) { throw Refusal(.ownSubordinatesOnly) }

        var approveBy: Instant?
        if let post = raise.approvedBy {
            try checkApproval(by: post, of: party, drafter: actor.person, slip: raise.slip)
        } else if raise.kind == .emergency {
            approveBy = now + policy.approveEmergencyWithin
        } else {
            throw Refusal(.approvalMissing, ["kind": .code(raise.kind)])
        }
        // The whistle's own number is not known to an event: its stream is made by it.
        let next = WhistleID(rawValue: UInt32(board.whistles.count + 1))
        var events = [
            Event(
                .whistleRaised, in: next,
                [
                    .unit: .id(party), .person: .id(actor.person), .kind: .code(raise.kind),
                    .category: .text(raise.category),
                    .due: .moment(due), .approveBy: approveBy.map { .moment($0) }, .post: raise.approvedBy.value,
                    .slip: raise.approvedBy == nil ? nil : raise.slip.map { .text($0) }, .policy: .text(policy.name),
                    .subject: .words(raise.subject), .place: .words(raise.place),
                    .whyNotAlone: .words(raise.whyNotAlone),
                ])
        ]
        for (offset, order) in raise.calls.enumerated() {
            events.append(try issue(order, item: offset + 1, in: next, kind: raise.kind, due: due))
        }
        return events
    }

    /// A new call with its clocks, which start now.
    func issue(
        _ order: CallOrder, item: Int, in whistle: WhistleID, kind: WhistleKind, due: Instant?
    ) throws(Refusal) -> Event {
        let isEmergency = kind == .emergency
        let limit = isEmergency ? policy.emergencyOnSiteWithin : policy.reportInWithin
        var reportInBy = order.reportInBy ?? now + limit
        try future(reportInBy)
        if let due, reportInBy > due {
            // A limit that the policy supplied gives way; one that somebody typed is a contradiction to show.
            guard order.reportInBy == nil else {
                throw Refusal(.reportInAfterDue, ["moment": .moment(reportInBy), "due": .moment(due)])
            }
            reportInBy = due
        }
        return Event(
            .callIssued, in: whistle,
            [
                .call: .number(item), .unit: .id(order.unit), .role: .code(order.role),
                .acknowledgeBy: .moment(min(now + policy.acknowledgeWithin, reportInBy)),
                .reportInBy: .moment(reportInBy), .onSite: .flag(isEmergency), .policy: .text(policy.name),
            ])
    }

    /// Whether a unit can be called at all, and in this role.
    func checkCallable(_ order: CallOrder, by caller: UnitID) throws(Refusal) {
        let row = try activeUnit(order.unit)
        guard order.unit != caller else { throw Refusal(.callsItself, ["unit": .unit(order.unit)]) }
        switch row.kind {
        case .department, .dispatchedAgency, .street: break
        case .community:
            // 社区减负: a community helps in what it only assists, it is not made the lead.
            guard order.role == .support else { throw Refusal(.communityMayNotLead, ["unit": .unit(order.unit)]) }
        case .centre: throw Refusal(.notCallable, ["unit": .unit(order.unit)])
        }
    }

    func checkOnce(_ units: [UnitID], _ code: RefusalCode) throws(Refusal) {
        var seen: Set<UnitID> = []
        for unit in units where !seen.insert(unit).inserted { throw Refusal(code, ["unit": .unit(unit)]) }
    }

    /// The approving post has to be a chief's of the raising unit or of the centre, and not the drafter's own.
    func checkApproval(
        by post: PostID, of raiser: UnitID, drafter: PersonID, slip: String?
    ) throws(Refusal) {
        guard board.posts.contains(post) else { throw Refusal(.noSuchPost) }
        let row = board.posts[post]
        guard row.isActive else { throw Refusal(.postEnded) }
        guard row.isChief, row.unit == raiser || board.units[row.unit].kind == .centre else {
            throw Refusal(.notChief, ["unit": .unit(row.unit)])
        }
        guard post != actor.post, row.person != drafter, row.person != actor.person else {
            throw Refusal(.selfApproval)
        }
        guard let slip else { throw Refusal(.slipMissing) }
        guard isSHA256(slip) else { throw Refusal(.badHash, ["text": .text(slip)]) }
    }
}
