extension Sentences {
    /// Tokens: what happened to them, why not, and how they are listed.
    static let tokens: [Sentence] = [
        Sentence(
            "event.token.issued",
            zh: "为{unit}的岗位 {post} 签发令牌 {token}，持有人 {person}，有效期至 {expires}，只读：{readOnly}",
            en:
                "issued the token {token} for the post {post} of {unit}, held by {person}, good until {expires}, read only: {readOnly}"
        ),
        Sentence(
            "event.token.revoked",
            zh: "吊销{unit}的岗位 {post} 的令牌 {token}",
            en: "revoked the token {token} of the post {post} of {unit}"
        ),
        Sentence(
            "event.call.delivered",
            zh: "{unit}首次打开报到单，已送达",
            en: "opened the call to {unit} for the first time: it is delivered"
        ),

        Sentence(
            "refusal.noSuchToken",
            zh: "没有这个令牌。用 muster token list --all 查令牌编号。",
            en: "There is no such token. Look it up with: muster token list --all"
        ),
        Sentence(
            "refusal.tokenRevoked",
            zh: "这个令牌已经吊销，不用再办。用 muster token list --all 查看。",
            en: "This token has been revoked already. See it with: muster token list --all"
        ),
        Sentence(
            "refusal.badTokenID",
            zh: "「{text}」不能作令牌编号。请用 8 到 32 个小写英文字母或数字。",
            en: "“{text}” is no token id. Use 8 to 32 of a-z and 0-9."
        ),
        Sentence(
            "refusal.expiryInPast",
            zh: "有效期 {moment} 已经过去。请写将来的时间，如 +90d。",
            en: "The expiry {moment} is in the past. Give a moment to come, such as +90d."
        ),
        Sentence(
            "error.unknownToken",
            zh: "没有令牌「{text}」。用 muster token list --all 查令牌编号。",
            en: "There is no token “{text}”. Look it up with: muster token list --all"
        ),
        Sentence(
            "error.fileThere",
            zh: "写不了文件 {path}：文件已存在，或没有权限。令牌未签发，请换一个路径。",
            en: "The file {path} can’t be made: it exists, or is not allowed. No token was issued; give another path."
        ),

        Sentence("list.column.token", zh: "令牌", en: "token"),
        Sentence("list.column.expires", zh: "有效期至", en: "good until"),
        Sentence("list.column.scope", zh: "权限", en: "may"),
        Sentence("list.column.label", zh: "用于", en: "used by"),
        Sentence("list.noTokens", zh: "没有令牌。", en: "There are no tokens."),
        Sentence("list.token.readOnly", zh: "只读", en: "read"),
        Sentence("list.token.readWrite", zh: "读写", en: "read and act"),
        Sentence("list.token.good", zh: "有效", en: "good"),
        Sentence("list.token.revoked", zh: "已吊销", en: "revoked"),
        Sentence("list.token.expired", zh: "已过期", en: "expired"),
        Sentence("list.token.orphaned", zh: "岗位已换人或撤销", en: "post changed hands or ended"),

        Sentence("help.token", zh: "令牌：各单位经网络办理的凭证", en: "Tokens, by which units act over HTTP"),
        Sentence("help.tokenIssue", zh: "为岗位签发令牌，只显示一次", en: "Issue a token for a post; it is shown once"),
        Sentence("help.token.list", zh: "列出令牌，不显示密钥", en: "List tokens, never their secrets"),
        Sentence("help.tokenRevoke", zh: "吊销令牌，立即失效", en: "Revoke a token at once"),
        Sentence(
            "help.option.tokenPost",
            zh: "岗位：单位/岗位；单位只有一个岗位时可只写单位",
            en: "Post as UNIT/POST, or the unit if it has one post"
        ),
        Sentence("help.option.expires", zh: "有效期至，如 +90d；最长十年", en: "Good until, such as +90d; ten years at most"),
        Sentence("help.option.readOnly", zh: "只能查看，不能办理", en: "It may read and not act"),
        Sentence(
            "help.option.label",
            zh: "用于哪台设备、哪个程序，40 字以内",
            en: "The device or programme that gets it, at most 40 characters"
        ),
        Sentence(
            "help.option.out",
            zh: "写入这个新文件，仅本人可读；不写则在屏幕上显示一次",
            en: "Write it to this new file that only you can read, not to the screen"
        ),
        Sentence("help.option.allTokens", zh: "包括已失效的令牌", en: "Tokens that are good no more too"),
        Sentence("help.option.token", zh: "令牌编号，即 mst_ 后的一段", en: "Id of the token: its part after mst_"),
        Sentence(
            "help.option.postRole",
            zh:
                "角色：业务岗位 officer、区领导 leader、审计督查 auditor、系统管理员 systemAdministrator、安全管理员 securityAdministrator、审计管理员 auditAdministrator",
            en:
                "Role: officer, leader, auditor, systemAdministrator, securityAdministrator, auditAdministrator"
        ),
        Sentence(
            "help.example.tokenIssue",
            zh: "muster token issue 区住建局/经办 --label 窗口电脑 --expires +90d --out token.txt",
            en: "muster token issue 区住建局/经办 --label 窗口电脑 --expires +90d --out token.txt"
        ),
        Sentence(
            "help.example.tokenRevoke",
            zh: "muster token revoke k3v9q0x7c1m5n8b2 --reason 电脑遗失",
            en: "muster token revoke k3v9q0x7c1m5n8b2 --reason 电脑遗失"
        ),
    ]
}
