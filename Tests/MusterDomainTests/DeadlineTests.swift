import Testing

@testable import MusterDomain

@Suite struct DeadlineTests {
    @Test func `The clocks of a new whistle`() throws {
        var district = try District()
        let whistle = try district.raise()
        let start = district.now
        func clock(_ kind: DeadlineKind, _ item: Int, _ span: Span) -> PendingDeadline {
            PendingDeadline(whistle: whistle, kind: kind, item: item, due: start + span)
        }
        #expect(
            Set(district.board.pendingDeadlines(of: whistle)) == [
                clock(.handle, 0, .days(7)), clock(.acknowledge, 1, .hours(2)), clock(.acknowledge, 2, .hours(2)),
                clock(.reportIn, 1, .hours(24)), clock(.reportIn, 2, .hours(24)),
            ]
        )
        try district.perform(.acknowledge(whistle), by: .housing)
        try district.reportIn(.resources, to: whistle)
        #expect(
            Set(district.board.pendingDeadlines(of: whistle)) == [
                clock(.handle, 0, .days(7)), clock(.reportIn, 1, .hours(24)),
            ]
        )
    }

    @Test func `An emergency has a clock for its approval, which the approval stops`() throws {
        var district = try District()
        var raise = District.matter(.emergency)
        raise.approvedBy = nil
        let whistle = try district.raise(raise)
        let clock = PendingDeadline(whistle: whistle, kind: .approve, item: 0, due: district.now + .hours(24))
        #expect(district.board.pendingDeadlines(of: whistle).contains(clock))
        try district.perform(.approve(whistle, by: Party.streetChief, slip: District.hash), by: .street)
        #expect(!district.board.pendingDeadlines(of: whistle).contains(clock))
    }

    @Test func `A passed clock is recorded once, and only after its moment`() throws {
        var district = try District()
        let whistle = try district.raise()
        let clock = try #require(
            district.board.pendingDeadlines(of: whistle).first { $0.kind == .acknowledge && $0.item == 1 }
        )
        func refusal(_ deadline: PendingDeadline, by actor: Actor = .system) -> RefusalCode? {
            do throws(Refusal) {
                _ = try district.events(of: .passDeadline(deadline), by: actor)
                return nil
            } catch { return error.code }
        }
        #expect(refusal(clock) == .deadlineNotPassed)
        district.wait(.hours(2))
        #expect(refusal(clock) == .deadlineNotPassed)
        district.wait(Span(milliseconds: 1))
        #expect(refusal(clock) == nil)
        #expect(refusal(clock, by: Party.centre.actor) == .deadlineNotPassed)
        var other = clock
        other.due = clock.due + .minutes(-1)
        #expect(refusal(other) == .deadlineNotPassed)
        other = clock
        other.item = 7
        #expect(refusal(other) == .deadlineNotPassed)
        other = clock
        other.whistle = WhistleID(rawValue: 9)
        #expect(refusal(other) == .deadlineNotPassed)
        let events = try district.perform(.passDeadline(clock), by: .system)
        #expect(events.map(\.kind) == [.deadlinePassed])
        #expect(events.first?[.unit] == .id(Party.housing.unit))
        #expect(refusal(clock) == .deadlineNotPassed)
        #expect(district.board.calls(of: whistle).map(\.acknowledgePassed) == [true, false])
    }

    @Test func `Every kind of clock is recorded where it ran out`() throws {
        var district = try District()
        var raise = District.matter(.emergency)
        raise.approvedBy = nil
        let whistle = try district.raise(raise)
        try district.reportIn(.housing, to: whistle)
        try district.perform(district.assignment(in: whistle), by: .street)
        district.wait(.days(8))
        let passed = try district.tick()
        #expect(Set(passed.map(\.kind)) == Set(DeadlineKind.allCases))
        #expect(try district.tick() == [])
        let row = district.board.whistles[whistle]
        #expect(row.handlePassed)
        #expect(row.approvePassed)
        #expect(row.isLate(at: district.now))
        #expect(district.board.tasks(of: whistle).map(\.duePassed) == [true])
        #expect(district.board.calls(of: whistle).map(\.acknowledgePassed) == [false, true])
        #expect(district.board.calls(of: whistle).map(\.reportInPassed) == [false, true])
    }

    @Test(arguments: [WhistleState.closed, .withdrawn, .imported, .importClosed])
    func `No clock of a matter that has ended or is another system's runs`(state: WhistleState) throws {
        var (district, whistle) = try WhistleMatrixTests.brought(to: state)
        if state == .imported { whistle = try district.importCase(due: district.now + .hours(1)) }
        // Only an approval that never came is still missing after closing.
        let left: [DeadlineKind] = state == .closed ? [.approve] : []
        #expect(district.board.pendingDeadlines(of: whistle).map(\.kind) == left)
        district.wait(.days(99))
        #expect(try district.tick().count == left.count)
    }

    @Test func `A new due date starts the clock anew`() throws {
        var district = try District()
        let whistle = try district.closed()
        district.wait(.days(10))
        try district.perform(.reopen(whistle, due: district.now + .days(1), reason: "反弹"), by: .street)
        district.wait(.days(2))
        #expect(try district.tick().contains { $0.kind == .handle })
        #expect(district.board.whistles[whistle].handlePassed)
    }
}
