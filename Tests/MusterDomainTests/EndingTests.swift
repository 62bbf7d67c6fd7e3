import Testing

@testable import MusterDomain

@Suite struct EndingTests {
    private static func claim(_ whistle: WhistleID) -> Command { .claimDone(whistle, .solved, summary: "已办结") }

    static let claims: [Rule] = [
        Rule("by the lead", nil, by: .housing) { claim(try $0.handled()) },
        Rule("by a unit in support", .notYours, by: .resources) { claim(try $0.handled()) },
        Rule("by the street that does not lead", .notYours) { claim(try $0.handled()) },
        Rule("a task is open", .openTasks, by: .housing) { district in
            let whistle = try district.handled()
            try district.perform(district.assignment(in: whistle), by: .street)
            return claim(whistle)
        },
        Rule("an objection waits", .objectionPending, by: .housing) { district in
            let whistle = try district.handled()
            try district.object(.resources, to: whistle)
            return claim(whistle)
        },
        Rule("the lead has not come", .notArrived, by: .housing) { district in
            let whistle = try district.raise()
            try district.reportIn(.resources, to: whistle)
            return claim(whistle)
        },
        Rule("nobody has come", .wrongWhistleState, by: .housing) { claim(try $0.raise()) },
        Rule("support has not come", nil, by: .housing) { claim(try $0.handled()) },
    ]

    @Test(arguments: claims)
    func `Done is claimed by the rules`(rule: Rule) throws { try rule.check() }

    /// Done is claimed under the lead of the street.
    private static func ledByStreet(_ district: inout District) throws -> WhistleID {
        let whistle = try district.handled()
        try district.perform(.formGroup(whistle, lead: Party.street.unit), by: .street)
        try district.perform(claim(whistle), by: .street)
        return whistle
    }

    private static func inspection(_ whistle: WhistleID, _ verdict: Verdict = .accept) -> Command {
        .inspect(whistle, verdict, note: "现场属实")
    }

    static let inspections: [Rule] = [
        Rule("by the street", nil) { inspection(try $0.claimed()) },
        Rule("by the street, sent back", nil) { inspection(try $0.claimed(), .rework) },
        Rule("by the lead", .notYours, by: .housing) { inspection(try $0.claimed()) },
        Rule("by a unit in support", .notYours, by: .resources) { inspection(try $0.claimed()) },
        Rule("by the centre", .notYours, by: .centre) { inspection(try $0.claimed()) },
        Rule("by the community", .notYours, by: .community) { inspection(try $0.claimed()) },
        Rule("the street led, by the street", .sameInspector) { inspection(try ledByStreet(&$0)) },
        Rule("the street led, by the centre", nil, by: .centre) { inspection(try ledByStreet(&$0)) },
        Rule("the street led, by its community", nil, by: .community) { inspection(try ledByStreet(&$0)) },
        Rule("the street led, by another street's community", .notYours, by: .otherCommunity) {
            inspection(try ledByStreet(&$0))
        },
        Rule("the street led, and enters it for its community", .mayNotActFor, entered: onBehalf(of: .community)) {
            inspection(try ledByStreet(&$0))
        },
        Rule("the street led, by a department", .notYours, by: .housing) { inspection(try ledByStreet(&$0)) },
    ]

    private static func onBehalf(of party: Party) -> BackEntry { BackEntry(via: .phone, onBehalfOf: party.unit) }

    @Test(arguments: inspections)
    func `Whoever led does not inspect`(rule: Rule) throws { try rule.check() }

    @Test func `Sent back, a matter is due later by the time that the claim waited`() throws {
        var district = try District()
        let whistle = try district.handled()
        let due = try #require(district.board.whistles[whistle].due)
        district.wait(.days(2))
        try district.perform(Self.claim(whistle), by: .housing)
        #expect(district.board.pendingDeadlines(of: whistle).allSatisfy { $0.kind != .handle })
        district.wait(.days(6))
        try district.tick()
        #expect(!district.board.whistles[whistle].handlePassed)
        try district.perform(Self.inspection(whistle, .rework), by: .street)
        let row = district.board.whistles[whistle]
        #expect(row.state == .handling)
        #expect(row.sentBack == 1)
        #expect(row.handledAt == nil)
        #expect(row.due == due + .days(6))
        #expect(district.board.pendingDeadlines(of: whistle).contains { $0.kind == .handle && $0.due == row.due })
    }

    static let followUps: [Rule] = [
        Rule("reached", nil, by: .centre) { District.followUp(try $0.verified(), satisfaction: 5) },
        Rule("reached and said nothing", .solvedUnsaid, by: .centre) {
            District.followUp(try $0.verified(), .reached, .unsaid)
        },
        Rule("not reached", nil, by: .centre) { District.followUp(try $0.verified(), .noAnswer, .unsaid) },
        Rule("not reached and said something", .notReached, by: .centre) {
            District.followUp(try $0.verified(), .noAnswer, .yes)
        },
        Rule("not reached and satisfied", .notReached, by: .centre) {
            District.followUp(try $0.verified(), .refused, .unsaid, satisfaction: 3)
        },
        Rule("satisfaction 0", .satisfactionOutOfRange, by: .centre) {
            District.followUp(try $0.verified(), satisfaction: 0)
        },
        Rule("satisfaction 6", .satisfactionOutOfRange, by: .centre) {
            District.followUp(try $0.verified(), satisfaction: 6)
        },
        Rule("by the street", .notYours) { District.followUp(try $0.verified()) },
        Rule("one demand is meant without saying so", nil, by: .centre) {
            District.followUp(try verified(&$0, demands: 1))
        },
        Rule("several demands", .demandMissing, by: .centre) { District.followUp(try verified(&$0, demands: 2)) },
        Rule("a demand that nobody knows", .noSuchDemand, by: .centre) {
            District.followUp(try verified(&$0, demands: 2), demand: 3)
        },
        Rule("a demand where none is linked", .noSuchDemand, by: .centre) {
            District.followUp(try $0.verified(), demand: 1)
        },
    ]

    @Test(arguments: followUps)
    func `Residents are followed up by the rules`(rule: Rule) throws { try rule.check() }

    private static func verified(
        _ district: inout District,
        demands: Int,
        result: ClaimedResult = .solved
    ) throws -> WhistleID {
        let whistle = try district.verified(result: result)
        for number in 0..<demands {
            try district.perform(.linkDemand(whistle, reference: "12345:\(number)"), by: .street)
        }
        return whistle
    }

    /// A closing, after certain follow-ups.
    private static func closing(
        _ words: String,
        _ code: RefusalCode?,
        _ closing: ClosingClass,
        demands: Int = 0,
        result: ClaimedResult = .solved,
        _ said: [(demand: Int?, ContactOutcome, Solved)] = []
    ) -> Rule {
        Rule(words, code, by: .centre) { district in
            let whistle = try verified(&district, demands: demands, result: result)
            for (demand, outcome, solved) in said {
                try district.perform(District.followUp(whistle, demand: demand, outcome, solved), by: .centre)
            }
            return .close(whistle, closing, reason: "结案")
        }
    }

    static let closings: [Rule] = [
        closing("solved and said so", nil, .solved, [(nil, .reached, .yes)]),
        closing("solved without a follow-up", .followUpMissing, .solved),
        closing("solved after one attempt", .followUpMissing, .solved, [(nil, .noAnswer, .unsaid)]),
        closing(
            "solved after three attempts",
            nil,
            .solved,
            [(nil, .noAnswer, .unsaid), (nil, .wrongNumber, .unsaid), (nil, .noAnswer, .unsaid)]
        ),
        closing("solved and the resident declined", nil, .solved, [(nil, .refused, .unsaid)]),
        closing("solved and the resident says no", .residentSaysUnsolved, .solved, [(nil, .reached, .no)]),
        closing("solved and the resident says partly", .residentSaysUnsolved, .solved, [(nil, .reached, .partly)]),
        closing(
            "solved, and the resident said no before saying yes",
            nil,
            .solved,
            [(nil, .reached, .no), (nil, .reached, .yes)]
        ),
        closing(
            "solved, and the resident said no before not answering",
            .residentSaysUnsolved,
            .solved,
            [(nil, .reached, .no), (nil, .noAnswer, .unsaid), (nil, .noAnswer, .unsaid)]
        ),
        closing("solved, claimed partly", .claimWasNotSolved, .solved, result: .partly, [(nil, .reached, .yes)]),
        closing("partly", nil, .partly, result: .partly, [(nil, .reached, .partly)]),
        closing("partly without a follow-up", .followUpMissing, .partly),
        closing("one of two demands followed up", .followUpMissing, .solved, demands: 2, [(1, .reached, .yes)]),
        closing(
            "both demands followed up",
            nil,
            .solved,
            demands: 2,
            [(1, .reached, .yes), (2, .reached, .yes)]
        ),
        closing(
            "one of two says no",
            .residentSaysUnsolved,
            .solved,
            demands: 2,
            [(1, .reached, .yes), (2, .reached, .no)]
        ),
        closing("nobody to ask", nil, .noResident),
        closing("nobody to ask, a demand is linked", .demandsAreLinked, .noResident, demands: 1),
        closing("nobody to ask, somebody was", .demandsAreLinked, .noResident, [(nil, .noAnswer, .unsaid)]),
        closing("explained", nil, .explained),
        Rule("solved before the inspection", .wrongWhistleState, by: .centre) {
            .close(try $0.claimed(), .solved, reason: "满意")
        },
        Rule("no resident before the inspection", .wrongWhistleState, by: .centre) {
            .close(try $0.claimed(), .noResident, reason: "巡查发现")
        },
        Rule("terminated before anybody came", nil, by: .centre) {
            .close(try $0.raise(), .terminated, reason: "当事人不配合")
        },
        Rule("another channel", nil, by: .centre) { .close(try $0.handled(), .otherChannel, reason: "已起诉") },
        Rule("by the street", .notYours) { .close(try $0.handled(), .terminated, reason: "终止") },
        Rule("without a reason", .textEmpty, by: .centre) { .close(try $0.handled(), .terminated, reason: "") },
        Rule("by the street for the centre", .mayNotActFor, entered: onBehalf(of: .centre)) {
            .close(try $0.handled(), .terminated, reason: "终止")
        },
    ]

    @Test(arguments: closings)
    func `A class of closing agrees with what was done and said`(rule: Rule) throws { try rule.check() }

    static let reopenings: [Rule] = [
        Rule("by the street", nil) { .reopen(try $0.closed(), due: nil, reason: "反弹") },
        Rule("by the lead", .notYours, by: .housing) { .reopen(try $0.closed(), due: nil, reason: "反弹") },
        Rule("on the last day", nil) { district in
            let whistle = try district.closed()
            district.wait(.days(30))
            return .reopen(whistle, due: nil, reason: "反弹")
        },
        Rule("too late", .reopenTooLate) { district in
            let whistle = try district.closed()
            district.wait(Span(milliseconds: Span.days(30).milliseconds + 1))
            return .reopen(whistle, due: nil, reason: "反弹")
        },
        Rule("from verified, however late", nil, by: .centre) { district in
            let whistle = try district.verified()
            district.wait(.days(99))
            return .reopen(whistle, due: nil, reason: "反弹")
        },
        Rule("due in the past", .dueInPast) { .reopen(try $0.closed(), due: $0.now, reason: "反弹") },
    ]

    @Test(arguments: reopenings)
    func `A whistle is reopened by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `Reopening begins the follow-up and the handling anew`() throws {
        var district = try District()
        let whistle = try district.closed()
        district.wait(.days(9))
        try district.perform(.reopen(whistle, due: nil, reason: "反弹"), by: .street)
        let row = district.board.whistles[whistle]
        #expect(row.state == .handling)
        #expect(row.reopened == 1)
        #expect(row.closingClass == nil)
        #expect(row.closedAt == nil)
        #expect(row.due == district.now + .days(7))
        #expect(row.contact == Contact())
        #expect(district.board.pendingDeadlines(of: whistle).contains { $0.kind == .handle })
        try district.perform(Self.claim(whistle), by: .housing)
        try district.perform(Self.inspection(whistle), by: .street)
        #expect(
            district.refusal(of: .close(whistle, .solved, reason: "满意"), by: .centre) == .followUpMissing
        )
    }
}
