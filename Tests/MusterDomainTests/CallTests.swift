import Testing

@testable import MusterDomain

@Suite struct CallTests {
    @Test func `Signing for a call twice leaves no event`() throws {
        var district = try District()
        let whistle = try district.raise()
        #expect(try district.perform(.acknowledge(whistle), by: .housing).map(\.kind) == [.callAcknowledged])
        let before = district.board.dumped
        district.wait(.hours(5))
        #expect(try district.perform(.acknowledge(whistle), by: .housing).isEmpty)
        #expect(district.board.dumped == before)
    }

    @Test func `Reporting in implies signing for the call`() throws {
        var district = try District()
        let whistle = try district.raise()
        district.wait(.hours(1))
        try district.reportIn(.housing, to: whistle)
        let call = try #require(district.board.call(of: Party.housing.unit, in: whistle))
        #expect(call.acknowledgedAt == district.now)
        #expect(call.reportedInAt == district.now)
        #expect(call.person == Party.housing.actor.person)
        #expect(!call.isReportedInLate(at: district.now))
        #expect(district.board.whistles[whistle].state == .handling)
        #expect(district.board.units[Party.housing.unit].reportedIn == 1)
        #expect(district.board.units[Party.housing.unit].reportedInLate == 0)
        #expect(try district.perform(.acknowledge(whistle), by: .housing).isEmpty)
    }

    @Test func `Whoever comes at the deadline is on time, and a millisecond later is late`() throws {
        for (more, late) in [(Int64(0), UInt32(0)), (1, 1)] {
            var district = try District()
            let whistle = try district.raise()
            district.wait(Span(milliseconds: Span.hours(24).milliseconds + more))
            try district.reportIn(.housing, to: whistle)
            #expect(district.board.units[Party.housing.unit].reportedInLate == late)
            let call = try #require(district.board.call(of: Party.housing.unit, in: whistle))
            #expect(call.isReportedInLate(at: district.now) == (late == 1))
            #expect(call.isAcknowledgedLate(at: district.now))
        }
    }

    static let reports: [Rule] = [
        Rule("a whistle that nobody knows", .noSuchWhistle, by: .housing) { _ in
            .reportIn(WhistleID(rawValue: 9), person: nil, mode: .onSite)
        },
        Rule("no whistle at all", .noSuchWhistle, by: .housing) { _ in .acknowledge(.none) },
        Rule("not called", .notYours, by: .urban) { .reportIn(try $0.raise(), person: nil, mode: .onSite) },
        Rule("from afar", nil, by: .housing) { .reportIn(try $0.raise(), person: nil, mode: .remote) },
        Rule("from afar in an emergency", .mustBeOnSite, by: .housing) {
            .reportIn(try $0.raise(District.matter(.emergency)), person: nil, mode: .remote)
        },
        Rule("a named person", nil, by: .housing) { .reportIn(try $0.raise(), person: "H-07", mode: .onSite) },
        Rule("a name is no reference", .badPersonReference, by: .housing) {
            .reportIn(try $0.raise(), person: "张三", mode: .onSite)
        },
        Rule("a phone number is no reference", .badPersonReference, by: .housing) {
            .reportIn(try $0.raise(), person: "13800138000", mode: .onSite)
        },
        Rule("to a recalled call", .wrongCallState, by: .resources) { district in
            let whistle = try district.raise()
            try district.perform(
                .recall(whistle, Party.resources.unit, nextLead: nil, reason: "重复"),
                by: .street
            )
            return .reportIn(whistle, person: nil, mode: .onSite)
        },
        Rule("to a call that was recalled and issued again", nil, by: .resources) { district in
            let whistle = try district.raise()
            try district.perform(
                .recall(whistle, Party.resources.unit, nextLead: nil, reason: "重复"),
                by: .street
            )
            try district.perform(.dispatch(whistle, [District.call(.resources)]), by: .street)
            return .reportIn(whistle, person: nil, mode: .onSite)
        },
        Rule("to a withdrawn whistle", .wrongWhistleState, by: .housing) { district in
            let whistle = try district.raise()
            try district.perform(.withdraw(whistle, reason: "误吹"), by: .street)
            return .reportIn(whistle, person: nil, mode: .onSite)
        },
    ]

    @Test(arguments: reports)
    func `A department reports in by the rules`(rule: Rule) throws { try rule.check() }

    static let dispatches: [Rule] = [
        Rule("one more", nil) { .dispatch(try $0.raise(), [District.call(.urban), District.call(.police)]) },
        Rule("nobody", .noCalls) { .dispatch(try $0.raise(), []) },
        Rule("a second lead", .leadCount) { .dispatch(try $0.raise(), [District.call(.urban, .lead)]) },
        Rule("the same twice", .calledTwice) {
            .dispatch(try $0.raise(), [District.call(.urban), District.call(.urban)])
        },
        Rule("one that is called", .calledTwice) { .dispatch(try $0.raise(), [District.call(.resources)]) },
        Rule("the street itself", .callsItself, by: .centre) {
            .dispatch(try $0.raise(), [District.call(.street)])
        },
        Rule("the centre", .notCallable) { .dispatch(try $0.raise(), [District.call(.centre)]) },
        Rule("one that was released", .releasedBefore) { district in
            let whistle = try ObjectionTests.released(&district)
            return .dispatch(whistle, [District.call(.resources)])
        },
        Rule("by the lead", nil, by: .housing) { .dispatch(try $0.raise(), [District.call(.urban)]) },
        Rule("by one that only supports", .notYours, by: .resources) {
            .dispatch(try $0.raise(), [District.call(.urban)])
        },
        Rule("report in after the matter is due", .reportInAfterDue) { district in
            let whistle = try district.raise()
            return .dispatch(whistle, [District.call(.urban, by: district.now + .days(8))])
        },
        Rule("after the matter was due", nil) { district in
            let whistle = try district.raise()
            district.wait(.days(9))
            return .dispatch(whistle, [District.call(.urban, by: district.now + .days(1))])
        },
    ]

    @Test(arguments: dispatches)
    func `More units are called by the rules`(rule: Rule) throws { try rule.check() }

    static let recalls: [Rule] = [
        Rule("before it was signed for", nil) {
            .recall(try $0.raise(), Party.resources.unit, nextLead: nil, reason: "错")
        },
        Rule("after signing", .wrongCallState) { district in
            let whistle = try district.raise()
            try district.perform(.acknowledge(whistle), by: .resources)
            return .recall(whistle, Party.resources.unit, nextLead: nil, reason: "重复")
        },
        Rule("one that was not called", .notCalled) {
            .recall(try $0.raise(), Party.urban.unit, nextLead: nil, reason: "重复")
        },
        Rule("one that nobody knows", .noSuchUnit) {
            .recall(try $0.raise(), UnitID(rawValue: 77), nextLead: nil, reason: "重复")
        },
        Rule("the lead without a successor", .leadMustBeReplaced) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: nil, reason: "重复")
        },
        Rule("the lead, and a called unit follows", nil) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: Party.resources.unit, reason: "重复")
        },
        Rule("the lead, and a new unit follows", nil) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: Party.urban.unit, reason: "重复")
        },
        Rule("the lead, and the same follows", .releasedBefore) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: Party.housing.unit, reason: "重复")
        },
        Rule("the lead, and a community follows", .communityMayNotLead) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: Party.community.unit, reason: "重复")
        },
        Rule("the lead, and a called community follows", .communityMayNotLead) { district in
            let whistle = try district.raise()
            try district.perform(.dispatch(whistle, [District.call(.community)]), by: .street)
            return .recall(whistle, Party.housing.unit, nextLead: Party.community.unit, reason: "重复")
        },
        Rule("the lead, and the street follows", .callsItself) {
            .recall(try $0.raise(), Party.housing.unit, nextLead: Party.street.unit, reason: "重复")
        },
        Rule("the lead, and one that objects follows", .wrongCallState) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return .recall(whistle, Party.housing.unit, nextLead: Party.resources.unit, reason: "重复")
        },
        Rule("the lead, and one that was released follows", .releasedBefore) { district in
            let whistle = try ObjectionTests.released(&district)
            return .recall(whistle, Party.housing.unit, nextLead: Party.resources.unit, reason: "重复")
        },
        Rule("support, and a lead is named", .replacementNotNeeded) {
            .recall(try $0.raise(), Party.resources.unit, nextLead: Party.urban.unit, reason: "重复")
        },
        Rule("cancel the lead without a successor", .leadMustBeReplaced, by: .centre) {
            .cancelCall(try $0.raise(), Party.housing.unit, cause: .wrongDispatch, nextLead: nil, reason: "错派")
        },
        Rule("cancel one that has come", .wrongCallState, by: .centre) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            return .cancelCall(whistle, Party.resources.unit, cause: .wrongDispatch, nextLead: nil, reason: "错派")
        },
    ]

    @Test(arguments: recalls)
    func `A call is taken back by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `A recalled lead is followed in the same append`() throws {
        var district = try District()
        let whistle = try district.raise()
        let events = try district.perform(
            .recall(whistle, Party.housing.unit, nextLead: Party.urban.unit, reason: "职责不符"),
            by: .street
        )
        #expect(events.map(\.kind) == [.callRecalled, .callIssued])
        #expect(district.board.leadUnit(of: whistle) == Party.urban.unit)
        #expect(district.board.answerableUnit(of: whistle) == Party.urban.unit)
        #expect(district.board.units[Party.housing.unit].called == 0)
        let again = try district.perform(
            .recall(whistle, Party.urban.unit, nextLead: Party.resources.unit, reason: "职责不符"),
            by: .street
        )
        #expect(again.map(\.kind) == [.callRecalled, .leadTransferred])
        #expect(district.board.calls(of: whistle).filter { $0.state.isLive && $0.role == .lead }.count == 1)
    }

    @Test func `A wrong dispatch is charged to the unit that issued the call`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.perform(.dispatch(whistle, [District.call(.urban)]), by: .centre)
        try district.perform(.dispatch(whistle, [District.call(.police)]), by: .housing)
        for party in [Party.resources, .urban, .police] {
            #expect(district.board.units[party.unit].called == 1)
            try district.perform(
                .cancelCall(whistle, party.unit, cause: .wrongDispatch, nextLead: nil, reason: "错派"),
                by: party == .urban ? .street : .centre
            )
            #expect(district.board.units[party.unit].called == 0)
        }
        let charged = Party.allCases.map { district.board.units[$0.unit].wrongDispatches }
        #expect(charged == Party.allCases.map { [.street, .centre, .housing].contains($0) ? 1 : 0 })
    }

    @Test func `A call that is no longer needed is charged to nobody`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.perform(
            .cancelCall(whistle, Party.resources.unit, cause: .noLongerNeeded, nextLead: nil, reason: "已解决"),
            by: .street
        )
        #expect(district.board.units[Party.resources.unit].called == 0)
        #expect(Party.allCases.allSatisfy { district.board.units[$0.unit].wrongDispatches == 0 })
        #expect(district.board.whistles[whistle].liveCalls == 1)
    }

    static let transfers: [Rule] = [
        Rule("to one that supports", nil) { .transferLead(try $0.raise(), to: Party.resources.unit, reason: "职责") },
        Rule("to the lead", .alreadyLead) { .transferLead(try $0.raise(), to: Party.housing.unit, reason: "职责") },
        Rule("to one that is not called", .notCalled) {
            .transferLead(try $0.raise(), to: Party.urban.unit, reason: "职责")
        },
        Rule("to a community", .communityMayNotLead) { district in
            let whistle = try district.raise()
            try district.perform(.dispatch(whistle, [District.call(.community)]), by: .street)
            return .transferLead(whistle, to: Party.community.unit, reason: "职责")
        },
        Rule("to one that objects", .wrongCallState) { district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return .transferLead(whistle, to: Party.resources.unit, reason: "职责")
        },
        Rule("by the lead itself", .notYours, by: .housing) {
            .transferLead(try $0.raise(), to: Party.resources.unit, reason: "职责")
        },
    ]

    @Test(arguments: transfers)
    func `The lead is transferred by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `Whoever gives up the lead stays in support`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.perform(.transferLead(whistle, to: Party.resources.unit, reason: "职责在资规局"), by: .centre)
        #expect(district.board.calls(of: whistle).map(\.role) == [.support, .lead])
        #expect(district.board.answerableUnit(of: whistle) == Party.resources.unit)
    }
}
