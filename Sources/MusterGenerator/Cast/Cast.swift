import MusterDomain

/// Who acts: the units of a district and their posts, by the numbers that the log gives them.
///
/// Units and posts are numbered in the order in which they are registered, so the cast of a district that is just
/// being made is known before its log is.
struct Cast: Sendable {
    /// A street office and its communities.
    struct Street: Sendable {
        var unit: UnitID
        var communities: [UnitID] = []
    }

    let centre = UnitID(rawValue: 1)
    private(set) var departments: [UnitID] = []
    private(set) var streets: [Street] = []
    private(set) var systemAdministrator = PostID.none
    private(set) var securityAdministrator = PostID.none
    /// What makes the units and posts, to be asked for in this order by the centre's first post.
    private(set) var founding: [Command] = []

    /// By unit, the one with number n at place n − 1: officers, and who may approve a whistle.
    private var officers: [[PostID]] = [[PostID(rawValue: 1)]]
    private var chiefs: [PostID] = [.none]
    private var posts: UInt32 = 1
    /// By street, the number n at place n − 1; for looking up whose communities are whose.
    private var streetOfUnit: [UnitID: Int] = [:]

    /// The cast of a district with so many streets and so many communities in each.
    init(streets streetCount: Int, communities communityCount: Int) {
        let district = CastNames.district
        for department in CastNames.departments {
            departments.append(
                add(department.kind, district + department.full, department.short, parent: nil))
        }
        for name in CastNames.streets.prefix(streetCount) {
            var street = Street(
                unit: add(.street, "\(district)\(name)街道办事处", "\(name)街道", parent: nil))
            for community in CastNames.communities.prefix(communityCount) {
                street.communities.append(
                    add(.community, CastNames.community(name, community), "\(name)\(community)", parent: street.unit))
            }
            streetOfUnit[street.unit] = streets.count
            streets.append(street)
        }
        for index in 0..<officers.count { staff(UnitID(rawValue: UInt32(index + 1))) }
        for (role, title) in [
            (PostRole.leader, "分管区领导"), (.auditor, "督查专员"), (.systemAdministrator, "系统管理员"),
            (.securityAdministrator, "安全管理员"), (.auditAdministrator, "审计管理员"),
        ] {
            let post = addPost(at: centre, title, role: role)
            if role == .systemAdministrator { systemAdministrator = post }
            if role == .securityAdministrator { securityAdministrator = post }
        }
    }

    private mutating func add(_ kind: UnitKind, _ full: String, _ short: String, parent: UnitID?) -> UnitID {
        founding.append(.registerUnit(code: nil, kind: kind, fullName: full, shortName: short, parent: parent))
        officers.append([])
        chiefs.append(.none)
        return UnitID(rawValue: UInt32(officers.count))
    }

    private mutating func staff(_ unit: UnitID) {
        let isCommunity = streets.contains { $0.communities.contains(unit) }
        let isCalled = departments.contains(unit)
        for title in isCommunity ? ["社区书记"] : ["综合科值班员", "业务科经办人"] {
            officers[Int(unit.rawValue) - 1].append(addPost(at: unit, title))
        }
        if !isCommunity, !isCalled { chiefs[Int(unit.rawValue) - 1] = addPost(at: unit, "主要负责同志", chief: true) }
    }

    private mutating func addPost(
        at unit: UnitID, _ title: String, chief: Bool = false, role: PostRole = .officer
    ) -> PostID {
        posts += 1
        founding.append(
            .assignPost(
                code: nil, unit: unit, title: title, person: "H\(posts)", chief: chief,
                role: role == .officer ? nil : role))
        return PostID(rawValue: posts)
    }

    // MARK: Questions

    /// How many units and posts there are when the district has been made.
    var unitCount: Int { officers.count }

    /// The communities of a street; none for other units.
    func communities(of unit: UnitID) -> [UnitID] {
        streetOfUnit[unit].map { streets[$0].communities } ?? []
    }

    /// The post that approves a unit's whistles.
    func chief(of unit: UnitID) -> PostID { chiefs[Int(unit.rawValue) - 1] }

    /// The posts of a unit whose holders do its business.
    func officers(of unit: UnitID) -> [PostID] { officers[Int(unit.rawValue) - 1] }
}

extension CastNames {
    /// A residents' committee's full name.
    static func community(_ street: String, _ name: String) -> String { "\(district)\(street)街道\(name)社区居民委员会" }

    /// One of a unit's people who holds no post.
    static func person(_ number: Int, of unit: UnitID) -> String { "R\(unit.rawValue)-\(number)" }
}
