extension Sentences {
    /// What an import says: how far it is, what it came to, why rows were rejected, and why it ended early.
    static let imports: [Sentence] = [
        Sentence(
            "import.progress",
            zh: "已读 {size} MiB，{rows} 行，拒收 {rejected} 行…",
            en: "{size} MiB read, {rows} rows, {rejected} rejected…"
        ),
        Sentence(
            "import.progressOf",
            zh: "{percent} %：已读 {size} MiB，{rows} 行，拒收 {rejected} 行…",
            en: "{percent} %: {size} MiB read, {rows} rows, {rejected} rejected…"
        ),
        Sentence(
            "import.done",
            zh: "新增案件 {cases} 件，补记办结 {closed} 件，已有 {alreadyThere} 件，拒收 {rejected} 行；写入事件 {events} 条，登记单位 {units} 个。",
            en:
                "{cases} new cases, {closed} closed since, {alreadyThere} already there, {rejected} rejected; {events} events written, {units} units registered."
        ),
        Sentence(
            "import.masked",
            zh: "正文中遮盖手机号 {mobiles} 个、身份证号 {ids} 个。",
            en: "Masked in the texts: {mobiles} mobile numbers, {ids} identity numbers."
        ),
        Sentence(
            "import.changed",
            zh: "{changed} 件已有案件与文件不一致，账本保持原样。",
            en: "{changed} cases differ from the ledger's; the ledger keeps what it has."
        ),
        Sentence(
            "import.rejected",
            zh: "拒收 {rejected} 行，行号和原因见 {path}：",
            en: "Rows rejected: {rejected}; their lines and reasons are in {path}:"
        ),
        Sentence("reject.noID", zh: "没有案件编号", en: "no case number"),
        Sentence("reject.badID", zh: "案件编号含不可见字符或过长", en: "the case number is too long or not visible ASCII"),
        Sentence("reject.duplicateID", zh: "案件编号重复", en: "the case number comes twice"),
        Sentence("reject.noOpenedAt", zh: "没有受理时间", en: "no opening time"),
        Sentence("reject.badOpenedAt", zh: "受理时间无法识别", en: "the opening time is malformed"),
        Sentence("reject.badDueAt", zh: "时限无法识别", en: "the due time is malformed"),
        Sentence("reject.badClosedAt", zh: "办结时间无法识别", en: "the closing time is malformed"),
        Sentence("reject.closedBeforeOpened", zh: "办结早于受理", en: "closed before it was opened"),
        Sentence("reject.closedWithoutTime", zh: "状态为已办结但没有办结时间", en: "said to be closed, without a closing time"),
        Sentence("reject.openWithClosingTime", zh: "状态为在办但有办结时间", en: "said to be open, with a closing time"),
        Sentence("reject.strayQuote", zh: "引号位置不对", en: "a quote stands where none may"),
        Sentence("reject.unterminatedQuote", zh: "引号没有结束", en: "a quote is never closed"),
        Sentence("reject.invalidUTF8", zh: "不是有效的 UTF-8", en: "not valid UTF-8"),
        Sentence("reject.wrongFieldCount", zh: "列数与表头不符", en: "more or fewer fields than the header"),
        Sentence("reject.fieldTooLong", zh: "单元格过长", en: "a field is too long"),
        Sentence("reject.recordTooLong", zh: "整行过长", en: "a record is too long"),
        Sentence("reject.unitRetired", zh: "所属单位已撤销", en: "its unit has been retired"),
        Sentence("reject.commandReused", zh: "命令编号已被其他命令占用", en: "its command id was used for something else"),
        Sentence("reject.refused", zh: "不符合规则", en: "refused by a rule"),
        Sentence(
            "error.badSource",
            zh: "来源名「{text}」不可用：1 至 32 个可见 ASCII 字符，不含冒号。",
            en: "“{text}” can't name a source: use 1 to 32 visible ASCII characters without a colon."
        ),
        Sentence(
            "error.notTheCentre",
            zh: "{unit}不是区指挥中心，不能导入。请由区指挥中心的岗位导入：用 --as 指定，经服务器时用它的令牌。",
            en:
                "{unit} is not the command centre and can't import. Let a post of the centre do it: name it with --as, or behind a server use its token."
        ),
        Sentence(
            "error.noHeader",
            zh: "文件是空的：第一行应为列名。压缩文件先解压，例如 xz -dc FILE.xz | muster import 311 -。",
            en:
                "The file is empty: its first line has to name the columns. Decompress it first, as in xz -dc FILE.xz | muster import 311 -."
        ),
        Sentence(
            "error.badHeader",
            zh: "第一行不是 CSV 表头（{what}）。压缩文件先解压，例如 xz -dc FILE.xz | muster import 311 -。",
            en:
                "The first line is no CSV header ({what}). Decompress the file first, as in xz -dc FILE.xz | muster import 311 -."
        ),
        Sentence(
            "error.missingColumns",
            zh: "缺少列：{what}。列名见 docs/cli.md。",
            en: "Columns are missing: {what}. docs/cli.md lists the form."
        ),
        Sentence(
            "error.repeatedColumn",
            zh: "列「{what}」出现两次，请删去一列。",
            en: "The column “{what}” is there twice: remove one."
        ),
        Sentence(
            "error.tooManyCases",
            zh: "一次最多导入 {limit} 件，这一批有 {number} 件。请分批发送。",
            en: "At most {limit} cases come together; this batch has {number}. Send it in parts."
        ),
        Sentence(
            "error.cancelled",
            zh: "已中断。已写入的保留，再运行一次即可接着导入。",
            en: "Interrupted. What was written stays; run it again to go on."
        ),
    ]
}
