import FoldRow

@testable import MusterDomain

/// Which operands are moments, given as milliseconds from the moment of writing.
struct Moments: OptionSet {
    let rawValue: UInt8
    static let a = Moments(rawValue: 1)
    static let b = Moments(rawValue: 2)
}

/// All that will happen to one whistle, in order.
struct WhistleScript {
    private var steps: [(FoldRow, Moments)] = []
    private var taken = 0
    private let stream: UInt32
    private let raiser: UInt32
    private var calls: UInt32 = 0

    private static let hour: Int64 = 3_600_000

    init(stream: UInt32, _ random: inout SplitMix) {
        self.stream = stream
        raiser = UInt32(random.below(14)) + 2
        if random.below(12) == 0 { imported(&random) } else { blown(&random) }
    }

    var isOver: Bool { taken == steps.count }

    /// Whether a call comes next: those of one whistle are issued together.
    var isAtCall: Bool { !isOver && steps[taken].0.kind == EventKind.callIssued.rawValue }

    mutating func take() -> (FoldRow, Moments) {
        defer { taken += 1 }
        return steps[taken]
    }

    private mutating func add(
        _ kind: EventKind, unit: UInt32 = 0, item: UInt32 = 0, code: UInt32 = 0, a: Int64 = 0, b: Int64 = 0,
        c: Int64 = 0, person: UInt32 = 0, moments: Moments = [], claimed: Int64 = 0
    ) {
        let revision = UInt32(steps.count + 1)
        var row = FoldRow(kind: kind.rawValue, stream: stream, revision: revision, time: 0, recorded: 0)
        (row.actor, row.unit, row.person, row.item, row.code) = (raiser, unit, person, item, code)
        (row.claimed, row.a, row.b, row.c) = (claimed, a, b, c)
        steps.append((row, moments))
    }

    private mutating func imported(_ random: inout SplitMix) {
        let isDated = random.below(2) == 0
        add(
            .whistleImported, unit: raiser, a: Int64(department(&random)), b: isDated ? 72 * Self.hour : 0, c: 5,
            moments: isDated ? .b : [])
        if random.below(8) == 0 { add(.factCorrected, item: 1) }
        if random.below(10) != 0 { add(.importClosed) }
    }

    private mutating func blown(_ random: inout SplitMix) {
        let isUrgent = random.below(10) == 0
        add(
            .whistleRaised, unit: raiser, code: isUrgent ? 2 : UInt32(random.below(2)),
            a: isUrgent ? 24 * Self.hour : 0, b: 168 * Self.hour, c: Int64(random.below(30)), person: raiser,
            moments: isUrgent ? [.a, .b] : .b)
        let called = 1 + random.below(3)
        for _ in 0..<called { call(department(&random), role: calls == 0 ? 0 : 1) }
        if random.below(3) == 0 { add(.demandLinked, c: 1) }
        if random.below(10) == 0 { call(department(&random), role: 1) }
        if isUrgent, random.below(3) != 0 { add(.whistleApproved) }
        if random.below(40) == 0 { return add(.whistleWithdrawn) }
        if random.below(25) == 0 { add(.deadlinePassed, item: 1, code: 0, b: 0, moments: .b) }
        for item in 1...calls { answer(item, &random) }
        if random.below(3) == 0 { group(&random) }
        if random.below(10) == 0 { meeting(&random) }
        let tasks = random.below(3) == 0 ? 0 : UInt32(1 + random.below(2))
        for item in 0..<tasks { task(item + 1, &random) }
        if random.below(4) == 0 { add(.fileAttached, a: 10_000) }
        end(&random)
    }

    private mutating func call(_ unit: UInt32, role: UInt32) {
        calls += 1
        add(
            .callIssued, unit: unit, item: calls, code: role, a: 2 * Self.hour, b: 24 * Self.hour, c: 1,
            moments: [.a, .b])
    }

    private mutating func answer(_ item: UInt32, _ random: inout SplitMix) {
        let unit = steps.first { $0.0.kind == EventKind.callIssued.rawValue && $0.0.item == item }?.0.unit ?? 0
        if random.below(3) == 0 { add(.callDelivered, unit: unit, item: item) }
        var isSigned = false
        if item > 1 {
            switch random.below(30) {
            case 0: return add(.callRecalled, unit: unit, item: item)
            case 1: return add(.callCancelled, unit: unit, item: item, code: UInt32(random.below(2)))
            case 2:
                add(.callObjected, unit: unit, item: item)
                return add(.callReleased, unit: unit, item: item)
            case 3:
                add(.callObjected, unit: unit, item: item)
                add(.callKept, unit: unit, item: item)
                isSigned = true
            default: break
            }
        }
        let back = random.below(20)
        if !isSigned {
            add(.callAcknowledged, unit: unit, item: item, claimed: back == 0 ? 1 : 0)
            if back == 0 { add(.entryConfirmed, item: UInt32(steps.count)) }
        }
        add(.departmentReportedIn, unit: unit, item: item, person: 40, claimed: back == 1 ? 1 : back == 2 ? -1 : 0)
        if back == 1 { add(.entryConfirmed, item: UInt32(steps.count)) }
        if back == 2 { add(.entryDisputed, item: UInt32(steps.count)) }
        if random.below(30) == 0 {
            add(.callObjected, unit: unit, item: item, code: 1)
            add(.callKept, unit: unit, item: item)
        }
        if item > 1, random.below(30) == 0 { add(.leadTransferred, unit: unit, item: item) }
    }

    private mutating func group(_ random: inout SplitMix) {
        add(.groupFormed, unit: raiser)
        add(.memberJoined, unit: raiser, person: 40)
        if random.below(6) == 0 { add(.memberLeft, unit: raiser, a: 41, person: 40) }
        if random.below(9) == 0 { add(.groupLeadDesignated, unit: department(&random)) }
        if random.below(9) == 0 { add(.groupLeadHandedOver, unit: raiser) }
    }

    private mutating func meeting(_ random: inout SplitMix) {
        add(.meetingConvened, item: 1, code: UInt32(random.below(4)), a: 48 * Self.hour, moments: .a)
        add(.unitInvited, unit: department(&random), item: 1)
        if random.below(5) == 0 { return add(.meetingCancelled, item: 1) }
        add(.meetingHeld, item: 1)
        add(.unitAttended, unit: department(&random), item: 1)
        add(.minutesRecorded, item: 1)
        add(.decisionRecorded, unit: department(&random), item: 1, a: 1, b: 72 * Self.hour, moments: .b)
        if random.below(3) == 0 { add(.minutesAmended, item: 1) }
    }

    private mutating func task(_ item: UInt32, _ random: inout SplitMix) {
        add(.taskAssigned, unit: department(&random), item: item, code: 1, b: 72 * Self.hour, moments: .b)
        if random.below(12) == 0 {
            add(.deadlinePassed, item: item, code: 3, b: 0, moments: .b)
            add(.taskReassigned, unit: department(&random), item: item, b: 90 * Self.hour, moments: .b)
        }
        add(.taskAccepted, item: item)
        if random.below(2) == 0 { add(.taskProgressed, item: item, a: 50) }
        if random.below(4) == 0 { add(.fileAttached, item: item, a: 10_000) }
        let isBack = random.below(20) == 0
        add(.taskCompleted, item: item, claimed: isBack ? 1 : 0)
        if isBack { add(.entryConfirmed, item: UInt32(steps.count)) }
    }

    private mutating func end(_ random: inout SplitMix) {
        add(.doneClaimed, unit: raiser, code: UInt32(random.below(3)))
        if random.below(20) == 0 {
            add(.siteInspected, code: 1, b: random.below(2) == 0 ? 0 : 24 * Self.hour, moments: .b)
            add(.doneClaimed, unit: raiser)
        }
        add(.siteInspected)
        if random.below(6) == 0 { add(.residentFollowedUp, item: 1, code: 1) }
        let isLinked = steps.contains { $0.0.kind == EventKind.demandLinked.rawValue }
        add(.residentFollowedUp, item: 2, a: 1, b: 5, c: isLinked ? 1 : 0)
        add(.whistleClosed, code: UInt32(random.below(2)))
        if random.below(3) == 0 { add(.departmentEvaluated, unit: 30, item: 1, a: Int64(1 + random.below(5))) }
        if random.below(3) == 0 { add(.streetEvaluated, unit: raiser, item: 1, a: Int64(1 + random.below(5))) }
        if random.below(40) == 0 {
            add(.whistleReopened, b: 100 * Self.hour, moments: .b)
            add(.doneClaimed, unit: raiser)
            add(.siteInspected)
            add(.residentFollowedUp, item: 1, a: 1, b: 4, c: isLinked ? 1 : 0)
            add(.whistleClosed)
        }
    }

    private func department(_ random: inout SplitMix) -> UInt32 { UInt32(26 + random.below(34)) }
}
