import Testing

@testable import MusterDomain

@Suite struct `The figures of the day` {
    @Test func `a day begins at midnight in Shanghai`() {
        let day = ShanghaiDay(containing: ViewsBoard.start)
        #expect(day.start == Instant(milliseconds: ViewsBoard.start.milliseconds - 10 * 3_600_000))
        #expect(day.contains(day.start))
        #expect(!day.contains(day.end))
        #expect(ShanghaiDay(containing: day.end).start == day.end)
    }

    @Test func `count cases and name them`() throws {
        var made = try ViewsBoard()
        let first = try made.raise()
        try made.call(ViewsBoard.water, in: first)
        try made.act(.callAcknowledged, 1, in: first)
        let second = try made.raise()
        try made.act(.whistleClosed, 0, in: second, code: UInt32(ClosingClass.terminated.rawValue))
        let today = made.board.today(at: made.now)
        #expect(today[.raised].map(\.whistle.rawValue) == [1, 2])
        #expect(today[.closed].map(\.whistle.rawValue) == [2])
        #expect(today[.unsigned].map(\.unit) == [ViewsBoard.water])
        #expect(today[.notReportedIn].map(\.unit) == [ViewsBoard.housing, ViewsBoard.water])
        #expect(today[.overdue].isEmpty)
    }

    @Test func `leave yesterday's whistles out of what was raised, but not out of what is overdue`() throws {
        var made = try ViewsBoard()
        try made.raise()
        let today = made.board.today(at: made.now + .days(8))
        #expect(today[.raised].isEmpty)
        #expect(today[.overdue].map(\.whistle.rawValue) == [1])
        #expect(today[.unsigned].map(\.isLate) == [true])
    }

    @Test func `show a demand that is linked more than once, as long as its matter goes on`() throws {
        var made = try ViewsBoard()
        let first = try made.raise()
        let second = try made.raise()
        try made.link(1, in: first)
        try made.link(2, in: first)
        try made.link(1, in: second)
        let repeated = made.board.today(at: made.now)[.repeated]
        #expect(repeated.map(\.reference) == [1])
        #expect(repeated.map(\.links) == [2])
        #expect(repeated.map(\.whistle.rawValue) == [2])
        #expect(repeated.map(\.earlier.rawValue) == [1])
        try made.act(.whistleWithdrawn, 0, in: second)
        #expect(made.board.today(at: made.now + .days(1))[.repeated].isEmpty)
    }
}
