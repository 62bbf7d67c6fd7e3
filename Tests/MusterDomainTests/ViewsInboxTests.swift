import FoldRow
import Testing

@testable import MusterDomain

@Suite struct `An inbox says what a unit has to do next` {
    private var made: ViewsBoard
    private let whistle: UInt32

    init() throws {
        made = try ViewsBoard()
        whistle = try made.raise()
    }

    private func duties(_ unit: UnitID) -> [Inbox.Duty] { made.board.inbox(of: unit).entries.map(\.duty) }

    @Test func `a new call is to be signed for, then to be answered on site, then to be led`() throws {
        var test = self
        #expect(test.duties(ViewsBoard.housing) == [.acknowledge])
        try test.made.act(.callAcknowledged, 1, in: whistle)
        #expect(test.duties(ViewsBoard.housing) == [.reportIn])
        try test.made.act(.departmentReportedIn, 1, in: whistle)
        #expect(test.duties(ViewsBoard.housing) == [.lead])
        #expect(test.duties(ViewsBoard.water).isEmpty)
    }

    @Test func `an objection waits with the centre while the department's clock runs on`() throws {
        var test = self
        try test.made.act(.callObjected, 1, in: whistle)
        #expect(test.duties(ViewsBoard.housing) == [.reportInMeanwhile])
        let ruling = try #require(test.made.board.inbox(of: ViewsBoard.centre).entries.first)
        #expect(ruling.duty == .arbitrate)
        #expect(ruling.about == ViewsBoard.housing)
    }

    @Test func `the next deadline comes first`() throws {
        var test = self
        try test.made.act(.departmentReportedIn, 1, in: whistle)
        try test.made.assign(ViewsBoard.housing, in: whistle, item: 1, within: .hours(1))
        try test.made.raise()
        #expect(test.duties(ViewsBoard.housing) == [.acceptTask, .acknowledge, .lead])
    }

    @Test func `what is claimed done goes to the street, then to the centre`() throws {
        var test = self
        try test.made.act(.departmentReportedIn, 1, in: whistle)
        try test.made.link(1, in: whistle)
        try test.made.act(.doneClaimed, 0, in: whistle)
        #expect(test.duties(ViewsBoard.street) == [.inspect])
        #expect(test.duties(ViewsBoard.housing).isEmpty)
        try test.made.act(.siteInspected, 0, in: whistle, code: UInt32(Verdict.accept.rawValue))
        #expect(test.duties(ViewsBoard.street).isEmpty)
        #expect(test.duties(ViewsBoard.centre) == [.followUp])
        try test.made.add(.residentFollowedUp, to: whistle) { row in
            row.code = UInt32(ContactOutcome.reached.rawValue)
            row.c = 1
        }
        #expect(test.duties(ViewsBoard.centre) == [.close])
    }

    @Test func `a street that led the work itself is inspected by the centre or its community`() throws {
        var test = self
        try test.made.act(.departmentReportedIn, 1, in: whistle)
        try test.made.add(.groupFormed, to: whistle) { $0.unit = ViewsBoard.street.rawValue }
        #expect(test.duties(ViewsBoard.street) == [.lead])
        #expect(test.duties(ViewsBoard.housing) == [.support])
        try test.made.act(.doneClaimed, 0, in: whistle)
        #expect(test.duties(ViewsBoard.street).isEmpty)
        #expect(test.duties(ViewsBoard.community) == [.inspect])
        #expect(test.duties(ViewsBoard.centre) == [.inspect])
    }

    @Test func `an emergency waits for its approval`() throws {
        var test = self
        try test.made.raise(.emergency, calling: ViewsBoard.water)
        #expect(test.duties(ViewsBoard.street) == [.approve])
        #expect(test.duties(ViewsBoard.centre) == [.approve])
    }

    @Test func `nothing of a withdrawn whistle is left`() throws {
        var test = self
        try test.made.act(.whistleWithdrawn, 0, in: whistle)
        #expect(test.duties(ViewsBoard.housing).isEmpty)
    }

    @Test(arguments: zip([95, 96, 120, 121] as [Int64], [Light.green, .yellow, .yellow, .red]))
    func `a light turns at 80 and at 100 percent of the limit`(_ minutes: Int64, _ light: Light) throws {
        let entry = try #require(made.board.inbox(of: ViewsBoard.housing).entries.first)
        let since = try #require(entry.since)
        #expect(entry.light(at: since + .minutes(minutes)) == light)
    }

    @Test func `a clock whose beginning is not known shows only that it has run out`() {
        let due = ViewsBoard.start
        let entry = Inbox.Entry(
            whistle: .none,
            duty: .acceptTask,
            item: 1,
            about: .none,
            due: due,
            since: nil
        )
        #expect(entry.light(at: due) == nil)
        #expect(entry.light(at: due + .minutes(1)) == .red)
    }
}
