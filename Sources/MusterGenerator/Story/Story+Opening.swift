import MusterDomain

extension Story {
    /// How it begins: a whistle is blown, or another system's case comes in.
    mutating func opening(in scene: Scene) -> Act {
        let matter = chance.pick(Matter.all)
        let street = chance.pick(scene.cast.streets).unit
        if chance.happens(70) { return imported(matter, street, scene) }
        let raiser = chance.happens(10) ? scene.cast.centre : street
        var raise = Raise(
            kind: plan.kind, subject: Writer.subject(matter, &chance), category: matter.category,
            place: Writer.place(&chance), whyNotAlone: Writer.whyNotAlone(&chance),
            calls: calls(for: matter, of: raiser, scene))
        if plan.kind == .emergency {
            raise.due = scene.now + .hours(Int64(chance.within(20...60)))
        } else if chance.happens(300) {
            raise.due = scene.now + .days(Int64(chance.within(4...25)))
        }
        if plan.kind != .emergency || chance.happens(300) {
            raise.approvedBy = scene.cast.chief(of: raiser)
            raise.slip = chance.pick(SampleFile.all).sha256
        }
        var act = Act(command: .raise(raise), actor: scene.officer(of: raiser, &chance))
        if raiser != scene.cast.centre, chance.happens(10) {
            // It came on paper, and the centre enters it.
            act.actor = scene.officer(of: scene.cast.centre, &chance)
            act.entered = BackEntry(
                claimedAt: scene.now + .minutes(Int64(-chance.within(20...180))), via: .paper, onBehalfOf: raiser)
        }
        return act
    }

    private mutating func calls(for matter: Matter, of raiser: UnitID, _ scene: Scene) -> [CallOrder] {
        var units: [UnitID] = []
        let usual = matter.departments.map { scene.cast.departments[$0] }
        units.append(chance.happens(900) ? usual[0] : chance.pick(scene.cast.departments))
        let isHard = plan.kind == .tough || plan.kind == .keyWork || plan.kind == .enforcement
        let supports = chance.pick(isHard ? [(30, 0), (40, 1), (20, 2), (10, 3)] : [(74, 0), (20, 1), (6, 2)])
        for _ in 0..<supports {
            let unit = chance.happens(700) ? chance.pick(usual) : chance.pick(scene.cast.departments)
            if !units.contains(unit) { units.append(unit) }
        }
        let communities = scene.cast.communities(of: raiser)
        if !communities.isEmpty, chance.happens(60) { units.append(chance.pick(communities)) }
        return units.enumerated().map { CallOrder(unit: $1, role: $0 == 0 ? .lead : .support) }
    }

    private mutating func imported(_ matter: Matter, _ street: UnitID, _ scene: Scene) -> Act {
        let opened = scene.now + .minutes(Int64(-chance.within(5...2_000)))
        let source = ImportedCase(
            street: street, department: scene.cast.departments[matter.departments[0]],
            reference: "311:\(chance.hex(bytes: 6))", category: matter.category,
            due: chance.happens(700) ? opened + .days(Int64(chance.within(2...20))) : nil,
            subject: Writer.subject(matter, &chance), place: chance.happens(800) ? Writer.place(&chance) : nil,
            detail: chance.happens(500) ? Writer.detail(&chance) : nil)
        return Act(
            command: .importWhistle(source), actor: scene.officer(of: scene.cast.centre, &chance), occurred: opened)
    }
}
