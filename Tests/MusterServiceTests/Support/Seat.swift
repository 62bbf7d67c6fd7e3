import MusterDomain

/// Who can act or read: the post with the seat's number, at its unit.
enum Seat: UInt32, CaseIterable, Sendable {
    case centre = 1
    case northChief, northClerk, south, community, housing, urban, planning
    case leader, auditor, system, security, audit

    var unit: UnitID {
        switch self {
        case .centre, .leader, .auditor, .system, .security, .audit: .centre
        case .northChief, .northClerk: .north
        case .south: .south
        case .community: .community
        case .housing: .housing
        case .urban: .urban
        case .planning: .planning
        }
    }

    var role: PostRole? {
        switch self {
        case .leader: .leader
        case .auditor: .auditor
        case .system: .systemAdministrator
        case .security: .securityAdministrator
        case .audit: .auditAdministrator
        default: nil
        }
    }

    var post: PostID { PostID(rawValue: rawValue) }
    /// With characters that JSON has to escape or may not.
    var title: String { self == .housing ? "经办\"甲\\乙\"/😀é" : "岗位\(rawValue)" }
}

extension UnitID {
    static let centre = UnitID(rawValue: 1)
    static let north = UnitID(rawValue: 2)
    static let south = UnitID(rawValue: 3)
    static let community = UnitID(rawValue: 4)
    static let housing = UnitID(rawValue: 5)
    static let urban = UnitID(rawValue: 6)
    static let planning = UnitID(rawValue: 7)
}
