import Testing

@testable import MusterDomain

@Suite struct MeetingAndTaskTests {
    private static func convene(_ district: inout District, invited: [Party], after span: Span) throws -> Command {
        .convene(
            try district.raise(),
            .joint,
            at: district.now + span,
            invited: invited.map(\.unit),
            agenda: "议题",
            venue: "会议室"
        )
    }

    static let meetings: [Rule] = [
        Rule("in an hour", nil) { try convene(&$0, invited: [.housing, .centre], after: .hours(1)) },
        Rule("now", .meetingInPast) { try convene(&$0, invited: [.housing], after: .hours(0)) },
        Rule("yesterday", .meetingInPast) { try convene(&$0, invited: [.housing], after: .hours(-24)) },
        Rule("nobody", .nobodyInvited) { try convene(&$0, invited: [], after: .hours(1)) },
        Rule("twice", .invitedTwice) { try convene(&$0, invited: [.housing, .housing], after: .hours(1)) },
        Rule("by a unit in support", .notYours, by: .resources) {
            try convene(&$0, invited: [.housing], after: .hours(1))
        },
        Rule("a meeting that nobody knows", .noSuchMeeting) {
            .hold(try $0.raise(), meeting: 1, attended: [Attendance(unit: Party.housing.unit)])
        },
        Rule("meeting 0", .noSuchMeeting) { district in
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: .convened)
            return .cancelMeeting(whistle, meeting: 0, reason: "改期")
        },
        Rule("nobody came", .nobodyAttended) { district in
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: .convened)
            return .hold(whistle, meeting: 1, attended: [])
        },
        Rule("noted twice", .attendedTwice) { district in
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: .convened)
            let one = Attendance(unit: Party.housing.unit)
            return .hold(whistle, meeting: 1, attended: [one, one])
        },
        Rule("attended by name", .badPersonReference) { district in
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: .convened)
            return .hold(whistle, meeting: 1, attended: [Attendance(unit: Party.housing.unit, person: "赵六")])
        },
        Rule("who was not invited attended", nil) { district in
            let whistle = try district.raise()
            try district.meeting(in: whistle, upTo: .convened)
            return .hold(whistle, meeting: 1, attended: [Attendance(unit: Party.police.unit, person: "P-1")])
        },
    ]

    @Test(arguments: meetings)
    func `A meeting is convened and held by the rules`(rule: Rule) throws { try rule.check() }

    private static func minutes(
        _ district: inout District,
        of whistle: WhistleID,
        _ owner: Party,
        after span: Span
    ) throws -> Command {
        let meeting = try district.meeting(in: whistle, upTo: .held)
        let decision = Decision(owner: owner.unit, due: district.now + span, duty: "核对宗地图")
        return .recordMinutes(whistle, meeting: meeting, minutes: "一致同意", decisions: [decision])
    }

    static let decisions: [Rule] = [
        Rule("a unit that has come", nil) { try minutes(&$0, of: try $0.handled(), .housing, after: .days(1)) },
        Rule("the street", nil) { try minutes(&$0, of: try $0.handled(), .street, after: .days(1)) },
        Rule("the community", nil, by: .centre) { try minutes(&$0, of: try $0.handled(), .community, after: .days(1)) },
        Rule("one that has not come", .notInThisMatter) {
            try minutes(&$0, of: try $0.handled(), .resources, after: .days(1))
        },
        Rule("due in the past", .dueInPast) { try minutes(&$0, of: try $0.handled(), .housing, after: .days(-1)) },
        Rule("before anybody has come", .wrongWhistleState) {
            try minutes(&$0, of: try $0.raise(), .street, after: .days(1))
        },
    ]

    @Test(arguments: decisions)
    func `A decision has an owner and a due date`(rule: Rule) throws { try rule.check() }

    @Test func `Decisions become tasks in the same append`() throws {
        var district = try District()
        let whistle = try district.handled()
        let meeting = try district.meeting(in: whistle, upTo: .held)
        let due = district.now + .days(3)
        let events = try district.perform(
            .recordMinutes(
                whistle,
                meeting: meeting,
                minutes: "一致同意",
                decisions: [
                    Decision(owner: Party.housing.unit, due: due, proofNeeded: true, duty: "补办手续"),
                    Decision(owner: Party.community.unit, due: due, duty: "通知居民"),
                ]
            ),
            by: .street
        )
        #expect(
            events.map(\.kind)
                == [.minutesRecorded, .decisionRecorded, .taskAssigned, .decisionRecorded, .taskAssigned]
        )
        let tasks = district.board.tasks(of: whistle)
        #expect(tasks.map(\.unit) == [Party.housing.unit, Party.community.unit])
        #expect(tasks.map(\.proofNeeded) == [true, false])
        #expect(tasks.map(\.meeting) == [1, 1])
        #expect(tasks.map(\.due) == [due, due])
        #expect(district.board.meetings(of: whistle).map(\.decisions) == [2])
        #expect(district.board.whistles[whistle].openTasks == 2)
    }

    @Test func `The board counts who was invited and who sat in a meeting`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.meeting(in: whistle, upTo: .held)
        let meeting = try #require(district.board.meetings(of: whistle).first)
        #expect(meeting.invited == 2)
        #expect(meeting.attended == 1)
        #expect(meeting.kind == .coordination)
    }

    /// A task of 住建局, accepted, that has come to so many percent.
    private static func task(
        _ district: inout District,
        percent: Int? = nil,
        proofNeeded: Bool = false
    ) throws -> WhistleID {
        let whistle = try district.handled()
        try district.perform(district.assignment(in: whistle, proofNeeded: proofNeeded), by: .street)
        try district.perform(.acceptTask(whistle, task: 1), by: .housing)
        if let percent {
            try district.perform(.reportProgress(whistle, task: 1, percent: percent, note: "推进中"), by: .housing)
        }
        return whistle
    }

    static let tasks: [Rule] = [
        Rule("to a unit that has come", nil) { $0.assignment(in: try $0.handled()) },
        Rule("to the community", nil, by: .housing) { $0.assignment(in: try $0.handled(), to: .community) },
        Rule("to one that has not come", .notInThisMatter) { $0.assignment(in: try $0.handled(), to: .resources) },
        Rule("by the centre", .notYours, by: .centre) { $0.assignment(in: try $0.handled()) },
        Rule("due in the past", .dueInPast) {
            .assignTask(try $0.handled(), Party.housing.unit, due: $0.now, proofNeeded: false, duty: "核对")
        },
        Rule("a task that nobody knows", .noSuchTask, by: .housing) { .acceptTask(try $0.handled(), task: 1) },
        Rule("another unit's", .notTaskOwner) { .acceptTask(try task(&$0), task: 1) },
        Rule("101 percent", .percentOutOfRange, by: .housing) {
            .reportProgress(try task(&$0), task: 1, percent: 101, note: "推进中")
        },
        Rule("less than nothing", .percentOutOfRange, by: .housing) {
            .reportProgress(try task(&$0), task: 1, percent: -1, note: "推进中")
        },
        Rule("percent goes down", .percentDown, by: .housing) {
            .reportProgress(try task(&$0, percent: 60), task: 1, percent: 59, note: "推进中")
        },
        Rule("percent stays", nil, by: .housing) {
            .reportProgress(try task(&$0, percent: 60), task: 1, percent: 60, note: "推进中")
        },
        Rule("done without the proof", .proofMissing, by: .housing) {
            .completeTask(try task(&$0, proofNeeded: true), task: 1, note: "完成")
        },
        Rule("done with a proof of the whistle only", .proofMissing, by: .housing) { district in
            let whistle = try task(&district, proofNeeded: true)
            try district.perform(District.file(in: whistle), by: .housing)
            return .completeTask(whistle, task: 1, note: "完成")
        },
        Rule("done with the proof", nil, by: .housing) { district in
            let whistle = try task(&district, proofNeeded: true)
            try district.perform(District.file(in: whistle, task: 1), by: .housing)
            return .completeTask(whistle, task: 1, note: "完成")
        },
        Rule("a proof of a task that nobody knows", .noSuchTask, by: .housing) {
            District.file(in: try task(&$0), task: 2)
        },
        Rule("a proof of task 0", .noSuchTask, by: .housing) { District.file(in: try task(&$0), task: 0) },
        Rule("a proof where no task is", .noSuchTask, by: .housing) { District.file(in: try $0.handled(), task: 1) },
        Rule("a proof with a bad hash", .badHash, by: .housing) {
            .attach(try $0.handled(), task: nil, sha256: "12", size: 1, media: "image/png", caption: "照片")
        },
        Rule("reassigned", nil) {
            .reassignTask(try task(&$0), task: 1, to: Party.street.unit, due: nil, reason: "改由街道办")
        },
        Rule("reassigned by its owner in support", .notYours, by: .resources) { district in
            let whistle = try district.handled()
            try district.reportIn(.resources, to: whistle)
            try district.perform(district.assignment(in: whistle, to: .resources), by: .street)
            return .reassignTask(whistle, task: 1, to: Party.housing.unit, due: nil, reason: "不归我们")
        },
        Rule("reassigned to one that has not come", .notInThisMatter) {
            .reassignTask(try task(&$0), task: 1, to: Party.urban.unit, due: nil, reason: "改派")
        },
        Rule("reassigned into the past", .dueInPast) {
            .reassignTask(try task(&$0), task: 1, to: Party.street.unit, due: $0.now, reason: "改派")
        },
    ]

    @Test(arguments: tasks)
    func `Tasks are worked on by the rules`(rule: Rule) throws { try rule.check() }

    @Test func `A completed task is no longer open, and a reassigned one begins anew`() throws {
        var district = try District()
        let whistle = try Self.task(&district, percent: 30)
        district.wait(.days(3))
        #expect(try district.tick().contains { $0.kind == .task })
        try district.perform(
            .reassignTask(whistle, task: 1, to: Party.street.unit, due: district.now + .days(1), reason: "改派"),
            by: .housing
        )
        let reassigned = try #require(district.board.tasks(of: whistle).first)
        #expect(reassigned.unit == Party.street.unit)
        #expect(reassigned.percent == 0, "what the former owner reached is not the new one's")
        #expect(reassigned.state == .assigned)
        #expect(!reassigned.duePassed)
        try district.perform(.acceptTask(whistle, task: 1), by: .street)
        try district.perform(.completeTask(whistle, task: 1, note: "完成"), by: .street)
        let done = try #require(district.board.tasks(of: whistle).first)
        #expect(done.percent == 100)
        #expect(done.completedAt == district.now)
        #expect(!done.isLate(at: district.now + .days(9)))
        #expect(district.board.whistles[whistle].openTasks == 0)
    }
}
