import Testing

@testable import MusterDomain

/// Who may give which command: every role, every command, in a matter of the own unit and in a foreign one.
@Suite struct RoleMatrixTests {
    /// One column of the table.
    enum Column: String, CaseIterable {
        case raiser, otherStreet, community, otherCommunity, lead, arrived, called, otherDepartment, centre
        case leader, auditor, systemAdmin, securityAdmin, auditAdmin

        var role: Role {
            switch self {
            case .raiser, .otherStreet: .street
            case .community, .otherCommunity: .community
            case .lead, .arrived, .called, .otherDepartment: .department
            case .centre: .centre
            case .leader: .leader
            case .auditor: .auditor
            case .systemAdmin: .systemAdministrator
            case .securityAdmin: .securityAdministrator
            case .auditAdmin: .auditAdministrator
            }
        }

        /// The officer's unit; nil where the post has a role of its own.
        var party: Party? {
            switch self {
            case .raiser: .street
            case .otherStreet: .otherStreet
            case .community: .community
            case .otherCommunity: .otherCommunity
            case .lead: .housing
            case .arrived: .urban
            case .called: .resources
            case .otherDepartment: .police
            case .centre: .centre
            case .leader, .auditor, .systemAdmin, .securityAdmin, .auditAdmin: nil
            }
        }

        var postRole: PostRole { PostRole(name: role.rawValue) ?? .officer }
    }

    @Test func `Every command stands in the table once, with an answer for every column`() {
        #expect(RoleMatrix.rows.map(\.command) == CommandCase.allCases.map(\.rawValue))
        for row in RoleMatrix.rows {
            #expect(row.cells.count == Column.allCases.count, "\(row.command)")
            #expect(row.cells.allSatisfy { $0 == "✓" || RoleMatrix.letters[$0] != nil }, "\(row.command)")
        }
        #expect(Set(Column.allCases.map(\.role)) == Set(Role.allCases))
    }

    @Test(arguments: CommandCase.allCases)
    func `Every role gets to every command the answer that the table has`(kind: CommandCase) throws {
        let row = try #require(RoleMatrix.rows.first { $0.command == kind.rawValue })
        for (column, cell) in zip(Column.allCases, row.cells) {
            for answer in try Self.answers(to: kind, in: column) {
                #expect(answer == RoleMatrix.letters[cell], "\(kind) by \(column)")
            }
        }
    }

    /// What the rules say to the column's officer; where the role is the post's own, to one at a unit that takes part
    /// and to one at a unit that does not.
    private static func answers(to kind: CommandCase, in column: Column) throws -> [RefusalCode?] {
        var (district, whistle) = try kind.situation()
        let command = kind.sample(whistle, district)
        #expect(CommandCase(of: command) == kind)
        if let party = column.party { return [district.refusal(of: command, by: party)] }
        // Nobody erases what is evidence for his own unit: there the unit makes a difference.
        let parties = kind == .eraseTexts ? [Party.police, .centre] : [Party.housing, .police, .street, .centre]
        return try parties.map { party in
            let actor = try district.appoint(column.postRole, at: party)
            #expect(district.board.role(of: actor.post) == column.role)
            return district.refusal(of: command, by: actor)
        }
    }
}
