extension Sentences {
    /// What the demonstration says besides the sentences of events.
    static let demo: [Sentence] = demoFrame + demoCast + demoTexts

    private static let demoFrame: [Sentence] = [
        Sentence(
            "demo.help",
            zh: "演示一件完整的哨：从吹哨到办结，再由审计从头重放",
            en: "Play a whole case, from the whistle to its end, then audit it"
        ),
        Sentence(
            "demo.help.example",
            zh: "  muster demo\n  muster demo --keep ./demo        留下账本，自己看\n"
                + "  muster demo --open               演示后接着在浏览器里办",
            en: "  muster demo\n  muster demo --keep ./demo        leaves the ledger to explore\n"
                + "  muster demo --open               leaves a server running to go on in a browser"
        ),
        Sentence(
            "demo.help.keep",
            zh: "把账本和各岗位的令牌留在此文件夹",
            en: "Leave the ledger and the posts' tokens in this folder"
        ),
        Sentence(
            "demo.help.open",
            zh: "演示后让服务在空闲端口上继续运行，并给出网址和登录用的令牌",
            en: "Leave a server running on a free port afterwards, and say where it is and how to sign in"
        ),
        Sentence(
            "demo.error.there",
            zh: "{path} 已经在了。换一个文件夹，或先移走旧的演示。",
            en: "{path} is there already. Name another folder, or move the old demonstration away."
        ),
        Sentence(
            "demo.error.ledger",
            zh: "演示只写自己新建的账本，不碰别的账本。要留下它，请用 --keep 文件夹。",
            en: "The demonstration writes only into a ledger of its own. To keep that one, use --keep DIR."
        ),
        Sentence(
            "demo.error.digestsDiffer",
            zh: "重放得到的状态与写入时不同：{live} 与 {replayed}。",
            en: "The replayed state differs from the live one: {live} and {replayed}."
        ),

        Sentence(
            "demo.title",
            zh: "演示 · 雁塔区 · 金裕云顶小区办不动产权证",
            en: "Demonstration · Yanta District · title deeds for the Jinyu Yunding compound"
        ),
        Sentence(
            "demo.real",
            zh: "真实：大雁塔街道吹哨，区处遗办、自然资源规划部门报到，成立专项工作组，开问题协调会，问题解决。",
            en: "Real: Dayanta Street blew the whistle, the legacy office and the planning authority reported in, a "
                + "working group and a coordination meeting followed, and it was solved."
        ),
        Sentence(
            "demo.invented",
            zh: "虚构：日期、时限、人员、热线编号、错派的部门、会议决定、任务、回访与评分。",
            en: "Invented: dates, limits, persons, the hotline number, the wrongly called bureau, decisions, tasks, "
                + "the follow-up and the scores."
        ),

        Sentence(
            "demo.http",
            zh: "以下由 {posts} 个岗位各凭自己的令牌，经 HTTP 向 {address} 办理，共 {acts} 次。部门首次读取待办，即记录送达。",
            en: "What follows came in over HTTP at {address}: {acts} acts by {posts} posts, each with its own token. A "
                + "call is recorded as delivered when its department first fetches its inbox."
        ),

        Sentence("demo.chapter.cast", zh: "一、单位与岗位", en: "1. Units and posts"),
        Sentence("demo.chapter.raising", zh: "二、街道吹哨", en: "2. The street blows the whistle"),
        Sentence("demo.chapter.answering", zh: "三、签收与异议", en: "3. Signing for it, and an objection"),
        Sentence("demo.chapter.reportingIn", zh: "四、部门报到", en: "4. The departments report in"),
        Sentence("demo.chapter.meeting", zh: "五、专项工作组与问题协调会", en: "5. The working group and its meeting"),
        Sentence("demo.chapter.tasks", zh: "六、任务与证明", en: "6. Tasks and proof"),
        Sentence("demo.chapter.inspection", zh: "七、申请办结与返工", en: "7. Claimed, sent back, accepted"),
        Sentence("demo.chapter.followUp", zh: "八、回访与办结", en: "8. The resident is asked, the case closed"),
        Sentence("demo.chapter.evaluation", zh: "九、双向评价", en: "9. Both sides evaluate"),
        Sentence("demo.chapter.audit", zh: "十、审计重放", en: "10. The auditor replays it"),
        Sentence("demo.day", zh: "── {date} · 第 {day} 天", en: "── {date} · day {day}"),

        Sentence("demo.merged.meeting.unitInvited", zh: "应邀：{units}", en: "Invited: {units}"),
        Sentence("demo.merged.meeting.unitAttended", zh: "到会：{units}", en: "Attended: {units}"),
        Sentence("demo.merged.member.joined", zh: "成员：{units}", en: "Members: {units}"),
        Sentence(
            "demo.merged.call.issued",
            zh: "派单：{units}；{acknowledgeBy} 前签收，{reportInBy} 前报到",
            en: "called {units}; to sign for it by {acknowledgeBy} and to report in by {reportInBy}"
        ),
        Sentence("demo.merged.role", zh: "{unit}（{role}）", en: "{unit} ({role})"),
        Sentence("demo.becomesTask", zh: " → 任务 {task}", en: " → task {task}"),

        Sentence(
            "demo.note.slip",
            zh: "※ 主任已在纸质审批单上签字，账本记下审批单的哈希。",
            en: "※ The director has signed a slip on paper; the ledger holds its hash."
        ),
        Sentence(
            "demo.note.delivered",
            zh: "※ 首次读取待办即为送达，由系统记录，不必自报。",
            en: "※ The first fetch is the delivery: it is recorded, and nobody has to claim it."
        ),
        Sentence(
            "demo.note.passed",
            zh: "※ 没有人操作：到点由系统记录。",
            en: "※ Nobody did anything: time itself is recorded."
        ),
        Sentence(
            "demo.note.backEntry",
            zh: "※ 补录：自称昨天已到场，确认前按现在计。",
            en: "※ Entered afterwards: counts as of now until the other side confirms it."
        ),
        Sentence("demo.note.confirmed", zh: "※ 街道确认，改按昨天计：按时报到。", en: "※ Confirmed by the street: in time after all."),
        Sentence("demo.note.late", zh: "※ 迟到如实记录。", en: "※ Late, and recorded as late."),
        Sentence(
            "demo.note.decisions",
            zh: "※ 每项决定都成为任务，有主有期。",
            en: "※ Every decision is a task with an owner and a date."
        ),
        Sentence("demo.note.proof", zh: "※ 此任务没有证明材料不能完成。", en: "※ Without a proof this task cannot be completed."),
        Sentence(
            "demo.note.rework",
            zh: "※ 等待核查的时间不计入办理时限。",
            en: "※ The handling clock stood still while the claim waited."
        ),
        Sentence(
            "demo.note.closed",
            zh: "※ 居民说解决了，才能按“已解决”办结。",
            en: "※ Only the resident's word lets it close as solved."
        ),

        Sentence(
            "demo.board.heading",
            zh: "第 2 天结束时（{moment}）账本里有 {events} 条，当时的状态是：",
            en: "At the end of day 2 ({moment}) the ledger held {events} entries, and the state was:"
        ),
        Sentence(
            "demo.board.whistle",
            zh: "  {whistle}  {state}  办理时限 {clock}",
            en: "  {whistle}  {state}  to be handled by {clock}"
        ),
        Sentence("demo.board.unit", zh: "单位", en: "unit"),
        Sentence("demo.board.role", zh: "角色", en: "role"),
        Sentence("demo.board.state", zh: "状态", en: "state"),
        Sentence("demo.board.signed", zh: "签收", en: "signed for"),
        Sentence("demo.board.reportedIn", zh: "报到", en: "reported in"),
        Sentence("demo.board.running", zh: "{due}，{standing}", en: "{due}, {standing}"),
        Sentence("demo.board.inTime", zh: "第{day}天 {time} ✓", en: "day {day} {time} ✓"),
        Sentence("demo.board.late", zh: "第{day}天 {time} 迟{length}", en: "day {day} {time} {length} late"),

        Sentence(
            "demo.audit.delivered",
            zh: "送达有据：{deliveries} 个部门首次读取待办的时间都已入账。",
            en: "Delivery is on record: when each of the {deliveries} departments first fetched its call."
        ),
        Sentence("demo.audit.live", zh: "写入时的状态摘要  {live}", en: "digest as written   {live}"),
        Sentence("demo.audit.replayed", zh: "重放后的状态摘要  {replayed}", en: "digest as replayed  {replayed}"),
        Sentence(
            "demo.audit.equal",
            zh: "两者相同：状态全部由日志推出，此外没有别的账。",
            en: "They are the same: the state follows from the log, and there is no other book."
        ),
        Sentence("demo.audit.differ", zh: "两者不同：账本有问题。", en: "They differ: something is wrong with the ledger."),
        Sentence(
            "demo.audit.time",
            zh: "共 {events} 条，从第 0 条重放用时 {replayTime} 毫秒，全部演示用时 {time} 毫秒。",
            en: "{events} entries, replayed from position 0 in {replayTime} ms; {time} ms in all."
        ),
        Sentence("demo.next", zh: "账本留在原处，可以接着看：", en: "The ledger is yours to explore:"),
        Sentence(
            "demo.next.tokens",
            zh: "各岗位的令牌在同一文件夹，如 {path}，仅本人可读。",
            en: "The posts' tokens lie beside it, such as {path}; only you can read them."
        ),
        Sentence("demo.open.title", zh: "服务已启动，按 Ctrl+C 停止。", en: "The server is running. Ctrl+C ends it."),
        Sentence("demo.open.web", zh: "网页", en: "pages"),
        Sentence("demo.open.api", zh: "接口", en: "API"),
        Sentence(
            "demo.open.tokens",
            zh: "登录请用以下文件中的令牌：",
            en: "To sign in, use the token in one of these files:"
        ),
        Sentence("demo.open.kept", zh: "账本和令牌留在 {path}。", en: "Ledger and tokens stay in {path}."),
        Sentence(
            "demo.open.temporary",
            zh: "账本和令牌在临时文件夹 {path}，停止后即删除；要留下，请用 --keep 文件夹。",
            en: "Ledger and tokens lie in the temporary folder {path}, which is removed at the end; to keep them, use "
                + "--keep DIR."
        ),
    ]

    private static let demoCast: [Sentence] = [
        Sentence("demo.district", zh: "雁塔区", en: "Yanta District"),
        Sentence("demo.unit.centre", zh: "区指挥中心", en: "Command Centre"),
        Sentence("demo.unit.centre.full", zh: "雁塔区指挥中心", en: "Yanta District Command Centre"),
        Sentence("demo.unit.street", zh: "大雁塔街道", en: "Dayanta Street"),
        Sentence("demo.unit.street.full", zh: "西安市雁塔区大雁塔街道办事处", en: "Dayanta Street Office, Yanta District, Xi'an"),
        Sentence("demo.unit.community", zh: "金裕云顶社区", en: "Yunding Community"),
        Sentence("demo.unit.community.full", zh: "大雁塔街道金裕云顶社区居民委员会", en: "Residents' Committee of Jinyu Yunding"),
        Sentence("demo.unit.legacy", zh: "区处遗办", en: "Legacy Office"),
        Sentence("demo.unit.legacy.full", zh: "雁塔区处遗办", en: "Yanta District Legacy Issues Office"),
        Sentence("demo.unit.planning", zh: "市资规局雁塔分局", en: "Planning Branch"),
        Sentence(
            "demo.unit.planning.full",
            zh: "西安市自然资源和规划局雁塔分局",
            en: "Xi'an Natural Resources and Planning Bureau, Yanta Branch"
        ),
        Sentence("demo.unit.housing", zh: "区住建局", en: "Housing Bureau"),
        Sentence("demo.unit.housing.full", zh: "雁塔区住房和城乡建设局", en: "Yanta District Housing and Construction Bureau"),
        Sentence("demo.post.duty", zh: "值班长", en: "duty officer"),
        Sentence("demo.post.chief", zh: "主任", en: "director"),
        Sentence("demo.post.clerk", zh: "经办", en: "officer"),
        Sentence("demo.post.steward", zh: "经办", en: "officer"),
        Sentence("demo.post.legacy", zh: "经办", en: "officer"),
        Sentence("demo.post.planning", zh: "经办", en: "officer"),
        Sentence("demo.post.housing", zh: "经办", en: "officer"),
        Sentence("demo.cast.unit", zh: "单位", en: "unit"),
        Sentence("demo.cast.kind", zh: "类别", en: "kind"),
        Sentence("demo.cast.posts", zh: "岗位", en: "posts"),
        Sentence("demo.cast.origin", zh: "出处", en: "origin"),
        Sentence("demo.cast.real", zh: "真实单位", en: "real"),
        Sentence("demo.cast.invented", zh: "虚构", en: "invented"),
    ]
}
