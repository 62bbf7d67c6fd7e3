import Testing

@testable import MusterDomain

@Suite struct ObjectionTests {
    /// A whistle from which 资规局 was released before it came.
    static func released(_ district: inout District) throws -> WhistleID {
        let whistle = try district.raise()
        try district.object(.resources, to: whistle)
        try district.perform(ruling(.release, on: .resources, in: whistle), by: .centre)
        return whistle
    }

    static func ruling(
        _ ruling: Ruling,
        on party: Party,
        in whistle: WhistleID,
        next: Party? = nil
    ) -> Command {
        .arbitrate(whistle, party.unit, ruling, nextLead: next?.unit, reason: "依三定方案")
    }

    static let rules: [Rule] = [
        Rule("before arrival", nil, by: .resources) { District.objection(to: try $0.raise()) },
        Rule("after signing", nil, by: .resources) { district in
            let whistle = try district.raise()
            try district.perform(.acknowledge(whistle), by: .resources)
            return District.objection(to: whistle)
        },
        Rule("before arrival, found on site", .groundNotYet, by: .resources) {
            District.objection(to: try $0.raise(), .foundOnSite)
        },
        Rule("while one waits", .secondObjection, by: .resources) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return District.objection(to: whistle)
        },
        Rule("after it was overruled", .objectionOverruled, by: .resources) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            try district.perform(ruling(.keep, on: .resources, in: whistle), by: .centre)
            return District.objection(to: whistle)
        },
        Rule("after it was overruled and the unit has come", .objectionOverruled, by: .resources) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            try district.perform(ruling(.keep, on: .resources, in: whistle), by: .centre)
            try district.reportIn(.resources, to: whistle)
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("after arrival, not our duty", .wrongCallState, by: .resources) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            return District.objection(to: whistle)
        },
        Rule("after arrival, found on site", nil, by: .resources) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            district.wait(.hours(24))
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("after arrival, found on site, too late", .groundTooLate, by: .resources) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            district.wait(Span(milliseconds: Span.hours(24).milliseconds + 1))
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("once before and once after arrival", nil, by: .resources) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            try district.reportIn(.resources, to: whistle)
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("twice after arrival", .objectionOverruled, by: .resources) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            try district.object(.resources, to: whistle, .foundOnSite)
            try district.perform(ruling(.keep, on: .resources, in: whistle), by: .centre)
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("while one waits after arrival", .secondObjection, by: .resources) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            try district.object(.resources, to: whistle, .foundOnSite)
            return District.objection(to: whistle, .foundOnSite)
        },
        Rule("not called", .notYours, by: .urban) { District.objection(to: try $0.raise()) },
        Rule("when done is claimed", .wrongWhistleState, by: .resources) {
            District.objection(to: try $0.claimed())
        },
        Rule("a retired unit is proposed", .unitRetired, by: .resources) { district in
            try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
            return District.objection(to: try district.raise())
        },
        Rule("a basis that is empty", .textEmpty, by: .resources) {
            .object(try $0.raise(), ground: .notOurDuty, proposed: nil, basis: "", reason: "不属于本单位职责")
        },
    ]

    @Test(arguments: rules)
    func `A department objects by the rules`(rule: Rule) throws { try rule.check() }

    static let rulings: [Rule] = [
        Rule("nothing to rule on", .wrongCallState, by: .centre) { ruling(.keep, on: .resources, in: try $0.raise()) },
        Rule("one that was not called", .notCalled, by: .centre) { ruling(.keep, on: .urban, in: try $0.raise()) },
        Rule("by the street", .notYours) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return ruling(.release, on: .resources, in: whistle)
        },
        Rule("release the lead without a successor", .leadMustBeReplaced, by: .centre) { district in
            let whistle = try district.raise()
            try district.object(.housing, to: whistle)
            return ruling(.release, on: .housing, in: whistle)
        },
        Rule("release the lead, and a new unit follows", nil, by: .centre) { district in
            let whistle = try district.raise()
            try district.object(.housing, to: whistle)
            return ruling(.release, on: .housing, in: whistle, next: .urban)
        },
        Rule("release the lead, and one that objects follows", .wrongCallState, by: .centre) { district in
            let whistle = try district.raise()
            try district.object(.housing, to: whistle)
            try district.object(.resources, to: whistle)
            return ruling(.release, on: .housing, in: whistle, next: .resources)
        },
        Rule("release support, and a lead is named", .replacementNotNeeded, by: .centre) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return ruling(.release, on: .resources, in: whistle, next: .urban)
        },
        Rule("keep the lead, and another is named", .replacementNotNeeded, by: .centre) { district in
            let whistle = try district.raise()
            try district.object(.housing, to: whistle)
            return ruling(.keep, on: .housing, in: whistle, next: .urban)
        },
    ]

    @Test(arguments: rulings)
    func `The centre rules by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `The clocks run on while an objection waits, and objecting signs for the call`() throws {
        var district = try District()
        let whistle = try district.raise()
        district.wait(.hours(1))
        try district.object(.resources, to: whistle)
        #expect(district.board.whistles[whistle].openObjections == 1)
        let call = try #require(district.board.call(of: Party.resources.unit, in: whistle))
        #expect(call.acknowledgedAt == district.now)
        let clocks = district.board.pendingDeadlines(of: whistle).filter { $0.item == 2 }
        #expect(clocks.map(\.kind) == [.reportIn])
        #expect(clocks.map(\.due) == [call.issuedAt + .hours(24)])
    }

    @Test func `Reporting in withdraws an objection`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.object(.resources, to: whistle)
        try district.reportIn(.resources, to: whistle)
        #expect(district.board.whistles[whistle].openObjections == 0)
        #expect(
            district.refusal(of: Self.ruling(.keep, on: .resources, in: whistle), by: .centre) == .wrongCallState
        )
    }

    @Test func `A unit released after arrival keeps the credit for having come`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.reportIn(.resources, to: whistle)
        try district.object(.resources, to: whistle, .foundOnSite)
        #expect(district.board.whistles[whistle].arrivedCalls == 1)
        try district.perform(Self.ruling(.release, on: .resources, in: whistle), by: .centre)
        #expect(district.board.whistles[whistle].arrivedCalls == 0)
        #expect(district.board.whistles[whistle].liveCalls == 1)
        #expect(district.board.units[Party.resources.unit].reportedIn == 1)
        #expect(district.board.call(of: Party.resources.unit, in: whistle)?.reportedInAt == district.now)
    }

    @Test func `A released lead is followed in the same append, also where a group stands`() throws {
        var district = try District()
        let whistle = try district.handled()
        try district.perform(.formGroup(whistle, lead: nil), by: .street)
        try district.object(.housing, to: whistle, .foundOnSite)
        let events = try district.perform(
            Self.ruling(.release, on: .housing, in: whistle, next: .resources),
            by: .centre
        )
        #expect(events.map(\.kind) == [.callReleased, .leadTransferred])
        #expect(district.board.leadUnit(of: whistle) == Party.resources.unit)
        // The group's lead is gone with its call: whoever has the lead now answers.
        #expect(district.board.answerableUnit(of: whistle) == Party.resources.unit)
        #expect(district.board.standing(of: Party.housing.unit, in: whistle) == [])
        try district.reportIn(.resources, to: whistle)
        try district.perform(.claimDone(whistle, .solved, summary: "已办结"), by: .resources)
    }
}
