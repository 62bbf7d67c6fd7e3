import FoldRow
import Testing

@testable import MusterDomain

/// Legal and illegal commands in any order: what has to hold after each.
@Suite struct CommandSequenceTests {
    /// What the generator asks for nothing of: the directory of a district, its texts and its keys.
    private static let neverAskedFor: [EventKind] = [
        .unitRenamed, .unitRetired, .postEnded, .tokenIssued, .tokenRevoked, .textErasureRequested, .textErased,
        .keyChanged, .epochBegan,
    ]

    @Test func `Whatever is asked for in whatever order, the board stays sound`() throws {
        var seeds = SplitMix.seeded(for: "command sequences")
        let beginnings = try Self.beginnings()
        var accepted: Set<UInt16> = []
        var states: Set<WhistleState> = []
        for number in 0..<300 {
            let seed = seeds.seed(ofRun: number)
            let here: Comment = "seed \(seeds.seed), sequence \(seed)"
            var generator = CommandGenerator(random: SplitMix(seed: seed))
            var district = beginnings[number % beginnings.count]
            var earlier = (board: district.board, dump: district.board.dumped)
            for _ in 0..<60 {
                if generator.chance(5) {
                    district.wait(.hours(generator.chance(4) ? 24 : 1))
                    try district.tick()
                }
                try Self.ask(generator.next(district), &district, here)
                if generator.chance(20) {
                    #expect(earlier.board.dumped == earlier.dump, here)
                    earlier = (district.board, district.board.dumped)
                }
            }
            #expect(earlier.board.dumped == earlier.dump, here)
            var again = Board()
            for row in district.rows { try again.apply(row) }
            #expect(again.dumped == district.board.dumped, here)
            accepted.formUnion(district.rows.map(\.kind))
            district.board.whistles.forEach { states.insert($1.state) }
        }
        // The sequences get everywhere, so that nothing above is said of nothing.
        #expect(states == Set(WhistleState.allCases))
        let missing = EventKind.allCases.filter { !accepted.contains($0.rawValue) }
        #expect(missing == Self.neverAskedFor, "seed \(seeds.seed)")
    }

    /// A district where nothing has happened, one at work, and one whose matter waits for the follow-up.
    static func beginnings() throws -> [District] {
        let founded = try District()
        var atWork = founded
        let whistle = try GroupTests.grouped(&atWork)
        try atWork.meeting(in: whistle, upTo: .held)
        for party in [Party.housing, .resources] {
            try atWork.perform(atWork.assignment(in: whistle, to: party), by: .street)
        }
        try atWork.perform(.acceptTask(whistle, task: 1), by: .housing)
        var inspected = founded
        _ = try inspected.verified()
        return [founded, atWork, inspected]
    }

    private static func ask(_ attempt: Attempt, _ district: inout District, _ here: Comment) throws {
        let before = district.board.dumped
        let actor = attempt.party.actor
        do throws(Refusal) {
            let events = try district.events(of: attempt.command, by: actor, entered: attempt.entered)
            let again = try district.events(of: attempt.command, by: actor, entered: attempt.entered)
            #expect(events == again, here)
            #expect(district.board.dumped == before, here)
        } catch {
            #expect(district.board.dumped == before, here)
            return
        }
        let events = try district.perform(attempt.command, by: actor, entered: attempt.entered)
        if events.isEmpty { #expect(district.board.dumped == before, here) }
        guard let whistle = events.first?.whistle else { return }
        for problem in problems(of: whistle, in: district.board) {
            Issue.record("\(problem) after \(attempt.command): \(here)")
        }
    }

    /// What contradicts itself in a whistle.
    private static func problems(of id: WhistleID, in board: Board) -> [String] {
        let row = board.whistles[id]
        let calls = board.calls(of: id)
        let live = calls.filter(\.state.isLive)
        var problems: [String] = []
        func expect(_ holds: Bool, _ words: String) { if !holds { problems.append(words) } }
        expect(Int(row.liveCalls) == live.count, "live calls")
        expect(Int(row.arrivedCalls) == calls.count { $0.state.hasArrived }, "arrived calls")
        expect(Int(row.openObjections) == calls.count { $0.state.awaitsRuling }, "open objections")
        expect(Int(row.openTasks) == board.tasks(of: id).count { $0.state != .completed }, "open tasks")
        expect(row.counts.calls == calls.count, "calls")
        expect(calls.map(\.item) == calls.indices.map { UInt32($0 + 1) }, "numbers of calls")
        expect(Set(live.map(\.unit)).count == live.count, "a unit has two live calls")
        if !row.isImported {
            let leads = live.filter { $0.role == .lead }
            expect(leads.map(\.item) == [row.leadCall], "exactly one live lead")
            expect(leads.allSatisfy { board.units[$0.unit].kind != .community }, "a community leads")
        } else {
            expect(calls.isEmpty && row.due.map { $0 > row.raisedAt } ?? true, "an imported case has calls")
        }
        expect(row.state != .raised || row.arrivedCalls == 0, "raised, and somebody came")
        expect((row.state == .closed) == (row.closingClass != nil), "closing class")
        expect([.closed, .withdrawn, .importClosed].contains(row.state) == (row.closedAt != nil), "closed at")
        if row.state == .claimed { expect(row.openTasks == 0 && row.openObjections == 0, "claimed with open ends") }
        if [.claimed, .verified].contains(row.state) {
            expect(row.handledAt != nil && row.claimedResult != nil, "handled at")
        }
        if [.raised, .handling].contains(row.state) { expect(row.handledAt == nil, "not handled yet") }
        for call in calls where call.state.hasArrived {
            expect(call.reportedInAt != nil && call.person.exists, "arrived without a moment or a person")
        }
        for call in calls where call.reportedInAt != nil {
            expect((call.acknowledgedAt).map { $0 <= (call.reportedInAt ?? $0) } ?? false, "signed after it came")
        }
        for deadline in board.pendingDeadlines(of: id) where deadline.kind == .task {
            expect(board.tasks(of: id).indices.contains(deadline.item - 1), "clock of no task")
        }
        return problems
    }
}
