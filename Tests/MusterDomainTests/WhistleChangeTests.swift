import Testing

@testable import MusterDomain

/// What two boards of one log tell of a whistle.
@Suite struct WhistleChangeTests {
    /// What each command leaves to be told, in a situation where it can be given; nil where no whistle is concerned.
    private static let told: [(CommandCase, steps: [String]?)] = [
        (.establish, nil), (.registerUnit, nil), (.renameUnit, nil), (.retireUnit, nil), (.assignPost, nil),
        (.endPost, nil), (.issueToken, nil), (.revokeToken, nil),
        (.raise, ["raised", "called 住建局", "called 资规局"]), (.approve, ["approved"]),
        (.linkDemand, ["demandLinked"]), (.withdraw, ["withdrawn"]), (.dispatch, ["called 执法队"]),
        (.recall, ["recalled 资规局"]), (.cancelCall, ["cancelled 资规局"]), (.deliver, ["delivered 资规局"]),
        (.acknowledge, ["acknowledged 资规局"]), (.reportIn, ["acknowledged 资规局", "reportedIn 资规局"]),
        (.object, ["acknowledged 资规局", "objected 资规局"]), (.arbitrate, ["kept 资规局"]),
        (.transferLead, ["leadChanged 资规局"]),
        (.formGroup, ["groupFormed 住建局", "memberJoined 住建局", "memberJoined 城管局"]),
        (.designateLead, ["groupLeadChanged 大雁塔街道"]), (.handOverLead, ["groupLeadChanged 城管局"]),
        (.addMember, ["memberJoined 住建局"]), (.removeMember, ["memberLeft 城管局"]),
        (.convene, ["meetingConvened"]), (.hold, ["meetingHeld"]), (.recordMinutes, ["minutesRecorded"]),
        (.amendMinutes, []), (.cancelMeeting, ["meetingCancelled"]),
        (.assignTask, ["taskAssigned 住建局"]), (.acceptTask, ["taskAccepted 住建局"]),
        (.reportProgress, ["taskProgressed 住建局"]), (.completeTask, ["taskCompleted 住建局"]),
        (.reassignTask, ["taskReassigned 城管局"]),
        (.attach, ["fileAttached"]), (.correct, []), (.confirmEntry, ["entryConfirmed 大雁塔街道"]),
        (.disputeEntry, ["entryDisputed 大雁塔街道"]),
        (.eraseText, nil), (.eraseTexts, []), (.completeErasure, nil),
        (.changeKey, nil), (.beginEpoch, nil),
        (.claimDone, ["claimed"]), (.inspect, ["verified"]), (.followUp, ["followedUp"]), (.close, ["closed"]),
        (.reopen, ["reopened"]), (.evaluateDepartment, ["departmentEvaluated 住建局"]),
        (.evaluateStreet, ["streetEvaluated 住建局"]),
        // Time that has passed makes late, whether or not it is written down.
        (.passDeadline, []), (.importWhistle, ["imported"]), (.closeImported, ["closed"]),
    ]

    @Test func `Each command leaves its mark, and those that no row shows leave none`() throws {
        #expect(Self.told.map(\.0) == CommandCase.allCases)
        for (command, expected) in Self.told {
            var (district, whistle) = try command.situation()
            if command == .passDeadline { district.wait(.days(30)) }
            let before = district.board
            let sample = command.sample(whistle, district)
            let actors = Party.allCases.map(\.actor) + [.system]
            let actor = actors.first { (try? district.events(of: sample, by: $0))?.isEmpty == false }
            guard let actor else {
                // The district is established already.
                #expect(command == .establish)
                continue
            }
            let events = try district.perform(sample, by: actor)
            let changes = district.changes(since: before)
            #expect(changes.first.map { $0.steps.map(\.words) } == expected, "\(command)")
            #expect(changes.count == (expected == nil ? 0 : 1), "\(command)")
            #expect((changes.first?.entries).map(Int.init) == (expected == nil ? nil : events.count), "\(command)")
        }
    }

    /// A whistle after some acts, and what is told of them all.
    private func told(
        _ begin: (inout District) throws -> WhistleID, _ acts: (inout District, WhistleID) throws -> Void
    ) throws -> [String] {
        var district = try District()
        let whistle = try begin(&district)
        let before = district.board
        try acts(&district, whistle)
        return district.changes(since: before).flatMap(\.steps).map(\.words)
    }

    @Test func `What happened several times is told once, with how often`() throws {
        let asked = try told({ try $0.verified() }) { district, whistle in
            for _ in 0..<2 { try district.perform(District.followUp(whistle, .noAnswer, .unsaid), by: .centre) }
        }
        #expect(asked == ["followedUp ×2"])
        let linked = try told({ try $0.handled() }) { district, whistle in
            for number in 1...3 {
                try district.perform(.linkDemand(whistle, reference: "12345:C\(number)"), by: .street)
                try district.perform(District.file(in: whistle), by: .street)
            }
        }
        #expect(linked == ["demandLinked ×3", "fileAttached ×3"])
        let sentBack = try told({ try $0.handled() }) { district, whistle in
            for _ in 0..<2 {
                try district.perform(.claimDone(whistle, .solved, summary: "已办结"), by: .housing)
                try district.perform(.inspect(whistle, .rework, note: "不实"), by: .street)
            }
        }
        #expect(sentBack == ["sentBack ×2"])
        let objected = try told({ try $0.raise() }) { district, whistle in
            try district.object(.resources, to: whistle)
            try district.reportIn(.resources, to: whistle)
            try district.object(.resources, to: whistle, .foundOnSite)
        }
        #expect(objected == ["acknowledged 资规局", "objected 资规局 ×2", "reportedIn 资规局"])
    }

    @Test func `Demands are followed up each, and anew after a reopening`() throws {
        func followUp(_ district: inout District, _ whistle: WhistleID) throws {
            try district.perform(District.followUp(whistle), by: .centre)
            try district.perform(District.followUp(whistle, demand: 1), by: .centre)
        }
        var district = try District()
        let whistle = try district.raise()
        try district.perform(.linkDemand(whistle, reference: "12345:C1"), by: .street)
        try district.reportIn(.housing, to: whistle)
        func handle() throws {
            try district.perform(.claimDone(whistle, .solved, summary: "已办结"), by: .housing)
            try district.perform(.inspect(whistle, .accept, note: "属实"), by: .street)
            try followUp(&district, whistle)
        }
        try handle()
        let before = district.board
        try followUp(&district, whistle)
        #expect(district.changes(since: before).flatMap(\.steps).map(\.words) == ["followedUp ×2"])
        try district.perform(.reopen(whistle, due: nil, reason: "反弹"), by: .street)
        try handle()
        #expect(
            district.changes(since: before).flatMap(\.steps).map(\.words) == ["reopened", "verified", "followedUp ×2"])
    }

    @Test func `A task begins anew with its next owner`() throws {
        let steps = try told({ district in
            let whistle = try district.handled()
            try district.perform(district.assignment(in: whistle), by: .street)
            try district.perform(.acceptTask(whistle, task: 1), by: .housing)
            try district.perform(.reportProgress(whistle, task: 1, percent: 60, note: "过半"), by: .housing)
            return whistle
        }) { district, whistle in
            try district.perform(
                .reassignTask(whistle, task: 1, to: Party.street.unit, due: nil, reason: "改派"), by: .street)
            try district.perform(.acceptTask(whistle, task: 1), by: .street)
            try district.perform(.reportProgress(whistle, task: 1, percent: 10, note: "开始"), by: .street)
        }
        #expect(steps == ["taskReassigned 大雁塔街道", "taskAccepted 大雁塔街道", "taskProgressed 大雁塔街道"])
    }

    @Test func `Time makes late until the whistle has ended, and an approval until it comes`() throws {
        var district = try District()
        var matter = District.matter(.emergency)
        (matter.approvedBy, matter.slip) = (nil, nil)
        let whistle = try district.raise(matter)
        func steps(since board: Board, at moment: Instant) -> [String] {
            district.board.changes(since: board, judged: (moment, district.now)).flatMap(\.steps).map(\.words)
        }
        let (begun, start) = (district.board, district.now)
        district.wait(.days(30))
        #expect(
            steps(since: begun, at: start) == [
                "approvalLate", "acknowledgeLate 住建局", "reportInLate 住建局", "acknowledgeLate 资规局",
                "reportInLate 资规局", "late",
            ])
        try district.tick()
        #expect(steps(since: begun, at: district.now).isEmpty)
        district.now = try District().now + .days(31)
        var ended = try District()
        _ = try ended.raise()
        try ended.perform(.close(whistle, .terminated, reason: "终止"), by: .centre)
        let closed = ended.board
        try ended.perform(.correct(whistle, entry: 1, field: "subject", correction: "更正", reason: "笔误"), by: .street)
        let late = ended.board.changes(since: closed, judged: (ended.now, ended.now + .days(90)))
        #expect(late.map(\.steps) == [[]])
    }

    @Test func `Steps name the call, the meeting, the task and the entry ruled on`() throws {
        var district = try District()
        let whistle = try district.raise()
        let before = district.board
        try district.perform(
            .reportIn(whistle, person: nil, mode: .onSite), by: .housing, entered: BackEntry(via: .phone))
        let entry = district.board.whistles[whistle].revision
        try district.perform(.confirmEntry(whistle, entry: Int(entry)), by: .street)
        try district.meeting(in: whistle, upTo: .minuted)
        try district.meeting(in: whistle, upTo: .cancelled)
        for party in [Party.housing, .street] {
            try district.perform(district.assignment(in: whistle, to: party), by: .street)
        }
        let steps = district.changes(since: before).flatMap(\.steps)
        func items(_ mark: WhistleChange.Mark) -> [UInt32] { steps.filter { $0.mark == mark }.map(\.item) }
        #expect(items(.reportedIn) == [1] && items(.entryConfirmed) == [entry])
        #expect(items(.meetingConvened) == [1, 2] && items(.meetingHeld) == [1] && items(.minutesRecorded) == [1])
        #expect(items(.meetingCancelled) == [2] && items(.taskAssigned) == [1, 2])
    }
}

extension District {
    /// What is told of the whistles since an earlier board, both judged now.
    func changes(since earlier: Board) -> [WhistleChange] { board.changes(since: earlier, judged: (now, now)) }
}

extension WhistleChange.Step {
    /// `called 住建局`, `followedUp ×2`.
    var words: String {
        let name = unit.exists ? Party(rawValue: unit.rawValue)?.shortName : nil
        return [mark.rawValue, name, times > 1 ? "×\(times)" : nil].compactMap { $0 }.joined(separator: " ")
    }
}
