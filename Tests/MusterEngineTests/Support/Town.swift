import EventLog
import MusterDomain
import MusterEngine

/// A district in which everybody who can act has a desk.
struct Town {
    static let districtCode = "610113"

    let store: any EventStore
    let ledger: Ledger
    let world: ScriptedWorld

    static let founding = Founding(
        name: "雁塔区",
        keyID: "34750f98",
        language: "zh",
        centreFullName: "西安市雁塔区社会治理指挥中心",
        centreShortName: "区指挥中心",
        postTitle: "值班员",
        person: "c001"
    )

    /// Establishes the district and its directory in an empty store.
    static func found(in store: any EventStore, _ world: ScriptedWorld = ScriptedWorld()) async throws -> Town {
        let ledger = try await Ledger.establish(
            in: store,
            districtCode: districtCode,
            founding: founding,
            environment: world.environment
        )
        var orders: [Order] = []
        func add(_ command: Command) {
            orders.append(Order(id: "setup/\(orders.count)", command: command, actor: Desk.centre.actor))
        }
        for unit in registered {
            add(
                .registerUnit(
                    code: nil,
                    kind: unit.kind,
                    fullName: unit.full,
                    shortName: unit.short,
                    parent: unit.parent
                )
            )
        }
        for desk in Desk.allCases where desk != .centre {
            let isChief = desk == .northChief || desk == .southChief
            add(
                .assignPost(
                    code: nil,
                    unit: desk.unit,
                    title: "岗位\(desk.rawValue)",
                    person: desk.person,
                    chief: isChief
                )
            )
        }
        for result in await ledger.submit(orders) { _ = try result.get() }
        return Town(store: store, ledger: ledger, world: world)
    }

    /// The same district as another process finds it: the log in `store`, folded anew.
    func reopened(in store: any EventStore) async throws -> Town {
        Town(store: store, ledger: try await Ledger.open(store, environment: world.environment), world: world)
    }

    private static let registered: [(kind: UnitKind, full: String, short: String, parent: UnitID?)] = [
        (.street, "西安市雁塔区大雁塔街道办事处", "大雁塔街道", nil),
        (.street, "西安市雁塔区小寨路街道办事处", "小寨路街道", nil),
        (.community, "大雁塔街道后村社区居民委员会", "后村社区", .north),
        (.department, "西安市雁塔区住房和城乡建设局", "住建局", nil),
        (.department, "西安市雁塔区城市管理和综合执法局", "城管局", nil),
        (.dispatchedAgency, "西安市自然资源和规划局雁塔分局", "资规分局", nil),
        (.dispatchedAgency, "西安市公安局雁塔分局", "公安分局", nil),
    ]

    // MARK: Acting

    @discardableResult
    func submit(_ id: String, _ command: Command, by desk: Desk) async throws(LedgerError) -> Outcome {
        try await ledger.submit(Order(id: id, command: command, actor: desk.actor))
    }

    /// Why a command is not accepted; nil if it is.
    func failure(_ order: Order) async -> LedgerError? {
        do throws(LedgerError) {
            _ = try await ledger.submit(order)
            return nil
        } catch { return error }
    }

    /// The rule that a command breaks; nil if it breaks none.
    func refusal(_ id: String, _ command: Command, by desk: Desk) async -> RefusalCode? {
        guard case .refused(let refusal)? = await failure(Order(id: id, command: command, actor: desk.actor)) else {
            return nil
        }
        return refusal.code
    }

    /// A whistle of the north street that calls housing as lead and whoever else as support.
    @discardableResult
    func raise(_ id: String, support: [UnitID] = [], kind: WhistleKind = .routine) async throws -> WhistleID {
        try await submit(id, .raise(.sample(kind, support: support)), by: .northClerk).whistle ?? .none
    }

    /// A case of another system, with that system's own time.
    @discardableResult
    func importCase(_ number: Int, at moment: Instant, due: Instant? = nil) async throws -> WhistleID {
        let outcome = try await ledger.submit(
            Order(
                id: "12345/\(number)",
                command: .importWhistle(.sample(number, due: due)),
                actor: Desk.centre.actor,
                occurred: moment
            )
        )
        return outcome.whistle ?? .none
    }
}

/// Who can act: the post with the desk's number, at its unit.
enum Desk: UInt32, CaseIterable, Sendable {
    case centre = 1
    case northChief, northClerk, southChief, southClerk, community, housing, urban, planning, police

    var unit: UnitID {
        switch self {
        case .centre: .centre
        case .northChief, .northClerk: .north
        case .southChief, .southClerk: .south
        case .community: .community
        case .housing: .housing
        case .urban: .urban
        case .planning: .planning
        case .police: .police
        }
    }

    var post: PostID { PostID(rawValue: rawValue) }
    var person: String { self == .centre ? "c001" : "p\(rawValue)" }
    /// Persons appear in the order of the desks, so their numbers agree.
    var actor: Actor { Actor(unit: unit, post: post, person: PersonID(rawValue: rawValue)) }

    static func of(_ unit: UnitID) -> Desk { allCases.last { $0.unit == unit } ?? .centre }
}

extension UnitID {
    static let centre = UnitID(rawValue: 1)
    static let north = UnitID(rawValue: 2)
    static let south = UnitID(rawValue: 3)
    static let community = UnitID(rawValue: 4)
    static let housing = UnitID(rawValue: 5)
    static let urban = UnitID(rawValue: 6)
    static let planning = UnitID(rawValue: 7)
    static let police = UnitID(rawValue: 8)
}

extension String {
    /// The SHA-256 of nothing in particular.
    static let slip = String(repeating: "0a", count: 32)
}

extension Command {
    static func raise(_ kind: WhistleKind = .routine, support: [UnitID] = []) -> Command {
        .raise(.sample(kind, support: support))
    }
}

extension Raise {
    static func sample(_ kind: WhistleKind = .routine, support: [UnitID] = [], due: Instant? = nil) -> Raise {
        let calls = [CallOrder(unit: .housing, role: .lead)] + support.map { CallOrder(unit: $0, role: .support) }
        let isEmergency = kind == .emergency
        return Raise(
            kind: kind,
            subject: "井盖破损，夜间有人绊倒",
            category: "市政设施",
            place: "后村西路与翠华路口",
            whyNotAlone: "井盖权属不清，街道无权处置",
            calls: calls,
            due: due,
            approvedBy: isEmergency ? nil : Desk.northChief.post,
            slip: isEmergency ? nil : .slip
        )
    }
}

extension ImportedCase {
    static func sample(_ number: Int, due: Instant? = nil) -> ImportedCase {
        ImportedCase(
            street: .south,
            department: .urban,
            reference: "12345:XA-\(number)",
            category: "占道经营",
            due: due,
            subject: "烧烤摊占道",
            place: "小寨东路",
            detail: nil
        )
    }
}
