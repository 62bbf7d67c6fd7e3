@testable import MusterDomain

/// A command and who gives it how.
struct Attempt {
    var command: Command
    var party: Party
    var entered = BackEntry()
}

/// Commands at random, legal and illegal, about the whistles that a district has.
struct CommandGenerator {
    var random: SplitMix

    /// The next attempt; most are about the newest whistles, so that matters get on.
    mutating func next(_ district: District) -> Attempt {
        let count = UInt32(district.board.whistles.count)
        if count == 0 || count < 3 && chance(20) { return start(district) }
        let whistle = WhistleID(rawValue: chance(60) ? count + 1 : UInt32.random(in: 1...count, using: &random))
        let act = act(on: whistle, district)
        var attempt = Attempt(command: command(act, whistle, district), party: party(for: act, whistle, district))
        if act == .workOnTask, !chance(4), let owner = owner(of: attempt.command, district) { attempt.party = owner }
        if chance(10) { attempt.entered = entry(whistle, district) }
        return attempt
    }

    /// Mostly one that the whistle's state lets through.
    private mutating func act(on whistle: WhistleID, _ district: District) -> WhistleAct {
        guard !chance(6), district.board.whistles.contains(whistle) else { return pick(WhistleAct.allCases) }
        let state = district.board.whistles[whistle].state
        return pick(WhistleAct.allCases.filter { state.transition(on: $0) != .refused })
    }

    private mutating func start(_ district: District) -> Attempt {
        if chance(8) {
            let source = ImportedCase(
                street: Party.street.unit,
                department: Party.housing.unit,
                reference: reference(),
                category: "噪音",
                due: chance(2) ? district.now + .days(3) : nil,
                subject: "夜间施工",
                place: nil,
                detail: nil
            )
            return Attempt(command: .importWhistle(source), party: .centre)
        }
        var raise = District.matter(pick(WhistleKind.allCases))
        raise.calls = [District.call(anybody(), .lead), District.call(anybody()), District.call(anybody())]
        if raise.kind == .emergency, chance(2) { raise.approvedBy = nil }
        if chance(4) { raise.due = district.now + .hours(Int64.random(in: -2...200, using: &random)) }
        return Attempt(command: .raise(raise), party: pick([.street, .street, .otherStreet, .centre, .urban]))
    }

    /// Mostly one who may, so that most refusals come from the rules behind that.
    private mutating func party(for act: WhistleAct, _ whistle: WhistleID, _ district: District) -> Party {
        guard !chance(8), district.board.whistles.contains(whistle) else { return anybody() }
        let entitled = Party.allCases.filter {
            !district.board.standing(of: $0.unit, in: whistle).isDisjoint(with: act.allowed)
        }
        return entitled.randomElement(using: &random) ?? anybody()
    }

    private func objecting(in id: WhistleID, _ district: District) -> UnitID? {
        guard district.board.whistles.contains(id) else { return nil }
        return district.board.calls(of: id).last { $0.state.awaitsRuling }?.unit
    }

    private func owner(of command: Command, _ district: District) -> Party? {
        switch command {
        case .acceptTask(let id, let item), .reportProgress(let id, let item, _, _), .completeTask(let id, let item, _):
            let tasks = district.board.whistles.contains(id) ? district.board.tasks(of: id) : []
            return tasks.indices.contains(item - 1) ? Party(rawValue: tasks[item - 1].unit.rawValue) : nil
        default: return nil
        }
    }

    private mutating func entry(_ whistle: WhistleID, _ district: District) -> BackEntry {
        var entry = BackEntry(via: pick(BackEntry.Channel.allCases))
        if chance(2) { entry.claimedAt = district.now + .hours(Int64.random(in: -30...1, using: &random)) }
        if chance(2) { entry.onBehalfOf = anybody().unit }
        return entry
    }

    private mutating func command(_ act: WhistleAct, _ id: WhistleID, _ district: District) -> Command {
        let unit = anybody().unit
        let next = chance(2) ? anybody().unit : nil
        return switch act {
        case .approve: .approve(id, by: pick([Party.streetChief, Party.otherChief]), slip: District.hash)
        case .linkDemand: .linkDemand(id, reference: reference())
        case .withdraw: chance(5) ? .withdraw(id, reason: "误吹") : .acknowledge(id)
        case .dispatch: .dispatch(id, [District.call(anybody())])
        case .recall: .recall(id, unit, nextLead: next, reason: "重复")
        case .cancelCall: .cancelCall(id, unit, cause: pick(CancelCause.allCases), nextLead: next, reason: "错派")
        case .transferLead: .transferLead(id, to: unit, reason: "职责")
        case .deliver: .deliver(id)
        case .acknowledge: .acknowledge(id)
        case .reportIn: .reportIn(id, person: chance(2) ? "S\(number(20))" : nil, mode: pick(ArrivalMode.allCases))
        case .object: District.objection(to: id, pick(ObjectionGround.allCases))
        case .arbitrate:
            .arbitrate(
                id,
                objecting(in: id, district) ?? unit,
                pick(Ruling.allCases),
                nextLead: next,
                reason: "依三定方案"
            )
        case .formGroup: .formGroup(id, lead: next)
        case .leadGroup:
            chance(2) ? .designateLead(id, to: unit, reason: nil) : .handOverLead(id, to: unit, reason: "职责")
        case .changeMembers: members(id, unit)
        case .convene: District.meetingCall(in: id, at: district.now + .hours(Int64(number(5)) - 2))
        case .holdMeeting: meeting(id, unit, district)
        case .amendMinutes: .amendMinutes(id, meeting: number(3), minutes: "更正", reason: "笔误")
        case .cancelMeeting: .cancelMeeting(id, meeting: number(3), reason: "改期")
        case .assignTask: .assignTask(id, unit, due: due(district), proofNeeded: chance(3), duty: "核对宗地图")
        case .workOnTask: task(id, unit, district)
        case .attach: District.file(in: id, task: chance(2) ? number(3) : nil)
        case .correct: .correct(id, entry: number(9), field: "subject", correction: "更正", reason: "笔误")
        case .ruleOnEntry: ruling(id, district)
        default: end(act, id, unit, district)
        }
    }

    private mutating func end(_ act: WhistleAct, _ id: WhistleID, _ unit: UnitID, _ district: District) -> Command {
        switch act {
        case .claimDone: .claimDone(id, pick(ClaimedResult.allCases), summary: "已办结")
        case .accept: .inspect(id, .accept, note: "属实")
        case .sendBack: .inspect(id, .rework, note: "不实")
        case .followUp:
            District.followUp(
                id,
                demand: chance(2) ? number(3) : nil,
                pick(ContactOutcome.allCases),
                pick(Solved.allCases),
                satisfaction: chance(3) ? number(6) : nil
            )
        case .closeVerified: .close(id, pick([.solved, .partly, .noResident]), reason: "结案")
        case .closeOtherwise:
            chance(3) ? .close(id, pick([.explained, .otherChannel, .terminated]), reason: "结案") : .acknowledge(id)
        case .reopen: .reopen(id, due: chance(2) ? due(district) : nil, reason: "反弹")
        case .evaluate:
            chance(2)
                ? .evaluateDepartment(id, unit, score: number(6), comment: "及时")
                : .evaluateStreet(id, score: number(6), comment: "清楚")
        default: .closeImported(id, resolution: nil)
        }
    }

    private mutating func members(_ id: WhistleID, _ unit: UnitID) -> Command {
        if chance(2) { return .addMember(id, unit, person: "S\(number(20))") }
        // The officer of a unit is a member since the unit reported in.
        if chance(2) { return .removeMember(id, unit, person: "S\(unit.rawValue)", substitute: "S30", reason: "调离") }
        return .removeMember(
            id,
            unit,
            person: "S\(number(20))",
            substitute: chance(2) ? "S\(number(20))" : nil,
            reason: "调离"
        )
    }

    private mutating func meeting(_ id: WhistleID, _ unit: UnitID, _ district: District) -> Command {
        if chance(2) {
            return .hold(id, meeting: number(3), attended: [Attendance(unit: unit, person: "S\(number(20))")])
        }
        let decisions = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            Decision(owner: anybody().unit, due: due(district), duty: "核对宗地图")
        }
        return .recordMinutes(id, meeting: number(3), minutes: "一致同意", decisions: decisions)
    }

    private mutating func task(_ id: WhistleID, _ unit: UnitID, _ district: District) -> Command {
        switch number(4) {
        case 1: .acceptTask(id, task: number(3))
        case 2: .reportProgress(id, task: number(3), percent: number(120), note: "推进中")
        case 3: .completeTask(id, task: number(3), note: "完成")
        default: .reassignTask(id, task: number(3), to: unit, due: chance(2) ? due(district) : nil, reason: "改派")
        }
    }

    private mutating func ruling(_ id: WhistleID, _ district: District) -> Command {
        var entry = number(30)
        if district.board.whistles.contains(id), let open = district.board.backEntries(of: id).last, chance(2) {
            entry = Int(open.entry)
        }
        return chance(3)
            ? .disputeEntry(id, entry: entry, reason: "不属实") : .confirmEntry(id, entry: entry)
    }

    private mutating func due(_ district: District) -> Instant {
        district.now + .hours(Int64.random(in: -3...60, using: &random))
    }

    private mutating func reference() -> String { "12345:\(number(12))" }

    private mutating func anybody() -> Party { pick(Party.allCases) }

    private mutating func number(_ most: Int) -> Int { Int.random(in: 1...most, using: &random) }

    /// One time in so many.
    mutating func chance(_ often: Int) -> Bool { Int.random(in: 0..<often, using: &random) == 0 }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }
}
