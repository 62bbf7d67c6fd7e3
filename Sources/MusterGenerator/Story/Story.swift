import MusterDomain

/// One matter from its beginning to its end: who does what next, seen from the board.
///
/// A story keeps what was drawn when it began and looks everything else up, so it goes on from whatever the log has
/// made of its last act.
struct Story {
    /// None until the log has given it its number.
    var whistle = WhistleID.none
    var chance: Chance
    var plan: Plan
    /// How often the rules said no.
    var refusals = 0
    /// Who joined the working group last.
    var joined: (unit: UnitID, person: Int)?

    /// A story that is told by chance.
    init(seed: UInt64, member: UInt64) {
        chance = Chance(seed: seed, member: member)
        plan = Plan(&chance)
    }

    /// What comes next.
    mutating func next(in scene: Scene) -> Move {
        let row = scene.board.whistles[whistle]
        // What the rules keep refusing is left alone.
        if refusals > 3 { return .over }
        if let move = ruling(row, scene) { return move }
        switch row.state {
        case .raised: return raised(row, scene)
        case .handling: return handling(row, scene)
        case .claimed: return inspection(row, scene)
        case .verified: return ending(row, scene)
        case .closed: return aftermath(row, scene)
        case .imported: return importedCase(scene)
        case .withdrawn, .importClosed: return .over
        }
    }

    // MARK: Before anybody has come

    private mutating func raised(_ row: WhistleRow, _ scene: Scene) -> Move {
        if let move = linking(row, scene) { return move }
        if plan.ending == .withdrawn {
            return act(.withdraw(whistle, reason: Writer.reason(&chance)), by: row.raiser, scene, then: .quick)
        }
        if chance.happens(400), let move = approval(row, scene) { return move }
        return calls(row, scene) ?? .rest(.soon)
    }

    mutating func linking(_ row: WhistleRow, _ scene: Scene) -> Move? {
        guard row.counts.demands < plan.demands else { return nil }
        let reference = "12345:" + chance.pick(["QX", "SJ", "ZD"]) + "\(chance.below(90_000_000) + 10_000_000)"
        return act(.linkDemand(whistle, reference: reference), by: row.raiser, scene, then: .quick)
    }

    /// An emergency's approval after the fact.
    mutating func approval(_ row: WhistleRow, _ scene: Scene) -> Move? {
        guard row.approveBy != nil, plan.isApproved else { return nil }
        let post = scene.cast.chief(of: row.raiser)
        return act(
            .approve(whistle, by: post, slip: chance.pick(SampleFile.all).sha256), by: row.raiser, scene, then: .soon)
    }

    // MARK: While it is handled

    private mutating func handling(_ row: WhistleRow, _ scene: Scene) -> Move {
        if let move = calls(row, scene) { return move }
        if chance.happens(300), let move = approval(row, scene) { return move }
        if let move = group(row, scene) { return move }
        if let move = meeting(row, scene) { return move }
        if let move = tasks(row, scene) { return move }
        if let move = facts(row, scene) { return move }
        if let move = otherEnding(scene) { return move }
        guard plan.isWorkedOff else {
            plan.isWorkedOff = true
            return .rest(plan.kind == .tough ? .weeks : .days)
        }
        let lead = scene.board.answerableUnit(of: whistle) ?? row.raiser
        let result: ClaimedResult = chance.pick([(84, .solved), (10, .partly), (6, .explained)])
        return act(
            .claimDone(whistle, result, summary: Writer.summary(&chance)), by: lead, scene, then: .soon)
    }

    private mutating func otherEnding(_ scene: Scene) -> Move? {
        let closing: ClosingClass
        switch plan.ending {
        case .worked, .withdrawn: return nil
        case .explained: closing = .explained
        case .otherChannel: closing = .otherChannel
        case .terminated: closing = .terminated
        }
        return act(
            .close(whistle, closing, reason: Writer.reason(&chance)), by: scene.cast.centre, scene, then: .soon)
    }

    private mutating func importedCase(_ scene: Scene) -> Move {
        let resolution = chance.happens(800) ? Writer.summary(&chance) : nil
        var closing = Act(
            command: .closeImported(whistle, resolution: resolution),
            actor: scene.officer(of: scene.cast.centre, &chance))
        let raised = scene.board.whistles[whistle].raisedAt
        closing.occurred = max(raised, scene.now + .minutes(Int64(-chance.within(1...600))))
        return .act(closing, then: .quick)
    }

    // MARK: Who does it

    mutating func act(_ command: Command, by unit: UnitID, _ scene: Scene, then pace: Pace) -> Move {
        .act(Act(command: command, actor: scene.officer(of: unit, &chance)), then: pace)
    }
}
