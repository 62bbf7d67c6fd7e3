extension Sentences {
    /// What the API says of a request that it can't use.
    static let api: [Sentence] = [
        Sentence(
            "error.unauthenticated", zh: "令牌无效：缺少、已过期、已吊销或不属于本区。请核对令牌，或向安全管理员重新申领。",
            en:
                "The token is not accepted: missing, expired, revoked or of another district. Check it, or ask the security administrator for a new one."
        ),
        Sentence(
            "error.unknownDistrict", zh: "本服务器没有行政区「{text}」的台账。", en: "This server has no ledger of district “{text}”."),
        Sentence(
            "error.noSessionKey", zh: "读不到密钥文件 {path}，无法登录网页。请由系统管理员恢复该文件（仅服务账户可读）。",
            en:
                "The key file {path} can't be read, so nobody can sign in. Have the system administrator restore it, readable by the service's account alone."
        ),
        Sentence("error.stopping", zh: "服务器正在停止，请稍后重试。", en: "The server is stopping; try again shortly."),
        Sentence(
            "error.unavailable", zh: "{district} 的台账暂时打不开，原因见服务器日志和 /health/ready。",
            en: "The ledger of {district} can't be opened now; the server's log and /health/ready say why."),
        Sentence(
            "error.readLogFailed", zh: "审计查阅须留痕，而查阅日志无法写入，因此未予查阅。请联系系统管理员。",
            en:
                "Auditors' reads are logged, and the log can't be written, so nothing was read. Tell the system administrator."
        ),
        Sentence(
            "error.unknownParameter", zh: "没有名为「{name}」的查询参数；可用：{known}。",
            en: "There is no query parameter “{name}”; known ones: {known}."),
        Sentence(
            "error.repeatedParameter", zh: "查询参数「{name}」只能出现一次。",
            en: "The query parameter “{name}” may stand only once."),
        Sentence(
            "error.badParameter", zh: "查询参数「{name}」的值「{text}」不可用；应为：{allowed}。",
            en: "“{text}” can't be the query parameter “{name}”; it has to be: {allowed}."),
        Sentence(
            "error.badQuery", zh: "查询「{text}」的编码不对；请用 UTF-8 百分号编码。",
            en: "The query “{text}” is wrongly encoded; use percent-encoded UTF-8."),
        Sentence(
            "error.badJSON", zh: "请求正文不是合格的 JSON（第 {offset} 字节）。",
            en: "The body is no JSON that can be used (at byte {offset})."),
        Sentence(
            "error.duplicateMember", zh: "请求正文中「{name}」出现两次，无法判断以哪个为准。",
            en: "“{name}” stands twice in the body; nobody could say which of the two counts."),
        Sentence(
            "error.jsonTooDeep", zh: "请求正文嵌套过深，最多 {depth} 层。",
            en: "The body is nested too deeply; at most {depth} levels."),
        Sentence(
            "error.unknownCommandID", zh: "台账中没有命令编号 {id}：该命令未被记录，可用同一编号重试。",
            en:
                "The log has no command id {id}: that command was not recorded, and can be tried again with the same id."
        ),
        Sentence(
            "error.badIfMatch", zh: "If-Match「{text}」不可用；应为带引号的修订号，例如 \"12\"，或 *。",
            en: "“{text}” can't be If-Match; it has to be a revision in quotes, such as \"12\", or *."),
        Sentence(
            "error.mayNotReadAccessLog", zh: "查阅日志只供审计管理员查看。",
            en: "Only the audit administrator may read the log of reads."),
    ]
}
