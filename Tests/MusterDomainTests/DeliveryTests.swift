import Testing

@testable import MusterDomain

@Suite struct DeliveryTests {
    static let rules: [Rule] = [
        Rule("by the called unit", nil, by: .resources) { .deliver(try $0.raise()) },
        Rule("by the street that called", .notYours, by: .street) { .deliver(try $0.raise()) },
        Rule("by the centre", .notYours, by: .centre) { .deliver(try $0.raise()) },
        Rule("by a unit that was not called", .notYours, by: .police) { .deliver(try $0.raise()) },
        Rule("of no whistle", .noSuchWhistle, by: .housing) { _ in .deliver(.none) },
        Rule("of a call that was recalled", .wrongCallState, by: .resources) { district in
            let whistle = try district.raise()
            try district.perform(.recall(whistle, Party.resources.unit, nextLead: nil, reason: "重复"), by: .street)
            return .deliver(whistle)
        },
        Rule("of a whistle that is closed", .wrongWhistleState, by: .resources) { district in
            let whistle = try district.raise()
            try district.perform(.close(whistle, .terminated, reason: "终止"), by: .centre)
            return .deliver(whistle)
        },
        Rule("while the whistle is inspected", nil, by: .resources) { .deliver(try $0.claimed()) },
        Rule("said to have been earlier", .onlyLive, by: .resources, entered: BackEntry(via: .phone)) {
            .deliver(try $0.raise())
        },
        Rule(
            "for the called unit", .onlyLive, by: .street, entered: BackEntry(onBehalfOf: Party.resources.unit)
        ) { .deliver(try $0.raise()) },
    ]

    @Test(arguments: rules)
    func `A call is delivered to its own unit, as it happens`(rule: Rule) throws { try rule.check() }

    @Test func `The first delivery leaves one event, and keeps its moment`() throws {
        var district = try District()
        let whistle = try district.raise()
        district.wait(.minutes(5))
        let delivered = district.now
        let events = try district.perform(.deliver(whistle), by: .resources)
        #expect(events.map(\.kind) == [.callDelivered])
        district.wait(.minutes(5))
        #expect(try district.perform(.deliver(whistle), by: .resources).isEmpty)
        let call = try #require(district.board.call(of: Party.resources.unit, in: whistle))
        #expect(call.deliveredAt == delivered && call.state == .issued && call.acknowledgedAt == nil)
        #expect(district.board.call(of: Party.housing.unit, in: whistle)?.deliveredAt == nil)
    }

    @Test(arguments: [CallState.acknowledged, .objected, .arrived, .contested])
    func `What is signed for is not delivered again`(state: CallState) throws {
        var (district, whistle) = try ChildMatrixTests.call(in: state)
        #expect(try district.perform(.deliver(whistle), by: .resources).isEmpty)
        #expect(district.board.call(of: Party.resources.unit, in: whistle)?.deliveredAt == nil)
    }

    @Test func `Delivery stops no clock`() throws {
        var district = try District()
        let whistle = try district.raise()
        let before = district.board.pendingDeadlines(of: whistle)
        try district.perform(.deliver(whistle), by: .resources)
        #expect(district.board.pendingDeadlines(of: whistle) == before)
    }

    @Test func `A unit that is called again is notified again`() throws {
        var district = try District()
        let whistle = try district.raise()
        try district.perform(.deliver(whistle), by: .resources)
        try district.perform(.recall(whistle, Party.resources.unit, nextLead: nil, reason: "重复"), by: .street)
        try district.perform(.dispatch(whistle, [District.call(.resources)]), by: .street)
        #expect(try district.perform(.deliver(whistle), by: .resources).count == 1)
    }

    // MARK: 催收

    private static func reminders(_ district: District) -> [UnitID] {
        district.board.inbox(of: Party.centre.unit).entries.filter { $0.duty == .undelivered }.map(\.about)
    }

    @Test func `The centre is told of calls that a unit with a token has not opened`() throws {
        var district = try District()
        let whistle = try district.raise()
        #expect(Self.reminders(district) == [])
        let token = try district.token(for: .resources)
        #expect(Self.reminders(district) == [Party.resources.unit])
        let entry = try #require(district.board.inbox(of: Party.centre.unit).entries.first)
        let call = try #require(district.board.call(of: Party.resources.unit, in: whistle))
        #expect(entry.whistle == whistle && entry.item == call.item && entry.due == call.acknowledgeBy)
        #expect(entry.since == call.issuedAt)
        #expect(district.board.inbox(of: Party.street.unit).entries.allSatisfy { $0.duty != .undelivered })

        var other = district
        try other.perform(.deliver(whistle), by: .resources)
        #expect(Self.reminders(other) == [])
        other = district
        try other.perform(.acknowledge(whistle), by: .resources)
        #expect(Self.reminders(other) == [])
        other = district
        try other.perform(.revokeToken(token, reason: nil), by: .centre)
        #expect(Self.reminders(other) == [])
        other = district
        try other.perform(.withdraw(whistle, reason: "误吹"), by: .street)
        #expect(Self.reminders(other) == [])
    }

    @Test func `Undelivered calls head the centre's list, by deadline`() throws {
        var district = try District()
        try district.token("token0001", for: .resources)
        try district.token("token0002", for: .housing)
        let objected = try district.raise()
        try district.perform(District.objection(to: objected), by: .housing)
        district.wait(.hours(1))
        // Due before everything that follows, and yet behind it.
        let emergency = try district.raise(.init(emergencyOf: District.matter(.emergency)))
        district.wait(.minutes(1))
        let later = try district.raise()
        let entries = district.board.inbox(of: Party.centre.unit).entries
        #expect(
            entries.map(\.duty) == [
                .undelivered, .undelivered, .undelivered, .undelivered, .undelivered, .arbitrate, .approve,
            ])
        #expect(entries.prefix(2).allSatisfy { $0.whistle == emergency })
        #expect(entries[2].whistle == objected)
        #expect(entries[3...4].allSatisfy { $0.whistle == later })
    }
}

extension Raise {
    /// The same, to be approved afterwards.
    fileprivate init(emergencyOf raise: Raise) {
        self = raise
        approvedBy = nil
        slip = nil
    }
}
