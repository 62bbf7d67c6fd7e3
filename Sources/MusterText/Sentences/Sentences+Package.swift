extension Sentences {
    /// Making an audit package.
    static let package: [Sentence] = [
        Sentence(
            "help.audit.package", zh: "打成审计资料包：不装 Muster 也能阅读和核对",
            en: "Pack everything that an auditor or an archive needs, to be read and checked without Muster"),
        example(
            "audit.package",
            zh: """
                muster audit package --ledger yanta.muster /archive/yanta-2026
                muster audit package --ledger yanta.muster /archive/yanta-out --without-words --without-files
                包内的 README.txt 写明怎样核对：python3 verify.py
                """,
            en: """
                muster audit package --ledger yanta.muster /archive/yanta-2026
                muster audit package --ledger yanta.muster /archive/yanta-out --without-words --without-files
                The README.txt in it says how to check it: python3 verify.py
                """),
        Sentence(
            "help.option.audit.package", zh: "资料包的目录，须尚不存在或为空；全部写完才会出现",
            en: "The folder to make; it must not be there yet or be empty, and appears when all of it is there"),
        Sentence(
            "help.option.audit.withoutWords", zh: "不收入原文和盐值，表格中的文字列留空：用于交给外单位的资料包",
            en: "Leave texts and salts out, in the tables too: for a package that leaves the house"),
        Sentence(
            "help.option.audit.withoutFiles", zh: "不收入附件；照片和文书里也可能有个人信息",
            en: "Leave the attached files out; photographs and documents may show persons too"),
        Sentence("audit.package.progress", zh: "已收入 {done}/{size} 条记录…", en: "{done} of {size} entries…"),
        Sentence(
            "audit.packaged",
            zh:
                "审计资料包已存入 {folder}：{size} 条记录，{texts} 处文字，附件 {attached} 个；哨和外部案件 {whistles} 件，报到单 {calls} 件，任务 {tasks} 件，评价 {evaluations} 次。",
            en:
                "The audit package is in {folder}: {size} entries, {texts} texts, {attached} attached files; {whistles} whistles and cases, {calls} calls, {tasks} tasks, {evaluations} evaluations."
        ),
        Sentence(
            "audit.package.missing", zh: "有 {count} 个附件不在台账旁，没有收入；handover.txt 列出了它们。",
            en: "{count} attached files are not beside the ledger, so they are not in it; handover.txt names them."),
        Sentence(
            "audit.package.next", zh: "核对：cd {folder} && python3 verify.py；移交前请双方在 handover.txt 上签字。",
            en: "To check it: cd {folder} && python3 verify.py; both sides sign handover.txt when it changes hands."),
        Sentence(
            "error.packageThere", zh: "{path} 已经有内容，资料包不会写进去。请换一个目录，或先移走它。",
            en: "There is something in {path}, and no package is written into it. Name another folder, or move it away."
        ),
        Sentence(
            "error.packageDiffers", zh: "台账的前 {size} 条记录与检查点不符，没有打包。请先用 muster audit verify 查明。",
            en:
                "The first {size} entries are not those of the checkpoint; nothing was packed. Find out with muster audit verify."
        ),
        Sentence(
            "error.packageErasing", zh: "有文字正在依法删除，凭证还没有签入检查点，没有打包。请过十几秒再试。",
            en:
                "A text is being erased and no checkpoint holds its certificate yet; nothing was packed. Try again in a few seconds."
        ),
        Sentence("error.packageInterrupted", zh: "已中断，没有留下资料包。", en: "Interrupted; no package was left."),
    ]

    /// The hand-over sheet of an audit package.
    static let packageSheet: [Sentence] = [
        Sentence("package.handover.title", zh: "审计资料移交单", en: "Hand-over sheet of an audit package"),
        Sentence(
            "package.handover.what",
            zh: """

                台账单位：{district}
                台账标识：{origin}
                记录条数：{size}（位置从 0 起）
                树根（SHA-256，base64）：{root}
                最新检查点签名时间：{signed}
                检查点个数：{checkpoints}
                记录时间：{first} 至 {last}
                打包程序：muster {program}
                """,
            en: """

                District:                {district}
                Log:                     {origin}
                Entries:                 {size} (positions from 0)
                Root (SHA-256, base64):  {root}
                Newest checkpoint:       {signed}
                Checkpoints:             {checkpoints}
                Recorded:                {first} to {last}
                Packed by:               muster {program}
                """),
        Sentence(
            "package.handover.counts",
            zh: """

                哨：{whistles} 件
                外部案件：{imported} 件
                报到单：{calls} 件
                任务：{tasks} 件
                会议：{meetings} 次
                评价：{evaluations} 次
                """,
            en: """

                Whistles:                {whistles}
                Other systems’ cases:    {imported}
                Calls:                   {calls}
                Tasks:                   {tasks}
                Meetings:                {meetings}
                Evaluations:             {evaluations}
                """),
        Sentence(
            "package.handover.texts", zh: "文字：收入 {texts} 处，依法删除 {erased} 处",
            en: "Texts:                   {texts} are in it, {erased} were erased by law"),
        Sentence(
            "package.handover.withoutTexts", zh: "文字：未收入（共 {texts} 处），依法删除 {erased} 处",
            en: "Texts:                   left out ({texts} of them), {erased} were erased by law"),
        Sentence("package.handover.erased", zh: "已删除的文字：{erasures}", en: "Erased texts:{erasures}"),
        Sentence(
            "package.handover.erasure", zh: "记录 {position} 的「{field}」，删除凭证为记录 {certificate}",
            en: "“{field}” of entry {position}, certified by entry {certificate}"),
        Sentence("package.handover.files", zh: "附件：收入 {attached} 个", en: "Attached files:          {attached}"),
        Sentence("package.handover.withoutFiles", zh: "附件：未收入", en: "Attached files:          left out"),
        Sentence(
            "package.handover.missing", zh: "缺失的附件 {missing} 个：{missingList}",
            en: "Missing files, {missing}:{missingList}"),
        Sentence(
            "package.handover.damaged", zh: "内容与台账不符的附件 {damaged} 个：{damagedList}",
            en: "Files with another content than the log says, {damaged}:{damagedList}"),
        Sentence(
            "package.handover.file", zh: "{sha256}（记录 {position}）", en: "{sha256} (entry {position})"),
        Sentence(
            "package.handover.more", zh: "另有 {count} 处，见 entries.jsonl", en: "and {count} more: see entries.jsonl"),
        Sentence("package.handover.none", zh: "无", en: "none"),
        Sentence(
            "package.handover.sign",
            zh: """

                本包各文件的 SHA-256 列于 sha256sums.txt。移交前后请各自按 README.txt 核对。
                sha256sums.txt 的 SHA-256（手工填写）：

                ________________________________________________________________

                移交单位（盖章）：____________________    接收单位（盖章）：____________________

                移交人（签字）：______________________    接收人（签字）：______________________

                监交人（签字）：______________________

                日期：________年____月____日               日期：________年____月____日
                """,
            en: """

                The SHA-256 of every file is in sha256sums.txt. Each side checks the package as README.txt says.
                SHA-256 of sha256sums.txt (written by hand):

                ________________________________________________________________

                Handed over by (unit): ________________    Taken over by (unit): _________________

                Name, signature:       ________________    Name, signature:      _________________

                Witness:               ________________

                Date:                  ________________    Date:                 _________________
                """),
    ]
}
