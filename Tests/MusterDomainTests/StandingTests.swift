import Testing

@testable import MusterDomain

@Suite struct StandingTests {
    /// What a unit can be to a whistle, and which party is that.
    enum Side: String, CaseIterable {
        case raiser, called, arrived, lead, centre, community, stranger

        var party: Party {
            switch self {
            case .raiser: .street
            case .called: .resources
            case .arrived: .urban
            case .lead: .housing
            case .centre: .centre
            case .community: .community
            case .stranger: .otherStreet
            }
        }

        /// What the party is besides: who leads has come, and who has come is called.
        var standing: Standing {
            switch self {
            case .raiser: .raiser
            case .called: .called
            case .arrived: [.called, .arrived]
            case .lead: [.called, .arrived, .lead]
            case .centre: .centre
            case .community: .community
            case .stranger: []
            }
        }
    }

    /// Who is let through to the rule itself, written down act by act.
    ///
    /// Inspections are those of a matter that a department led.
    private static let entitled: [(WhistleAct, Set<Side>)] = [
        (.approve, [.raiser, .centre]),
        (.linkDemand, [.raiser, .centre]),
        (.withdraw, [.raiser]),
        (.dispatch, [.raiser, .centre, .lead]),
        (.recall, [.raiser, .centre]),
        (.cancelCall, [.raiser, .centre]),
        (.transferLead, [.raiser, .centre]),
        (.deliver, [.called, .arrived, .lead]),
        (.acknowledge, [.called, .arrived, .lead]),
        (.reportIn, [.called, .arrived, .lead]),
        (.object, [.called, .arrived, .lead]),
        (.arbitrate, [.centre]),
        (.formGroup, [.raiser, .centre, .lead]),
        (.leadGroup, [.raiser, .centre, .lead]),
        (.changeMembers, [.raiser, .arrived, .lead]),
        (.convene, [.raiser, .centre, .lead]),
        (.holdMeeting, [.raiser, .centre, .lead]),
        (.amendMinutes, [.raiser, .centre, .lead]),
        (.cancelMeeting, [.raiser, .centre, .lead]),
        (.assignTask, [.raiser, .lead]),
        (.workOnTask, [.raiser, .arrived, .lead, .community]),
        (.attach, [.raiser, .called, .arrived, .lead, .centre, .community]),
        (.correct, [.raiser, .centre]),
        (.ruleOnEntry, [.raiser, .called, .arrived, .lead, .centre]),
        (.claimDone, [.lead]),
        (.accept, [.raiser]),
        (.sendBack, [.raiser]),
        (.followUp, [.centre]),
        (.closeVerified, [.centre]),
        (.closeOtherwise, [.centre]),
        (.reopen, [.raiser, .centre]),
        (.evaluate, [.raiser, .arrived, .lead]),
        (.closeImported, [.centre]),
    ]

    /// A state in which the act is possible.
    private static func state(for act: WhistleAct) -> WhistleState {
        switch act {
        case .withdraw: .raised
        case .accept, .sendBack: .claimed
        case .followUp, .closeVerified: .verified
        case .evaluate, .reopen: .closed
        case .closeImported: .imported
        default: .handling
        }
    }

    /// A whistle in which every side is present, or a case of another system.
    static func situation(for act: WhistleAct) throws -> (District, WhistleID) {
        let state = state(for: act)
        guard state != .raised, state != .imported else { return try WhistleMatrixTests.brought(to: state) }
        var (district, whistle) = try WhistleMatrixTests.brought(to: .handling)
        try district.perform(.dispatch(whistle, [District.call(.urban)]), by: .street)
        try district.reportIn(.urban, to: whistle)
        // Preparations that belong to handling; the others come when the state is reached.
        if state == .handling, act != .arbitrate { try WhistleMatrixTests.prepare(act, whistle, &district) }
        guard state != .handling else { return (district, whistle) }
        try district.perform(.claimDone(whistle, .solved, summary: "已抢修"), by: .housing)
        guard state != .claimed else { return (district, whistle) }
        try district.perform(.inspect(whistle, .accept, note: "属实"), by: .street)
        guard state != .verified else { return (district, whistle) }
        try district.perform(.close(whistle, .explained, reason: "已说明"), by: .centre)
        return (district, whistle)
    }

    /// The command of the act that suits a side: leading a group and evaluating are one act with two commands.
    private static func command(
        _ act: WhistleAct,
        by side: Side,
        _ whistle: WhistleID,
        _ district: District
    ) -> Command {
        switch (act, side) {
        case (.changeMembers, .arrived): .addMember(whistle, side.party.unit, person: "X-07")
        case (.leadGroup, .lead): .handOverLead(whistle, to: Party.urban.unit, reason: "职责")
        case (.evaluate, .raiser): .evaluateDepartment(whistle, Party.housing.unit, score: 4, comment: "及时")
        case (.evaluate, _): .evaluateStreet(whistle, score: 4, comment: "清楚")
        default: WhistleMatrixTests.command(act, whistle, district).1
        }
    }

    @Test func `Every act is let through for those whom it belongs to, and is not theirs for the others`() throws {
        #expect(Set(Self.entitled.map(\.0)) == Set(WhistleAct.allCases))
        for (act, sides) in Self.entitled {
            let (district, whistle) = try Self.situation(for: act)
            for side in Side.allCases where Self.isPresent(side, in: act) {
                let command = Self.command(act, by: side, whistle, district)
                let refusal = district.refusal(of: command, by: side.party)
                #expect(
                    (refusal != .notYours) == sides.contains(side),
                    "\(act) by \(side): \(String(describing: refusal))"
                )
                #expect(refusal != .wrongWhistleState, "\(act) by \(side)")
            }
        }
    }

    /// Nobody has come to a raised whistle, and nobody was called in another system's case.
    private static func isPresent(_ side: Side, in act: WhistleAct) -> Bool {
        switch state(for: act) {
        case .raised, .imported: ![.called, .arrived, .lead].contains(side)
        default: true
        }
    }

    @Test(arguments: Side.allCases)
    func `A unit is to a whistle what it has done there`(side: Side) throws {
        let (district, whistle) = try Self.situation(for: .dispatch)
        #expect(district.board.standing(of: side.party.unit, in: whistle) == side.standing)
    }

    @Test func `A unit that is nothing has no standing`() throws {
        let (district, whistle) = try Self.situation(for: .dispatch)
        #expect(district.board.standing(of: .none, in: whistle) == [])
        #expect(district.board.standing(of: UnitID(rawValue: 99), in: whistle) == [])
    }

    @Test func `A unit whose call has ended is a stranger again`() throws {
        var district = try District()
        let whistle = try ObjectionTests.released(&district)
        #expect(district.board.standing(of: Party.resources.unit, in: whistle) == [])
    }

    @Test func `A refusal names who may`() throws {
        let (district, whistle) = try Self.situation(for: .dispatch)
        do throws(Refusal) {
            _ = try district.events(of: .dispatch(whistle, []), by: Party.community.actor)
            Issue.record("accepted")
        } catch {
            #expect(
                error
                    == Refusal(
                        .notYours,
                        [
                            "whistle": .whistle(whistle), "act": .term("WhistleAct.dispatch"),
                            "unit": .unit(Party.community.unit), "allowed": .text("raiser,lead,centre"),
                        ]
                    )
            )
        }
    }
}
