import EventLog
import EventStoreTesting
import Foundation
import MusterAPI
import MusterDomain
import MusterEngine
import MusterService
import MusterText
import Synchronization

/// A small district to act in: the centre, a street, a community of it and two departments, made by requests alone.
struct ActStage {
    static let street = "小寨路街道/经办"
    static let housing = "区住建局"
    static let planning = "资规局"
    static let centre = "区指挥中心"

    let ledger: Ledger
    let files: LedgerFiles
    private let time: Time

    /// 2026-11-21 10:00 in Shanghai, and a second later at each look.
    private final class Time: Sendable {
        private let milliseconds = Atomic<Int64>(1_795_226_400_000)
        private let random = Atomic<UInt64>(1)

        var environment: Environment {
            Environment(
                now: { [self] in
                    Instant(milliseconds: milliseconds.wrappingAdd(1_000, ordering: .relaxed).newValue)
                },
                randomBytes: { [self] count in
                    let seed = random.wrappingAdd(1, ordering: .relaxed).newValue
                    return (0..<count).map {
                        UInt8(truncatingIfNeeded: (seed &* 0x9E37_79B9_7F4A_7C15) >> ($0 % 8 * 8))
                            ^ UInt8(truncatingIfNeeded: $0)
                    }
                })
        }
    }

    init() async throws {
        time = Time()
        files = LedgerFiles(
            path: FileManager.default.temporaryDirectory.appending(path: "muster-acts-\(UUID().uuidString)").path)
        let founding = Founding(
            name: "雁塔区", keyID: "34750f98", language: "zh", centreFullName: "雁塔区社会治理指挥中心",
            centreShortName: "区指挥中心", postTitle: "值班长", person: "c-01")
        ledger = try await Ledger.establish(
            in: InMemoryEventStore(), districtCode: "610113", founding: founding, environment: time.environment)
        for (code, short, kind, parent) in Self.units {
            try await done(
                ActRequest(
                    .unitRegister,
                    [
                        "code": .string(code), "shortName": .string(short), "fullName": .string("雁塔区" + short),
                        "kind": .string(kind), "parent": parent.map { .string($0) },
                    ]), by: Self.centre)
        }
        for (unit, title, person, role) in Self.posts {
            try await done(
                ActRequest(
                    .postAssign,
                    [
                        "unit": .string(unit), "title": .string(title), "person": .string(person),
                        "chief": .bool(title == "主任"), "role": role.map { .string($0) },
                    ]), by: Self.centre)
        }
    }

    private static let units = [
        ("S1", "小寨路街道", "street", nil), ("C1", "长安路社区", "community", "小寨路街道"),
        ("D1", "区住建局", "department", nil), ("D2", "资规局", "dispatchedAgency", nil),
    ]

    private static let posts = [
        ("小寨路街道", "主任", "s-01", nil), ("小寨路街道", "经办", "s-02", nil), ("区住建局", "经办", "d-11", nil),
        ("资规局", "经办", "d-21", nil), ("区指挥中心", "审计", "a-01", "auditor"),
    ]

    // MARK: Acting

    /// The way of somebody at the machine.
    func local(_ actor: String?, _ language: Language = .zh) -> LocalDistrict {
        LocalDistrict(
            source: OpenLedger(ledger, files: files), caller: .local(as: actor), language: language,
            environment: time.environment)
    }

    /// The way of a post by a token.
    func bearing(_ token: String, of post: String, readOnly: Bool = false) throws(Failure) -> LocalDistrict {
        let desk = MusterService.Desk(view: ledger.view, files: files, now: time.environment.now(), language: .zh)
        let caller = Caller.TokenCaller(token: token, actor: try desk.actor(post), isReadOnly: readOnly)
        return LocalDistrict(
            source: OpenLedger(ledger, files: files), caller: .token(caller), language: .zh,
            environment: time.environment)
    }

    /// Does something that has to succeed.
    @discardableResult
    func done(_ request: ActRequest, by actor: String, id: String = UUID().uuidString) async throws -> ActReceipt {
        let actor = actor == Self.centre ? "区指挥中心/值班长" : actor
        return try await local(actor).submit(request, ActOptions(commandID: id))
    }

    /// What is said to something that has to fail.
    func failure(_ request: ActRequest, by actor: String?, revision: Int? = nil) async -> Failure? {
        let actor = actor == Self.centre ? "区指挥中心/值班长" : actor
        do throws(Failure) {
            _ = try await local(actor).submit(
                request, ActOptions(commandID: UUID().uuidString, expectedRevision: revision))
            return nil
        } catch { return error }
    }

    /// A whistle that both departments are called to.
    static let raise = ActRequest(
        .raise,
        [
            "title": "路灯不亮", "category": "公共设施", "place": "长安路", "whyNotAlone": "产权不属街道",
            "calls": [["unit": "区住建局", "role": "lead"], ["unit": "资规局"]], "approvedBy": "小寨路街道/主任",
            "slip": .string(String(repeating: "0A", count: 32)),
        ])

    /// Raises it, and gives its name.
    func raised() async throws -> String { try await done(Self.raise, by: Self.street).whistle ?? "" }
}
