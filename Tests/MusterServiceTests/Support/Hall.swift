import EventLog
import EventStoreTesting
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Synchronization

/// A district with a seat for every role, in memory, and a clock that stands still until the test moves it.
final class Hall: Sendable {
    let ledger: Ledger
    let source: OpenLedger
    private let time: Clock
    private let commands = Mutex(0)

    /// 2026-03-02T01:00:00Z, nine o'clock on a Monday in Shanghai, until it is moved.
    var now: Instant { time.now.withLock { $0 } }

    func advance(_ span: Span) { time.now.withLock { $0 = $0 + span } }

    /// What tests move.
    private final class Clock: Sendable {
        let now = Mutex(Instant(milliseconds: 1_772_413_200_000))

        /// The time that it shows, and bytes that never repeat.
        var environment: Environment {
            Environment(now: { self.now.withLock { $0 } }, randomBytes: Environment.scripted.randomBytes)
        }
    }

    private init(_ ledger: Ledger, _ time: Clock) {
        self.ledger = ledger
        self.time = time
        source = OpenLedger(ledger, files: LedgerFiles(path: "/nowhere/hall.muster"))
    }

    /// Founds the district and its directory.
    /// - Parameter ledgerMoves: Whether the writer's clock is moved too; else it stands still.
    static func found(
        withSecurityAdministrator isSplit: Bool = true, ledgerMoves: Bool = false
    ) async throws -> Hall {
        let time = Clock()
        let hall = Hall(
            try await Ledger.establish(
                in: InMemoryEventStore(), districtCode: "610113", founding: founding,
                environment: ledgerMoves ? time.environment : .scripted), time)
        for unit in registered {
            try await hall.submit(
                .registerUnit(
                    code: nil, kind: unit.kind, fullName: unit.full, shortName: unit.short, parent: unit.parent),
                by: .centre)
        }
        for seat in Seat.allCases.dropFirst() where isSplit || seat != .security {
            try await hall.submit(
                .assignPost(
                    code: nil, unit: seat.unit, title: seat.title, person: "p\(seat.rawValue)",
                    chief: seat == .northChief, role: seat.role), by: .centre)
        }
        return hall
    }

    private static let founding = Founding(
        name: "雁塔区", keyID: "34750f98", language: "zh", centreFullName: "雁塔区社会治理指挥中心",
        centreShortName: "区指挥中心", postTitle: "值班员", person: "p1")

    private static let registered: [(kind: UnitKind, full: String, short: String, parent: UnitID?)] = [
        (.street, "雁塔区大雁塔街道办事处", "大雁塔街道", nil), (.street, "雁塔区小寨路街道办事处", "小寨路街道", nil),
        (.community, "大雁塔街道后村社区居委会", "后村社区", .north), (.department, "雁塔区住房和城乡建设局", "住建局", nil),
        (.department, "雁塔区城市管理和综合执法局", "城管局", nil), (.dispatchedAgency, "自然资源和规划局雁塔分局", "资规分局", nil),
    ]

    // MARK: Acting and asking

    @discardableResult
    func submit(_ command: Command, by seat: Seat, entered: BackEntry = BackEntry()) async throws -> WhistleID {
        let number = commands.withLock { number in
            number += 1
            return number
        }
        let order = Order(id: "c\(number)", command: command, actor: actor(seat), entered: entered)
        return try await ledger.submit(order).whistle ?? .none
    }

    func actor(_ seat: Seat) -> Actor {
        Actor(unit: seat.unit, post: seat.post, person: PersonID(rawValue: seat.rawValue))
    }

    /// The district as somebody with a token sees it.
    func seen(by seat: Seat, readOnly: Bool = false, _ language: Language = .zh) -> LocalDistrict {
        let token = Caller.TokenCaller(token: "token\(seat.rawValue)", actor: actor(seat), isReadOnly: readOnly)
        return district(.token(token), language)
    }

    /// The district as whoever holds its file sees it.
    func seenLocally(as name: String? = nil, _ language: Language = .zh) -> LocalDistrict {
        district(.local(as: name), language)
    }

    private func district(_ caller: Caller, _ language: Language) -> LocalDistrict {
        LocalDistrict(source: source, caller: caller, language: language, environment: time.environment)
    }
}

extension Environment {
    /// A still clock, and bytes that never repeat.
    static let scripted: Environment = {
        let count = Atomic<UInt64>(0)
        return Environment(
            now: { Instant(milliseconds: 1_772_413_200_000) },
            randomBytes: { length in
                let number = count.add(1, ordering: .relaxed).newValue
                return (0..<length).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0 % 8))) }
            })
    }()
}
