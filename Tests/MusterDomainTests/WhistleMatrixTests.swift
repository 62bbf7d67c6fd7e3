import Testing

@testable import MusterDomain

/// Every act on a whistle in every state, asked for by real commands.
@Suite struct WhistleMatrixTests {
    @Test(arguments: WhistleState.allCases)
    func `A whistle in each state does with every act what its table says`(state: WhistleState) throws {
        for act in WhistleAct.allCases {
            var (district, whistle) = try Self.brought(to: state)
            let expected = state.transition(on: act)
            guard expected != .refused else {
                let (party, command) = Self.command(act, whistle, district)
                #expect(district.refusal(of: command, by: party) == .wrongWhistleState, "\(act) in \(state)")
                continue
            }
            try Self.prepare(act, whistle, &district)
            #expect(district.board.whistles[whistle].state == state, "preparing \(act) moved \(state)")
            let (party, command) = Self.command(act, whistle, district)
            let events = try district.perform(command, by: party)
            #expect(!events.isEmpty, "\(act) in \(state)")
            let next =
                switch expected {
                case .to(let next): next
                default: state
                }
            #expect(district.board.whistles[whistle].state == next, "\(act) in \(state)")
        }
    }

    /// An emergency that waits for its approval, in a state.
    ///
    /// One meeting has minutes, one file was entered afterwards, and 资规局 has not signed yet.
    static func brought(to state: WhistleState) throws -> (District, WhistleID) {
        var district = try District()
        if state == .imported || state == .importClosed {
            let whistle = try district.importCase()
            if state == .importClosed { try district.perform(.closeImported(whistle, resolution: nil), by: .centre) }
            return (district, whistle)
        }
        var raise = District.matter(.emergency)
        raise.approvedBy = nil
        raise.slip = nil
        let whistle = try district.raise(raise)
        try district.meeting(in: whistle, upTo: .minuted)
        try district.perform(District.file(in: whistle), by: .street, entered: BackEntry(via: .wechat))
        if state == .withdrawn { try district.perform(.withdraw(whistle, reason: "误吹"), by: .street) }
        guard state != .raised, state != .withdrawn else { return (district, whistle) }
        try district.reportIn(.housing, to: whistle)
        if state == .handling { return (district, whistle) }
        try district.perform(.claimDone(whistle, .solved, summary: "已抢修"), by: .housing)
        if state == .claimed { return (district, whistle) }
        try district.perform(.inspect(whistle, .accept, note: "属实"), by: .street)
        if state == .verified { return (district, whistle) }
        try district.perform(.close(whistle, .explained, reason: "已说明"), by: .centre)
        return (district, whistle)
    }

    /// What has to be there for an act besides the state.
    static func prepare(_ act: WhistleAct, _ whistle: WhistleID, _ district: inout District) throws {
        switch act {
        case .arbitrate: try district.object(.resources, to: whistle)
        case .leadGroup, .changeMembers: try district.perform(.formGroup(whistle, lead: nil), by: .street)
        case .holdMeeting, .cancelMeeting: try district.meeting(in: whistle, upTo: .convened)
        case .workOnTask: try district.perform(district.assignment(in: whistle), by: .street)
        case .closeVerified: try district.perform(District.followUp(whistle), by: .centre)
        default: break
        }
    }

    /// A command for an act, and who gives it.
    static func command(_ act: WhistleAct, _ whistle: WhistleID, _ district: District) -> (Party, Command) {
        let resources = Party.resources.unit
        return switch act {
        case .approve: (.street, .approve(whistle, by: Party.streetChief, slip: District.hash))
        case .linkDemand: (.street, .linkDemand(whistle, reference: "12345:B7"))
        case .withdraw: (.street, .withdraw(whistle, reason: "误吹"))
        case .dispatch: (.street, .dispatch(whistle, [District.call(.urban)]))
        case .recall: (.street, .recall(whistle, resources, nextLead: nil, reason: "重复"))
        case .cancelCall:
            (.centre, .cancelCall(whistle, resources, cause: .wrongDispatch, nextLead: nil, reason: "错派"))
        case .transferLead: (.centre, .transferLead(whistle, to: resources, reason: "职责在该局"))
        case .deliver: (.resources, .deliver(whistle))
        case .acknowledge: (.resources, .acknowledge(whistle))
        case .reportIn: (.resources, .reportIn(whistle, person: nil, mode: .onSite))
        case .object: (.resources, District.objection(to: whistle))
        case .arbitrate: (.centre, .arbitrate(whistle, resources, .keep, nextLead: nil, reason: "应当承办"))
        case .formGroup: (.street, .formGroup(whistle, lead: nil))
        case .leadGroup: (.centre, .designateLead(whistle, to: Party.street.unit, reason: nil))
        case .changeMembers: (.street, .addMember(whistle, Party.housing.unit, person: "S77"))
        case .convene: (.street, District.meetingCall(in: whistle, at: district.now + .hours(1)))
        case .holdMeeting: (.street, .hold(whistle, meeting: 2, attended: [Attendance(unit: resources)]))
        case .amendMinutes: (.street, .amendMinutes(whistle, meeting: 1, minutes: "更正", reason: "笔误"))
        case .cancelMeeting: (.street, .cancelMeeting(whistle, meeting: 2, reason: "改期"))
        case .assignTask: (.street, district.assignment(in: whistle))
        case .workOnTask: (.housing, .acceptTask(whistle, task: 1))
        case .attach: (.housing, District.file(in: whistle))
        case .correct: (.street, .correct(whistle, entry: 1, field: "subject", correction: "更正", reason: "笔误"))
        case .ruleOnEntry: (.centre, .confirmEntry(whistle, entry: backEntry(in: whistle, district)))
        case .claimDone: (.housing, .claimDone(whistle, .solved, summary: "已抢修"))
        case .accept: (.street, .inspect(whistle, .accept, note: "属实"))
        case .sendBack: (.street, .inspect(whistle, .rework, note: "仍漏水"))
        case .followUp: (.centre, District.followUp(whistle))
        case .closeVerified: (.centre, .close(whistle, .solved, reason: "满意"))
        case .closeOtherwise: (.centre, .close(whistle, .terminated, reason: "不配合"))
        case .reopen: (.street, .reopen(whistle, due: nil, reason: "反弹"))
        case .evaluate: (.street, .evaluateDepartment(whistle, Party.housing.unit, score: 4, comment: "及时"))
        case .closeImported: (.centre, .closeImported(whistle, resolution: nil))
        }
    }

    private static func backEntry(in whistle: WhistleID, _ district: District) -> Int {
        district.board.backEntries(of: whistle).first.map { Int($0.entry) } ?? 0
    }
}
