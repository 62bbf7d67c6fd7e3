extension Sentences {
    /// What the command line says of a server's log when it is held against what was seen of it before.
    static let pins: [Sentence] = [
        Sentence(
            "pin.first",
            zh: """
                首次连接日志 {origin}（{size} 条）。今后只认用这把公钥签名的日志：
                {key}
                请与建账时打印的密钥单核对；不一致的，停止使用并报告审计人员。
                """,
            en: """
                First contact with the log {origin} ({size} entries). From now on only what this key signs is believed:
                {key}
                Compare it with the key sheet that was printed when the ledger was made; if it differs, stop and tell the auditors.
                """
        ),
        Sentence(
            "error.pinRewound",
            zh:
                "没有办理：服务器 {server} 的日志只有 {served} 条，本机此前已见过 {pinned} 条，台账被换成了较早的副本。两份检查点已留存在 {folder}，请勿删除，并立即报告区里的系统管理员和审计人员。",
            en:
                "Nothing was done: the log of {server} has {served} entries, and this machine has seen {pinned} of it before. The ledger was put back to an earlier state. Both checkpoints are kept in {folder}; leave them there, and tell the district’s IT and the auditors at once."
        ),
        Sentence(
            "error.pinForked",
            zh:
                "没有办理：服务器 {server} 的日志（{served} 条）不是本机此前所见日志（{pinned} 条）的延续，历史记录被改动过。两份检查点已留存在 {folder}，这是证据，请勿删除，并立即报告审计人员。",
            en:
                "Nothing was done: the log of {server} ({served} entries) does not continue the log that this machine has seen ({pinned} entries). History was changed. Both checkpoints are kept in {folder} as evidence; leave them there, and tell the auditors at once."
        ),
        Sentence(
            "error.pinForeign",
            zh:
                "没有办理：服务器 {server} 过去提供的是日志 {origin}，现在提供的是 {other}。两份检查点已留存在 {folder}。区里公告过换用新台账、并且新公钥已核对无误的，把 {index} 移走后重新连接；否则请报告审计人员。",
            en:
                "Nothing was done: {server} used to give the log {origin} and now gives {other}. Both checkpoints are kept in {folder}. If the district has announced a new ledger and you have compared its key, move {index} away and connect again; otherwise tell the auditors."
        ),
        Sentence(
            "error.pinUnknownKey",
            zh:
                "没有办理：服务器 {server} 的检查点不是用本机认可的公钥签的：{detail}两份检查点已留存在 {folder}。更换密钥时，新头部须由新旧两把密钥共同签名；请向区里的系统管理员和审计人员核实。",
            en:
                "Nothing was done: the head of {server} is not signed by a key that this machine believes. {detail} Both checkpoints are kept in {folder}. When a key is changed, a head is signed by the old and the new one; ask the district’s IT and the auditors."
        ),
        Sentence(
            "error.pinUnproven",
            zh:
                "没有办理：服务器 {server} 给不出证明其日志（{served} 条）延续了本机此前所见日志（{pinned} 条）所需的哈希数据。两份检查点已留存在 {folder}。请稍后重试；仍然如此的，报告区里的系统管理员。",
            en:
                "Nothing was done: {server} does not give the hashes that would prove that its log ({served} entries) continues the one that this machine has seen ({pinned} entries). Both checkpoints are kept in {folder}. Try again later; if it stays so, tell the district’s IT."
        ),
        Sentence(
            "error.pinLogGone",
            zh:
                "没有办理：服务器 {server} 过去提供可核验的日志，现在不提供了。本机留存的检查点在 {log}。请核对服务器地址，并向区里的系统管理员核实。",
            en:
                "Nothing was done: {server} used to give its log to be verified and gives none now. What this machine has kept of it is in {log}. Check the address, and ask the district’s IT."
        ),
        Sentence(
            "error.pinUnverified",
            zh: "没有办理：首次连接 {server}，它的检查点与它公布的公钥不符：{detail}请向区里的系统管理员核实。",
            en:
                "Nothing was done: at this first contact with {server}, its checkpoint does not fit the keys that it publishes. {detail} Ask the district’s IT."
        ),
        Sentence(
            "error.pinUnwritable",
            zh: "不能保存已见过的日志检查点：{path}，{detail}。请检查权限和磁盘空间，或把 XDG_STATE_HOME 设为可写的文件夹。",
            en:
                "The checkpoint of the server’s log can’t be kept: {path}, {detail}. Check permissions and space, or set XDG_STATE_HOME to a folder that you may write to."
        ),
        Sentence(
            "error.pinDamaged",
            zh: "本机留存的日志检查点 {path} 已损坏或被改动。请把它移到别处留存，核对服务器公钥后重新连接；原因不明的，报告审计人员。",
            en:
                "What this machine has kept of the log, {path}, is damaged or was changed. Move it away and keep it, compare the server’s key and connect again; if you don’t know why, tell the auditors."
        ),
        Sentence(
            "error.noPinFolder",
            zh: "不知道把已见过的日志检查点保存在哪里：没有设 XDG_STATE_HOME，也没有 HOME。请设其中之一，写绝对路径。",
            en:
                "There is no place for the checkpoints that were seen: neither XDG_STATE_HOME nor HOME is set. Set one of them to an absolute path."
        ),
        Sentence(
            "error.tilesDiffer",
            zh: "给出的日志不是 {size} 条那个检查点所指的日志，或其哈希数据已损坏，无法据此判断。请换用与检查点配套的导出件或服务器。",
            en:
                "The log that is given is not the one of the head with {size} entries, or its hashes are damaged, so nothing can be told from it. Use the export or the server that belongs to the head."
        ),
        Sentence(
            "error.tileMissing",
            zh: "日志里缺少哈希数据 {path}，无法计算证明。请换用完整的导出件，或向提供日志的服务器核实。",
            en:
                "The log lacks {path}, without which there is no proof. Use a whole export, or ask whoever serves the log."
        ),
    ]
}
