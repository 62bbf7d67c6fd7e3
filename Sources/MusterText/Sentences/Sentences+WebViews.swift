extension Sentences {
    /// The inbox as a web page.
    static let webInbox: [Sentence] = [
        Sentence("web.inbox", zh: "待办", en: "To do"),
        Sentence("web.inboxOf", zh: "{unit}的待办", en: "To do: {unit}"),
        Sentence("web.light.green", zh: "正常", en: "In time"),
        Sentence("web.light.yellow", zh: "临期", en: "Due soon"),
        Sentence("web.light.red", zh: "超时", en: "Late"),
        Sentence("web.light.none", zh: "不计时", en: "No clock"),
        Sentence("web.filters", zh: "筛选待办", en: "Filter the list"),
        Sentence("web.filter.all", zh: "全部", en: "All"),
        Sentence("web.filter.overdue", zh: "超时", en: "Late"),
        Sentence("web.filter.unsigned", zh: "待签收", en: "To sign for"),
        Sentence("web.filterCount", zh: "{count} 项", en: "{count}"),
        Sentence("web.undelivered", zh: "未送达的派单", en: "Calls not opened yet"),
        Sentence(
            "web.undeliveredLead",
            zh: "被叫单位还没有打开这些派单，签收时限照走。请催收。",
            en: "The called units have not opened these calls, and the clocks run. Remind them."
        ),
        Sentence("web.inOrder", zh: "按时限先后", en: "By deadline"),
        Sentence("web.columnLight", zh: "灯", en: "Light"),
        Sentence("web.columnDue", zh: "时限", en: "Due"),
        Sentence("web.columnDuty", zh: "要办的事", en: "What to do"),
        Sentence("web.columnMatter", zh: "事项", en: "Matter"),
        Sentence("web.columnWhistle", zh: "哨号", en: "Whistle"),
        Sentence("web.taskText", zh: "任务：{text}", en: "Task: {text}"),
        Sentence("web.noDue", zh: "没有时限", en: "no deadline"),
        Sentence("web.empty.all", zh: "没有待办", en: "Nothing to do"),
        Sentence(
            "web.empty.all.text",
            zh: "现在没有等{unit}签收、报到或办理的事项。有新的派单，会显示在这里。",
            en: "Nothing waits for {unit} to sign for, to report in to or to handle. New calls will show here."
        ),
        Sentence("web.empty.overdue", zh: "没有超时的事项", en: "Nothing is late"),
        Sentence(
            "web.empty.overdue.text",
            zh: "{unit}的待办都在时限以内。",
            en: "All that {unit} has to do is within its time."
        ),
        Sentence("web.empty.unsigned", zh: "没有等待签收的派单", en: "No call waits to be signed for"),
        Sentence(
            "web.empty.unsigned.text",
            zh: "派给{unit}的都已签收，请留意报到和办理时限。",
            en: "{unit} has signed for all its calls. Mind the times to report in and to handle them."
        ),
        Sentence("web.pages", zh: "翻页", en: "Pages"),
        Sentence("web.nextPage", zh: "下一页", en: "Next page"),
        Sentence("web.firstPage", zh: "回到第一页", en: "Back to the first page"),
        Sentence("web.shown", zh: "本页 {shown} 项，共 {count} 项", en: "{shown} on this page, {count} in all"),
        Sentence("web.refreshNow", zh: "刷新", en: "Refresh"),
        Sentence("web.refreshOn", zh: "每分钟自动刷新", en: "Refresh every minute"),
        Sentence("web.refreshOff", zh: "停止自动刷新", en: "Stop refreshing"),
        Sentence("web.refreshing", zh: "正在每分钟自动刷新。", en: "This page refreshes every minute."),
    ]

    /// One whistle as a web page.
    static let webWhistle: [Sentence] = [
        Sentence("web.yourTurn", zh: "现在可以办", en: "What you can do now"),
        Sentence(
            "web.nothingNow",
            zh: "这个哨现在没有要您的单位在页面上办理的事。",
            en: "There is nothing here for your unit to do on this page now."
        ),
        Sentence("web.over", zh: "这个哨已经结束，没有待办。", en: "This whistle is over; nothing is left to do."),
        Sentence(
            "web.readOnlyNow", zh: "当前令牌只能查看，不能办理。", en: "Your token may read but not act."
        ),
        Sentence("web.otherActs", zh: "还可以在命令行或接口办理：{acts}。", en: "On the command line or by the API also: {acts}."),
        Sentence("web.taskNumber", zh: "任务 {task}", en: "Task {task}"),
        Sentence("web.signBy", zh: "本单位（{role}）：{time} 前签收", en: "Your unit ({role}): sign for it by {time}"),
        Sentence("web.comeBy", zh: "本单位（{role}）：{time} 前报到", en: "Your unit ({role}): report in by {time}"),
        Sentence("web.handleBy", zh: "办理时限", en: "Handle it by"),
        Sentence("web.facts", zh: "基本情况", en: "The matter"),
        Sentence("web.calls", zh: "报到单", en: "Calls"),
        Sentence("web.group", zh: "专项工作组", en: "Working group"),
        Sentence("web.tasks", zh: "任务", en: "Tasks"),
        Sentence("web.meetings", zh: "会议", en: "Meetings"),
        Sentence("web.demands", zh: "诉求和回访", en: "Demands and follow-up"),
        Sentence("web.timelineHeading", zh: "办理经过", en: "Timeline"),
        Sentence("web.columnUnit", zh: "单位", en: "Unit"),
        Sentence("web.columnRole", zh: "分工", en: "Role"),
        Sentence("web.columnState", zh: "状态", en: "State"),
        Sentence("web.columnAcknowledged", zh: "签收", en: "Signed for"),
        Sentence("web.columnReportedIn", zh: "报到", en: "Reported in"),
        Sentence("web.columnTask", zh: "任务", en: "Task"),
        Sentence("web.columnProgress", zh: "进度", en: "Progress"),
        Sentence("web.columnMeeting", zh: "会议", en: "Meeting"),
        Sentence("web.columnTime", zh: "时间", en: "Time"),
        Sentence("web.columnAttendance", zh: "到会", en: "Attendance"),
        Sentence("web.columnDecisions", zh: "决定", en: "Decisions"),
        Sentence("web.columnDemand", zh: "诉求", en: "Demand"),
        Sentence("web.columnAnswer", zh: "回访结果", en: "Answer"),
        Sentence("web.until", zh: "限 {time}", en: "by {time}"),
        Sentence("web.ended", zh: "不再计时", en: "clock stopped"),
        Sentence("web.notDelivered", zh: "未送达", en: "not opened yet"),
        Sentence("web.delivered", zh: "{time} 送达", en: "opened {time}"),
        Sentence("web.attended", zh: "到会 {attended} 家，通知 {invited} 家", en: "{attended} of {invited} invited units"),
        Sentence("web.decisionCount", zh: "{count} 项", en: "{count}"),
        Sentence("web.meetingName", zh: "第 {meeting} 次 {kind}", en: "No. {meeting}, {kind}"),
        Sentence("web.proofNeeded", zh: "须附证明", en: "proof needed"),
        Sentence("web.proofAttached", zh: "已附材料 {files} 件", en: "files attached: {files}"),
        Sentence("web.entryNumber", zh: "第 {entry} 条", en: "Entry {entry}"),
        Sentence("web.matterItself", zh: "本事项", en: "The matter itself"),
        Sentence("web.emptyTimeline", zh: "没有可以显示的记录。", en: "There is no entry to show."),
        Sentence("web.you", zh: "本单位", en: "yours"),
        Sentence(
            "web.printed", zh: "打印自吹哨报到系统，{time}，记录 {count} 条。",
            en: "Printed from Muster, {time}, {count} entries."
        ),
    ]
}
