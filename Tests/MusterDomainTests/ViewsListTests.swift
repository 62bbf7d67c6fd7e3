import Testing

@testable import MusterDomain

@Suite struct `A list shows what its filter lets pass` {
    private var made: ViewsBoard
    private let first = WhistleID(rawValue: 1)
    private let second = WhistleID(rawValue: 2)
    private let third = WhistleID(rawValue: 3)

    /// One raised whistle, one closed as terminated, one case of another system.
    init() throws {
        made = try ViewsBoard()
        try made.raise()
        let closed = try made.raise(.tough, calling: ViewsBoard.water)
        try made.act(.whistleClosed, 0, in: closed, code: UInt32(ClosingClass.terminated.rawValue))
        _ = try made.importCase(1)
    }

    private func list(at now: Instant? = nil, _ set: (inout WhistleFilter) -> Void) -> [WhistleID] {
        var filter = WhistleFilter()
        set(&filter)
        return made.board.whistles(matching: filter, at: now ?? made.now)
    }

    @Test func `without conditions every whistle, newest first`() {
        #expect(list { _ in } == [third, second, first])
    }

    @Test func `open and closed ones`() {
        #expect(list { $0.isOpen = true } == [third, first])
        #expect(list { $0.isClosed = true } == [second])
        #expect(list { $0.states = [.raised, .closed] } == [second, first])
    }

    @Test func `late ones are those past their deadline and not handled in time`() {
        #expect(list { $0.isLate = true } == [])
        #expect(list(at: made.now + .hours(2)) { $0.isLate = true } == [third])
        #expect(list(at: made.now + .days(8)) { $0.isLate = true } == [third, first])
    }

    @Test func `a unit's own, whether it is called or handles another system's case`() {
        #expect(list { $0.unit = ViewsBoard.water } == [third, second])
        #expect(list { $0.unit = ViewsBoard.housing } == [first])
        #expect(list { $0.street = ViewsBoard.street }.count == 3)
        #expect(list { $0.street = ViewsBoard.centre } == [])
    }

    @Test func `another system's case is of no kind`() {
        #expect(list { $0.kind = .routine } == [first])
        #expect(list { $0.kind = .tough } == [second])
    }
}

@Suite struct `What can be done next` {
    @Test func `follows the state and what there is to act on`() throws {
        var made = try ViewsBoard()
        let stream = try made.raise()
        let whistle = WhistleID(rawValue: 1)
        #expect(made.board.nextActs(on: whistle).contains(.acknowledge))
        #expect(!made.board.nextActs(on: whistle).contains(.arbitrate))
        try made.act(.departmentReportedIn, 1, in: stream)
        #expect(!made.board.nextActs(on: whistle).contains(.acknowledge))
        #expect(made.board.nextActs(on: whistle).contains(.claimDone))
        try made.act(.doneClaimed, 0, in: stream)
        #expect(made.board.nextActs(on: whistle).contains(.accept))
        #expect(!made.board.nextActs(on: whistle).contains(.claimDone))
    }

    @Test func `is nothing for another system's closed case`() throws {
        var made = try ViewsBoard()
        let stream = try made.importCase(1)
        try made.act(.importClosed, 0, in: stream)
        #expect(made.board.nextActs(on: WhistleID(rawValue: 1)).isEmpty)
    }
}
