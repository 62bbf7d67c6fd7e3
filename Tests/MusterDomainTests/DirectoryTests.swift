import Testing

@testable import MusterDomain

@Suite struct DirectoryTests {
    private static func register(
        code: String? = nil,
        _ full: String = "西安市雁塔区水务局",
        _ short: String = "水务局",
        parent: UnitID? = nil
    ) -> Command {
        .registerUnit(code: code, kind: .department, fullName: full, shortName: short, parent: parent)
    }

    private static func assign(
        code: String? = nil,
        _ unit: UnitID = Party.urban.unit,
        person: String = "U-9"
    ) -> Command {
        .assignPost(code: code, unit: unit, title: "科长", person: person, chief: false)
    }

    static let rules: [Rule] = [
        Rule("a new unit", nil, by: .centre) { _ in register() },
        Rule("a new unit with a code", nil, by: .centre) { _ in register(code: "SWJ") },
        Rule("a new unit under another", nil, by: .centre) { _ in register(parent: Party.urban.unit) },
        Rule("under one that nobody knows", .noSuchUnit, by: .centre) { _ in register(parent: UnitID(rawValue: 99)) },
        Rule("by a street", .roleMayNot) { _ in register() },
        Rule("by a department", .roleMayNot, by: .housing) { _ in register() },
        Rule("by a community", .roleMayNot, by: .community) { _ in register() },
        Rule("a taken full name", .nameTaken, by: .centre) { _ in register(Party.urban.fullName) },
        Rule("a taken short name", .nameTaken, by: .centre) { _ in register("水务", Party.urban.shortName) },
        Rule("a full name that is another's short name", .nameTaken, by: .centre) { _ in
            register(Party.urban.shortName)
        },
        Rule("a taken code", .codeTaken, by: .centre) { _ in register(code: "U0002") },
        Rule("a bad code", .badCode, by: .centre) { _ in register(code: "水务") },
        Rule("renamed", nil, by: .centre) { _ in
            .renameUnit(Party.urban.unit, fullName: "西安市雁塔区城市管理局", shortName: "城管局")
        },
        Rule("renamed to another's name", .nameTaken, by: .centre) { _ in
            .renameUnit(Party.urban.unit, fullName: "城市管理局", shortName: Party.housing.shortName)
        },
        Rule("renamed by a street", .roleMayNot) { _ in .renameUnit(Party.urban.unit, fullName: "城管", shortName: "城") },
        Rule("a post", nil, by: .centre) { _ in assign() },
        Rule("a post, and its holder by name", .badPersonReference, by: .centre) { _ in assign(person: "张三") },
        Rule("a post at no unit", .noSuchUnit, by: .centre) { _ in assign(.none) },
        Rule("a post has a new holder", nil, by: .centre) { _ in assign(code: "P0006") },
        Rule("a post of another unit", .codeTaken, by: .centre) { _ in assign(code: "P0002") },
        Rule("a post with a bad code", .badCode, by: .centre) { _ in assign(code: "科长") },
        Rule("a post by a street", .roleMayNot) { _ in assign() },
        Rule("a post ends", nil, by: .centre) { _ in .endPost(PostID(rawValue: 6)) },
        Rule("a post that nobody knows ends", .noSuchPost, by: .centre) { _ in .endPost(PostID(rawValue: 60)) },
        Rule("a post ends twice", .postEnded, by: .centre) { district in
            try district.perform(.endPost(PostID(rawValue: 6)), by: .centre)
            return .endPost(PostID(rawValue: 6))
        },
        Rule("a unit retires", nil, by: .centre) { _ in .retireUnit(Party.urban.unit, reason: "机构改革") },
        Rule("a unit retires twice", .unitRetired, by: .centre) { district in
            try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
            return .retireUnit(Party.urban.unit, reason: "机构改革")
        },
        Rule("the centre retires", .unitBusy, by: .centre) { _ in .retireUnit(Party.centre.unit, reason: "机构改革") },
        Rule("a called unit retires", .unitBusy, by: .centre) { district in
            try district.raise()
            return .retireUnit(Party.resources.unit, reason: "机构改革")
        },
        Rule("a street with a whistle retires", .unitBusy, by: .centre) { district in
            try district.raise()
            return .retireUnit(Party.street.unit, reason: "区划调整")
        },
        Rule("a unit retires whose whistles are closed", nil, by: .centre) { district in
            _ = try district.closed()
            return .retireUnit(Party.housing.unit, reason: "机构改革")
        },
        Rule("a released unit retires", nil, by: .centre) { district in
            _ = try ObjectionTests.released(&district)
            return .retireUnit(Party.resources.unit, reason: "机构改革")
        },
        Rule("founded twice", .alreadyEstablished, by: .centre) { _ in
            .establish(
                Founding(
                    name: "雁塔区",
                    keyID: "0", language: "zh",
                    centreFullName: "中心",
                    centreShortName: "中心",
                    postTitle: "主任",
                    person: "C"
                )
            )
        },
    ]

    @Test(arguments: rules)
    func `Units and posts change by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `A district begins with its centre and one post`() throws {
        let district = try District()
        #expect(district.board.centre == Party.centre.unit)
        #expect(district.board.units.count == Party.allCases.count)
        #expect(district.board.districtRevision == UInt32(district.rows.count))
        for party in Party.allCases {
            let row = district.board.units[party.unit]
            #expect(row.kind == party.kind)
            #expect(row.parent == party.parent?.unit ?? .none)
            #expect(row.isActive)
            #expect(district.board.posts[party.actor.post].unit == party.unit)
            #expect(district.board.posts[party.actor.post].person == party.actor.person)
        }
        #expect(district.board.posts[Party.streetChief].isChief)
    }

    @Test func `A retired unit's name is free again, and a post keeps its number under a new holder`() throws {
        var district = try District()
        try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
        try district.perform(Self.register(Party.urban.fullName, Party.urban.shortName), by: .centre)
        let posts = district.board.posts.count
        try district.perform(Self.assign(code: "P0004", Party.housing.unit, person: "H-99"), by: .centre)
        #expect(district.board.posts.count == posts)
        #expect(
            district.board.posts[PostID(rawValue: 4)].person.rawValue
                == district.names.number(of: "H-99", as: .person)
        )
    }
}
