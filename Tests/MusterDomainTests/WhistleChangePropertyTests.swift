import FoldRow
import Testing

@testable import MusterDomain

/// Whatever happens to a whistle is told, whatever the two boards.
@Suite struct WhistleChangePropertyTests {
    /// What no row shows: texts, a report that goes no further, a task given to whom it was given at that moment, and
    /// that a clock which had run out was written down.
    private static let silent: Set<EventKind> = [
        .factCorrected, .minutesAmended, .taskProgressed, .taskReassigned, .deadlinePassed,
    ]
    /// What can be undone: the two boards may be alike though there was something in between.
    private static let undoable: Set<EventKind> = [
        .taskReassigned, .leadTransferred, .groupLeadDesignated, .groupLeadHandedOver,
    ]

    @Test func `A whistle that gained entries has a step, unless no row shows any of them`() throws {
        var seeds = SplitMix.seeded(for: "whistle changes")
        let beginnings = try CommandSequenceTests.beginnings()
        var marks: Set<WhistleChange.Mark> = []
        var checked = 0
        for number in 0..<200 {
            let seed = seeds.seed(ofRun: number)
            let here: Comment = "seed \(seeds.seed), sequence \(seed)"
            var generator = CommandGenerator(random: SplitMix(seed: seed))
            var district = beginnings[number % beginnings.count]
            var earlier = district
            for _ in 0..<60 {
                if generator.chance(5) {
                    district.wait(.hours(generator.chance(4) ? 24 : 1))
                    try district.tick()
                }
                let last = district
                let attempt = generator.next(district)
                do throws(Refusal) {
                    _ = try district.events(of: attempt.command, by: attempt.party.actor, entered: attempt.entered)
                } catch { continue }
                try district.perform(attempt.command, by: attempt.party, entered: attempt.entered)
                marks.formUnion(try Self.check(last, district, undoing: [], here))
                checked += 1
                if generator.chance(8) {
                    marks.formUnion(try Self.check(earlier, district, undoing: Self.undoable, here))
                    earlier = district
                }
            }
        }
        // Sequences that end in nothing would prove nothing.
        #expect(checked > 1_000, "seed \(seeds.seed)")
        #expect(marks.count > WhistleChange.Mark.allCases.count - 8, "seed \(seeds.seed)")
    }

    /// Checks what is told between two states of one district, and returns which marks there were.
    private static func check(
        _ earlier: District, _ later: District, undoing undoable: Set<EventKind>, _ here: Comment
    ) throws -> Set<WhistleChange.Mark> {
        var kinds: [UInt32: Set<EventKind>] = [:]
        for row in later.rows[earlier.rows.count...] where row.stream != 0 {
            kinds[row.stream, default: []].insert(try #require(EventKind(rawValue: row.kind)))
        }
        let changes = later.board.changes(since: earlier.board, judged: (earlier.now, later.now))
        let gained = changes.filter { $0.entries > 0 }
        #expect(Set(gained.map { later.board.whistles[$0.whistle].stream }) == Set(kinds.keys), here)
        for change in gained where change.steps.isEmpty {
            let new = kinds[later.board.whistles[change.whistle].stream] ?? []
            #expect(new.isSubset(of: silent) || !new.isDisjoint(with: undoable), "\(new): \(here)")
        }
        for step in changes.lazy.flatMap(\.steps) { #expect(step.times > 0, here) }
        return Set(changes.lazy.flatMap(\.steps).map(\.mark))
    }
}
