extension Sentences {
    /// What an auditor's commands say.
    static let audit: [Sentence] = [
        Sentence("help.group.audit", zh: "审计", en: "Auditing"),
        Sentence("help.audit", zh: "校验台账、举证、导出、打包", en: "Verify the ledger, prove entries, export the log, pack it"),
        example(
            "audit",
            zh: """
                muster audit verify --ledger yanta.muster            校验全部记录、原文、附件和签名
                muster audit prove 42 --out 42.tlog-proof --entry 42.json
                muster audit export 导出目录
                muster audit package 资料包目录                      不装 Muster 也能核对
                退出码：0 一致，1 有出入，2 无法查明
                """,
            en: """
                muster audit verify --ledger yanta.muster     all entries, texts, files and signatures
                muster audit prove 42 --out 42.tlog-proof --entry 42.json
                muster audit export folder
                muster audit package folder                   to be checked without Muster
                Exit status: 0 equal, 1 differs, 2 could not be found out
                """
        ),
        Sentence(
            "help.audit.verify", zh: "校验台账是否完整、未被改动", en: "Verify that the ledger is whole and was not altered"),
        Sentence("help.audit.checkpoint", zh: "给出当前已签名的检查点", en: "Print the signed checkpoint of the ledger as it is"),
        Sentence("help.audit.vkey", zh: "给出验证检查点用的公钥", en: "Print the keys by which checkpoints are verified"),
        Sentence("help.audit.prove", zh: "为一条记录出具在册证明", en: "Prove that an entry is in the ledger"),
        Sentence(
            "help.audit.export", zh: "按 C2SP 格式导出全部记录，供他方工具校验",
            en: "Export the log in C2SP form, for other people’s tools"),
        Sentence(
            "help.option.audit.deep", zh: "再由记录重算各行、名称、命令编号索引和状态摘要",
            en: "Also recompute rows, names, the index of command ids and the state digest from the entries"),
        Sentence(
            "help.option.audit.against", zh: "另存在别处的检查点文件，台账须是它的延续；可写多个",
            en: "A checkpoint kept elsewhere, which the ledger must extend; may be repeated"),
        Sentence(
            "help.option.audit.vkey", zh: "公钥或存有公钥的文件；不写则用台账旁的 .vkey",
            en: "A verifier key or a file with one; the .vkey file beside the ledger if left out"),
        Sentence("help.option.audit.position", zh: "记录的序号，从 0 起", en: "The entry’s position, from 0"),
        Sentence("help.option.audit.out", zh: "证明写入哪个文件；不写则输出", en: "Where to write the proof; printed if left out"),
        Sentence("help.option.audit.entry", zh: "记录原文写入哪个文件", en: "Where to write the entry itself"),
        Sentence(
            "help.option.audit.words", zh: "连同该记录的文字和盐值，凭此可核对文字",
            en: "Add the entry’s texts and salts, by which the texts can be checked"),
        Sentence(
            "help.option.audit.folder", zh: "导出到哪个目录；已有的不再写", en: "The folder to export to; what is there already stays"
        ),
        Sentence(
            "audit.proved", zh: "已为第 {position} 条出具证明（检查点共 {size} 条）。",
            en: "Entry {position} is proved against the checkpoint of {size} entries."),
        Sentence("audit.export.progress", zh: "已导出 {done}/{all} 个文件…", en: "{done} of {all} files…"),
        Sentence(
            "audit.exported", zh: "已导出 {size} 条记录到 {folder}：新写 {written} 个文件，原有 {kept} 个。",
            en: "{size} entries exported to {folder}: {written} files written, {kept} were there."),

        Sentence(
            "error.exportOther", zh: "{path} 里已有另一本日志的导出（{origin}），没有写入。请换一个目录。",
            en: "{path} already has the export of another log ({origin}); nothing was written. Take another folder."),

        Sentence("audit.verify.progress", zh: "已校验 {done}/{size} 条…", en: "{done} of {size} entries…"),
        Sentence("audit.verify.equal", zh: "一致：没有发现问题。", en: "Equal: nothing was found."),
        Sentence("audit.verify.differs", zh: "有出入：发现 {count} 处问题。", en: "Differs: {count} findings."),
        Sentence(
            "audit.verify.more", zh: "  另有 {count} 处，--json 列出每类的前 200 处。",
            en: "  and {count} more; --json has the first 200 of each kind."),
        Sentence("audit.verify.entries", zh: "记录　　{size} 条，每秒 {rate} 条", en: "entries   {size}, {rate} a second"),
        Sentence("audit.verify.root", zh: "树根　　{root}", en: "root      {root}"),
        Sentence("audit.verify.times", zh: "记录时间 {first} 至 {last}", en: "recorded  {first} to {last}"),
        Sentence(
            "audit.verify.texts", zh: "文字　　{texts} 处相符，{erased} 处已依法删除；附件 {files} 个",
            en: "texts     {texts} fit, {erased} were erased by law; {files} files"),
        Sentence(
            "audit.verify.anchored", zh: "签名　　{checkpoints} 个检查点；前 {anchored} 条有签名，其后 {rest} 条尚无",
            en:
                "signed    {checkpoints} checkpoints; the first {anchored} entries are signed, {rest} after them not yet"
        ),
        Sentence(
            "audit.verify.noKey", zh: "签名　　没有公钥，签名未验证；请用 --vkey 指定",
            en: "signed    no verifier key, so no signature was verified; name one with --vkey"),
        Sentence(
            "audit.verify.elsewhere", zh: "他处　　前 {anchored} 条与另存的检查点相符",
            en: "elsewhere the first {anchored} entries are those of a checkpoint kept outside the ledger"),
        Sentence(
            "audit.verify.nowhereElse",
            zh: "他处　　没有另存的检查点可对照：能写台账的人也能整本重做，请用 --against 对照您自己留存的检查点",
            en:
                "elsewhere no checkpoint from outside: whoever can write the ledger could have made all of it anew; compare with one of your own by --against"
        ),
        Sentence(
            "audit.verify.theirKeys", zh: "公钥　　用的是对方给出的公钥，请与密钥单核对，或用 --vkey 指定；文字和附件不在其中",
            en:
                "keys      those that the other side names: compare them with the key sheet, or name one by --vkey; texts and files are no part of this"
        ),
        Sentence(
            "error.deepNeedsLedger", zh: "--deep 要用台账本身：导出和服务只给出记录。请用 --ledger，或去掉 --deep。",
            en:
                "--deep needs the ledger itself: an export or a server gives the entries alone. Use --ledger, or leave --deep out."
        ),
        Sentence(
            "audit.verify.lost", zh: "遗失　　第 {first} 至 {last} 条曾有签名，后在从旧副本另起续册时遗失，台账中已载明",
            en: "lost      {first} to {last} had been signed and were lost when a new epoch began from an older copy"),
        Sentence("audit.verify.digest", zh: "状态摘要 {digest}", en: "digest    {digest}"),

        Sentence(
            "error.noCheckpoint", zh: "台账还没有签名的检查点。请由能写台账的账户运行一次本命令，或启动服务后再试。",
            en:
                "The ledger has no signed checkpoint yet. Run this once as whoever may write it, or start the server, then try again."
        ),
        Sentence(
            "error.noSuchPosition", zh: "没有第 {position} 条：台账共 {size} 条，序号从 0 起。请核对序号。",
            en: "There is no entry {position}: the ledger has {size}, counted from 0. Check the position."),
        Sentence(
            "error.notSignedYet", zh: "第 {position} 条还没有签入检查点。请过十几秒再试。",
            en: "No checkpoint holds entry {position} yet. Try again in a few seconds."),
    ]

    /// What a verification finds.
    static let auditFindings: [Sentence] = [
        finding("block", zh: "数据块损坏，无法读取", en: "a block can’t be read"),
        finding("entry", zh: "记录不合规范格式", en: "bytes that are no entry"),
        finding("sequence", zh: "记录不在它自称的位置", en: "the entry says another position"),
        finding("source", zh: "记录属于另一本台账", en: "the entry is of another log"),
        finding("revision", zh: "同一事项的记录不连续", en: "a gap or a repetition in the stream"),
        finding("recordedTooEarly", zh: "记录时间早于此前的检查点，疑为倒签", en: "dated back: a checkpoint before it is later"),
        finding("recordedTooLate", zh: "记录时间晚于此后的检查点", en: "dated forward: a checkpoint with it is earlier"),
        finding("recordedBackwards", zh: "记录时间早于前一条", en: "recorded before the entry in front of it"),
        finding("occurredAfterRecorded", zh: "发生时间晚于记录时间", en: "it occurred after it was recorded"),
        finding("checkpointsBackwards", zh: "检查点的时间倒退", en: "checkpoints run back in time"),
        finding("tile", zh: "保存的树节点与记录不符", en: "a stored tile is not that of the entries"),
        finding("checkpoint", zh: "检查点与记录不符", en: "a kept checkpoint is not of these entries"),
        finding("signature", zh: "检查点的签名或格式不对", en: "a kept checkpoint is not signed as it must be"),
        finding("key", zh: "检查点不是用当时有效的密钥签的", en: "a kept checkpoint is not signed by the key in force"),
        finding("cut", zh: "台账末尾被截断", en: "the end of the log was cut off"),
        finding("against", zh: "与另存的检查点不符，历史被换过", en: "not the history of a checkpoint kept elsewhere"),
        finding("word", zh: "文字与记录中的承诺值不符", en: "a text is not what the entry commits to"),
        finding("wordMissing", zh: "文字缺失，且没有删除记录", en: "a text is missing without an erasure"),
        finding("wordUnknown", zh: "多出的文字，记录中没有", en: "a text of which the entry says nothing"),
        finding("wordNotErased", zh: "应已删除的文字还在", en: "an erased text is still there"),
        finding("name", zh: "名称表与记录不符", en: "the table of names is not that of the entries"),
        finding("fileMissing", zh: "附件缺失", en: "an attached file is missing"),
        finding("file", zh: "附件内容与记录不符", en: "an attached file is not the one the log names"),
        finding("copy", zh: "为加快查找另存的内容与记录不符", en: "what is kept once more differs"),
        finding("row", zh: "数据行与记录不符", en: "a row is not that of its entry"),
    ]

    private static func finding(_ kind: String, zh: String, en: String) -> Sentence {
        Sentence("audit.finding.\(kind)", zh: zh, en: en)
    }
}
