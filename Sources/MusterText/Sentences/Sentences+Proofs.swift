extension Sentences {
    /// What is said of proofs: what holds, and what that does not mean.
    static let auditing: [Sentence] = [
        Sentence("audit.fails", zh: "不成立：{reason}", en: "It does not hold: {reason}"),
        Sentence(
            "audit.signedBy", zh: "日志签名正确：{name}（密钥 {id}）", en: "Signed by the log: {name} (key {id})"),
        Sentence(
            "audit.cosignedBy", zh: "附签正确：{name}（密钥 {id}），{time} 见到这个检查点",
            en: "Cosigned: {name} (key {id}) saw this head at {time}"),
        Sentence(
            "audit.check.holds",
            zh: "成立：这条记录（{bytes} 字节）就是日志 {origin} 位置 {index}（从 0 起）的记录，一字未改；检查点共 {size} 条。",
            en:
                "It holds: the entry ({bytes} bytes) is the one at position {index}, counted from 0, of the log {origin}, unchanged; the checkpoint has {size} entries."
        ),
        Sentence(
            "audit.check.not",
            zh: "没有证明：记录所写的事是否属实；记录旁的文字是否相符（须另用盐值核对承诺）；别人看到的是否同一本日志（须比对各自留存的检查点）。",
            en:
                "Not proved: that what the entry says is true; that a text beside it is the one it commits to (check it with its salt); that others are shown the same log (compare checkpoints with theirs)."
        ),
        Sentence(
            "audit.consistency.holds",
            zh: "成立：日志 {origin} 从 {old} 条到 {new} 条是延续的，前 {old} 条没有改动、删除或插入。",
            en:
                "It holds: the log {origin} of {new} entries continues the one of {old}; nothing among the first {old} entries was changed, taken out or put in."
        ),
        Sentence(
            "audit.consistency.unsigned", zh: "签名没有核对：没有写 --vkey。",
            en: "The signatures were not checked: no --vkey was given."),
        Sentence(
            "audit.consistency.not",
            zh: "没有证明：前一个检查点之前是否已被改动；别人看到的是否同一本日志；记录所写的事是否属实。",
            en:
                "Not proved: that nothing was changed before the earlier head was signed; that others are shown the same log; that what the entries say is true."
        ),
        Sentence(
            "error.noLogKey", zh: "--vkey 给的不是日志的签名公钥（Ed25519）。请用密钥单或 .vkey 文件里的第一把。",
            en:
                "What --vkey gives is no key that a log signs with (Ed25519). Use the first one of the key sheet or of the .vkey file."
        ),
        Sentence(
            "error.noCosignerKey", zh: "「{text}」里没有见证方公钥（0x04 型）。请核对 --cosigner。",
            en: "There is no cosigner’s key (type 0x04) in “{text}”. Check --cosigner."),
        Sentence(
            "error.noSuchFile", zh: "没有文件 {path}。请核对路径。", en: "There is no file {path}. Check its path."),
        Sentence(
            "error.logAndServer", zh: "--log 和 --server 只能写一个。", en: "Give either --log or --server."),
        Sentence(
            "error.noLogSource", zh: "要有日志的哈希数据才能核对：写 --log 导出文件夹，或 --server 网址和 --district 区划代码。",
            en: "The hashes of the log are needed: give --log DIR, or --server URL and --district CODE."),

        Sentence(
            "help.audit.check", zh: "离线核对：一条记录是否在签过名的日志里", en: "Check offline that an entry is in a signed log"),
        Sentence(
            "help.audit.consistency", zh: "核对后一个检查点是否延续前一个", en: "Check that a checkpoint continues an earlier one"),
        Sentence("help.option.audit.proof", zh: "证明文件（.tlog-proof）", en: "Proof, a .tlog-proof file"),
        Sentence("help.option.audit.entryFile", zh: "记录原文的文件，逐字节", en: "File with the entry’s very bytes"),
        Sentence(
            "help.option.audit.logKey", zh: "日志的验证公钥，或存有它的文件", en: "The log’s verifier key, or a file that has it"),
        Sentence(
            "help.option.audit.vkeyOfHeads", zh: "日志的验证公钥或存有它的文件；不写则不核对签名",
            en: "The log’s verifier key, or a file that has it; without it no signature is checked"),
        Sentence(
            "help.option.audit.cosigner", zh: "见证方公钥或存有它的文件，可写多次",
            en: "A cosigner’s key, or a file that has it; may be repeated"),
        Sentence(
            "help.option.audit.quorum", zh: "至少几个见证方签过；不写则须全部签过",
            en: "How many of the cosigners must have signed; all of them if left out"),
        Sentence("help.option.audit.old", zh: "前一个检查点的文件", en: "File with the earlier checkpoint"),
        Sentence("help.option.audit.new", zh: "后一个检查点的文件", en: "File with the later checkpoint"),
        Sentence("help.option.audit.log", zh: "导出的日志文件夹", en: "Folder with the exported log"),
        Sentence("help.option.audit.district", zh: "用 --server 时：区划代码", en: "With --server: the district’s code"),
        Sentence(
            "help.example.audit.check",
            zh: """
                例：
                  muster audit check 41.tlog-proof --entry 41.json --vkey yanta.vkey
                退出状态：0 成立，1 不成立，2 无法判断。
                """,
            en: """
                Example:
                  muster audit check 41.tlog-proof --entry 41.json --vkey yanta.vkey
                Exit status: 0 it holds, 1 it does not, 2 it could not be judged.
                """
        ),
        Sentence(
            "help.example.audit.consistency",
            zh: """
                例：
                  muster audit consistency old new --vkey yanta.vkey --log export
                  muster audit consistency old new --server https://muster.example.gov.cn --district 610113
                退出状态：0 成立，1 不成立，2 无法判断。
                """,
            en: """
                Examples:
                  muster audit consistency old new --vkey yanta.vkey --log export
                  muster audit consistency old new --server https://muster.example.gov.cn --district 610113
                Exit status: 0 it holds, 1 it does not, 2 it could not be judged.
                """
        ),
    ]
}
