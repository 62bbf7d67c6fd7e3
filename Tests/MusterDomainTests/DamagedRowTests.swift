import FoldRow
import Testing

@testable import MusterDomain

/// Rows that no accepted command can have left.
@Suite struct DamagedRowTests {
    /// A log in which everything happens.
    private static func log() throws -> [FoldRow] {
        var district = try District()
        let whistle = try district.closed()
        try district.perform(.evaluateDepartment(whistle, Party.housing.unit, score: 4, comment: "及时"), by: .street)
        try district.perform(.reopen(whistle, due: nil, reason: "反弹"), by: .street)
        try district.perform(.linkDemand(whistle, reference: "12345:1"), by: .street)
        try district.perform(.deliver(whistle), by: .resources)
        try district.object(.resources, to: whistle)
        try district.perform(ObjectionTests.ruling(.keep, on: .resources, in: whistle), by: .centre)
        try district.perform(.formGroup(whistle, lead: nil), by: .street)
        try district.perform(.addMember(whistle, Party.street.unit, person: "S77"), by: .street)
        try district.meeting(in: whistle, upTo: .minuted)
        try district.perform(district.assignment(in: whistle), by: .street)
        try district.perform(.acceptTask(whistle, task: 1), by: .housing)
        district.wait(.days(2))
        try district.tick()
        try district.perform(
            .reportIn(whistle, person: nil, mode: .onSite),
            by: .resources,
            entered: BackEntry(claimedAt: district.now + .hours(-40), via: .phone)
        )
        try district.perform(
            .confirmEntry(whistle, entry: Int(district.board.whistles[whistle].revision)),
            by: .street
        )
        let imported = try district.importCase()
        try district.perform(.closeImported(imported, resolution: nil), by: .centre)
        let other = try district.raise()
        try district.perform(
            .cancelCall(other, Party.resources.unit, cause: .wrongDispatch, nextLead: nil, reason: "错派"),
            by: .street
        )
        try district.perform(.withdraw(other, reason: "误吹"), by: .street)
        try district.appoint(.auditor)
        try district.perform(.revokeToken(try district.token(), reason: nil), by: .centre)
        try district.token("token0002", for: .urban)
        try district.perform(.eraseTexts(other, .otherLaw), by: .centre)
        for row in district.board.pendingErasures {
            try district.perform(.completeErasure(at: row.position, row.field), by: .system)
        }
        try district.perform(.retireUnit(Party.urban.unit, reason: "机构改革"), by: .centre)
        return district.rows
    }

    /// Folds everything before a row that is then changed, and says what that row brings.
    private static func fault(in kind: EventKind, _ change: (inout FoldRow) -> Void) throws -> FoldError? {
        let rows = try log()
        let place = try #require(rows.lastIndex { $0.kind == kind.rawValue })
        var board = Board()
        for row in rows[..<place] { try board.apply(row) }
        var row = rows[place]
        change(&row)
        do throws(FoldError) {
            try board.apply(row)
            return nil
        } catch { return error }
    }

    @Test func `A row as it was left is folded`() throws {
        for kind in Set(try Self.log().map(\.kind)).compactMap(EventKind.init) {
            #expect(try Self.fault(in: kind) { _ in } == nil, "\(kind)")
        }
    }

    @Test func `A damaged row is named by what is wrong with it`() throws {
        #expect(try Self.fault(in: .doneClaimed) { $0.kind = 999 } == .unknownKind(999))
        #expect(try Self.fault(in: .doneClaimed) { $0.kind = 0 } == .unknownKind(0))
        #expect(
            try Self.fault(in: .whistleWithdrawn) { $0.revision += 1 }
                == .wrongRevision(stream: 3, expected: 5, found: 6)
        )
        #expect(try Self.fault(in: .unitRetired) { $0.revision -= 1 } != nil)
        #expect(try Self.fault(in: .whistleWithdrawn) { $0.recorded = 5 } == .timeRunsBack)
        #expect(try Self.fault(in: .whistleWithdrawn) { $0.time = .max } == .timeOutOfRange(.max))
        #expect(try Self.fault(in: .whistleWithdrawn) { $0.recorded = .max } == .timeOutOfRange(.max))
        #expect(try Self.fault(in: .whistleWithdrawn) { $0.claimed = .min } == .timeOutOfRange(.min))
        #expect(try Self.fault(in: .doneClaimed) { $0.code = 77 } == .unknownCode("ClaimedResult", 77))
        #expect(try Self.fault(in: .postAssigned) { $0.a = 6 } == .unknownCode("PostRole", 6))
        #expect(try Self.fault(in: .tokenIssued) { $0.a = .max } == .timeOutOfRange(.max))
        #expect(try Self.fault(in: .callIssued) { $0.code = 256 } == .unknownCode("CallRole", 256))
        #expect(try Self.fault(in: .whistleRaised) { $0.code = 5 } == .unknownCode("WhistleKind", 5))
        #expect(try Self.fault(in: .siteInspected) { $0.code = 2 } == .unknownCode("Verdict", 2))
        #expect(try Self.fault(in: .whistleClosed) { $0.code = 6 } == .unknownCode("ClosingClass", 6))
        #expect(try Self.fault(in: .residentFollowedUp) { $0.a = -1 } == .unknownCode("Solved", .max))
        #expect(try Self.fault(in: .departmentEvaluated) { $0.a = -1 } == .unknownCode("score", .max))
        #expect(try Self.fault(in: .textErasureRequested) { $0.code = 5 } == .unknownCode("ErasureBasis", 5))
        #expect(try Self.fault(in: .textErased) { $0.b = 16 } == .unknownCode("TextField", 16))
        #expect(try Self.fault(in: .departmentEvaluated) { $0.a = 6 } == .unknownCode("score", 6))
    }

    @Test func `A row that names what is not there is dangling`() throws {
        let changes: [(EventKind, (inout FoldRow) -> Void)] = [
            (.unitRetired, { $0.unit = 99 }), (.unitRegistered, { $0.unit = 3 }), (.unitRegistered, { $0.unit = 0 }),
            (.postAssigned, { $0.unit = 99 }), (.postAssigned, { $0.item = 40 }), (.postAssigned, { $0.item = 0 }),
            (.tokenIssued, { $0.unit = 99 }), (.tokenIssued, { $0.item = 99 }), (.tokenIssued, { $0.c = 1 }),
            (.tokenIssued, { $0.c = 0 }), (.tokenRevoked, { $0.c = 0 }), (.tokenRevoked, { $0.c = -1 }),
            (.tokenRevoked, { $0.c = 2 }), (.tokenRevoked, { $0.c = 1 << 32 | 1 }), (.callDelivered, { $0.item = 9 }),
            (.unitRetired, { $0.stream = 1 }), (.unitRetired, { $0.stream = 4 }),
            (.whistleRaised, { $0.stream = 1 }), (.whistleRaised, { $0.stream = 9 }), (.whistleRaised, { $0.unit = 0 }),
            (.whistleImported, { $0.a = 99 }), (.whistleImported, { $0.item = 9 }), (.whistleImported, { $0.item = 0 }),
            (.doneClaimed, { $0.stream = 0 }), (.doneClaimed, { $0.stream = 77 }),
            (.callIssued, { $0.item = 1 }), (.callIssued, { $0.unit = 99 }), (.callIssued, { $0.actor = 99 }),
            (.callKept, { $0.item = 1 }), (.callKept, { $0.item = 0 }), (.callKept, { $0.item = 9 }),
            (.callCancelled, { $0.item = 9 }), (.departmentReportedIn, { $0.item = 1 }),
            (.groupFormed, { $0.unit = 99 }), (.memberJoined, { $0.unit = 99 }),
            (.meetingConvened, { $0.item = 2 }), (.meetingHeld, { $0.item = 2 }),
            (.taskAssigned, { $0.item = 0 }), (.taskAssigned, { $0.item = 2 }), (.taskAssigned, { $0.unit = 0 }),
            (.taskAccepted, { $0.item = 2 }), (.demandLinked, { $0.item = 7 }), (.demandLinked, { $0.c = 2 }),
            (.residentFollowedUp, { $0.c = 3 }), (.entryConfirmed, { $0.item = 1 }),
            (.textErasureRequested, { $0.a = -1 }), (.textErasureRequested, { $0.a = 9_999 }),
            (.textErasureRequested, { $0.item = 0 }), (.textErasureRequested, { $0.item = 999 }),
            (.textErasureRequested, { $0.b = -1 }), (.textErased, { $0.a = 0 }), (.textErased, { $0.c = 99 }),
            (.textErased, { $0.c = -1 }), (.textErased, { $0.b = 14 }),
        ]
        for (kind, change) in changes {
            let fault = try Self.fault(in: kind, change)
            guard case .dangling = fault else {
                Issue.record("\(kind): \(String(describing: fault))")
                continue
            }
        }
    }

    /// Any field of any row may hold anything: the fold may throw, and goes on or not, but never traps.
    @Test func `No damage traps`() throws {
        var random = SplitMix.seeded(for: "damaged rows")
        let rows = try Self.log()
        var boards: [Board] = []
        var board = Board()
        for row in rows {
            boards.append(board)
            try board.apply(row)
        }
        var (thrown, folded) = (0, 0)
        for _ in 0..<20_000 {
            let place = Int.random(in: rows.indices, using: &random)
            var board = boards[place]
            do throws(FoldError) {
                try board.apply(Self.damaged(rows[place], &random))
                for row in rows[(place + 1)...].prefix(12) { try board.apply(row) }
                folded += 1
            } catch { thrown += 1 }
        }
        #expect(thrown > 1000, "seed \(random.seed)")
        #expect(folded > 1000, "seed \(random.seed)")
    }

    /// What was folded from a damaged row can be dumped and asked for its clocks, and its clocks can be recorded.
    @Test func `A board with damage in it can be read`() throws {
        var random = SplitMix.seeded(for: "boards with damage")
        let rows = try Self.log()
        let founded = try District()
        for _ in 0..<1000 {
            var board = Board()
            let place = Int.random(in: rows.indices, using: &random)
            do throws(FoldError) {
                for (index, row) in rows.enumerated() {
                    try board.apply(index == place ? Self.damaged(row, &random) : row)
                }
            } catch { continue }
            #expect(!board.dumped.isEmpty)
            let inboxes = Inboxes(of: board)
            for number in 0...UInt32(board.units.count) {
                let unit = UnitID(rawValue: number)
                #expect(inboxes.inbox(of: unit) == board.inbox(of: unit))
            }
            guard board.whistles.count > 0 else { continue }
            for number in 1...UInt32(board.whistles.count) {
                for deadline in board.pendingDeadlines(of: WhistleID(rawValue: number)) {
                    _ = try? decide(
                        .passDeadline(deadline),
                        by: .system,
                        on: board,
                        names: founded.names,
                        policy: .builtin0,
                        at: Instant(milliseconds: .max)
                    )
                }
            }
        }
    }

    private static func damaged(_ row: FoldRow, _ random: inout SplitMix) -> FoldRow {
        var row = row
        let small = UInt32.random(in: 0...12, using: &random)
        let wild =
            [small, .max, .max - 1, 255, 256, UInt32.random(in: .min ... .max, using: &random)]
            .randomElement(using: &random) ?? 0
        let wide =
            [Int64(small), -1, .max, .min, Int64(wild), row.recorded + Int64(small)]
            .randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<14, using: &random) {
        case 0: row.kind = UInt16(truncatingIfNeeded: wild)
        case 1: row.stream = wild
        case 2: row.revision = wild
        case 3: row.actor = wild
        case 4: row.unit = wild
        case 5: row.person = wild
        case 6: row.item = wild
        case 7: row.code = wild
        case 8: row.time = wide
        case 9: row.recorded = wide
        case 10: row.claimed = wide
        case 11: row.a = wide
        case 12: row.b = wide
        default: row.c = wide
        }
        return row
    }
}
