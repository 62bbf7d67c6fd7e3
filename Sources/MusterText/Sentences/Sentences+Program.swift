extension Sentences {
    /// The program's own words: groups of verbs, the key sheet, what stands before an error, and what
    /// becomes of a command line that can't be read at all.
    static let program: [Sentence] = [
        Sentence("error.prefix", zh: "未能完成：", en: "Error: "),
        Sentence("label.system", zh: "系统", en: "system"),
        Sentence("label.enteredAfterwards", zh: "（补录：{parts}）", en: " (entered afterwards: {parts})"),
        Sentence("help.group.start", zh: "开始", en: "Begin"),
        Sentence("help.group.read", zh: "查看", en: "Look"),
        Sentence("help.group.street", zh: "街道", en: "Streets"),
        Sentence("help.group.department", zh: "部门", en: "Departments"),
        Sentence("help.group.together", zh: "共同办理", en: "Working together"),
        Sentence("help.group.centre", zh: "区指挥中心", en: "The command centre"),
        Sentence("help.group.program", zh: "程序", en: "The program"),
        Sentence("help.option.whistle", zh: "哨号，如 W2026-000042", en: "Whistle, such as W2026-000042"),
        Sentence("help.option.centreShort", zh: "区指挥中心的简称", en: "The command centre's short name"),
        Sentence("help.option.post", zh: "岗位：单位/岗位", en: "Post: UNIT/POST"),
        Sentence("help.option.postCode", zh: "岗位编码（默认自动编号）", en: "The post's code (numbered by itself if left out)"),
        Sentence("help.option.unitCode", zh: "单位编码（默认自动编号）", en: "The unit's code (numbered by itself if left out)"),
        Sentence("help.option.groupLead", zh: "牵头单位（默认主办单位）", en: "The group's lead (the lead unit if left out)"),
        Sentence("help.option.verdictAccept", zh: "核查通过", en: "Accept"),
        Sentence("help.option.verdictRework", zh: "退回返工", en: "Send back for rework"),
        Sentence("help.option.importFile", zh: "CSV 文件，- 为标准输入", en: "CSV file, or - for standard input"),
        Sentence(
            "help.option.importSource",
            zh: "来源系统的名字，写在案件编号之前",
            en: "What the source system is called in references"
        ),
        Sentence(
            "help.option.rejects",
            zh: "拒收行写到哪个文件（默认在台账旁）",
            en: "Where to write rejected rows (beside the ledger if left out)"
        ),
        Sentence(
            "init.keySheet",
            zh: """
                ── 密钥单（打印一份，交台账以外的人保管）────────────
                行政区    {name} {district}
                台账      {ledger}
                起源名    {origin}
                验签公钥  {vkey}
                私钥文件  {key}（仅本机属主可读；请另备份，丢失后只能换新密钥）
                建账时间  {date}
                第一个岗位  {centre}/{post}
                ──────────────────────────────
                """,
            en: """
                ── Key sheet (print it; somebody outside keeps it) ──
                District      {name} {district}
                Ledger        {ledger}
                Origin        {origin}
                Verifier key  {vkey}
                Secret key    {key} (readable by its owner only; keep a copy elsewhere:
                              a lost key can only be replaced by a new one)
                Made          {date}
                First post    {centre}/{post}
                ─────────────────────────────────────────────────────
                """
        ),
    ]
}
