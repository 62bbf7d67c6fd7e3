/// For what a post is there. The duties of the three administrators are held apart (三员分立).
public enum PostRole: UInt8, Code {
    /// Does the business of its unit: what it may do follows the unit's kind.
    case officer
    /// 区领导: reads everything and changes nothing.
    case leader
    /// 审计、督查: reads everything and changes nothing.
    case auditor
    /// 系统管理员: units and posts.
    case systemAdministrator
    /// 安全管理员: tokens, and the erasure of texts.
    case securityAdministrator
    /// 审计管理员: the access log.
    case auditAdministrator

    /// Whether it is one of the three that nobody holds together with another post.
    public var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        case .officer, .leader, .auditor: false
        }
    }
}
