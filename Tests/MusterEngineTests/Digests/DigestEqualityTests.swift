import Foundation
import Testing

/// Live = replay from the tail = replay from columns = rows rebuilt from entries by the slow path.
///
/// `MUSTER_SEEDS` says how many ledgers are generated, `MUSTER_SEED` from which seed on, `MUSTER_SEED_EVENTS` how long
/// they are; `Scripts/compare-digests` sets them for a long campaign.
struct DigestEqualityTests {
    private static func setting(_ name: String, else usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
    }

    private static let seeds: [UInt64] = {
        let first = setting("MUSTER_SEED", else: 1)
        return (0..<setting("MUSTER_SEEDS", else: 2)).map { first &+ $0 }
    }()

    @Test(arguments: seeds)
    func `a generated ledger comes to the same board by every way`(seed: UInt64) async throws {
        let scratch = try Scratch()
        let events = Int(clamping: Self.setting("MUSTER_SEED_EVENTS", else: 2_000))
        let log = try await WrittenLog.generated(seed: seed, events: events, in: scratch)
        try await DigestComparison(log, in: scratch).run()
    }

    @Test func `Boston's cases come to the same board by every way`() async throws {
        let scratch = try Scratch()
        guard let log = try await WrittenLog.ofBoston(cases: 500, in: scratch) else { return }
        try await DigestComparison(log, in: scratch).run()
    }

    @Test func `the district of the demonstration comes to the same board by every way`() async throws {
        let scratch = try Scratch()
        try await DigestComparison(WrittenLog.ofDemonstration(in: scratch), in: scratch).run()
    }
}
