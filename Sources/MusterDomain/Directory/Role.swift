/// What somebody is to the whole district, by the post: the columns of the table of rights.
public enum Role: String, CaseIterable, Sendable {
    /// An officer of a street.
    case street
    /// An officer of a residents' committee.
    case community
    /// An officer of a department or of a dispatched agency.
    case department
    /// An officer of the command centre.
    case centre
    /// 区领导.
    case leader
    /// 审计、督查.
    case auditor
    /// 系统管理员.
    case systemAdministrator
    /// 安全管理员.
    case securityAdministrator
    /// 审计管理员.
    case auditAdministrator
}

/// What a role may have the right to.
public enum Right: String, CaseIterable, Sendable {
    /// To act in matters; what a unit is to the matter then decides, see ``WhistleAct/allowed``.
    case act
    /// To keep the directory: units and posts.
    case directory
    /// To issue and revoke tokens.
    case tokens
    /// To have texts erased.
    case erase
    /// To read every matter.
    case readAll
    /// To read the matters in which the unit takes part.
    case readOwn
    /// To read who has read what.
    case readAccessLog
}

extension Role {
    /// What the role may do: the one table, printed in `docs/lifecycle.md`. The centre also keeps the tokens
    /// and has texts erased while the district has nobody else for that, see ``Board/may(_:by:)``.
    public var rights: Set<Right> { Self.table[self] ?? [] }

    private static let table: [Role: Set<Right>] = [
        .street: [.act, .readOwn],
        .community: [.act, .readOwn],
        .department: [.act, .readOwn],
        .centre: [.act, .directory, .readAll],
        .leader: [.readAll],
        .auditor: [.readAll],
        .systemAdministrator: [.directory],
        .securityAdministrator: [.tokens, .erase],
        .auditAdministrator: [.readAccessLog],
    ]
}

extension Board {
    /// The role of a post's holder. The post has to exist.
    public func role(of post: PostID) -> Role {
        let row = posts[post]
        switch row.role {
        case .officer:
            return switch units[row.unit].kind {
            case .street: .street
            case .community: .community
            case .department, .dispatchedAgency: .department
            case .centre: .centre
            }
        case .leader: return .leader
        case .auditor: return .auditor
        case .systemAdministrator: return .systemAdministrator
        case .securityAdministrator: return .securityAdministrator
        case .auditAdministrator: return .auditAdministrator
        }
    }

    /// Whether a post's holder has a right. The post has to exist. The centre keeps the tokens and has texts
    /// erased while no security administrator is appointed, so that a small district can begin.
    public func may(_ right: Right, by post: PostID) -> Bool {
        let role = role(of: post)
        if role.rights.contains(right) { return true }
        return role == .centre && [.tokens, .erase].contains(right) && !hasSecurityAdministrator
    }

    /// Whether somebody holds a security administrator's post. Cost: O(posts).
    private var hasSecurityAdministrator: Bool {
        var found = false
        posts.forEach { _, row in found = found || row.isActive && row.role == .securityAdministrator }
        return found
    }
}

extension Command {
    /// The right without which nobody may give the command.
    public var right: Right {
        switch self {
        case .establish, .registerUnit, .renameUnit, .retireUnit, .assignPost, .endPost, .changeKey, .beginEpoch:
            .directory
        case .issueToken, .revokeToken: .tokens
        case .eraseText, .eraseTexts, .completeErasure: .erase
        default: .act
        }
    }
}
