extension Sentences {
    /// Who is who in the district, what each may do, and what is refused for it.
    static let roles: [Sentence] = [
        Sentence("PostRole.officer", zh: "业务岗位", en: "officer"),
        Sentence("PostRole.leader", zh: "区领导", en: "district leader"),
        Sentence("PostRole.auditor", zh: "审计督查", en: "auditor"),
        Sentence("PostRole.systemAdministrator", zh: "系统管理员", en: "system administrator"),
        Sentence("PostRole.securityAdministrator", zh: "安全管理员", en: "security administrator"),
        Sentence("PostRole.auditAdministrator", zh: "审计管理员", en: "audit administrator"),

        Sentence("Role.street", zh: "街道", en: "street office"),
        Sentence("Role.community", zh: "社区", en: "community"),
        Sentence("Role.department", zh: "部门", en: "department"),
        Sentence("Role.centre", zh: "区指挥中心", en: "command centre"),
        Sentence("Role.leader", zh: "区领导", en: "district leader"),
        Sentence("Role.auditor", zh: "审计督查", en: "auditor"),
        Sentence("Role.systemAdministrator", zh: "系统管理员", en: "system administrator"),
        Sentence("Role.securityAdministrator", zh: "安全管理员", en: "security administrator"),
        Sentence("Role.auditAdministrator", zh: "审计管理员", en: "audit administrator"),

        Sentence("Right.act", zh: "办理业务", en: "acting in matters"),
        Sentence("Right.directory", zh: "管理单位和岗位", en: "managing units and posts"),
        Sentence("Right.tokens", zh: "签发和吊销令牌", en: "issuing and revoking tokens"),
        Sentence("Right.erase", zh: "依法删除文字", en: "erasing texts by law"),
        Sentence("Right.readAll", zh: "查看全部事项", en: "reading every matter"),
        Sentence("Right.readOwn", zh: "查看本单位事项", en: "reading one’s own matters"),
        Sentence("Right.readAccessLog", zh: "查看访问记录", en: "reading the access log"),

        Sentence(
            "refusal.roleMayNot",
            zh: "以{role}的身份不能{act}。请核对 --as，或请有此权限的岗位办理，岗位用 muster post list 查。",
            en:
                "The role “{role}” has no right to this: {act}. Check --as, or ask a post that has it; see muster post list."
        ),
        Sentence(
            "refusal.administratorsApart",
            zh: "{text} 已在{unit}任职。系统、安全、审计管理员须由专人担任，不得兼任其他岗位；请另选人员，或先用 muster post end 免去原岗位。",
            en:
                "{text} holds a post of {unit}. An administrator holds no other post: choose another person, or end that post first with muster post end."
        ),
        Sentence(
            "refusal.chiefIsNoOfficer",
            zh: "{role}不办业务，不能批准吹哨。去掉 --chief，或把角色改为业务岗位。",
            en: "This role may not approve whistles: {role}. Leave out --chief, or make the post an officer’s."
        ),
        Sentence(
            "refusal.onlyLive",
            zh: "送达、令牌的签发和吊销、文字的删除只能当场记录，不能补录或代录。请去掉 --occurred-at、--via 和 --on-behalf-of。",
            en:
                "Delivery, the issue or revocation of tokens and the erasure of texts are recorded as they happen, never afterwards or for another unit. Leave out --occurred-at, --via and --on-behalf-of."
        ),
    ]
}
