extension Sentences {
    /// Titles and figures of the screens that only show something.
    static let screens: [Sentence] = [
        Sentence("list.empty", zh: "没有符合条件的哨。", en: "No whistle fits."),
        Sentence("log.empty", zh: "没有符合条件的记录。", en: "No entry fits."),
        Sentence("whoami.line", zh: "{unit}／{post}（{title}），{person}", en: "{unit} / {post} ({title}), {person}"),
        Sentence("show.calls", zh: "报到单", en: "Calls"),
        Sentence("show.group", zh: "专项工作组", en: "Working group"),
        Sentence("show.meetings", zh: "会议", en: "Meetings"),
        Sentence("show.tasks", zh: "任务", en: "Tasks"),
        Sentence("show.demands", zh: "诉求和回访", en: "Demands and follow-up"),
        Sentence("show.evaluations", zh: "评价", en: "Evaluations"),
        Sentence("show.timeline", zh: "办理经过", en: "Timeline"),
        Sentence("show.next", zh: "下一步可以", en: "What can be done next"),
        Sentence("show.backEntry", zh: "补录，{state}", en: "entered afterwards, {state}"),
        Sentence("inbox.empty", zh: "没有待办。", en: "There is nothing to do."),
        Sentence("inbox.count", zh: "共 {count} 项，其中超时 {overdue} 项", en: "items: {count}, late: {overdue}"),
        Sentence("today.raised", zh: "今日吹哨", en: "raised today"),
        Sentence("today.notReportedIn", zh: "未报到", en: "not reported in"),
        Sentence("today.overdue", zh: "超时", en: "late"),
        Sentence("today.closed", zh: "办结", en: "closed"),
        Sentence("replay.digest", zh: "状态摘要 {digest}", en: "state digest {digest}"),
    ]
}
