import FoldRow
import MusterDomain

/// A board made of fold rows, one minute apart unless a test says when.
///
/// Units: 1 is the centre, 2 a street, 3 and 4 departments, 5 a community of the street.
struct ViewsBoard {
    /// 2026-11-21 10:00 in Shanghai.
    static let start = Instant(milliseconds: 1_795_226_400_000)
    static let (centre, street, housing, water, community) = (
        UnitID(rawValue: 1), UnitID(rawValue: 2), UnitID(rawValue: 3), UnitID(rawValue: 4), UnitID(rawValue: 5)
    )

    private(set) var board = Board()
    private var revisions: [UInt32: UInt32] = [:]
    /// When the next event happens.
    var now = start

    init() throws {
        try add(.districtEstablished, to: 0)
        for (unit, kind) in zip(1..., [UnitKind.centre, .street, .department, .department, .community]) {
            try add(.unitRegistered, to: 0) { row in
                row.unit = UInt32(unit)
                row.code = UInt32(kind.rawValue)
                row.a = kind == .community ? 2 : 0
            }
        }
    }

    mutating func add(_ kind: EventKind, to stream: UInt32, _ fill: (inout FoldRow) -> Void = { _ in }) throws {
        let revision = (revisions[stream] ?? 0) + 1
        var row = FoldRow(
            kind: kind.rawValue,
            stream: stream,
            revision: revision,
            time: now.milliseconds,
            recorded: now.milliseconds
        )
        fill(&row)
        try board.apply(row)
        revisions[stream] = revision
        now = now + .minutes(1)
    }

    /// A whistle of the street with one call: signed for within 2 h, reported in within 24 h, handled within 7 d.
    @discardableResult
    mutating func raise(_ kind: WhistleKind = .routine, calling unit: UnitID = housing) throws -> UInt32 {
        let stream = board.nextStream
        let (issued, end) = (now, now + .days(7))
        try add(.whistleRaised, to: stream) { row in
            row.unit = Self.street.rawValue
            row.code = UInt32(kind.rawValue)
            row.a = kind == .emergency ? (issued + .hours(24)).milliseconds : 0
            row.b = end.milliseconds
            row.c = 1
        }
        try call(unit, in: stream, role: .lead)
        return stream
    }

    mutating func call(_ unit: UnitID, in stream: UInt32, role: CallRole = .support) throws {
        let issued = now
        let item = board.whistle(ofStream: stream).map { board.whistles[$0].counts.calls + 1 } ?? 1
        try add(.callIssued, to: stream) { row in
            row.unit = unit.rawValue
            row.item = UInt32(item)
            row.code = UInt32(role.rawValue)
            row.a = (issued + .hours(2)).milliseconds
            row.b = (issued + .hours(24)).milliseconds
        }
    }

    /// An event about one call, task or demand.
    mutating func act(_ kind: EventKind, _ item: UInt32, in stream: UInt32, code: UInt32 = 0) throws {
        try add(kind, to: stream) { row in
            row.item = item
            row.code = code
        }
    }

    mutating func link(_ reference: UInt32, in stream: UInt32) throws {
        let number = board.whistle(ofStream: stream).map { board.whistles[$0].counts.demands + 1 } ?? 1
        try add(.demandLinked, to: stream) { row in
            row.item = reference
            row.c = Int64(number)
        }
    }

    mutating func assign(_ unit: UnitID, in stream: UInt32, item: UInt32, within limit: Span) throws {
        let due = now + limit
        try add(.taskAssigned, to: stream) { row in
            row.unit = unit.rawValue
            row.item = item
            row.b = due.milliseconds
        }
    }

    /// Another system's case: it is late an hour after it began.
    mutating func importCase(_ reference: UInt32) throws -> UInt32 {
        let stream = board.nextStream
        let due = now + .hours(1)
        try add(.whistleImported, to: stream) { row in
            row.unit = Self.street.rawValue
            row.a = Int64(Self.water.rawValue)
            row.b = due.milliseconds
            row.c = 2
            row.item = reference
        }
        return stream
    }
}
