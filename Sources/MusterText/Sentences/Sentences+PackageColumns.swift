extension Sentences {
    /// What the columns of an audit package mean, as `package.column.<table>.<column>`; in English what may follow "column:".
    static let packageColumns: [Sentence] = [
        column("whistles.whistle", zh: "哨的编号", en: "the whistle’s name"),
        column(
            "whistles.reference", zh: "外部案件的来源编号；本区吹的哨没有",
            en: "the other system’s case number; none for this district’s own whistles"),
        column("whistles.kind", zh: "哨类；外部案件没有", en: "kind of whistle; none for another system’s case"),
        column("whistles.state", zh: "目前所处环节", en: "where it stands"),
        column("whistles.category", zh: "类别", en: "category"),
        column(
            "whistles.subject", zh: "事项，以最近一次更正为准；已删除或未收入时为空",
            en: "what it is about, as corrected last; empty if erased or left out"),
        column(
            "whistles.place", zh: "地点，以最近一次更正为准；已删除或未收入时为空", en: "place, as corrected last; empty if erased or left out"
        ),
        column(
            "whistles.whyNotAlone", zh: "街道单独办不了的原因，以最近一次更正为准；已删除或未收入时为空",
            en: "why the street can’t solve it alone, as corrected last; empty if erased or left out"),
        column("whistles.street", zh: "吹哨单位的代码", en: "code of the unit that raised it"),
        column("whistles.streetName", zh: "吹哨单位的简称", en: "short name of the unit that raised it"),
        column("whistles.drafter", zh: "起草人的人员编号", en: "reference of the person who drafted it"),
        column("whistles.department", zh: "外部案件承办单位的代码", en: "code of the unit that handles another system’s case"),
        column(
            "whistles.departmentName", zh: "外部案件承办单位的简称",
            en: "short name of the unit that handles another system’s case"),
        column("whistles.lead", zh: "对结果负责的单位（牵头或主办）的代码", en: "code of the unit that answers for the result"),
        column("whistles.leadName", zh: "对结果负责的单位（牵头或主办）的简称", en: "short name of the unit that answers for the result"),
        column("whistles.raisedAt", zh: "吹哨时间", en: "when it was raised"),
        column("whistles.due", zh: "办理时限", en: "until when it has to be handled"),
        column(
            "whistles.approveBy", zh: "补批时限；无须补批或已补批时为空",
            en: "until when the approval has to come; empty where none is waited for"),
        column("whistles.handledAt", zh: "办理完毕（申报办结或结案）的时间", en: "when the handling ended: claimed as done, or closed"),
        column("whistles.closedAt", zh: "结案或撤哨的时间", en: "when it was closed or withdrawn"),
        column("whistles.closingClass", zh: "办结类型", en: "closing class"),
        column("whistles.claimedResult", zh: "最近一次申报的结果", en: "what the lead claimed last"),
        column(
            "whistles.late", zh: "是否超过办理时限；未办完的以台账最后一条记录的时间为准",
            en: "whether it was handled late; if it is open, by the time of the newest entry"),
        column("whistles.reopened", zh: "重办次数", en: "how often it was reopened"),
        column("whistles.sentBack", zh: "核查退回次数", en: "how often the inspection sent it back"),
        column("whistles.calls", zh: "报到单件数", en: "calls it has had"),
        column("whistles.meetings", zh: "会议次数", en: "meetings it has had"),
        column("whistles.tasks", zh: "任务件数", en: "tasks it has had"),
        column("whistles.files", zh: "附件个数", en: "files attached to it"),
        column("whistles.demands", zh: "关联诉求的来源编号，以空格分隔", en: "linked case numbers, parted by spaces"),
        column(
            "whistles.positions", zh: "本行所依据的记录在 entries.jsonl 中的位置（从 0 起），以空格分隔",
            en: "positions in entries.jsonl, from 0, of the entries that the row rests on, parted by spaces"),

        column("calls.whistle", zh: "所属哨的编号", en: "the whistle’s name"),
        column("calls.call", zh: "在该哨中的序号，从 1 起", en: "its number in the whistle, from 1"),
        column("calls.unit", zh: "被叫单位的代码", en: "code of the called unit"),
        column("calls.unitName", zh: "被叫单位的简称", en: "short name of the called unit"),
        column("calls.role", zh: "主办或协办", en: "lead or support"),
        column("calls.state", zh: "目前所处环节", en: "where it stands"),
        column("calls.onSite", zh: "是否须到场", en: "whether the unit has to come to the place"),
        column("calls.issuedBy", zh: "派单单位的代码；系统派单时为空", en: "code of the unit that issued it; empty if the system did"),
        column(
            "calls.issuedByName", zh: "派单单位的简称；系统派单时为空",
            en: "short name of the unit that issued it; empty if the system did"),
        column("calls.issuedAt", zh: "派单时间", en: "when it was issued"),
        column("calls.deliveredAt", zh: "送达时间", en: "when the unit first fetched it"),
        column("calls.acknowledgeBy", zh: "签收时限", en: "until when to sign for it"),
        column("calls.acknowledgedAt", zh: "签收时间", en: "when it was signed for"),
        column(
            "calls.acknowledgedLate", zh: "是否超时签收；未签收的以台账最后一条记录的时间为准",
            en: "whether it was signed for late; if it is not signed for, by the time of the newest entry"),
        column("calls.reportInBy", zh: "报到时限", en: "until when to report in"),
        column(
            "calls.reportedInAt", zh: "报到时间；经确认的补录以所称时间为准",
            en: "when the unit reported in; the claimed moment if a later entry was confirmed"),
        column(
            "calls.reportedInLate", zh: "是否超时报到；未报到的以台账最后一条记录的时间为准",
            en: "whether the unit came late; if it has not come, by the time of the newest entry"),
        column("calls.person", zh: "报到人的人员编号", en: "reference of the person who reported in"),
        column("calls.departmentScore", zh: "街道对部门的评分", en: "the street’s score of the department"),
        column("calls.streetScore", zh: "部门对街道的评分", en: "the department’s score of the street"),
        column(
            "calls.positions", zh: "本行所依据的记录在 entries.jsonl 中的位置（从 0 起），以空格分隔",
            en: "positions in entries.jsonl, from 0, of the entries that the row rests on, parted by spaces"),

        column("tasks.whistle", zh: "所属哨的编号", en: "the whistle’s name"),
        column("tasks.task", zh: "在该哨中的序号，从 1 起", en: "its number in the whistle, from 1"),
        column("tasks.unit", zh: "承办单位的代码", en: "code of the unit that does it"),
        column("tasks.unitName", zh: "承办单位的简称", en: "short name of the unit that does it"),
        column("tasks.state", zh: "目前所处环节", en: "where it stands"),
        column(
            "tasks.duty", zh: "任务内容，以最近一次更正为准；已删除或未收入时为空",
            en: "what is to be done, as corrected last; empty if erased or left out"),
        column("tasks.meeting", zh: "决定该任务的会议序号", en: "number of the meeting that decided it"),
        column("tasks.assignedAt", zh: "交办给现承办单位的时间", en: "when its present owner was given it"),
        column("tasks.due", zh: "完成时限", en: "until when"),
        column("tasks.completedAt", zh: "完成时间", en: "when it was completed"),
        column(
            "tasks.late", zh: "是否超时完成；未完成的以台账最后一条记录的时间为准",
            en: "whether it was completed late; if it is open, by the time of the newest entry"),
        column("tasks.percent", zh: "进度", en: "how far it is"),
        column("tasks.proofNeeded", zh: "是否须附证明", en: "whether a file has to prove it"),
        column("tasks.files", zh: "附件个数", en: "files attached to it"),
        column(
            "tasks.positions", zh: "本行所依据的记录在 entries.jsonl 中的位置（从 0 起），以空格分隔",
            en: "positions in entries.jsonl, from 0, of the entries that the row rests on, parted by spaces"),

        column("evaluations.whistle", zh: "所属哨的编号", en: "the whistle’s name"),
        column("evaluations.call", zh: "所评报到单在该哨中的序号", en: "number in the whistle of the call that it is about"),
        column(
            "evaluations.event", zh: "评价的类型：街道评部门，或部门评街道",
            en: "which it is: of a department by the street, or of the street by a department"),
        column("evaluations.unit", zh: "被评单位的代码", en: "code of the evaluated unit"),
        column("evaluations.unitName", zh: "被评单位的简称", en: "short name of the evaluated unit"),
        column("evaluations.evaluatedBy", zh: "评价单位的代码", en: "code of the unit that evaluated"),
        column("evaluations.evaluatedByName", zh: "评价单位的简称", en: "short name of the unit that evaluated"),
        column("evaluations.evaluatedAt", zh: "评价时间", en: "when it was given"),
        column("evaluations.score", zh: "评分，5 分最高", en: "the score, 5 is best"),
        column("evaluations.comment", zh: "评语；已删除或未收入时为空", en: "the comment; empty if erased or left out"),
        column(
            "evaluations.positions", zh: "本行所依据的记录在 entries.jsonl 中的位置（从 0 起）",
            en: "position in entries.jsonl, from 0, of the entry that the row rests on"),
    ]

    private static func column(_ name: String, zh: String, en: String) -> Sentence {
        Sentence("package.column.\(name)", zh: zh, en: en)
    }

    /// What else its data dictionary explains.
    static let packageTerms: [Sentence] = [
        Sentence("package.word.position", zh: "文字所属记录的位置，从 0 起", en: "position of the text’s entry, from 0"),
        Sentence(
            "package.word.words.field", zh: "文字项，即记录中 data.words 的键",
            en: "which text of the entry: the key in its data.words"),
        Sentence("package.word.words.salt", zh: "盐值，32 字节", en: "the salt, 32 bytes"),
        Sentence(
            "package.word.words.text", zh: "原文；以盐值为密钥对其 UTF-8 字节计算 HMAC-SHA256，即得记录中的承诺值",
            en: "the text; HMAC-SHA256 keyed by the salt over its UTF-8 is the commitment in the entry"),
        Sentence("package.entry.specversion", zh: "CloudEvents 规范的版本", en: "version of CloudEvents"),
        Sentence("package.entry.id", zh: "记录的标识：事项/序号，全册唯一", en: "the entry’s id: stream/revision, unique in the log"),
        Sentence("package.entry.source", zh: "所属台账", en: "the log"),
        Sentence("package.entry.type", zh: "事件类型", en: "kind of event"),
        Sentence(
            "package.entry.subject", zh: "所属事项：district 为全区，其余为哨的编号", en: "the stream: district, or a whistle’s name"),
        Sentence(
            "package.entry.time", zh: "发生时间；外部案件以来源系统为准", en: "when it occurred; for an imported act the source’s time"),
        Sentence("package.entry.datacontenttype", zh: "data 的格式", en: "format of data"),
        Sentence("package.entry.data", zh: "事件内容：以下各项", en: "what it says: the fields below"),
        Sentence("package.entry.recordedtime", zh: "登记时间，不会倒退", en: "when the log recorded it; never runs back"),
        Sentence("package.entry.sequence", zh: "在台账中的位置，从 0 起，20 位", en: "position in the log from 0, in 20 digits"),
        Sentence("package.entry.revision", zh: "在所属事项中的序号，从 1 起，不间断", en: "place in its stream from 1, without a gap"),
        Sentence("package.entry.actor", zh: "经办：单位/岗位/人员；system 为系统", en: "who acted: unit/post/person, or system"),
        Sentence(
            "package.entry.authtype", zh: "身份凭据：local 为持有台账文件，token 为令牌",
            en: "how the actor was known: local by the ledger’s file, token by a token"),
        Sentence(
            "package.entry.commandid", zh: "所属操作的编号，同一操作的记录相连",
            en: "the command that it came of; its entries stand together"),
        Sentence("package.entry.commanddigest", zh: "操作内容（不含文字）的摘要", en: "digest of the command without its texts"),
        Sentence("package.unit.score", zh: "分（1–5）", en: "points (1–5)"),
        Sentence("package.unit.percent", zh: "百分比", en: "per cent"),
        Sentence("package.unit.pieces", zh: "件（个、次）", en: "pieces"),
        Sentence("package.unit.times", zh: "次", en: "times"),
    ]
}
