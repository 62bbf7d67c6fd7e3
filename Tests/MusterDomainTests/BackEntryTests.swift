import Testing

@testable import MusterDomain

@Suite struct BackEntryTests {
    /// The moment at which every test district begins.
    private static let start = Instant(milliseconds: 1_795_226_400_000)

    private static func claim(_ span: Span, _ behalf: Party? = nil) -> BackEntry {
        BackEntry(claimedAt: start + span, via: .wechat, onBehalfOf: behalf?.unit)
    }

    private static func reportIn(_ district: inout District, person: String? = nil) throws -> Command {
        let whistle = try district.raise()
        district.wait(.hours(30))
        return .reportIn(whistle, person: person, mode: .onSite)
    }

    static let entering: [Rule] = [
        Rule("when the whistle was blown", nil, by: .housing, entered: claim(.hours(0))) { try reportIn(&$0) },
        Rule("before the whistle", .claimedBeforeRaise, by: .housing, entered: claim(.minutes(-1))) {
            try reportIn(&$0)
        },
        Rule("now", nil, by: .housing, entered: claim(.hours(30))) { try reportIn(&$0) },
        Rule("in the future", .claimedInFuture, by: .housing, entered: claim(.hours(31))) { try reportIn(&$0) },
        Rule("for the department, by the street", nil, entered: claim(.hours(1), .housing)) {
            try reportIn(&$0, person: "H-07")
        },
        Rule("for the department, by the centre", nil, by: .centre, entered: claim(.hours(1), .housing)) {
            try reportIn(&$0, person: "H-07")
        },
        Rule("for the department, and nobody is named", .personMissing, entered: claim(.hours(1), .housing)) {
            try reportIn(&$0)
        },
        Rule("for one that was not called", .notYours, entered: claim(.hours(1), .urban)) {
            try reportIn(&$0, person: "H-07")
        },
        Rule("for the department, by another", .mayNotActFor, by: .resources, entered: claim(.hours(1), .housing)) {
            try reportIn(&$0, person: "H-07")
        },
        Rule(
            "for the department, by another street",
            .mayNotActFor,
            by: .otherStreet,
            entered: claim(.hours(1), .housing)
        ) {
            try reportIn(&$0, person: "H-07")
        },
        Rule("for itself", nil, by: .housing, entered: claim(.hours(1), .housing)) { try reportIn(&$0) },
        Rule("for a retired unit", .unitRetired, entered: claim(.hours(1), .urban)) { district in
            try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
            return try reportIn(&district, person: "H-07")
        },
        Rule("for a unit that nobody knows", .noSuchUnit, entered: BackEntry(onBehalfOf: UnitID(rawValue: 99))) {
            try reportIn(&$0, person: "H-07")
        },
        Rule("for the centre, by the street", .mayNotActFor, entered: BackEntry(onBehalfOf: Party.centre.unit)) {
            district in
            let whistle = try district.raise()
            try district.object(.resources, to: whistle)
            return ObjectionTests.ruling(.release, on: .resources, in: whistle)
        },
        Rule("the claim for the lead, by the street", .mayNotActFor, entered: BackEntry(onBehalfOf: Party.housing.unit))
        {
            .claimDone(try $0.handled(), .solved, summary: "已办妥")
        },
        Rule(
            "the inspection for the street, by the centre", .mayNotActFor, by: .centre,
            entered: BackEntry(onBehalfOf: Party.street.unit)
        ) {
            .inspect(try $0.claimed(), .accept, note: "属实")
        },
        Rule(
            "a whistle for the street, by a department",
            .mayNotActFor,
            by: .housing,
            entered: BackEntry(via: .paper, onBehalfOf: Party.street.unit)
        ) { _ in
            .raise(District.matter())
        },
        Rule("before the call was issued", .claimedBeforeRaise, by: .urban, entered: claim(.hours(1))) { district in
            let whistle = try district.raise()
            district.now = district.now + .hours(2)
            try district.perform(.dispatch(whistle, [CallOrder(unit: Party.urban.unit, role: .support)]), by: .street)
            return .acknowledge(whistle)
        },
        Rule("by somebody who holds the post no longer", .postEnded, by: .housing) { district in
            let whistle = try district.raise()
            try district.perform(.endPost(PostID(rawValue: Party.housing.rawValue)), by: .centre)
            return .acknowledge(whistle)
        },
        Rule(
            "a whistle on paper for the street, by the centre",
            nil,
            by: .centre,
            entered: BackEntry(via: .paper, onBehalfOf: Party.street.unit)
        ) { _ in
            .raise(District.matter())
        },
        Rule("a meeting that was held", nil, entered: claim(.hours(1))) { district in
            let whistle = try district.raise()
            district.wait(.hours(9))
            return District.meetingCall(in: whistle, at: district.now + .hours(-8))
        },
    ]

    @Test(arguments: entering)
    func `Acts are entered afterwards by the rules`(rule: Rule) throws { try rule.check() }

    /// A whistle to which 住建局 came late by the record and on time by its claim, and the entry that claims it.
    private static func late(
        _ district: inout District,
        enteredBy party: Party = .housing
    ) throws -> (WhistleID, entry: Int) {
        let command = try reportIn(&district, person: "H-07")
        try district.perform(command, by: party, entered: claim(.hours(20), party == .housing ? nil : .housing))
        let whistle = WhistleID(rawValue: UInt32(district.board.whistles.count))
        return (whistle, Int(district.board.whistles[whistle].revision))
    }

    private static func ruling(
        _ words: String,
        _ code: RefusalCode?,
        by party: Party,
        entered: BackEntry = BackEntry(),
        of author: Party = .housing
    ) -> Rule {
        Rule(words, code, by: party, entered: entered) { district in
            let (whistle, entry) = try late(&district, enteredBy: author)
            return .confirmEntry(whistle, entry: entry)
        }
    }

    static let rulings: [Rule] = [
        ruling("the department's, by the street", nil, by: .street),
        ruling("the department's, by the centre", nil, by: .centre),
        ruling("the department's, by itself", .ownEntry, by: .housing),
        ruling("the department's, by another", .notYours, by: .resources),
        ruling("the department's, by a stranger", .notYours, by: .urban),
        ruling("the street's, by the department", nil, by: .housing, of: .street),
        ruling("the street's, by the street", .ownEntry, by: .street, of: .street),
        ruling(
            "the street's, by the street for the department",
            .mayNotActFor,
            by: .street,
            entered: BackEntry(via: .phone, onBehalfOf: Party.housing.unit),
            of: .street
        ),
        ruling("the centre's, by the department", nil, by: .housing, of: .centre),
        ruling("the centre's, by the street", nil, by: .street, of: .centre),
        ruling("the centre's, by the centre", .ownEntry, by: .centre, of: .centre),
        Rule("disputed by the street", nil) { district in
            let (whistle, entry) = try late(&district)
            return .disputeEntry(whistle, entry: entry, reason: "当时无人到场")
        },
        Rule("ruled on before", .ruledBefore, by: .centre) { district in
            let (whistle, entry) = try late(&district)
            try district.perform(.disputeEntry(whistle, entry: entry, reason: "当时无人到场"), by: .street)
            return .confirmEntry(whistle, entry: entry)
        },
        Rule("a live act", .notBackEntered) { district in
            .confirmEntry(try district.handled(), entry: 1)
        },
        Rule("an entry that nobody knows", .notBackEntered) { district in
            .confirmEntry(try district.handled(), entry: 99)
        },
    ]

    @Test(arguments: rulings)
    func `The other side rules on what was entered afterwards`(rule: Rule) throws { try rule.check() }

    @Test func `A claimed moment counts only when it is confirmed`() throws {
        var district = try District()
        let (whistle, entry) = try Self.late(&district)
        func call() -> CallRow? { district.board.call(of: Party.housing.unit, in: whistle) }
        #expect(call()?.reportedInAt == district.now)
        #expect(call()?.isReportedInLate(at: district.now) == true)
        #expect(district.board.units[Party.housing.unit].reportedInLate == 1)
        try district.perform(.confirmEntry(whistle, entry: entry), by: .street)
        #expect(call()?.reportedInAt == Self.start + .hours(20))
        #expect(call()?.acknowledgedAt == Self.start + .hours(20))
        #expect(call()?.isReportedInLate(at: district.now) == false)
        #expect(district.board.units[Party.housing.unit].reportedInLate == 0)
        #expect(district.board.units[Party.housing.unit].reportedIn == 1)
        #expect(district.board.backEntries(of: whistle).map(\.state) == [.confirmed])
    }

    @Test func `A disputed claim counts for nothing`() throws {
        var district = try District()
        let (whistle, entry) = try Self.late(&district)
        let (call, unit) = (district.board.calls(of: whistle)[0], district.board.units[Party.housing.unit])
        try district.perform(.disputeEntry(whistle, entry: entry, reason: "当时无人到场"), by: .street)
        #expect(district.board.calls(of: whistle)[0].reportedInAt == call.reportedInAt)
        #expect(district.board.units[Party.housing.unit].reportedInLate == unit.reportedInLate)
        #expect(district.board.backEntries(of: whistle).map(\.state) == [.disputed])
    }

    @Test func `A confirmed signing never lies behind a confirmed arrival`() throws {
        for arrivalFirst in [true, false] {
            var district = try District()
            let whistle = try district.raise()
            district.wait(.hours(3))
            try district.perform(.acknowledge(whistle), by: .housing, entered: Self.claim(.hours(2)))
            let signing = Int(district.board.whistles[whistle].revision)
            try district.perform(
                .reportIn(whistle, person: nil, mode: .onSite),
                by: .housing,
                entered: Self.claim(.hours(1))
            )
            for entry in arrivalFirst ? [signing + 1, signing] : [signing, signing + 1] {
                try district.perform(.confirmEntry(whistle, entry: entry), by: .street)
            }
            let call = try #require(district.board.call(of: Party.housing.unit, in: whistle))
            #expect(call.reportedInAt == Self.start + .hours(1))
            #expect(call.acknowledgedAt == Self.start + .hours(1))
        }
    }

    @Test func `The confirmed completion of a task counts from the moment it claims`() throws {
        var district = try District()
        let whistle = try district.handled()
        try district.perform(district.assignment(in: whistle), by: .street)
        try district.perform(.acceptTask(whistle, task: 1), by: .housing)
        district.wait(.days(3))
        try district.perform(
            .completeTask(whistle, task: 1, note: "完成"),
            by: .housing,
            entered: Self.claim(.days(1))
        )
        #expect(district.board.tasks(of: whistle)[0].isLate(at: district.now))
        try district.perform(
            .confirmEntry(whistle, entry: Int(district.board.whistles[whistle].revision)),
            by: .street
        )
        #expect(district.board.tasks(of: whistle)[0].completedAt == Self.start + .days(1))
        #expect(!district.board.tasks(of: whistle)[0].isLate(at: district.now))
    }

    static let corrections: [Rule] = [
        Rule("a text", nil) { .correct(try $0.raise(), entry: 1, field: "subject", correction: "更正", reason: "笔误") },
        Rule("a number", .correctsNothing) {
            .correct(try $0.raise(), entry: 1, field: "due", correction: "更正", reason: "笔误")
        },
        Rule("a field that nobody knows", .correctsNothing) {
            .correct(try $0.raise(), entry: 1, field: "colour", correction: "更正", reason: "笔误")
        },
        Rule("entry 0", .noSuchEntry) {
            .correct(try $0.raise(), entry: 0, field: "subject", correction: "更正", reason: "笔误")
        },
        Rule("an entry that is not there", .noSuchEntry) {
            .correct(try $0.raise(), entry: 4, field: "subject", correction: "更正", reason: "笔误")
        },
        Rule("by a stranger", .notYours, by: .urban) {
            .correct(try $0.raise(), entry: 1, field: "subject", correction: "更正", reason: "笔误")
        },
        Rule("in a closed whistle", nil) {
            .correct(try $0.closed(), entry: 1, field: "subject", correction: "更正", reason: "笔误")
        },
    ]

    @Test(arguments: corrections)
    func `A text is corrected by the rules`(rule: Rule) throws { try rule.check() }
}
