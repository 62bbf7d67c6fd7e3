extension Sentences {
    /// What can be wrong with the configuration of a server.
    static let serverErrors: [Sentence] = [
        Sentence(
            "error.serveNoLedger",
            zh: "没有指定要服务的台账。请写 --ledger（可写多次），或设 MUSTER_LEDGERS。",
            en: "No ledger to serve is named. Give --ledger (more than once if you like) or set MUSTER_LEDGERS."
        ),
        Sentence(
            "error.serveOpenAddress",
            zh: "{address} 不是本机地址，明文监听会泄露令牌。请配置 --tls-certificate 和 --tls-key；前面有代理的，写 --behind-proxy。",
            en:
                "{address} is reachable from outside, and tokens would cross the network in the clear. Give --tls-certificate and --tls-key, or --behind-proxy if a proxy stands in front."
        ),
        Sentence(
            "error.serveHalfCertificate",
            zh: "证书和私钥要一起给：--tls-certificate 和 --tls-key。",
            en: "A certificate and its key go together: give both --tls-certificate and --tls-key."
        ),
        Sentence(
            "error.serveBadCertificate",
            zh: "证书 {certificate} 或私钥 {key} 不能使用：{detail}。请核对两个 PEM 文件。",
            en: "The certificate {certificate} or its key {key} can’t be used: {detail}. Check both PEM files."
        ),
        Sentence(
            "error.serveUnknownKey",
            zh: "{origin} 中没有「{key}」这项设置。可设：{known}。",
            en: "{origin} sets “{key}”, which does not exist. There are: {known}."
        ),
        Sentence(
            "error.serveBadValue",
            zh: "{key} 不能是「{text}」。可用：{allowed}。",
            en: "{key} can’t be “{text}”. Allowed: {allowed}."
        ),
        Sentence(
            "error.serveRepeatedDistrict",
            zh: "两本台账属于同一个行政区 {code}：{paths}。一个区只能有一本，请去掉一本。",
            en: "Two ledgers are of the same district {code}: {paths}. A district has one; leave the other out."
        ),
        Sentence(
            "error.serveCannotListen",
            zh: "不能在 {address} 监听：{detail}。请换一个地址或端口。",
            en: "It is not possible to listen on {address}: {detail}. Choose another address or port."
        ),
    ]

    /// The command that serves.
    static let helpOfServe: [Sentence] = [
        Sentence(
            "help.serve",
            zh: "启动服务：街道、部门通过 HTTP 办理",
            en: "Serve ledgers over HTTP to streets, departments, the centre and auditors"
        ),
        Sentence(
            "help.example.serve",
            zh: """
                示例：
                  muster serve --ledger yanta.muster
                  muster serve --ledger yanta.muster --listen 0.0.0.0:8443 --tls-certificate c.pem --tls-key k.pem
                  muster serve --config /etc/muster/serve.yaml
                """,
            en: """
                Examples:
                  muster serve --ledger yanta.muster
                  muster serve --ledger yanta.muster --listen 0.0.0.0:8443 --tls-certificate c.pem --tls-key k.pem
                  muster serve --config /etc/muster/serve.yaml
                """
        ),
        Sentence("help.option.serve.ledger", zh: "要服务的台账，可写多次", en: "Ledger to serve; may be repeated"),
        Sentence("help.option.serve.config", zh: "配置文件（YAML）", en: "Configuration file (YAML)"),
        Sentence(
            "help.option.serve.listen",
            zh: "监听地址：主机:端口（默认 127.0.0.1:8080；端口 0 为自动选择）",
            en: "Where to listen: HOST:PORT (127.0.0.1:8080 if left out; port 0 takes a free one)"
        ),
        Sentence("help.option.serve.tlsCertificate", zh: "TLS 证书文件（PEM）", en: "TLS certificate, PEM"),
        Sentence("help.option.serve.tlsKey", zh: "TLS 私钥文件（PEM）", en: "TLS private key, PEM"),
        Sentence(
            "help.option.serve.behindProxy",
            zh: "前面有自己的代理：采信它转来的客户端地址和协议",
            en: "A proxy of your own stands in front: believe what it says of address and scheme"
        ),
        Sentence(
            "help.option.serve.metricsPublic",
            zh: "运行指标和健康检查也回答本机以外的请求",
            en: "Answer /metrics and /health to others than this machine too"
        ),
        Sentence("help.option.serve.logFormat", zh: "日志格式：text 或 json", en: "Log format: text or json"),
        Sentence(
            "help.option.serve.logLevel",
            zh: "日志级别：trace、debug、info、notice、warning、error、critical",
            en: "Log level: trace, debug, info, notice, warning, error, critical"
        ),
    ]
}
