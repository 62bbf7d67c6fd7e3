import Testing

@testable import MusterDomain

@Suite struct GroupTests {
    /// A group under 住建局, with 资规局 in it.
    static func grouped(_ district: inout District, lead: Party? = nil) throws -> WhistleID {
        let whistle = try district.handled()
        try district.reportIn(.resources, to: whistle)
        try district.perform(.formGroup(whistle, lead: lead?.unit), by: .street)
        return whistle
    }

    static let leads: [Rule] = [
        Rule("the lead of the calls, which has come", nil) { .formGroup(try $0.handled(), lead: nil) },
        Rule("the street", nil) { .formGroup(try $0.handled(), lead: Party.street.unit) },
        Rule("by the centre", nil, by: .centre) { .formGroup(try $0.handled(), lead: nil) },
        Rule("by the lead", nil, by: .housing) { .formGroup(try $0.handled(), lead: nil) },
        Rule("by a unit in support", .notYours, by: .resources) { .formGroup(try $0.handled(), lead: nil) },
        Rule("one that has not come", .notArrived) { .formGroup(try $0.handled(), lead: Party.resources.unit) },
        Rule("one that is not called", .notArrived) { .formGroup(try $0.handled(), lead: Party.urban.unit) },
        Rule("the centre", .notCallable) { .formGroup(try $0.handled(), lead: Party.centre.unit) },
        Rule("a community", .communityMayNotLead) { .formGroup(try $0.handled(), lead: Party.community.unit) },
        Rule("a unit that nobody knows", .noSuchUnit) { .formGroup(try $0.handled(), lead: UnitID(rawValue: 99)) },
        Rule("before anybody has come", .wrongWhistleState) { .formGroup(try $0.raise(), lead: nil) },
        Rule("only support has come", .notArrived) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            return .formGroup(whistle, lead: nil)
        },
        Rule("a second group", .groupExists) { .formGroup(try grouped(&$0), lead: nil) },
    ]

    @Test(arguments: leads)
    func `A group is formed by the rules`(rule: Rule) throws { try rule.check() }

    static let changes: [Rule] = [
        Rule("designate without a group", .noGroup) {
            .designateLead(try $0.handled(), to: Party.street.unit, reason: nil)
        },
        Rule("another unit's member goes", .notYours, by: .resources) { district in
            let whistle = try grouped(&district)
            return .removeMember(
                whistle, Party.housing.unit, person: Party.housing.person, substitute: "X9", reason: "换人")
        },
        Rule("designate the street", nil) { .designateLead(try grouped(&$0), to: Party.street.unit, reason: "属地牵头") },
        Rule("designate a unit that has come", nil, by: .centre) {
            .designateLead(try grouped(&$0), to: Party.resources.unit, reason: nil)
        },
        Rule("designate the lead", .alreadyLead) {
            .designateLead(try grouped(&$0), to: Party.housing.unit, reason: nil)
        },
        Rule("designate one that has not come", .notArrived) {
            .designateLead(try grouped(&$0), to: Party.urban.unit, reason: nil)
        },
        Rule("designate as the lead itself", .notYours, by: .housing) {
            .designateLead(try grouped(&$0), to: Party.resources.unit, reason: nil)
        },
        Rule("hand over", nil, by: .housing) {
            .handOverLead(try grouped(&$0), to: Party.resources.unit, reason: "职责")
        },
        Rule("hand over as the street", .notYours) {
            .handOverLead(try grouped(&$0), to: Party.resources.unit, reason: "职责")
        },
        Rule("hand over to itself", .alreadyLead, by: .housing) {
            .handOverLead(try grouped(&$0), to: Party.housing.unit, reason: "职责")
        },
        Rule("hand over to one that is not there", .notArrived, by: .housing) {
            .handOverLead(try grouped(&$0), to: Party.urban.unit, reason: "职责")
        },
        Rule("hand over while an objection waits", .objectionPending, by: .housing) { district in
            let whistle = try grouped(&district)
            try district.object(.resources, to: whistle, .foundOnSite)
            return .handOverLead(whistle, to: Party.street.unit, reason: "职责")
        },
    ]

    @Test(arguments: changes)
    func `The lead of a group changes by the rules`(rule: Rule) throws { try rule.check() }

    static let members: [Rule] = [
        Rule("without a group", .noGroup) { .addMember(try $0.handled(), Party.housing.unit, person: "S77") },
        Rule("for a unit that has come", nil) { .addMember(try grouped(&$0), Party.housing.unit, person: "S77") },
        Rule("for the street", nil, by: .housing) { .addMember(try grouped(&$0), Party.street.unit, person: "S77") },
        Rule("for the community", nil) { .addMember(try grouped(&$0), Party.community.unit, person: "S77") },
        Rule("for another street's community", .notInThisMatter) {
            .addMember(try grouped(&$0), Party.otherCommunity.unit, person: "S77")
        },
        Rule("for a unit that is not called", .notInThisMatter) {
            .addMember(try grouped(&$0), Party.urban.unit, person: "S77")
        },
        Rule("by the community", .notYours, by: .community) {
            .addMember(try grouped(&$0), Party.community.unit, person: "S77")
        },
        Rule("a name", .badPersonReference) { .addMember(try grouped(&$0), Party.housing.unit, person: "李四") },
        Rule("who is there", .alreadyMember) {
            .addMember(try grouped(&$0), Party.housing.unit, person: Party.housing.person)
        },
        Rule("who is there for another unit", nil) {
            .addMember(try grouped(&$0), Party.resources.unit, person: Party.housing.person)
        },
        Rule("the last one leaves", .lastMemberMayNotLeave) {
            .removeMember(
                try grouped(&$0),
                Party.housing.unit,
                person: Party.housing.person,
                substitute: nil,
                reason: "调离"
            )
        },
        Rule("the last one sends a substitute", nil) {
            .removeMember(
                try grouped(&$0),
                Party.housing.unit,
                person: Party.housing.person,
                substitute: "S78",
                reason: "调离"
            )
        },
        Rule("the substitute is a name", .badPersonReference) {
            .removeMember(
                try grouped(&$0),
                Party.housing.unit,
                person: Party.housing.person,
                substitute: "王五",
                reason: "调离"
            )
        },
        Rule("the substitute is there", .alreadyMember) { district in
            let whistle = try grouped(&district)
            try district.perform(.addMember(whistle, Party.housing.unit, person: "S77"), by: .street)
            return .removeMember(
                whistle,
                Party.housing.unit,
                person: Party.housing.person,
                substitute: "S77",
                reason: "调离"
            )
        },
        Rule("one of two leaves", nil) { district in
            let whistle = try grouped(&district)
            try district.perform(.addMember(whistle, Party.housing.unit, person: "S77"), by: .street)
            return .removeMember(whistle, Party.housing.unit, person: "S77", substitute: nil, reason: "调离")
        },
        Rule("who is not there", .notMember) {
            .removeMember(try grouped(&$0), Party.housing.unit, person: "S77", substitute: nil, reason: "调离")
        },
        Rule("who has left", .notMember) { district in
            let whistle = try grouped(&district)
            let leave = Command.removeMember(
                whistle,
                Party.housing.unit,
                person: Party.housing.person,
                substitute: "S78",
                reason: "调离"
            )
            try district.perform(leave, by: .street)
            return leave
        },
        Rule("the last one of a released unit leaves", nil) { district in
            let whistle = try grouped(&district)
            try district.object(.resources, to: whistle, .foundOnSite)
            try district.perform(ObjectionTests.ruling(.release, on: .resources, in: whistle), by: .centre)
            return .removeMember(
                whistle,
                Party.resources.unit,
                person: Party.resources.person,
                substitute: nil,
                reason: "已退单"
            )
        },
    ]

    @Test(arguments: members)
    func `Members come and go by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `Whoever has reported in is a member from the start`() throws {
        var district = try District()
        let whistle = try Self.grouped(&district)
        let members = district.board.members(of: whistle)
        #expect(members.map(\.unit) == [Party.housing.unit, Party.resources.unit])
        #expect(members.map(\.person) == [Party.housing.actor.person, Party.resources.actor.person])
    }

    @Test func `A substitute takes the place in one event`() throws {
        var district = try District()
        let whistle = try Self.grouped(&district)
        let events = try district.perform(
            .removeMember(
                whistle,
                Party.housing.unit,
                person: Party.housing.person,
                substitute: "S78",
                reason: "调离"
            ),
            by: .street
        )
        #expect(events.map(\.kind) == [.memberLeft])
        let number = try #require(district.names.number(of: "S78", as: .person))
        #expect(
            district.board.members(of: whistle).filter { $0.unit == Party.housing.unit }.map(\.person.rawValue)
                == [number]
        )
    }

    @Test func `A street that leads answers for the result`() throws {
        var district = try District()
        let whistle = try Self.grouped(&district, lead: .street)
        #expect(district.board.answerableUnit(of: whistle) == Party.street.unit)
        #expect(district.refusal(of: .claimDone(whistle, .solved, summary: "已办结"), by: .housing) == .notYours)
        try district.perform(.claimDone(whistle, .solved, summary: "已办结"), by: .street)
    }
}
