import FoldRow

@testable import MusterDomain

/// Rows of a busy district, made from a seed without deciding anything: about twelve events a whistle, many whistles
/// open at once, every kind of event. The same seed gives the same rows for ever, so their digests can be pinned.
struct LogGenerator {
    private var random: SplitMix
    private(set) var rows: [FoldRow] = []
    /// Whistles with events to come.
    private var open: [WhistleScript] = []
    private var streams: UInt32 = 1
    private var districtRevision: UInt32 = 0
    private var references: UInt32 = 0
    private var tokens: Int64 = 0
    /// Milliseconds since 1970: the log begins at the end of 2026, so that it soon meets a new year.
    private var now: Int64 = 1_798_700_000_000

    static let units: UInt32 = 60

    /// So many rows, with so many whistles open at once.
    static func rows(seed: UInt64, count: Int, open: Int) -> [FoldRow] {
        var generator = LogGenerator(random: SplitMix(seed: seed))
        generator.rows.reserveCapacity(count)
        generator.found()
        while generator.rows.count < count { generator.step(open) }
        return generator.rows
    }

    private init(random: SplitMix) { self.random = random }

    // MARK: The district

    private mutating func found() {
        district(.districtEstablished)
        for number in 1...Self.units {
            let kind: UnitKind =
                number == 1 ? .centre : number <= 15 ? .street : number <= 25 ? .community : .department
            district(.unitRegistered) { row in
                row.unit = number
                row.code = UInt32(kind.rawValue)
                row.a = kind == .community ? Int64(number - 10) : 0
            }
            district(.postAssigned) { row in
                (row.unit, row.item, row.person, row.code) = (number, number, number, number % 2)
            }
        }
        district(.unitRenamed) { $0.unit = 7 }
    }

    private mutating func district(_ kind: EventKind, _ fill: (inout FoldRow) -> Void = { _ in }) {
        districtRevision += 1
        var row = FoldRow(kind: kind.rawValue, stream: 0, revision: districtRevision, time: now, recorded: now)
        fill(&row)
        rows.append(row)
    }

    private mutating func changeDistrict() {
        let post = UInt32(random.below(40)) + 1
        switch random.below(6) {
        case 0:
            tokens += 1
            district(.tokenIssued) { [tokens] row in
                (row.unit, row.item, row.person, row.c) = (post, post, post, tokens)
                row.a = row.time + 86_400_000
            }
        case 1:
            // Revoked at once, so that none is twice.
            tokens += 1
            for kind in [EventKind.tokenIssued, .tokenRevoked] {
                district(kind) { [tokens] row in
                    (row.unit, row.item, row.person, row.c, row.code) = (post, post, post, tokens, 1)
                    row.a = row.time + 86_400_000
                }
            }
        case 5:
            district(.textErasureRequested) { row in (row.item, row.a, row.b, row.code) = (1, 0, 3, 2) }
            let request = Int64(districtRevision)
            district(.textErased) { row in (row.item, row.a, row.b, row.c) = (1, 0, 3, request) }
        case 2: district(.postEnded) { row in (row.unit, row.item) = (post, post) }
        case 3:
            district(.postAssigned) { row in
                (row.unit, row.item, row.person, row.a) = (post, post, post + 100, 2)
            }
        default: district(.unitRetired) { $0.unit = Self.units }
        }
    }

    // MARK: Whistles

    private mutating func step(_ limit: Int) {
        now += Int64(random.below(120_000))
        if random.below(1_000) == 0 { changeDistrict() }
        if open.count < limit {
            open.append(WhistleScript(stream: streams, &random))
            streams += 1
            repeat { emit(open.count - 1) } while open.last?.isAtCall == true
        } else {
            emit(random.below(open.count))
        }
    }

    /// Writes the next event of an open whistle.
    private mutating func emit(_ place: Int) {
        let (next, moments) = open[place].take()
        var row = next
        row.recorded = now
        row.time = now - (row.claimed == 0 ? 0 : 1_000)
        if row.claimed > 0 { row.claimed = now - 3_600_000 }
        if moments.contains(.a) { row.a += now }
        if moments.contains(.b) { row.b += now }
        if row.kind == EventKind.demandLinked.rawValue || row.kind == EventKind.whistleImported.rawValue {
            if references == 0 || random.below(4) != 0 {
                references += 1
                row.item = references
            } else {
                row.item = UInt32(random.below(Int(references))) + 1
            }
        }
        rows.append(row)
        if open[place].isOver { open.swapAt(place, open.count - 1); open.removeLast() }
    }
}

extension SplitMix {
    /// A number below a limit, by a rule of our own: the standard library may change its.
    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
}
