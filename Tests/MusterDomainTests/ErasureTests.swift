import FoldRow
import Testing

@testable import MusterDomain

/// Who may erase which text, and what of it stays.
@Suite struct ErasureTests {
    /// The position of the newest event of a kind.
    private static func position(of kind: EventKind, in district: District) -> UInt64 {
        UInt64(district.rows.lastIndex { $0.kind == kind.rawValue } ?? 0)
    }

    /// A request to erase a text of a new whistle's first entry.
    private static func ofAWhistle(_ field: String) -> Rule.Situation {
        { district in
            try district.raise()
            return .eraseText(at: position(of: .whistleRaised, in: district), field: field, .consentWithdrawn)
        }
    }

    private static func administrator(at party: Party) -> Rule.Situation {
        { district in
            try district.appoint(.securityAdministrator, at: party)
            return try ofAWhistle("subject")(&district)
        }
    }

    static let rules: [Rule] = [
        Rule("a whistle's title, by the centre", nil, by: .centre, ofAWhistle("subject")),
        Rule("the reason in an entry of the district", nil, by: .centre) { district in
            try district.perform(.retireUnit(Party.squad.unit, reason: "机构改革"), by: .centre)
            return .eraseText(at: position(of: .unitRetired, in: district), field: "reason", .otherLaw)
        },
        Rule(
            "by the centre when there is a security administrator", .roleMayNot, by: .centre, administrator(at: .centre)
        ),
        Rule("by the street that blew the whistle", .roleMayNot, by: .street, ofAWhistle("subject")),
        Rule("by a called department", .roleMayNot, by: .housing, ofAWhistle("subject")),
        Rule("by the centre in a matter that it raised", .erasesOwnMatter, by: .centre) { district in
            var raise = District.matter(.emergency)
            raise.approvedBy = nil
            raise.slip = nil
            try district.perform(.raise(raise), by: .centre)
            return .eraseText(at: position(of: .whistleRaised, in: district), field: "subject", .unlawful)
        },
        Rule("a text that the entry does not have", .noSuchText, by: .centre, ofAWhistle("minutes")),
        Rule("a field that is no text", .noSuchText, by: .centre, ofAWhistle("unit")),
        Rule("a field that there is not", .noSuchText, by: .centre, ofAWhistle("")),
        Rule("a text of an entry that has none", .entryHasNoText, by: .centre) { district in
            .eraseText(at: position(of: .postAssigned, in: district), field: "reason", .unlawful)
        },
        Rule("a text of an entry to come", .noSuchPosition, by: .centre) { district in
            .eraseText(at: UInt64(district.rows.count), field: "reason", .unlawful)
        },
        Rule("at the last position there could be", .noSuchPosition, by: .centre) { _ in
            .eraseText(at: .max, field: "reason", .unlawful)
        },
        Rule("all texts of a whistle", nil, by: .centre) { .eraseTexts(try $0.raise(), .retentionExpired) },
        Rule("all texts of no whistle", .noSuchWhistle, by: .centre) { _ in .eraseTexts(.none, .retentionExpired) },
        Rule("all texts of a whistle, by its street", .roleMayNot, by: .street) {
            .eraseTexts(try $0.raise(), .retentionExpired)
        },
        Rule(
            "said to have been earlier", .onlyLive, by: .centre, entered: BackEntry(via: .paper), ofAWhistle("subject")),
        Rule("a certificate that nobody but the engine gives", .roleMayNot, by: .centre) { district in
            try district.raise()
            return .completeErasure(at: position(of: .whistleRaised, in: district), .subject)
        },
    ]

    @Test(arguments: rules)
    func `Texts are erased by the rules`(rule: Rule) throws { try rule.check() }

    @Test(arguments: [Party.street, .housing, .community])
    func `No administrator erases what is evidence for or against the own unit`(party: Party) throws {
        var district = try District()
        let whistle = try district.raise()
        let own = try district.appoint(.securityAdministrator, at: party)
        #expect(district.refusal(of: .eraseTexts(whistle, .unlawful), by: own) == .erasesOwnMatter)
        let other = try district.appoint(.securityAdministrator, at: .police)
        #expect(district.refusal(of: .eraseTexts(whistle, .unlawful), by: other) == nil)
    }

    @Test func `A refusal names the texts that the entry has`() throws {
        var district = try District()
        let command = try Self.ofAWhistle("minutes")(&district)
        #expect {
            try district.events(of: command, by: Party.centre.actor)
        } throws: { error in
            (error as? Refusal)?.values["allowed"] == .text("subject,place,whyNotAlone")
        }
    }

    @Test func `What is asked twice, or is gone, leaves no event`() throws {
        var district = try District()
        let command = try Self.ofAWhistle("subject")(&district)
        let position = Self.position(of: .whistleRaised, in: district)
        #expect(try district.perform(command, by: .centre).map(\.kind) == [.textErasureRequested])
        #expect(try district.perform(command, by: .centre).isEmpty)
        #expect(district.board.erasedTexts == 0 && district.board.pendingErasures.count == 1)
        let certificate = Command.completeErasure(at: position, .subject)
        #expect(try district.perform(certificate, by: .system).map(\.kind) == [.textErased])
        #expect(district.board.erasedTexts == 1 && district.board.pendingErasures.isEmpty)
        #expect(try district.perform(certificate, by: .system).isEmpty)
        #expect(try district.perform(command, by: .centre).isEmpty)
        let row = try #require(district.board.erasure(of: .subject, at: position))
        #expect(row.isDone && row.basis == .consentWithdrawn && row.entry == 1)
    }

    @Test func `All texts of a whistle are those about which nobody has asked yet`() throws {
        var district = try District()
        let command = try Self.ofAWhistle("place")(&district)
        try district.perform(command, by: .centre)
        let whistle = WhistleID(rawValue: 1)
        let events = try district.perform(.eraseTexts(whistle, .retentionExpired), by: .centre)
        #expect(events.count == 2 && events.allSatisfy { $0.whistle == whistle })
        #expect(try district.perform(.eraseTexts(whistle, .retentionExpired), by: .centre).isEmpty)
    }

    @Test func `An erasure that an older copy of the log did not know of is certified without a request`() throws {
        var district = try District()
        try district.raise()
        let position = Self.position(of: .whistleRaised, in: district)
        let events = try district.perform(.completeErasure(at: position, .place), by: .system)
        #expect(events.map(\.kind) == [.textErased] && events[0][.request] == nil)
        let row = try #require(district.board.erasure(of: .place, at: position))
        #expect(row.isDone && row.basis == nil && row.request == 0)
    }

    @Test func `The fields of texts are those of the events`() {
        #expect(TextField.allCases.map(\.field) == Field.allCases.filter { $0.type == .words })
    }
}
