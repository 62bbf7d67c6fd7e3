extension Sentences {
    /// Lists, the inbox, the day, and what the program says of itself.
    static let views: [Sentence] = [
        Sentence("list.column.whistle", zh: "哨号", en: "whistle"),
        Sentence("list.column.state", zh: "状态", en: "state"),
        Sentence("list.column.title", zh: "事项", en: "matter"),
        Sentence("list.column.street", zh: "吹哨单位", en: "raised by"),
        Sentence("list.column.lead", zh: "主办/牵头", en: "lead"),
        Sentence("list.column.due", zh: "办理时限", en: "due"),
        Sentence("list.column.short", zh: "简称", en: "short name"),
        Sentence("list.column.full", zh: "全称", en: "full name"),
        Sentence("list.column.kind", zh: "类型", en: "kind"),
        Sentence("list.column.code", zh: "代码", en: "code"),
        Sentence("list.column.parent", zh: "上级", en: "belongs to"),
        Sentence("list.column.unit", zh: "单位", en: "unit"),
        Sentence("list.column.post", zh: "岗位", en: "post"),
        Sentence("list.column.chief", zh: "主要负责", en: "chief"),
        Sentence("list.column.person", zh: "人员编号", en: "person"),
        Sentence("list.late", zh: "超时", en: "late"),
        Sentence("list.retired", zh: "已撤销", en: "retired"),
        Sentence("list.ended", zh: "已免去", en: "ended"),
        Sentence("list.isChief", zh: "是", en: "yes"),
        Sentence("list.noUnits", zh: "还没有登记单位。", en: "No unit is registered."),
        Sentence("list.noPosts", zh: "没有在任的岗位。", en: "Nobody holds a post."),
        Sentence(
            "list.more",
            zh: "显示 {shown} 件，共 {all} 件，还有 {more} 件：用 --limit 多显示，或加条件筛选。",
            en: "{shown} of {all} shown, {more} more: --limit shows more, conditions narrow the list."
        ),

        Sentence("inbox.column.light", zh: "灯", en: "light"),
        Sentence("inbox.column.due", zh: "时限", en: "due"),
        Sentence("inbox.column.left", zh: "剩余", en: "left"),
        Sentence("inbox.column.whistle", zh: "哨号", en: "whistle"),
        Sentence("inbox.column.duty", zh: "下一步", en: "next"),
        Sentence("inbox.column.title", zh: "事项", en: "matter"),
        Sentence("inbox.light.green", zh: "绿", en: "green"),
        Sentence("inbox.light.yellow", zh: "黄", en: "yellow"),
        Sentence("inbox.light.red", zh: "红", en: "red"),
        Sentence("inbox.duty.undelivered", zh: "催收：{unit}未打开报到单", en: "remind {unit}: call not opened"),
        Sentence("inbox.duty.acknowledge", zh: "签收", en: "sign for"),
        Sentence("inbox.duty.reportIn", zh: "报到", en: "report in"),
        Sentence("inbox.duty.reportInMeanwhile", zh: "报到（异议待裁，时限照走）", en: "report in (ruling pending)"),
        Sentence("inbox.duty.awaitRuling", zh: "等待裁决", en: "await the ruling"),
        Sentence("inbox.duty.lead", zh: "办理，完成后申请办结", en: "handle, then claim done"),
        Sentence("inbox.duty.support", zh: "配合办理", en: "help to handle"),
        Sentence("inbox.duty.acceptTask", zh: "接单：任务 {item}", en: "accept task {item}"),
        Sentence("inbox.duty.completeTask", zh: "办理任务 {item}", en: "do task {item}"),
        Sentence("inbox.duty.arbitrate", zh: "裁决{unit}的异议", en: "rule: {unit} objects"),
        Sentence("inbox.duty.approve", zh: "补批应急哨", en: "approve the emergency"),
        Sentence("inbox.duty.inspect", zh: "现场核查", en: "inspect on site"),
        Sentence("inbox.duty.followUp", zh: "回访", en: "follow up"),
        Sentence("inbox.duty.close", zh: "办结", en: "close"),

        Sentence(
            "today.title",
            zh: "【{district}】吹哨报到 {date}（截至 {time}）",
            en: "[{district}] whistles on {date} (as of {time})"
        ),
        Sentence("seal.root", zh: "台账 {size} 条，树根 {root}", en: "log of {size} entries, root {root}"),
        Sentence(
            "seal.rootOfOrigin", zh: "台账 {size} 条，树根 {root}，日志标识 {origin}",
            en: "log of {size} entries, root {root}, origin {origin}"
        ),
        Sentence("today.unsigned", zh: "未签收", en: "not signed for"),
        Sentence("today.repeated", zh: "重复诉求", en: "repeated demands"),
        Sentence("today.links", zh: "{reference}（关联 {links} 次）", en: "{reference} (linked {links} times)"),
        Sentence("today.more", zh: "……还有 {more} 件", en: "… {more} more"),
        Sentence("today.line", zh: "{figure}：{list}", en: "{figure}: {list}"),
        Sentence("today.lineMore", zh: "{figure}：{list}…等 {count} 件", en: "{figure}: {list} … {count} in all"),

        Sentence(
            "replay.position",
            zh: "已折叠 {events} 条，到位置 {position}，最后一条记录于 {recorded}；日志现有 {size} 条。",
            en: "Folded {events} events to position {position}, the last recorded {recorded}; the log has {size}."
        ),
        Sentence(
            "replay.speed",
            zh: "用时 {milliseconds} 毫秒（打开、读取、折叠），每秒 {perSecond} 条",
            en: "{milliseconds} ms to open, read and fold: {perSecond} events a second"
        ),
        Sentence(
            "replay.oneBound",
            zh: "--to、--as-of、--as-recorded（接口为 to、asOf、asRecorded、at）只能用一个，也不能与日期同用。",
            en:
                "Give one of --to, --as-of and --as-recorded (over HTTP to, asOf, asRecorded and at), and none beside a date."
        ),
        Sentence(
            "replay.beyondEnd",
            zh: "日志只有 {size} 条，没有位置 {position}。",
            en: "The log has {size} entries; there is no position {position}."
        ),

        Sentence("whoami.chief", zh: "主要负责同志，可批准吹哨", en: "chief: may approve whistles"),
        Sentence("whoami.origin", zh: "来自 {origin}", en: "set by {origin}"),
        Sentence("config.empty", zh: "没有任何设置。", en: "Nothing is set."),
        Sentence("config.format", zh: "台账格式 {format}", en: "ledger format {format}"),
    ]
}
