import Testing

@testable import MusterDomain

@Suite struct RoleTests {
    @Test(arguments: [
        (Party.street, Role.street), (.community, .community), (.housing, .department), (.squad, .department),
        (.centre, .centre),
    ])
    func `An officer's role is the kind of the unit`(party: Party, role: Role) throws {
        #expect(try District().board.role(of: party.actor.post) == role)
    }

    @Test(arguments: PostRole.allCases.dropFirst())
    func `Another post has its own role at whatever unit`(given: PostRole) throws {
        var district = try District()
        for party in [Party.centre, .street, .housing] {
            let actor = try district.appoint(given, at: party)
            #expect(district.board.role(of: actor.post).rawValue == given.name)
        }
    }

    @Test func `A post that is filled anew has the role that is given then`() throws {
        var district = try District()
        try district.appoint(.auditor, at: .housing)
        let code = "P00\(district.board.posts.count)"
        try district.perform(
            .assignPost(code: code, unit: Party.housing.unit, title: "审计", person: "A-2", chief: false), by: .centre)
        #expect(district.board.role(of: PostID(rawValue: UInt32(district.board.posts.count))) == .department)
    }

    // MARK: 三员分立

    private static func assign(_ person: String, _ role: PostRole?, code: String? = nil) -> Command {
        .assignPost(code: code, unit: Party.centre.unit, title: "管理员", person: person, chief: false, role: role)
    }

    static let apart: [Rule] = [
        Rule("an administrator who holds nothing else", nil, by: .centre) { _ in assign("N-1", .systemAdministrator) },
        Rule("an officer becomes an administrator as well", .administratorsApart, by: .centre) { _ in
            assign(Party.urban.person, .securityAdministrator)
        },
        Rule("an administrator becomes an officer as well", .administratorsApart, by: .centre) { district in
            try district.perform(assign("N-1", .auditAdministrator), by: .system)
            return assign("N-1", nil)
        },
        Rule("an administrator becomes another one as well", .administratorsApart, by: .centre) { district in
            try district.perform(assign("N-1", .systemAdministrator), by: .system)
            return assign("N-1", .securityAdministrator)
        },
        Rule("an administrator becomes the same one twice", .administratorsApart, by: .centre) { district in
            try district.perform(assign("N-1", .systemAdministrator), by: .system)
            return assign("N-1", .systemAdministrator)
        },
        Rule("an officer whose post has ended", nil, by: .centre) { district in
            try district.perform(.endPost(Party.urban.actor.post), by: .system)
            return assign(Party.urban.person, .systemAdministrator)
        },
        Rule("an officer's own post becomes an administrator's", nil, by: .centre) { _ in
            .assignPost(
                code: "P0006", unit: Party.urban.unit, title: "管理员", person: Party.urban.person, chief: false,
                role: .auditAdministrator)
        },
        Rule("one of a person's two posts becomes an administrator's", .administratorsApart, by: .centre) { district in
            try district.perform(assign(Party.urban.person, nil), by: .system)
            return .assignPost(
                code: "P0006", unit: Party.urban.unit, title: "管理员", person: Party.urban.person, chief: false,
                role: .auditAdministrator)
        },
        Rule("an officer audits as well", nil, by: .centre) { _ in assign(Party.urban.person, .auditor) },
        Rule("two officers' posts of one person", nil, by: .centre) { _ in assign(Party.urban.person, .officer) },
        Rule("a chief who leads the district", .chiefIsNoOfficer, by: .centre) { _ in
            .assignPost(code: nil, unit: Party.centre.unit, title: "区长", person: "L", chief: true, role: .leader)
        },
        Rule("a chief of an officer's post that says so", nil, by: .centre) { _ in
            .assignPost(code: nil, unit: Party.centre.unit, title: "主任", person: "L", chief: true, role: .officer)
        },
    ]

    @Test(arguments: apart)
    func `An administrator holds no other post`(rule: Rule) throws { try rule.check() }

    // MARK: Tokens while nobody is appointed

    @Test func `The centre keeps the tokens only while there is no security administrator`() throws {
        var district = try District()
        #expect(district.refusal(of: district.issue(), by: .centre) == nil)
        let administrator = try district.appoint(.securityAdministrator)
        #expect(district.refusal(of: district.issue(), by: .centre) == .roleMayNot)
        #expect(district.refusal(of: district.issue(), by: administrator) == nil)
        try district.perform(.endPost(administrator.post), by: .centre)
        #expect(district.refusal(of: district.issue(), by: .centre) == nil)
        #expect(district.refusal(of: district.issue(), by: administrator) == .postEnded)
    }

    @Test func `The other administrators leave the tokens with the centre`() throws {
        var district = try District()
        try district.appoint(.systemAdministrator)
        try district.appoint(.auditAdministrator)
        #expect(district.refusal(of: district.issue(), by: .centre) == nil)
    }

    @Test func `Acting for another unit gives nobody more than the own role`() throws {
        var district = try District()
        let whistle = try district.raise()
        let behalf = BackEntry(onBehalfOf: Party.resources.unit)
        for role in PostRole.allCases where role != .officer {
            for party in [Party.street, .centre] {
                let actor = try district.appoint(role, at: party)
                #expect(district.refusal(of: .acknowledge(whistle), by: actor, entered: behalf) == .roleMayNot)
            }
        }
        #expect(district.refusal(of: .acknowledge(whistle), by: .street, entered: behalf) == nil)
        let centre = BackEntry(onBehalfOf: Party.centre.unit)
        #expect(district.refusal(of: district.issue(), by: .housing, entered: centre) == .roleMayNot)
        let founded = try District()
        #expect(founded.refusal(of: founded.issue(), by: .centre, entered: behalf) == .onlyLive)
    }

    @Test func `A refusal names the role and the right that it lacks`() throws {
        var district = try District()
        let whistle = try district.raise()
        let auditor = try district.appoint(.auditor)
        do throws(Refusal) {
            _ = try district.events(of: .withdraw(whistle, reason: "误吹"), by: auditor)
            Issue.record("accepted")
        } catch {
            let values = ["role": Refusal.Value.term("Role.auditor"), "act": .term("Right.act")]
            #expect(error == Refusal(.roleMayNot, values))
        }
    }
}
