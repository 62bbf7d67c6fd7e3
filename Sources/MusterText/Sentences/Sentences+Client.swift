extension Sentences {
    /// What the command line says of a server, and of the way to it.
    static let clientErrors: [Sentence] = [
        Sentence(
            "error.unreachable",
            zh: "连不上服务器 {server}：{detail}。请核对 --server 和网络，服务器恢复后重试。",
            en:
                "The server {server} can’t be reached: {detail}. Check --server and the network, and try again when it is back."
        ),
        Sentence(
            "error.serverNotTrusted",
            zh: "服务器 {server} 的安全连接没有建立：{detail}。令牌没有发出。请核对地址，并请服务器管理员检查证书。",
            en:
                "No safe connection to the server {server}: {detail}. The token was not sent. Check the address, and have the server’s administrator check its certificate."
        ),
        Sentence(
            "error.notMuster",
            zh: "{server} 的答复不是 Muster 服务的（HTTP {status}）。请核对 --server 的地址。",
            en: "What {server} answered is not Muster’s (HTTP {status}). Check the address given to --server."
        ),
        Sentence(
            "error.outcomeUnknownOf",
            zh: "不能确定命令编号 {id} 是否已经写入。请用 --command-id {id} 原样重试：已写入的不会重复。",
            en:
                "It is not known whether the command id {id} was written. Try the same again with --command-id {id}: nothing is written twice."
        ),
        Sentence(
            "error.answerLost",
            zh: "命令编号 {id} 已经办成，台账第 {first} 至 {last} 条即是，只是没有收到答复。用 muster log 核对，不用再办。",
            en:
                "The command id {id} was carried out and stands at {first} to {last} of the log; only the answer was lost. See it with muster log; there is nothing to do again."
        ),
        Sentence(
            "error.badServer",
            zh: "「{text}」不能作服务器地址。请写成 https://主机名 或 http://127.0.0.1:8080 的形式。",
            en: "“{text}” is no server’s address. Write it like https://HOST or http://127.0.0.1:8080."
        ),
        Sentence(
            "error.serverAndLedger",
            zh: "--server 和 --ledger 只能写一个。要经服务器办理写 --server，要直接用台账文件写 --ledger。",
            en: "Give either --server or --ledger: the one to go through a server, the other to open a ledger’s file."
        ),
        Sentence(
            "error.noToken",
            zh: "没有写令牌文件。加 --token-file 路径，或设环境变量 MUSTER_TOKEN_FILE，或写进配置文件。",
            en:
                "No token is given. Add --token-file PATH, set MUSTER_TOKEN_FILE, or put it into the configuration file."
        ),
        Sentence(
            "error.badTokenFile",
            zh: "{path} 里没有令牌。文件里只放签发时显示的那一行，形如 mst_…。",
            en: "There is no token in {path}. It has to hold the one line that was shown at the issue, like mst_…."
        ),
        Sentence(
            "error.tokenFileOpen",
            zh: "别人也能读令牌文件 {path}（权限 {mode}），没有使用。请先执行 chmod 600，并考虑吊销重发。",
            en:
                "Others may read the token file {path} (mode {mode}), so it was not used. Run chmod 600 on it first, and consider revoking the token."
        ),
        Sentence(
            "error.tokenActs",
            zh: "经服务器办理时，由谁办理看令牌，不能写 --as。请去掉 --as，或换用那个岗位的令牌。",
            en: "Behind a server the token says who acts. Leave out --as, or use the token of that post."
        ),
        Sentence(
            "error.embeddedOnly",
            zh: "这个命令要新建台账文件，不能经服务器办。请在存放台账的机器上办：去掉 --server，init 用 --ledger 写明新台账的路径。",
            en:
                "This command makes a ledger’s file, and no server makes one for somebody else. Run it on the machine that is to keep the ledger: leave out --server, and give init the new ledger’s path with --ledger."
        ),

        Sentence("unreachable.refused", zh: "对方没有开放这个端口", en: "nobody listens there"),
        Sentence("unreachable.noHost", zh: "没有这个主机名", en: "there is no such host"),
        Sentence("unreachable.noRoute", zh: "网络不通", en: "there is no way to it"),
        Sentence("unreachable.timeOut", zh: "没有及时答复", en: "it did not answer in time"),
        Sentence("unreachable.closed", zh: "连接中断", en: "the connection broke"),
        Sentence("unreachable.certificate", zh: "证书不可信", en: "its certificate is not trusted"),
        Sentence(
            "unreachable.roots", zh: "读不了 SSL_CERT_FILE 所指的证书文件", en: "the certificates of SSL_CERT_FILE can’t be read"),
        Sentence("unreachable.handshake", zh: "TLS 握手失败（{detail}）", en: "the TLS handshake failed ({detail})"),
        Sentence("unreachable.other", zh: "{detail}", en: "{detail}"),

        Sentence("help.option.server", zh: "服务器地址，不直接用台账文件", en: "Address of the server that keeps the ledger"),
        Sentence(
            "help.option.tokenFile",
            zh: "令牌文件，权限须为 600；- 从标准输入读",
            en: "File with the token, mode 600; - reads standard input"
        ),
        Sentence("help.option.timeout", zh: "等服务器答复的秒数，含重试", en: "Seconds to wait for the server, retries included"),
    ]
}
