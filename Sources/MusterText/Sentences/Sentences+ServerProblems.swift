extension Sentences {
    /// What the server answers instead of what was asked for: one sentence for each code, and the short title of each
    /// status.
    static let serverProblems: [Sentence] = [
        Sentence("problemTitle.400", zh: "请求有误", en: "Bad request"),
        Sentence("problemTitle.401", zh: "需要登录凭证", en: "Sign-in needed"),
        Sentence("problemTitle.403", zh: "没有权限", en: "Not allowed"),
        Sentence("problemTitle.404", zh: "没有找到", en: "Not found"),
        Sentence("problemTitle.405", zh: "不支持这种请求方法", en: "Method not allowed"),
        Sentence("problemTitle.406", zh: "没有可接受的格式", en: "No acceptable format"),
        Sentence("problemTitle.408", zh: "请求超时", en: "Request timed out"),
        Sentence("problemTitle.409", zh: "与当前状态冲突", en: "Conflict with the present state"),
        Sentence("problemTitle.412", zh: "内容已有变化", en: "It has changed meanwhile"),
        Sentence("problemTitle.413", zh: "内容过大", en: "Content too large"),
        Sentence("problemTitle.414", zh: "地址过长", en: "Address too long"),
        Sentence("problemTitle.415", zh: "不支持的内容格式", en: "Unsupported content type"),
        Sentence("problemTitle.417", zh: "不支持的 Expect", en: "Unknown expectation"),
        Sentence("problemTitle.422", zh: "不能照办", en: "It can’t be done as asked"),
        Sentence("problemTitle.429", zh: "请求过于频繁", en: "Too many requests"),
        Sentence("problemTitle.431", zh: "请求头过大", en: "Header too large"),
        Sentence("problemTitle.500", zh: "服务内部错误", en: "Internal error"),
        Sentence("problemTitle.503", zh: "服务暂不可用", en: "Not available now"),

        Sentence(
            "problem.notFound",
            zh: "这个地址没有内容。请核对网址；接口目录见 /openapi.json。",
            en: "There is nothing at this address. Check it; /openapi.json lists what there is."
        ),
        Sentence(
            "problem.noCheckpoint",
            zh: "这本日志还没有检查点。有新记录后几秒内会签，请稍后再取。",
            en: "This log has no checkpoint yet. One is signed within seconds of an entry; ask again."
        ),
        Sentence(
            "problem.noCheckpointOfSize",
            zh: "没有留存 {size} 条时的检查点。留存了哪些，见 checkpoints。",
            en: "No checkpoint of {size} entries is kept. The list checkpoints says of which sizes there are."
        ),
        Sentence(
            "problem.noVerifierKey",
            zh: "服务器上没有这本日志的验证公钥。请向区里的系统管理员索取密钥单。",
            en: "The server does not have the keys that verify this log. Ask the district’s IT for the key sheet."
        ),
        Sentence(
            "problem.noSuchTile",
            zh: "日志里没有这一块：还没有这么多条，或者这一块当时没有这么宽。现有条数见 checkpoint。",
            en:
                "The log has no such tile: it is not that large, or never was just that wide. See checkpoint for its size."
        ),
        Sentence(
            "error.mayNotReadEntries",
            zh: "本服务器不公开日志记录，只有能看全部事项的岗位（指挥中心、区领导、审计）可以读取。",
            en:
                "This server does not give the log’s entries to everybody: only posts that may read every matter (the centre, leaders, auditors) have them."
        ),
        Sentence(
            "error.entryNotShown",
            zh: "位置 {position} 的记录不在本岗位可见范围内，只能取不带文字的证明。",
            en:
                "The entry at position {position} is not for this post to see. The proof without its texts is there for every token."
        ),
        Sentence(
            "problem.badPath",
            zh: "地址写法不正确：不能有「..」、编码的斜杠、控制字符或非 UTF-8 字节。",
            en: "The path is malformed: it may hold no “..”, no encoded slash, no control character and only UTF-8."
        ),
        Sentence(
            "problem.badRequest",
            zh: "请求不符合 HTTP 规范，没有处理。请检查客户端或代理。",
            en: "The request is not proper HTTP and was not handled. Check the client or the proxy."
        ),
        Sentence(
            "problem.requestTimeout",
            zh: "请求没有在时限内发完，已断开。请检查网络后重试。",
            en: "The request was not sent in time and the connection was closed. Check the network and try again."
        ),
        Sentence(
            "problem.targetTooLong",
            zh: "网址过长，没有处理。请缩短查询条件。",
            en: "The address is too long and was not handled. Shorten the query."
        ),
        Sentence(
            "problem.headerTooLarge",
            zh: "请求头过大或项数过多，没有处理。请清理 Cookie 等请求头后重试。",
            en: "The header is too large or has too many fields. Clear cookies and the like and try again."
        ),
        Sentence(
            "problem.expectationFailed",
            zh: "请求头 Expect 只支持 100-continue。",
            en: "The only expectation that the server knows is 100-continue."
        ),
        Sentence(
            "problem.methodNotAllowed",
            zh: "这个地址不支持该请求方法。可用：{allowed}。",
            en: "This address does not answer that method. It answers: {allowed}."
        ),
        Sentence(
            "problem.notAcceptable",
            zh: "没有请求头 Accept 所要的格式。可提供：{types}。",
            en: "There is no format that the Accept header takes. There are: {types}."
        ),
        Sentence(
            "problem.contentTooLarge",
            zh: "内容超过 {limit} 字节，没有处理。请减少内容或分几次提交。",
            en: "The content has more than {limit} bytes and was not handled. Send less, or in several parts."
        ),
        Sentence(
            "problem.unsupportedMediaType",
            zh: "内容格式不对，没有处理。请用 Content-Type：{types}，UTF-8 编码。",
            en: "The content is of another type than is read here. Use Content-Type: {types}, in UTF-8."
        ),
        Sentence(
            "problem.unsupportedEncoding",
            zh: "不接受压缩的内容。请不带 Content-Encoding 重发。",
            en: "Compressed content is not read. Send it again without Content-Encoding."
        ),
        Sentence(
            "problem.tooManySignIns",
            zh: "本地址登录失败次数过多。请核对令牌，{seconds} 秒后再试。",
            en: "Too many sign-ins have failed from this address. Check the token and try again in {seconds} s."
        ),
        Sentence(
            "problem.tooManyRequests",
            zh: "这个令牌的请求过于频繁。请 {seconds} 秒后再试。",
            en: "This token asks too often. Try again in {seconds} s."
        ),
        Sentence(
            "problem.localOnly",
            zh: "这里只回答本机的请求。要对外开放，请在服务配置中设 metrics-public。",
            en: "This answers the machine itself only. To open it, set metrics-public in the server’s configuration."
        ),
        Sentence(
            "problem.closing",
            zh: "服务正在停止，没有处理。请稍后重试。",
            en: "The server is ending and did not handle this. Try again in a moment."
        ),
        Sentence(
            "problem.internalError",
            zh: "服务内部出错，没有处理完。请重试；仍不行，请把请求编号交给管理员。",
            en: "Something went wrong inside. Try again; if it stays so, give the request’s id to the administrator."
        ),
    ]

    /// Why the server is not ready.
    static let readiness: [Sentence] = [
        Sentence(
            "readiness.ledgerNotWritable",
            zh: "{path} 不可写。请检查文件和所在文件夹的权限。",
            en: "{path} can’t be written. Check the permissions of the file and its folder."
        ),
        Sentence(
            "readiness.diskNearlyFull",
            zh: "{path} 所在磁盘只剩 {free} MiB，低于下限 {floor} MiB。请清理磁盘。",
            en: "Only {free} MiB are left beside {path}, less than the floor of {floor} MiB. Make room."
        ),
        Sentence(
            "readiness.clockBehindLog",
            zh: "本机时钟比台账 {path} 的最新记录慢 {seconds} 秒。请校准时钟。",
            en: "The machine’s clock is {seconds} s behind the newest entry of {path}. Set it right."
        ),
    ]
}
