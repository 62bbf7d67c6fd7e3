extension Sentences {
    /// The past: which one a view shows, what has changed since, and the steps of a replay.
    static let past: [Sentence] = [
        Sentence(
            "past.to", zh: "【历史】记录到第 {position} 条时的情况（{at}）",
            en: "[Past] as it was after the first {position} entries ({at})"),
        Sentence(
            "past.asOf", zh: "【历史】{at} 前已发生的情况，含此后补记的",
            en: "[Past] what had occurred by {at}, entered later or not"),
        Sentence(
            "past.asRecorded", zh: "【历史】{at} 前已记录的情况（前 {position} 条）",
            en: "[Past] what had been recorded by {at} (the first {position} entries)"),
        Sentence(
            "past.note", zh: "此后更正的文字按当时原文显示；此后依法删除的文字不再显示；查看权限按现在的身份。",
            en:
                "Texts corrected since are shown as they were; texts erased since stay erased; who may see what is judged by today's rights."
        ),
        Sentence("show.nextThen", zh: "当时下一步可以", en: "What could be done next then"),
        Sentence(
            "error.momentAhead", zh: "{text} 还没有到，无从查看。请写一个已经过去的时间。",
            en: "{text} is still to come; nobody can know what will be. Name a moment that is over."),
        Sentence(
            "error.nowOnly", zh: "{option} 只看现在，不能与 --to、--as-of、--as-recorded 同用。",
            en: "{option} is about the present; it goes with none of --to, --as-of and --as-recorded."),
        Sentence(
            "error.diffBackwards", zh: "起点（第 {from} 条）晚于终点（第 {to} 条），请把 --from 和 --to 对调。",
            en: "The first point (entry {from}) is later than the second (entry {to}); swap --from and --to."),
        Sentence(
            "error.watchOne", zh: "--watch 一次看一个哨或一天：写一个哨号，或用 --date，不能都写。",
            en: "--watch goes through one whistle or one day: name a whistle or give --date, not both."),

        Sentence(
            "replay.watch.keys", zh: "第 {step}/{steps} 步　空格、回车、→ 下一步　← 上一步　q 退出",
            en: "step {step} of {steps}   space, enter, → next   ← back   q quit"),
        Sentence(
            "replay.watch.whistle",
            zh: "{state}　报到单 {calls}（签收 {acknowledged}，报到 {arrived}）　任务 {tasks}（完成 {completed}）",
            en:
                "{state}   calls {calls} (signed for {acknowledged}, arrived {arrived})   tasks {tasks} (done {completed})"
        ),
        Sentence(
            "replay.watch.day", zh: "当日吹哨 {raised}　在办 {open}　超时 {late}　当日办结 {closed}",
            en: "raised {raised}   open {open}   late {late}   closed {closed}"),
        Sentence(
            "replay.many.line", zh: "{events} 条，{milliseconds} 毫秒，每秒 {perSecond} 条",
            en: "{events} events in {milliseconds} ms, {perSecond} a second"),
        Sentence(
            "replay.many.sum",
            zh: "合计 {ledgers} 本台账（失败 {failed}），{events} 条，{milliseconds} 毫秒，每秒 {perSecond} 条",
            en: "{ledgers} ledgers ({failed} failed): {events} events in {milliseconds} ms, {perSecond} a second"),
    ]

    /// The options of views of the past, and what they are for.
    static let helpOfPast: [Sentence] = [
        Sentence("help.option.past.to", zh: "看记录到前多少条时的情况", en: "As it was after the first so many entries"),
        Sentence(
            "help.option.past.asOf", zh: "看此时已发生的情况，含此后补记的", en: "What had occurred by then, entered later or not"),
        Sentence(
            "help.option.past.asRecorded", zh: "看此时已记录的情况（审计用这个）", en: "What had been recorded by then (for audits)"),
        Sentence("help.diff", zh: "对比两个时点，看有什么变化", en: "Show what has changed between two points"),
        Sentence(
            "help.example.diff",
            zh: "例：\n  muster diff --from \"昨天 17:30\"\n  muster diff --from 1000 --to 2000 --unit 资规局",
            en: "Examples:\n  muster diff --from \"2026-11-20 17:30\"\n  muster diff --from 1000 --to 2000 --unit UNIT"
        ),
        Sentence(
            "help.option.diff.from", zh: "起点：前多少条，或当时已记录的时间", en: "From when: so many entries, or a moment as recorded"),
        Sentence("help.option.diff.to", zh: "终点，写法相同；不写为现在", en: "Until when, written alike; now if left out"),
        Sentence("help.option.diff.unit", zh: "只看这个单位参与的哨", en: "Only whistles in which this unit takes part"),
        Sentence("help.option.diff.street", zh: "只看这个单位吹的哨", en: "Only whistles that this unit raised"),
        Sentence("help.option.diff.whistle", zh: "只看这个哨", en: "Only this whistle"),
        Sentence("help.option.diff.limit", zh: "最多逐件列多少个哨", en: "At most so many whistles one by one"),
        Sentence(
            "help.option.replay.words", zh: "台账文件，可写多个，并行重放；与 --watch 同用时写哨号",
            en: "Ledgers, replayed in parallel; with --watch a whistle"),
        Sentence("help.option.replay.watch", zh: "逐条看一个哨或一天的经过", en: "Go through a whistle or a day event by event"),
        Sentence(
            "help.option.replay.date", zh: "看哪一天（与 --watch 同用）；不写为今天", en: "Which day (with --watch); today if left out"
        ),
        Sentence(
            "help.option.replay.speed", zh: "自动前进，每秒几步（1 到 100）",
            en: "Go on by itself, so many steps a second (1 to 100)"),
    ]
}
