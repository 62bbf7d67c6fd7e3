extension Sentences {
    /// The page of one whistle, and the notice to a called unit.
    static let show: [Sentence] = [
        Sentence("show.importedCase", zh: "外部案件", en: "another system's case"),
        Sentence("show.label.street", zh: "吹哨单位", en: "raised by"),
        Sentence("show.label.department", zh: "承办部门", en: "department"),
        Sentence("show.label.lead", zh: "主办", en: "lead"),
        Sentence("show.label.groupLead", zh: "牵头", en: "group lead"),
        Sentence("show.label.place", zh: "地点", en: "place"),
        Sentence("show.label.whyNotAlone", zh: "吹哨理由", en: "why not alone"),
        Sentence("show.label.category", zh: "类别", en: "category"),
        Sentence("show.label.reference", zh: "外部编号", en: "reference"),
        Sentence("show.label.raised", zh: "吹哨时间", en: "raised"),
        Sentence("show.label.due", zh: "办理时限", en: "due"),
        Sentence("show.label.approveBy", zh: "补批时限", en: "approve by"),
        Sentence("show.label.closed", zh: "结束时间", en: "ended"),
        Sentence("show.label.reopened", zh: "重开次数", en: "reopened"),
        Sentence("show.label.sentBack", zh: "返工次数", en: "sent back"),
        Sentence("show.label.files", zh: "附件", en: "files"),
        Sentence("show.label.acknowledge", zh: "签收", en: "signed for"),
        Sentence("show.label.reportIn", zh: "报到", en: "reported in"),
        Sentence("show.until", zh: "限 {moment}", en: "by {moment}"),
        Sentence("show.onTime", zh: "按时", en: "on time"),
        Sentence("show.lateBy", zh: "超 {length}", en: "{length} late"),
        Sentence("show.groupLead", zh: "牵头：{unit}", en: "lead: {unit}"),
        Sentence("show.memberList", zh: "成员：{members}", en: "members: {members}"),
        Sentence(
            "show.meeting",
            zh: "{item}  {kind} · {state} · {time} · 通知 {invited} 家，到会 {attended} 家，决定 {decisions} 项",
            en: "{item}  {kind} · {state} · {time} · {invited} invited, {attended} attended, {decisions} decisions"
        ),
        Sentence(
            "show.task",
            zh: "{item}  {unit} · {state} {percent}% · {due}",
            en: "{item}  {unit} · {state} {percent}% · {due}"
        ),
        Sentence("show.notAsked", zh: "未回访", en: "not followed up"),
        Sentence("show.attempts", zh: "回访 {attempts} 次：{outcome}", en: "asked {attempts} times: {outcome}"),
        Sentence("show.satisfaction", zh: "满意度 {grade}/5", en: "satisfaction {grade}/5"),
        Sentence("show.score", zh: "{from}评{to}：{score} 分", en: "{from} of {to}: {score}"),
        Sentence(
            "show.corrected",
            zh: "↳ 第 {entry} 条更正{field}为：{correction}",
            en: "↳ entry {entry} corrects {field} to: {correction}"
        ),

        Sentence("show.over", zh: "已经结束，没有待办。", en: "It is over: nothing is left to do."),
        Sentence("show.notice.heading", zh: "【吹哨通知】{whistle}（{kind}）", en: "[Whistle] {whistle} ({kind})"),
        Sentence("show.notice.matter", zh: "{street}吹哨：{title}", en: "{street} calls: {title}"),
        Sentence("show.notice.place", zh: "地点：{place}", en: "Place: {place}"),
        Sentence("show.notice.call", zh: "请{unit}（{role}）：", en: "{unit} ({role}), please:"),
        Sentence("show.notice.acknowledge", zh: "· {acknowledgeBy} 前签收", en: "- sign for it by {acknowledgeBy}"),
        Sentence("show.notice.reportIn", zh: "· {reportInBy} 前报到", en: "- report in by {reportInBy}"),
        Sentence("show.notice.reportInOnSite", zh: "· {reportInBy} 前到现场报到", en: "- report in on site by {reportInBy}"),
        Sentence(
            "show.notice.objected",
            zh: "· 异议待裁，裁决前时限照走",
            en: "- the objection awaits its ruling; until then the clocks run"
        ),
        Sentence(
            "show.notice.handling",
            zh: "{unit}（{role}）已报到，办理时限：{due}",
            en: "{unit} ({role}) has reported in; to be handled by: {due}"
        ),
        Sentence("show.notice.due", zh: "办理时限：{due}", en: "To be handled by: {due}"),
        Sentence("show.notice.contact", zh: "报到联系：{contact}", en: "Report to: {contact}"),
        Sentence(
            "show.notice.noCalls",
            zh: "{whistle} 没有有效的报到单，不用通知。",
            en: "{whistle} has no live call: there is nobody to notify."
        ),
        Sentence(
            "show.notice.nothing",
            zh: "{whistle} {state}，没有要通知的单位。",
            en: "{whistle} is {state}: there is nobody to notify."
        ),
        Sentence(
            "show.notice.notCalled",
            zh: "{unit}在 {whistle} 没有有效的报到单。",
            en: "{unit} has no live call in {whistle}."
        ),
    ]

    /// Help on the commands that only read.
    static let viewHelp: [Sentence] = [
        Sentence(
            "help.option.list.late",
            zh: "只看超时的：过了时限没办结，或办结时已过时限",
            en: "Only late ones: past due, or handled after it"
        ),
        Sentence("help.option.list.open", zh: "只看未结的", en: "Only open ones"),
        Sentence("help.option.list.closed", zh: "只看已结的", en: "Only closed ones"),
        Sentence("help.option.list.state", zh: "只看这种状态，可重复", en: "Only those in this state; may be repeated"),
        Sentence("help.option.list.street", zh: "只看这个单位吹的哨", en: "Only those that this unit raised"),
        Sentence("help.option.list.unit", zh: "只看这个单位参与的", en: "Only those in which this unit takes part"),
        Sentence("help.option.list.kind", zh: "只看这类哨", en: "Only whistles of this kind"),
        Sentence("help.option.list.limit", zh: "最多显示几件", en: "Show so many at most"),
        Sentence("help.option.list.retired", zh: "包括已撤销的单位", en: "Retired units too"),
        Sentence("help.option.list.ended", zh: "包括已免去的岗位", en: "Ended posts too"),
        Sentence("help.option.list.postsOf", zh: "只看这个单位的岗位", en: "Only the posts of this unit"),
        Sentence(
            "help.example.list",
            zh: "例：\n  muster list --late --open\n  muster list --unit 资规局 --json",
            en: "Examples:\n  muster list --late --open\n  muster list --unit UNIT --json"
        ),
        Sentence("help.unit.list", zh: "列出单位", en: "List the units"),
        Sentence("help.post.list", zh: "列出岗位", en: "List the posts"),
        Sentence("help.option.show.unit", zh: "通知哪个单位（与 --notice 同用）", en: "The unit to notify (with --notice)"),
        Sentence("help.option.show.notice", zh: "输出可直接发到群里的通知", en: "Print the notice to paste into a chat"),
        Sentence(
            "help.example.show",
            zh: "例：\n  muster show W2026-000042\n  muster show W2026-000042 资规局 --notice",
            en: "Examples:\n  muster show W2026-000042\n  muster show W2026-000042 UNIT --notice"
        ),
        Sentence(
            "help.option.inbox.unit",
            zh: "哪个单位；不写则为当前身份的单位",
            en: "Whose; by default the unit that acts"
        ),
        Sentence("help.example.inbox", zh: "例：\n  muster inbox 资规局", en: "Example:\n  muster inbox UNIT"),
        Sentence("help.option.today.text", zh: "输出一条群消息", en: "Print one chat message"),
        Sentence("help.option.today.date", zh: "改看哪一天，以当日记录为准", en: "Another day, as it was recorded then"),
        Sentence(
            "help.example.today",
            zh: "例：\n  muster today --text\n  muster today --date 2026-11-20",
            en: "Examples:\n  muster today --text\n  muster today --date 2026-11-20"
        ),
        Sentence("help.option.log.from", zh: "从哪个位置起（第一条为 0）", en: "From which position on (the first is 0)"),
        Sentence("help.example.log", zh: "例：\n  muster log | jq .type", en: "Example:\n  muster log | jq .type"),
        Sentence(
            "help.example.replay",
            zh: "例：\n  muster replay --as-recorded \"2026-11-21 10:00\"\n  muster replay --watch W2026-000042",
            en: "Examples:\n  muster replay --as-recorded \"2026-11-21 10:00\"\n  muster replay --watch W2026-000042"
        ),
        Sentence("help.config.list", zh: "列出已设置的项", en: "List what is set"),
        Sentence("help.option.config.showOrigin", zh: "同时显示出处", en: "Show where each is set"),
    ]
}
