extension Sentences {
    /// Lists, one whistle's page and the inbox.
    static let screens: [Sentence] = [
        Sentence("list.empty", zh: "没有符合条件的哨。", en: "No whistle fits."),
        Sentence("list.count", zh: "共 {count} 件，其中超时 {overdue} 件", en: "whistles: {count}, late: {overdue}"),
        Sentence(
            "unitList.empty",
            zh: "还没有登记单位。用 muster unit register 登记。",
            en: "No unit is registered. Do so with: muster unit register"
        ),
        Sentence(
            "postList.empty",
            zh: "还没有设岗位。用 muster post assign 设岗。",
            en: "There is no post. Make one with: muster post assign"
        ),
        Sentence("log.empty", zh: "没有符合条件的记录。", en: "No entry fits."),
        Sentence("log.count", zh: "共 {count} 条记录", en: "entries: {count}"),
        Sentence("whoami.line", zh: "{unit}／{post}（{title}），{person}", en: "{unit} / {post} ({title}), {person}"),
        Sentence(
            "version.line",
            zh: "muster {version}，台账格式第 {format} 版",
            en: "muster {version}, ledger format {format}"
        ),

        Sentence("show.header", zh: "{whistle}　{subject}", en: "{whistle}  {subject}"),
        Sentence("show.asOf", zh: "截至 {moment}", en: "as of {moment}"),
        Sentence("show.matter", zh: "基本情况", en: "Matter"),
        Sentence("show.calls", zh: "报到单", en: "Calls"),
        Sentence("show.group", zh: "专项工作组", en: "Working group"),
        Sentence("show.meetings", zh: "会议", en: "Meetings"),
        Sentence("show.tasks", zh: "任务", en: "Tasks"),
        Sentence("show.demands", zh: "诉求和回访", en: "Demands and follow-up"),
        Sentence("show.files", zh: "附件", en: "Files"),
        Sentence("show.evaluations", zh: "评价", en: "Evaluations"),
        Sentence("show.timeline", zh: "办理经过", en: "Timeline"),
        Sentence("show.next", zh: "下一步可以", en: "What can be done next"),
        Sentence("show.nothingNext", zh: "已经结束，没有待办。", en: "It is over: there is nothing to do."),
        Sentence("show.noGroup", zh: "没有组建", en: "none"),
        Sentence("show.members", zh: "组员 {count} 人", en: "members: {count}"),
        Sentence("show.repeatDemands", zh: "重复诉求 {count} 件", en: "repeat demands: {count}"),
        Sentence("show.reworks", zh: "返工 {count} 次", en: "times sent back: {count}"),
        Sentence("show.reopened", zh: "重办 {count} 次", en: "times reopened: {count}"),
        Sentence("show.approvalPending", zh: "待补批，{moment} 前", en: "approval pending, until {moment}"),
        Sentence("show.approved", zh: "已批准（岗位 {post}）", en: "approved by the post {post}"),
        Sentence("show.imported", zh: "外部系统导入，时限按原系统，不计报到", en: "imported: the source’s own times, no report-in"),
        Sentence("show.clocksRun", zh: "裁决前时限照走", en: "clocks keep running until the ruling"),
        Sentence("show.backEntry", zh: "补录，{state}", en: "entered afterwards, {state}"),

        Sentence("inbox.header", zh: "{unit}待办", en: "Inbox of {unit}"),
        Sentence("inbox.empty", zh: "没有待办。", en: "There is nothing to do."),
        Sentence("inbox.count", zh: "共 {count} 项，其中超时 {overdue} 项", en: "items: {count}, late: {overdue}"),
        Sentence("inbox.acknowledge", zh: "待签收", en: "to sign for"),
        Sentence("inbox.reportIn", zh: "待报到", en: "to report in"),
        Sentence("inbox.handle", zh: "待办理", en: "to handle"),
        Sentence("inbox.acceptTask", zh: "待接单", en: "tasks to accept"),
        Sentence("inbox.task", zh: "待完成任务", en: "tasks to complete"),
        Sentence("inbox.meeting", zh: "待参会", en: "meetings"),
        Sentence("inbox.approve", zh: "待补批", en: "to approve"),
        Sentence("inbox.arbitrate", zh: "待裁决", en: "to rule on"),
        Sentence("inbox.inspect", zh: "待核查", en: "to inspect"),
        Sentence("inbox.followUp", zh: "待回访", en: "to follow up"),
        Sentence("inbox.close", zh: "待办结", en: "to close"),
        Sentence("inbox.evaluate", zh: "待评价", en: "to evaluate"),
        Sentence("inbox.backEntry", zh: "待认定补录", en: "entries to rule on"),
    ]

    /// The day's figures, and what is pasted into a chat.
    static let notices: [Sentence] = [
        Sentence("today.header", zh: "{district}　{date}　吹哨报到", en: "{district}  {date}  whistles"),
        Sentence("today.raised", zh: "今日吹哨", en: "raised today"),
        Sentence("today.unacknowledged", zh: "未签收", en: "not signed for"),
        Sentence("today.notReportedIn", zh: "未报到", en: "not reported in"),
        Sentence("today.overdue", zh: "超时", en: "late"),
        Sentence("today.repeatDemands", zh: "重复诉求", en: "repeat demands"),
        Sentence("today.closed", zh: "办结", en: "closed"),
        Sentence("today.open", zh: "在办", en: "open"),
        Sentence("today.awaitingRuling", zh: "待裁决", en: "awaiting a ruling"),
        Sentence("today.figure", zh: "{label} {count} 件", en: "{label}: {count}"),
        Sentence(
            "today.chat",
            zh:
                "【吹哨报到】{district} {date}：今日吹哨 {raised} 件，未签收 {unacknowledged} 件，未报到 {notReportedIn} 件，超时 {overdue} 件，重复诉求 {repeatDemands} 件，办结 {closed} 件",
            en:
                "[Whistles] {district} {date}: raised today {raised}, not signed for {unacknowledged}, not reported in {notReportedIn}, late {overdue}, repeat demands {repeatDemands}, closed {closed}"
        ),
        Sentence("today.late", zh: "超时清单", en: "Late"),
        Sentence(
            "today.lateLine",
            zh: "{whistle}　{unit}　{deadline}{standing}",
            en: "{whistle}  {unit}  {deadline} {standing}"
        ),
        Sentence("today.nothingLate", zh: "没有超时。", en: "Nothing is late."),
        Sentence("today.asOf", zh: "截至 {moment}，台账位置 {position}", en: "as of {moment}, ledger position {position}"),

        Sentence(
            "notice.call",
            zh:
                "【吹哨】{street}请{unit}报到（{role}）\n哨号：{whistle}（{kind}）\n事项：{subject}\n地点：{place}\n请于 {acknowledgeBy} 前签收，{reportInBy} 前报到。\n联系：{contact}",
            en:
                "[Whistle] {street} calls {unit} ({role})\nWhistle: {whistle} ({kind})\nSubject: {subject}\nPlace: {place}\nSign for it by {acknowledgeBy} and report in by {reportInBy}.\nAnswer: {contact}"
        ),
        Sentence(
            "notice.callOnSite",
            zh:
                "【应急吹哨】{street}请{unit}到场报到（{role}）\n哨号：{whistle}（{kind}）\n事项：{subject}\n地点：{place}\n请立即签收，{reportInBy} 前到场报到。\n联系：{contact}",
            en:
                "[Emergency] {street} calls {unit} on site ({role})\nWhistle: {whistle} ({kind})\nSubject: {subject}\nPlace: {place}\nSign for it now and report in on site by {reportInBy}.\nAnswer: {contact}"
        ),
        Sentence(
            "notice.late",
            zh: "【催办】{unit}：{whistle}（{subject}）{deadline}时限 {due}，{standing}。请尽快办理并回复{contact}。",
            en:
                "[Reminder] {unit}: {whistle} ({subject}), {deadline} deadline {due}, {standing}. Act now and answer {contact}."
        ),
        Sentence(
            "notice.ended",
            zh: "【撤单】{unit}：{whistle}（{subject}）不再需要你单位报到，{state}。",
            en: "[Ended] {unit}: {whistle} ({subject}) no longer needs you, the call is {state}."
        ),
    ]

    /// What replay, import and the demonstration say.
    static let reports: [Sentence] = [
        Sentence("replay.header", zh: "重放台账，截至 {moment}", en: "Ledger replayed as of {moment}"),
        Sentence("replay.to", zh: "重放台账，到第 {position} 条记录", en: "Ledger replayed to entry {position}"),
        Sentence("replay.done", zh: "重放 {count} 条记录，用时 {elapsed}", en: "entries replayed: {count}, in {elapsed}"),
        Sentence("replay.digest", zh: "状态摘要 {digest}", en: "state digest {digest}"),
        Sentence("replay.whistles", zh: "哨 {count} 件", en: "whistles: {count}"),
        Sentence("replay.calls", zh: "报到单 {count} 张", en: "calls: {count}"),

        Sentence(
            "import.done",
            zh: "读入 {read} 行：新导入 {imported} 件，结案 {closed} 件，已有 {repeated} 件，跳过 {skipped} 行",
            en:
                "rows read: {read}; cases imported: {imported}, closed: {closed}, known already: {repeated}; rows skipped: {skipped}"
        ),
        Sentence("import.skipped", zh: "第 {line} 行跳过：{what}", en: "line {line} skipped: {what}"),
        Sentence("import.masked", zh: "遮盖 {count} 处疑似手机号或身份证号", en: "mobile or ID numbers masked: {count}"),
        Sentence("import.progress", zh: "已读 {read} 行", en: "rows read: {read}"),
        Sentence("import.nothing", zh: "文件里没有案件。", en: "The file holds no case."),

        Sentence(
            "demo.header",
            zh: "演示：一件事从吹哨到办结。单位、人员和事项均为虚构。",
            en: "Demonstration: a matter from whistle to closing. All units, people and matters are invented."
        ),
        Sentence(
            "demo.made",
            zh: "演示台账 {path} 已生成：{whistles} 件哨，{entries} 条记录",
            en: "Demonstration ledger {path} made; whistles: {whistles}, entries: {entries}"
        ),
        Sentence("demo.step", zh: "第 {number} 步　{what}", en: "Step {number}  {what}"),
        Sentence("demo.refused", zh: "按规则不予办理：{what}", en: "Refused by the rules: {what}"),
        Sentence(
            "demo.try",
            zh: "接着试试：muster --ledger {path} list，muster --ledger {path} today，muster --ledger {path} show {whistle}",
            en:
                "Now try: muster --ledger {path} list, muster --ledger {path} today, muster --ledger {path} show {whistle}"
        ),
    ]
}
