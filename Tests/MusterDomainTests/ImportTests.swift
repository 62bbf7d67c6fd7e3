import Testing

@testable import MusterDomain

@Suite struct ImportTests {
    private static func source(
        street: UnitID = Party.street.unit,
        department: UnitID = Party.housing.unit,
        reference: String = "12345:A1"
    ) -> Command {
        .importWhistle(
            ImportedCase(
                street: street,
                department: department,
                reference: reference,
                category: "噪音",
                due: nil,
                subject: "夜间施工",
                place: "小寨路",
                detail: nil
            )
        )
    }

    static let rules: [Rule] = [
        Rule("by the centre", nil, by: .centre) { _ in source() },
        Rule("by the street", .notYours) { _ in source() },
        Rule("by a department", .notYours, by: .housing) { _ in source() },
        Rule("of a street that nobody knows", .noSuchUnit, by: .centre) { _ in source(street: .none) },
        Rule("of a department that nobody knows", .noSuchUnit, by: .centre) { _ in
            source(department: UnitID(rawValue: 99))
        },
        Rule("of a retired department", .unitRetired, by: .centre) { district in
            try district.perform(.retireUnit(Party.housing.unit, reason: "机构改革"), by: .centre)
            return source()
        },
        Rule("without a case number", .badReference, by: .centre) { _ in source(reference: "A1") },
        Rule("closed", nil, by: .centre) { .closeImported(try $0.importCase(), resolution: "已处理") },
        Rule("closed by the street", .notYours) { .closeImported(try $0.importCase(), resolution: nil) },
        Rule("a whistle of our own", .wrongWhistleState, by: .centre) {
            .closeImported(try $0.raise(), resolution: nil)
        },
        Rule("linked to a demand", nil) { .linkDemand(try $0.importCase(), reference: "12345:B1") },
        Rule("called for", .wrongWhistleState, by: .centre) {
            .dispatch(try $0.importCase(), [District.call(.urban)])
        },
        Rule("closed as solved", .wrongWhistleState, by: .centre) {
            .close(try $0.importCase(), .solved, reason: "已处理")
        },
    ]

    @Test(arguments: rules)
    func `Cases of other systems come in by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `An imported case keeps its source's times and invents nothing`() throws {
        var district = try District()
        let opened = district.now + .days(-20)
        try district.perform(Self.source(), by: Party.centre.actor, occurred: opened)
        let whistle = WhistleID(rawValue: 1)
        let row = district.board.whistles[whistle]
        #expect(row.isImported)
        #expect(row.raisedAt == opened)
        #expect(row.due == nil)
        #expect(!row.isLate(at: district.now))
        #expect(row.department == Party.housing.unit)
        #expect(row.counts == (0, 0, 0, 0))
        #expect(district.board.units[Party.street.unit].raised == 0)
        #expect(district.board.units[Party.housing.unit].called == 0)
        let closed = district.now + .days(-3)
        try district.perform(.closeImported(whistle, resolution: nil), by: Party.centre.actor, occurred: closed)
        #expect(district.board.whistles[whistle].state == .importClosed)
        #expect(district.board.whistles[whistle].closedAt == closed)
    }
}
