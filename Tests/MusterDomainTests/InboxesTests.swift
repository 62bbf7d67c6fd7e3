import Testing

@testable import MusterDomain

/// Inboxes that are kept in order are what a scan of the board finds.
@Suite struct InboxesTests {
    @Test func `Whatever happens, every inbox that is kept is the one that a scan finds`() throws {
        var seeds = SplitMix.seeded(for: "inboxes")
        var met: Set<Inbox.Duty> = []
        let beginnings = try CommandSequenceTests.beginnings()
        for number in 0..<60 {
            let seed = seeds.seed(ofRun: number)
            let here: Comment = "seed \(seeds.seed), sequence \(seed)"
            var generator = CommandGenerator(random: SplitMix(seed: seed))
            var district = beginnings[number % beginnings.count]
            var inboxes = Inboxes(of: district.board)
            var earlier = (inboxes: inboxes, board: district.board)
            for _ in 0..<40 {
                var touched: Set<WhistleID> = []
                // Several commands make a batch.
                for _ in 0..<Int.random(in: 1...4, using: &generator.random) {
                    if generator.chance(6) {
                        district.wait(.hours(generator.chance(4) ? 24 : 1))
                        touched.formUnion(try district.tick().map(\.whistle))
                    }
                    if generator.chance(4), try Self.changeDirectory(&district, &generator) { continue }
                    let attempt = generator.next(district)
                    let events = try? district.perform(
                        attempt.command, by: attempt.party, entered: attempt.entered)
                    touched.formUnion((events ?? []).compactMap(\.whistle))
                }
                inboxes.refresh(touched, on: district.board)
                Self.compare(inboxes, with: district.board, here, &met)
                if generator.chance(5) {
                    Self.compare(earlier.inboxes, with: earlier.board, here, &met)
                    earlier = (inboxes, district.board)
                }
            }
            Self.compare(Inboxes(of: district.board), with: district.board, here, &met)
        }
        // The sequences meet nearly every duty, so that nothing above is said of nothing.
        #expect(met.count >= Inbox.Duty.allCases.count - 2 && met.contains(.undelivered), "seed \(seeds.seed)")
    }

    /// Tokens come and go, and units are registered.
    private static func changeDirectory(
        _ district: inout District, _ generator: inout CommandGenerator
    ) throws -> Bool {
        let number = district.board.tokens.count + 1
        let token = TokenID(rawValue: UInt32.random(in: 1...UInt32(number), using: &generator.random))
        let commands: [Command] = [
            district.issue("token\(1_000 + number)", for: [.housing, .resources, .urban][number % 3]),
            .revokeToken(token, reason: nil),
            .registerUnit(
                code: nil, kind: generator.chance(2) ? .community : .department, fullName: "新单位\(number)",
                shortName: "新\(district.board.units.count)", parent: Party.street.unit),
        ]
        let command = commands[Int.random(in: 0..<3, using: &generator.random)]
        return (try? district.perform(command, by: .centre)) != nil
    }

    private static func compare(
        _ inboxes: Inboxes, with board: Board, _ here: Comment, _ met: inout Set<Inbox.Duty>
    ) {
        for number in 0...UInt32(board.units.count + 1) {
            let unit = UnitID(rawValue: number)
            let (kept, found) = (inboxes.inbox(of: unit), board.inbox(of: unit))
            #expect(kept == found, here)
            met.formUnion(found.entries.map(\.duty))
        }
    }

    @Test func `A community that is registered later inspects what its street led before`() throws {
        var district = try District()
        let whistle = try GroupTests.grouped(&district, lead: .street)
        try district.perform(.claimDone(whistle, .solved, summary: "已办结"), by: .street)
        var inboxes = Inboxes(of: district.board)
        try district.perform(
            .registerUnit(
                code: nil, kind: .community, fullName: "雁塔区后村社区", shortName: "后村社区", parent: Party.street.unit),
            by: .centre)
        inboxes.refresh([], on: district.board)
        let unit = UnitID(rawValue: UInt32(district.board.units.count))
        #expect(inboxes.inbox(of: unit).entries.map(\.duty) == [.inspect])
        try district.perform(.inspect(whistle, .accept, note: "属实"), by: .community)
        inboxes.refresh([whistle], on: district.board)
        #expect(inboxes.inbox(of: unit).entries.isEmpty)
    }
}
