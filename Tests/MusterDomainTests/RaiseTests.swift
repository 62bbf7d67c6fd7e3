import Testing

@testable import MusterDomain

@Suite struct RaiseTests {
    /// A raise that differs from one that is accepted.
    private static func raise(
        _ words: String,
        _ code: RefusalCode?,
        by party: Party = .street,
        _ change: @escaping @Sendable (inout Raise, District) -> Void
    ) -> Rule {
        Rule(words, code, by: party) { district in
            var raise = District.matter()
            change(&raise, district)
            return .raise(raise)
        }
    }

    static let rules: [Rule] = [
        raise("as it should be", nil) { _, _ in },
        raise("by the centre", nil, by: .centre) { raise, _ in raise.approvedBy = Party.centreChief },
        raise("by a department", .mayNotRaise, by: .urban) { _, _ in },
        raise("by a community", .mayNotRaise, by: .community) { _, _ in },
        raise("by a dispatched agency", .mayNotRaise, by: .squad) { _, _ in },
        raise("nobody called", .noCalls) { raise, _ in raise.calls = [] },
        raise("no lead", .leadCount) { raise, _ in raise.calls = [District.call(.housing), District.call(.urban)] },
        raise("two leads", .leadCount) { raise, _ in
            raise.calls = [District.call(.housing, .lead), District.call(.urban, .lead)]
        },
        raise("the same department twice", .calledTwice) { raise, _ in
            raise.calls = [District.call(.housing, .lead), District.call(.housing)]
        },
        raise("itself", .callsItself) { raise, _ in raise.calls.append(District.call(.street)) },
        raise("own subordinates only", .ownSubordinatesOnly) { raise, _ in
            raise.calls = [District.call(.squad, .lead), District.call(.community)]
        },
        raise("own subordinates and a department", nil) { raise, _ in raise.calls.append(District.call(.squad)) },
        raise("the other street", nil) { raise, _ in raise.calls.append(District.call(.otherStreet)) },
        raise("a community in support", nil) { raise, _ in raise.calls.append(District.call(.community)) },
        raise("a community as lead", .communityMayNotLead) { raise, _ in
            raise.calls = [District.call(.community, .lead), District.call(.housing)]
        },
        raise("the centre", .notCallable) { raise, _ in raise.calls.append(District.call(.centre)) },
        raise("a unit that nobody knows", .noSuchUnit) { raise, _ in
            raise.calls.append(CallOrder(unit: UnitID(rawValue: 99), role: .support))
        },
        raise("no unit at all", .noSuchUnit) { raise, _ in raise.calls.append(CallOrder(unit: .none, role: .support)) },
        raise("due in another century", .tooFarAhead) { raise, district in raise.due = district.now + .days(40_000) },
        raise("due now", .dueInPast) { raise, district in raise.due = district.now },
        raise("due in the past", .dueInPast) { raise, district in raise.due = district.now + .hours(-1) },
        raise("report in in the past", .dueInPast) { raise, district in
            raise.calls[1].reportInBy = district.now + .hours(-1)
        },
        raise("report in after due", .reportInAfterDue) { raise, district in
            raise.due = district.now + .hours(10)
            raise.calls[1].reportInBy = district.now + .hours(11)
        },
        raise("report in when due", nil) { raise, district in
            raise.due = district.now + .hours(10)
            raise.calls[1].reportInBy = raise.due
        },
        raise("due before the policy's limit for reporting in", nil) { raise, district in
            raise.due = district.now + .hours(3)
        },
        raise("a text is empty", .textEmpty) { raise, _ in raise.subject = " " },
    ]

    @Test(arguments: rules)
    func `A whistle is blown by the rules`(rule: Rule) throws { try rule.check() }

    static let approvals: [Rule] = [
        raise("no approval", .approvalMissing) { raise, _ in raise.approvedBy = nil },
        raise("no approval for a tough one", .approvalMissing) { raise, _ in
            raise.kind = .tough
            raise.approvedBy = nil
        },
        raise("an emergency without approval", nil) { raise, _ in
            raise.kind = .emergency
            raise.approvedBy = nil
        },
        raise("a post that nobody knows", .noSuchPost) { raise, _ in raise.approvedBy = PostID(rawValue: 99) },
        raise("not a chief", .notChief) { raise, _ in raise.approvedBy = PostID(rawValue: Party.community.rawValue) },
        raise("its own officer", .notChief) { raise, _ in raise.approvedBy = PostID(rawValue: Party.street.rawValue) },
        raise("another street's chief", .notChief) { raise, _ in raise.approvedBy = Party.otherChief },
        raise("the centre's chief", nil) { raise, _ in raise.approvedBy = Party.centreChief },
        raise("no slip", .slipMissing) { raise, _ in raise.slip = nil },
        raise("a bad hash", .badHash) { raise, _ in raise.slip = "abc" },
        raise("a hash in capitals", .badHash) { raise, _ in raise.slip = District.hash.uppercased() },
        Rule("from the drafter's own post", .selfApproval) { district in
            try district.perform(
                .assignPost(
                    code: "P0002", unit: Party.street.unit, title: "书记", person: Party.street.person, chief: true),
                by: .centre
            )
            var raise = District.matter()
            raise.approvedBy = PostID(rawValue: Party.street.rawValue)
            return .raise(raise)
        },
        Rule("from another post of the drafter", .selfApproval) { district in
            try district.perform(
                .assignPost(
                    code: nil,
                    unit: Party.street.unit,
                    title: "书记",
                    person: Party.street.person,
                    chief: true
                ),
                by: .centre
            )
            var raise = District.matter()
            raise.approvedBy = PostID(rawValue: UInt32(district.board.posts.count))
            return .raise(raise)
        },
        Rule("an ended post", .postEnded) { district in
            try district.perform(.endPost(Party.streetChief), by: .centre)
            return .raise(District.matter())
        },
        Rule("a retired unit is called", .unitRetired) { district in
            try district.perform(.retireUnit(Party.housing.unit, reason: "机构改革"), by: .centre)
            return .raise(District.matter())
        },
        Rule("a retired street blows", .unitRetired) { district in
            try district.perform(.retireUnit(Party.street.unit, reason: "区划调整"), by: .centre)
            return .raise(District.matter())
        },
        Rule("afterwards, by the chief who drafted it, through the clerk", .selfApproval) { district in
            var emergency = District.matter(.emergency)
            emergency.approvedBy = nil
            emergency.slip = nil
            let chief = Actor(
                unit: Party.street.unit, post: Party.streetChief,
                person: district.board.posts[Party.streetChief].person)
            try district.perform(.raise(emergency), by: chief)
            return .approve(WhistleID(rawValue: 1), by: Party.streetChief, slip: District.hash)
        },
        Rule("an emergency is approved afterwards", nil) { district in
            .approve(try Self.emergency(&district), by: Party.streetChief, slip: District.hash)
        },
        Rule("afterwards, by one who is no chief", .notChief) { district in
            .approve(try Self.emergency(&district), by: PostID(rawValue: 3), slip: District.hash)
        },
        Rule("afterwards, with a bad hash", .badHash) { district in
            .approve(try Self.emergency(&district), by: Party.streetChief, slip: "")
        },
        Rule("approved twice", .alreadyApproved) { district in
            let whistle = try Self.emergency(&district)
            try district.perform(.approve(whistle, by: Party.streetChief, slip: District.hash), by: .street)
            return .approve(whistle, by: Party.centreChief, slip: District.hash)
        },
        Rule("approved when it was blown", .alreadyApproved) { district in
            .approve(try district.raise(), by: Party.streetChief, slip: District.hash)
        },
        Rule("approved late", nil) { district in
            let whistle = try Self.emergency(&district)
            district.wait(.hours(30))
            try district.tick()
            return .approve(whistle, by: Party.streetChief, slip: District.hash)
        },
    ]

    @Test(arguments: approvals)
    func `A whistle is approved by the rules`(rule: Rule) throws { try rule.check() }

    private static func emergency(_ district: inout District) throws -> WhistleID {
        var raise = District.matter(.emergency)
        raise.approvedBy = nil
        return try district.raise(raise)
    }

    @Test func `A raise leaves one event for the whistle and one for each call`() throws {
        var district = try District()
        let events = try district.perform(.raise(District.matter()), by: .street)
        #expect(events.map(\.kind) == [.whistleRaised, .callIssued, .callIssued])
        let whistle = WhistleID(rawValue: 1)
        let row = district.board.whistles[whistle]
        #expect(row.state == .raised)
        #expect(row.due == district.now + .days(7))
        #expect(row.liveCalls == 2)
        #expect(row.approveBy == nil)
        #expect(district.board.units[Party.street.unit].raised == 1)
        #expect(district.board.units[Party.housing.unit].called == 1)
        let calls = district.board.calls(of: whistle)
        #expect(calls.map(\.role) == [.lead, .support])
        #expect(calls.map(\.acknowledgeBy) == [district.now + .hours(2), district.now + .hours(2)])
        #expect(calls.map(\.reportInBy) == [district.now + .hours(24), district.now + .hours(24)])
        #expect(district.board.leadUnit(of: whistle) == Party.housing.unit)
    }

    @Test func `The policy's limits give way to an earlier due date`() throws {
        var district = try District()
        var raise = District.matter()
        raise.due = district.now + .hours(1)
        let whistle = try district.raise(raise)
        for call in district.board.calls(of: whistle) {
            #expect(call.acknowledgeBy == raise.due)
            #expect(call.reportInBy == raise.due)
        }
    }

    @Test func `An emergency calls on site within thirty minutes and waits for its approval`() throws {
        var district = try District()
        let whistle = try Self.emergency(&district)
        #expect(district.board.whistles[whistle].approveBy == district.now + .hours(24))
        for call in district.board.calls(of: whistle) {
            #expect(call.onSite)
            #expect(call.reportInBy == district.now + .minutes(30))
            #expect(call.acknowledgeBy == district.now + .minutes(30))
        }
        try district.perform(.approve(whistle, by: Party.streetChief, slip: District.hash), by: .street)
        #expect(district.board.whistles[whistle].approveBy == nil)
    }

    static let demands: [Rule] = [
        Rule("linked", nil) { .linkDemand(try $0.raise(), reference: "12345:20261121001") },
        Rule("no source", .badReference) { .linkDemand(try $0.raise(), reference: "20261121001") },
        Rule("no number", .badReference) { .linkDemand(try $0.raise(), reference: "12345:") },
        Rule("a space", .badReference) { .linkDemand(try $0.raise(), reference: "12345:1 2") },
        Rule("a phone number as case number", .personalNumber) {
            .linkDemand(try $0.raise(), reference: "12345:13800138000")
        },
        Rule("twice", .demandLinkedTwice) { district in
            let whistle = try district.raise()
            try district.perform(.linkDemand(whistle, reference: "12345:1"), by: .street)
            return .linkDemand(whistle, reference: "12345:1")
        },
        Rule("in another whistle too", nil) { district in
            try district.perform(.linkDemand(try district.raise(), reference: "12345:1"), by: .street)
            return .linkDemand(try district.raise(), reference: "12345:1")
        },
        Rule("an imported case's own number", .demandLinkedTwice, by: .centre) { district in
            .linkDemand(try district.importCase(), reference: "12345:A0")
        },
    ]

    @Test(arguments: demands)
    func `A demand is linked by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `The same demand in several whistles is counted`() throws {
        var district = try District()
        let (first, second) = (try district.raise(), try district.raise())
        for whistle in [first, second] {
            try district.perform(.linkDemand(whistle, reference: "12345:1"), by: .street)
        }
        let number = try #require(district.names.number(of: "12345:1", as: .reference))
        let row = try #require(district.board.reference(number))
        #expect(row.links == 2)
        #expect(row.first == first)
        #expect(row.last == second)
        #expect(district.board.reference(0) == nil)
        #expect(district.board.reference(number + 1) == nil)
    }
}
