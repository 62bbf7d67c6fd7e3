import Testing
import TransparencyLog

/// The interval rule against dating back.
struct IntervalRuleTests {
    typealias Kind = IntervalFinding.Kind
    /// 10 entries by second 100, 20 by second 200; the log publishes within 10 s, clocks agree within 2 s.
    private let rule = IntervalRule(
        checkpoints: [CheckpointTime(size: 20, time: 200), CheckpointTime(size: 10, time: 100)],
        publicationDelay: 10_000, skew: 2_000
    )

    /// What the rule says of one entry by itself.
    private func kinds(_ position: UInt64, _ recorded: Int64, occurred: Int64? = nil) -> [Kind] {
        rule.findings(in: [.init(recorded: recorded, occurred: occurred)], from: position).map(\.kind)
    }

    @Test(
        arguments: [
            // Held by the first checkpoint: no bound from below; the second that 100 was rounded down from counts whole.
            (0, -1_000_000, []), (0, 102_999, []), (0, 103_000, [.recordedTooLate]), (9, 102_999, []),
            (9, 103_000, [.recordedTooLate]),
            // Between the two: from 100 s less 10 s and 2 s on, up to 200.999 s and 2 s.
            (10, 88_000, []), (10, 87_999, [.recordedTooEarly]), (19, 202_999, []), (19, 203_000, [.recordedTooLate]),
            // After the last: bounded from below only.
            (20, 187_999, [.recordedTooEarly]), (20, 188_000, []), (1_000_000, Int64.max, []),
        ] as [(UInt64, Int64, [Kind])])
    func `an entry was recorded between the checkpoints around it`(position: UInt64, recorded: Int64, kinds: [Kind]) {
        #expect(self.kinds(position, recorded) == kinds)
    }

    @Test func `a finding says where, what was found and what was allowed`() {
        let findings = rule.findings(in: [.init(recorded: 150_000), .init(recorded: 40_000)], from: 10)
        #expect(findings.map(\.kind) == [.recordedTooEarly, .recordedBackwards])
        #expect(findings.map(\.position) == [11, 11])
        #expect(findings.map(\.found) == [40_000, 40_000])
        #expect(findings.map(\.bound) == [88_000, 150_000])
    }

    @Test func `what an act says of itself comes before its record`() {
        #expect(kinds(10, 100_000, occurred: 100_000).isEmpty)
        #expect(kinds(10, 100_000, occurred: 100_001) == [.occurredAfterRecorded])
        #expect(kinds(10, 100_000, occurred: -5).isEmpty)
    }

    @Test func `equal times in a row are no step back`() {
        let entries = [150_000, 150_000, 149_999, 149_999].map { IntervalRule.EntryTimes(recorded: $0) }
        #expect(rule.findings(in: entries, from: 10).map(\.position) == [12])
    }

    @Test func `a head that is cosigned again bounds what comes after it more sharply`() {
        let rule = IntervalRule(
            checkpoints: [(10, 100), (10, 400), (20, 500), (20, 300)].map { CheckpointTime(size: $0, time: $1) },
            publicationDelay: 0, skew: 0
        )
        // Size 20 was there at 300, and yet size 10 was cosigned as the largest at 400.
        #expect(rule.checkpointFindings.map(\.kind) == [.checkpointsBackwards])
        #expect(rule.checkpointFindings.map(\.position) == [20])
        #expect(rule.bounds(of: 9).notBefore == nil && rule.bounds(of: 9).notAfter == 100_999)
        #expect(rule.bounds(of: 10).notBefore == 400_000 && rule.bounds(of: 10).notAfter == 300_999)
        #expect(rule.bounds(of: 20).notBefore == 500_000 && rule.bounds(of: 20).notAfter == nil)
        #expect(rule.anchored == 20)
    }

    @Test func `without checkpoints nothing is anchored`() {
        let rule = IntervalRule(checkpoints: [], publicationDelay: 0, skew: 0)
        #expect(rule.anchored == 0)
        #expect(rule.findings(in: [.init(recorded: 1), .init(recorded: 0)]).map(\.kind) == [.recordedBackwards])
    }

    @Test func `times at the end of what numbers hold are bounded all the same`() {
        let rule = IntervalRule(
            checkpoints: [CheckpointTime(size: 1, time: .max), CheckpointTime(size: 2, time: UInt64(Int64.max))],
            publicationDelay: .max, skew: .max
        )
        #expect(rule.bounds(of: 0).notAfter == .max)
        #expect(rule.findings(in: [.init(recorded: .max), .init(recorded: .max)]).isEmpty)
    }

    /// Against the rule's words, taken literally for each entry.
    @Test(arguments: [UInt64(91), 92, 93]) func `the walk finds what the definition finds`(seed: UInt64) {
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let checkpoints = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                CheckpointTime(size: .random(in: 0...30, using: &random), time: .random(in: 0...40, using: &random))
            }
            let entries = (0..<36).map { _ in
                IntervalRule.EntryTimes(recorded: .random(in: -2_000...43_000, using: &random))
            }
            let rule = IntervalRule(checkpoints: checkpoints, publicationDelay: 3_000, skew: 500)
            for first in [0, 7] as [UInt64] {
                var check = rule.check()
                for (offset, entry) in entries.enumerated() {
                    let position = first + UInt64(offset)
                    let before = checkpoints.filter { $0.size <= position }.map { Int64($0.time) * 1_000 - 3_500 }.max()
                    let after = checkpoints.filter { $0.size > position }.map { Int64($0.time) * 1_000 + 1_499 }.min()
                    var expected: [Kind] = []
                    if let before, entry.recorded < before { expected.append(.recordedTooEarly) }
                    if let after, entry.recorded > after { expected.append(.recordedTooLate) }
                    if offset > 0, entry.recorded < entries[offset - 1].recorded { expected.append(.recordedBackwards) }
                    #expect(check.next(entry, at: position).map(\.kind) == expected)
                }
            }
        }
    }
}
