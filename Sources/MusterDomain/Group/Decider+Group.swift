extension Decider {
    func group(_ command: Command) throws(Refusal) -> [Event] {
        switch command {
        case .formGroup(let id, let lead):
            let row = try whistle(id, for: .formGroup)
            guard !row.groupLead.exists else { throw Refusal(.groupExists, ["unit": .unit(row.groupLead)]) }
            guard let lead = lead ?? board.leadUnit(of: id) else { throw Refusal(.noSuchUnit) }
            try checkMayLeadGroup(lead, in: id, row)
            return [Event(.groupFormed, in: id, [.unit: .id(lead)])] + firstMembers(of: id)
        case .designateLead(let id, let unit, let reason):
            let row = try grouped(id, for: .leadGroup, allowed: [.raiser, .centre])
            guard row.groupLead != unit else { throw Refusal(.alreadyLead, ["unit": .unit(unit)]) }
            try checkMayLeadGroup(unit, in: id, row)
            return [
                Event(.groupLeadDesignated, in: id, [.unit: .id(unit), .reason: reason.map { .words($0) }])
            ]
        case .handOverLead(let id, let unit, let reason):
            let row = try grouped(id, for: .leadGroup, allowed: [.lead])
            guard row.groupLead != unit else { throw Refusal(.alreadyLead, ["unit": .unit(unit)]) }
            guard row.openObjections == 0 else { throw Refusal(.objectionPending, ["whistle": .whistle(id)]) }
            try checkMayLeadGroup(unit, in: id, row)
            return [Event(.groupLeadHandedOver, in: id, [.unit: .id(unit), .reason: .words(reason)])]
        case .addMember(let id, let unit, let person):
            try grouped(id, for: .changeMembers)
            try checkOwnMembers(unit, in: id)
            try checkTakesPart(unit, in: id)
            let reference = try personReference(person)
            if let number = names.number(of: person, as: .person),
                board.memberIndex(unit, PersonID(rawValue: number), in: id) != nil
            {
                throw Refusal(.alreadyMember, ["text": .text(person), "unit": .unit(unit)])
            }
            return [Event(.memberJoined, in: id, [.unit: .id(unit), .person: reference])]
        case .removeMember(let id, let unit, let person, let substitute, let reason):
            return [try remove(id, unit, person, substitute, reason)]
        default: return []
        }
    }

    /// Whoever has reported in is a member from the start.
    private func firstMembers(of id: WhistleID) -> [Event] {
        board.calls(of: id).filter(\.state.hasArrived).compactMap { call in
            guard call.person.exists else { return nil }
            return Event(.memberJoined, in: id, [.unit: .id(call.unit), .person: .id(call.person)])
        }
    }

    @discardableResult
    private func grouped(
        _ id: WhistleID, for act: WhistleAct, allowed: Standing? = nil
    ) throws(Refusal) -> WhistleRow {
        let row = try whistle(id, for: act, allowed: allowed)
        guard row.groupLead.exists else { throw Refusal(.noGroup, ["whistle": .whistle(id)]) }
        return row
    }

    /// The raiser and the lead change the whole group, another unit its own people.
    private func checkOwnMembers(_ unit: UnitID, in id: WhistleID) throws(Refusal) {
        guard unit != party, board.standing(of: party, in: id).isDisjoint(with: [.raiser, .lead]) else { return }
        throw Refusal(
            .notYours,
            [
                "whistle": .whistle(id), "act": .code(WhistleAct.changeMembers), "unit": .unit(party),
                "allowed": .text("raiser,lead"),
            ])
    }

    /// A called unit that has come, or the street that blew the whistle (属地牵头).
    private func checkMayLeadGroup(_ unit: UnitID, in id: WhistleID, _ row: WhistleRow) throws(Refusal) {
        let kind = try activeUnit(unit).kind
        if kind == .community { throw Refusal(.communityMayNotLead, ["unit": .unit(unit)]) }
        // Whoever follows up and closes does not lead the work: nobody would be left to inspect it.
        if kind == .centre { throw Refusal(.notCallable, ["unit": .unit(unit)]) }
        guard unit == row.raiser || board.standing(of: unit, in: id).contains(.arrived) else {
            throw Refusal(.notArrived, ["unit": .unit(unit)])
        }
    }

    private static var takingPart: Standing { [.raiser, .arrived, .community, .lead] }

    /// The raiser, a unit that has come, or one of the street's communities.
    func checkTakesPart(_ unit: UnitID, in id: WhistleID) throws(Refusal) {
        _ = try activeUnit(unit)
        guard !board.standing(of: unit, in: id).isDisjoint(with: Self.takingPart) else {
            throw Refusal(.notInThisMatter, ["unit": .unit(unit), "whistle": .whistle(id)])
        }
    }

    /// 事不完、人不撤: no unit is without anybody before the matter is done. Its last member leaves only for a substitute.
    private func remove(
        _ id: WhistleID, _ unit: UnitID, _ person: String, _ substitute: String?, _ reason: Text
    ) throws(Refusal) -> Event {
        try grouped(id, for: .changeMembers)
        try checkOwnMembers(unit, in: id)
        guard let number = names.number(of: person, as: .person),
            board.memberIndex(unit, PersonID(rawValue: number), in: id) != nil
        else { throw Refusal(.notMember, ["text": .text(person), "unit": .unit(unit)]) }
        let others = board.members(of: id).count { $0.unit == unit && $0.person.rawValue != number }
        // A unit that was released is done with the matter, and its people may go.
        let takesPart = !board.standing(of: unit, in: id).isDisjoint(with: Self.takingPart)
        guard substitute != nil || others > 0 || !takesPart else {
            throw Refusal(.lastMemberMayNotLeave, ["unit": .unit(unit)])
        }
        var replacement: Event.Value?
        if let substitute {
            replacement = try personReference(substitute)
            if let known = names.number(of: substitute, as: .person),
                board.memberIndex(unit, PersonID(rawValue: known), in: id) != nil
            {
                throw Refusal(.alreadyMember, ["text": .text(substitute), "unit": .unit(unit)])
            }
        }
        return Event(
            .memberLeft, in: id,
            [
                .unit: .id(unit), .person: .number(number), .substitute: replacement, .reason: .words(reason),
            ])
    }
}
