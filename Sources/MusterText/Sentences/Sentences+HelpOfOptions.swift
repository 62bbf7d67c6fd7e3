extension Sentences {
    /// Options that many verbs share, and arguments.
    static let helpOfCommonOptions: [Sentence] = [
        Sentence("help.option.ledger", zh: "台账文件路径", en: "Path of the ledger"),
        Sentence(
            "help.option.as",
            zh: "以哪个单位和岗位办理：单位/岗位；只有一个岗位的可只写单位",
            en: "Who acts: UNIT/POST, or UNIT if it has one post"
        ),
        Sentence("help.option.json", zh: "输出 JSON", en: "Print JSON"),
        Sentence("help.option.lang", zh: "语言：zh 或 en", en: "Language: zh or en"),
        Sentence(
            "help.option.commandId",
            zh: "命令编号；重试时用同一个，不会重复记录",
            en: "Command id; a retry with the same one records nothing twice"
        ),
        Sentence(
            "help.option.dryRun",
            zh: "试运行：只显示会产生的记录，不写入",
            en: "Show the entries that would be written, write none"
        ),
        Sentence(
            "help.option.occurredAt",
            zh: "补录：称实际发生的时间；对方确认后才算数",
            en: "Entered afterwards: when it is said to have happened; counts once confirmed"
        ),
        Sentence(
            "help.option.via",
            zh: "补录：来自微信、电话或纸质（wechat、phone、paper）",
            en: "Entered afterwards: how it came (wechat, phone, paper)"
        ),
        Sentence("help.option.onBehalfOf", zh: "补录：代哪个单位录入", en: "Entered afterwards: the unit whose act it was"),
        Sentence("help.option.ifRevision", zh: "仅当该哨最新记录是这个序号时才办", en: "Act only if the whistle is at this revision"),
        Sentence(
            "help.option.confirmNumbers",
            zh: "确认文字里的号码不是个人手机号、身份证号",
            en: "Confirm that the numbers in the text are nobody’s mobile or ID number"
        ),
        Sentence("help.option.noColor", zh: "不用颜色", en: "No colours"),
    ]

    /// The options of raising, calling and objecting, and of the directory.
    static let helpOfCallOptions: [Sentence] = [
        Sentence(
            "help.option.kind",
            zh: "哨类：日常哨 routine、攻坚哨 tough、应急哨 emergency、综合执法哨 enforcement、重点工作哨 keyWork",
            en: "Kind of whistle: routine, tough, emergency, enforcement, keyWork"
        ),
        Sentence("help.option.title", zh: "事项，一句话", en: "What it is about, in one line"),
        Sentence("help.option.category", zh: "类别", en: "Category"),
        Sentence("help.option.place", zh: "地点，写到小区，不写门牌户号", en: "Where, down to the compound, never a flat number"),
        Sentence("help.option.whyNotAlone", zh: "街道单独办不了的原因", en: "Why the street can’t solve it alone"),
        Sentence("help.option.lead", zh: "主办单位", en: "Lead unit"),
        Sentence("help.option.support", zh: "协办单位，可写多次", en: "Supporting unit; may be repeated"),
        Sentence("help.option.reportInBy", zh: "报到时限；不写按规则", en: "Until when to report in; by the policy if left out"),
        Sentence("help.option.due", zh: "办理时限；不写按规则", en: "Until when to handle it; by the policy if left out"),
        Sentence("help.option.approvedBy", zh: "批准的主要负责人岗位：单位/岗位", en: "The chief’s post that approved it: UNIT/POST"),
        Sentence("help.option.slip", zh: "签批的吹哨单文件", en: "File of the signed slip"),
        Sentence("help.option.slipSHA256", zh: "吹哨单的 SHA-256 校验值", en: "SHA-256 of the slip, in hex"),
        Sentence("help.option.reason", zh: "理由", en: "Reason"),
        Sentence("help.option.basis", zh: "法律、规章或职责清单依据", en: "The law, rule or duty list it rests on"),
        Sentence(
            "help.option.ground",
            zh: "异议理由：非本单位职责 notOurDuty、现场查明 foundOnSite（报到后）",
            en: "Ground: notOurDuty, or after arrival foundOnSite"
        ),
        Sentence("help.option.proposed", zh: "建议改派的单位", en: "The unit that should be called instead"),
        Sentence(
            "help.option.cause",
            zh: "取消原因：错派 wrongDispatch、不再需要 noLongerNeeded",
            en: "Cause: wrongDispatch, noLongerNeeded"
        ),
        Sentence("help.option.keep", zh: "维持派单", en: "The call stands"),
        Sentence("help.option.release", zh: "同意退单", en: "The call is released"),
        Sentence("help.option.nextLead", zh: "接替的主办单位", en: "The unit that becomes the lead instead"),
        Sentence(
            "help.option.source",
            zh: "来源编号，写成 来源:编号，如 12345:2026112100123",
            en: "Case number as SOURCE:NUMBER, such as 12345:2026112100123"
        ),
        Sentence("help.option.unit", zh: "单位的简称、全称或编码", en: "Unit by short name, full name or code"),
        Sentence(
            "help.option.unitKind",
            zh: "单位类型：街道 street、社区 community、委办局 department、派出机构 dispatchedAgency、区指挥中心 centre",
            en: "Kind of unit: street, community, department, dispatchedAgency, centre"
        ),
        Sentence("help.option.fullName", zh: "全称", en: "Full name"),
        Sentence("help.option.shortName", zh: "简称", en: "Short name"),
        Sentence("help.option.parent", zh: "上级单位", en: "The unit above it"),
        Sentence("help.option.postTitle", zh: "岗位名称", en: "Title of the post"),
        Sentence("help.option.chief", zh: "主要负责人岗位，可批准吹哨", en: "A chief’s post, which may approve whistles"),
        Sentence("help.option.name", zh: "区名，如 雁塔区", en: "Name of the district, such as 雁塔区"),
        Sentence("help.option.district", zh: "行政区划代码，如 610113", en: "District code by GB/T 2260, such as 610113"),
        Sentence("help.option.centre", zh: "区指挥中心全称", en: "Full name of the command centre"),
    ]

    /// The options of working on a matter and ending it.
    static let helpOfWorkOptions: [Sentence] = [
        Sentence("help.option.person", zh: "人员编号：工号等代号，不写姓名", en: "Person reference: a staff number, never a name"),
        Sentence("help.option.mode", zh: "报到方式：到场 onSite、远程 remote", en: "How: onSite, remote"),
        Sentence("help.option.substitute", zh: "接替人员编号", en: "Reference of who takes over"),
        Sentence("help.option.meeting", zh: "会议序号", en: "Number of the meeting"),
        Sentence(
            "help.option.meetingKind",
            zh: "会议类型：问题协调会 coordination、联席会议 joint、调度会 dispatching、专题会 special",
            en: "Kind of meeting: coordination, joint, dispatching, special"
        ),
        Sentence("help.option.at", zh: "开会时间，如 「明天 10:00」", en: "When, such as 2026-11-21 10:00 or +1d"),
        Sentence("help.option.invite", zh: "参会单位，可写多次", en: "Invited unit; may be repeated"),
        Sentence("help.option.agenda", zh: "议题", en: "Agenda"),
        Sentence("help.option.venue", zh: "会议地点", en: "Venue"),
        Sentence(
            "help.option.attended",
            zh: "到会单位，可带人员编号：单位/编号；可写多次",
            en: "A unit that attended, with its person if known: UNIT/PERSON; may be repeated"
        ),
        Sentence("help.option.minutes", zh: "会议纪要；@文件 从文件读", en: "Minutes; @FILE reads a file"),
        Sentence(
            "help.option.decision",
            zh: "会议决定：单位|时限|内容，单位前加 ! 的须附证明；可写多次",
            en: "A decision: UNIT|DUE|TEXT, with ! before the unit if a file has to prove it; may be repeated"
        ),
        Sentence("help.option.proof", zh: "须附证明材料才能报完成", en: "To be completed only with a file as proof"),
        Sentence("help.option.duty", zh: "任务内容", en: "What is to be done"),
        Sentence("help.option.percent", zh: "进度，0 到 100", en: "Progress, 0 to 100"),
        Sentence("help.option.note", zh: "情况说明", en: "Note"),
        Sentence("help.option.task", zh: "任务序号", en: "Number of the task"),
        Sentence("help.option.file", zh: "文件路径", en: "Path of the file"),
        Sentence("help.option.caption", zh: "材料说明", en: "What the file shows"),
        Sentence("help.option.entry", zh: "记录序号", en: "Number of the entry"),
        Sentence(
            "help.option.field",
            zh: "更正哪一项：subject、place、reason、minutes 等文字项",
            en: "The text to correct: subject, place, reason, minutes and so on"
        ),
        Sentence("help.option.correction", zh: "更正后的文字", en: "The corrected text"),
        Sentence(
            "help.option.result",
            zh: "申报结果：已解决 solved、部分解决 partly、解释说明 explained",
            en: "Claimed result: solved, partly, explained"
        ),
        Sentence("help.option.summary", zh: "办理情况", en: "What was done"),
        Sentence("help.option.demand", zh: "诉求序号", en: "Number of the demand"),
        Sentence(
            "help.option.outcome",
            zh: "联系结果：已联系上 reached、无人接听 noAnswer、拒绝回访 refused、号码有误 wrongNumber",
            en: "Contact: reached, noAnswer, refused, wrongNumber"
        ),
        Sentence("help.option.solved", zh: "是否解决：已解决 yes、部分解决 partly、未解决 no", en: "Solved: yes, partly, no"),
        Sentence("help.option.satisfaction", zh: "满意度，1 到 5，5 最满意", en: "Satisfaction, 1 to 5, 5 the best"),
        Sentence(
            "help.option.class",
            zh: "办结类型：已解决 solved、部分解决 partly、解释说明 explained、转其他渠道 otherChannel、终止办理 terminated、无回访对象 noResident",
            en: "Closing class: solved, partly, explained, otherChannel, terminated, noResident"
        ),
        Sentence("help.option.score", zh: "评分，1 到 5，5 最好", en: "Score, 1 to 5, 5 the best"),
        Sentence("help.option.comment", zh: "评语", en: "Comment"),
    ]
}
