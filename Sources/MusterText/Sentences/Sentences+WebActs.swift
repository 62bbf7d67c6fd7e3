extension Sentences {
    /// The forms by which a department acts: `web.act.<act>.…`, and what is done afterwards.
    static let webActs: [Sentence] = [
        Sentence("web.act.acknowledge.title", zh: "签收派单", en: "Sign for the call"),
        Sentence(
            "web.act.acknowledge.lead",
            zh: "签收表示本单位已收到派单，由本单位接着办。签收不是报到，报到时限照走。",
            en: "By signing you say that your unit has the call. It is not reporting in: that clock runs on."
        ),
        Sentence("web.act.acknowledge.button", zh: "签收", en: "Sign for it"),
        Sentence("web.act.acknowledge.done", zh: "已签收。", en: "Signed for."),

        Sentence("web.act.reportIn.title", zh: "报到", en: "Report in"),
        Sentence(
            "web.act.reportIn.lead",
            zh: "报到表示本单位的人已经到位。还没有签收的，报到即为签收。",
            en: "By reporting in you say that your unit's people are there. It also signs for the call."
        ),
        Sentence(
            "web.act.reportIn.onSite",
            zh: "这个哨须到现场报到。请在到场以后再报。",
            en: "This whistle asks for your unit on site. Report in once you are there."
        ),
        Sentence("web.act.reportIn.button", zh: "报到", en: "Report in"),
        Sentence("web.act.reportIn.done", zh: "已报到。", en: "Reported in."),

        Sentence("web.act.object.title", zh: "申请退单", en: "Object to the call"),
        Sentence(
            "web.act.object.lead",
            zh: "认为不该由本单位办理的，写明依据和理由，由区指挥中心裁决。",
            en: "If it is not for your unit to do, say on what basis and why. The command centre rules."
        ),
        Sentence(
            "web.act.object.warning",
            zh: "裁决前时限照走：请照常签收、报到。每张报到单只能申请一次退单。",
            en: "The clocks run until the ruling: sign for it and report in as usual. You can object only once."
        ),
        Sentence(
            "web.act.object.warningOnSite",
            zh: "裁决前时限照走，请继续办理。到场后只能以「现场查明」申请一次退单，报到记录不变。",
            en:
                "The clocks run until the ruling, so go on with the work. After arrival you can object only once, on what the site showed; your arrival stays credited."
        ),
        Sentence("web.act.object.button", zh: "提交退单申请", en: "Submit the objection"),
        Sentence(
            "web.act.object.done",
            zh: "已申请退单，等待区指挥中心裁决。裁决前时限照走。",
            en: "Objected. The command centre will rule; the clocks run until then."
        ),

        Sentence("web.act.taskAccept.title", zh: "接单", en: "Accept the task"),
        Sentence(
            "web.act.taskAccept.lead",
            zh: "接单表示本单位承担这项任务，在时限前完成。",
            en: "By accepting you say that your unit does this task in time."
        ),
        Sentence("web.act.taskAccept.button", zh: "接单", en: "Accept it"),
        Sentence("web.act.taskAccept.done", zh: "已接单。", en: "Task accepted."),

        Sentence("web.act.taskProgress.title", zh: "报告进展", en: "Report progress"),
        Sentence(
            "web.act.taskProgress.lead",
            zh: "写明办到哪一步、还差什么。进度只升不降。",
            en: "Say how far it is and what is left. The figure cannot go down."
        ),
        Sentence("web.act.taskProgress.button", zh: "报告进展", en: "Report progress"),
        Sentence("web.act.taskProgress.done", zh: "进展已记录。", en: "Progress recorded."),

        Sentence("web.act.taskComplete.title", zh: "报完成", en: "Complete the task"),
        Sentence(
            "web.act.taskComplete.lead",
            zh: "写明完成了什么。报完成以后，这项任务不能再改。",
            en: "Say what was done. A completed task cannot be changed."
        ),
        Sentence(
            "web.act.taskComplete.proof",
            zh: "这项任务须附证明材料，还没有附。请在下面选择材料，和完成情况一并提交。",
            en: "This task needs a file as proof and has none. Choose one below and send it together with your note."
        ),
        Sentence("web.act.taskComplete.button", zh: "报完成", en: "Complete it"),
        Sentence("web.act.taskComplete.done", zh: "任务已完成。", en: "Task completed."),

        Sentence("web.act.claimDone.title", zh: "申请办结", en: "Claim that it is done"),
        Sentence(
            "web.act.claimDone.lead",
            zh: "事情办完后申请办结，等待现场核查。",
            en: "Claim it when the work is done. It is then inspected on site."
        ),
        Sentence(
            "web.act.claimDone.warning",
            zh: "核查不通过的退回返工，返工次数会记录。",
            en: "If the inspection does not accept it, it is sent back for rework, and that is counted."
        ),
        Sentence("web.act.claimDone.button", zh: "提交办结申请", en: "Submit the claim"),
        Sentence("web.act.claimDone.done", zh: "已申请办结，等待核查。", en: "Claimed done. It awaits inspection."),

        Sentence(
            "web.act.unchanged", zh: "已经是这样，没有新增记录。", en: "It is so already; nothing new was recorded."
        ),
        Sentence("web.done", zh: "办理成功", en: "Success"),
        Sentence("web.warning", zh: "注意", en: "Warning"),
    ]

    /// The fields of these forms and what can be wrong with them.
    static let webFields: [Sentence] = [
        Sentence("web.problems", zh: "有内容需要改正", en: "There is a problem"),
        Sentence("web.errorPrefix", zh: "错误：", en: "Error:"),
        Sentence("web.optional", zh: "（选填）", en: "(optional)"),
        Sentence("web.cancel", zh: "返回，不提交", en: "Go back without sending"),
        Sentence("web.required", zh: "请填写「{field}」。", en: "{field}: this has to be filled in."),
        Sentence("web.choose", zh: "请选择「{field}」。", en: "{field} Choose one."),

        Sentence("web.field.mode", zh: "怎样报到", en: "How do you report in?"),
        Sentence("web.field.mode.onSite", zh: "到场：人已在现场", en: "On site: our people are there"),
        Sentence("web.field.mode.remote", zh: "远程：已在线上或电话接手", en: "Remotely: by phone or online"),
        Sentence("web.field.person", zh: "到位人员编号", en: "Person who has come"),
        Sentence(
            "web.field.person.hint",
            zh: "不填则记您本人（{person}）。请写编号，不写姓名和电话。",
            en: "Leave it empty if it is you ({person}). Give a reference, no name and no number."
        ),
        Sentence("web.field.basis", zh: "依据", en: "Basis"),
        Sentence(
            "web.field.basis.hint",
            zh: "写明职责清单、三定规定或法规的名称和条款。",
            en: "Name the duty list, the regulation or the law, and its article."
        ),
        Sentence("web.field.reason", zh: "理由", en: "Reason"),
        Sentence(
            "web.field.reason.hint",
            zh: "写明为什么不该由本单位办理。不要写居民的姓名、电话和门牌号。",
            en: "Why it is not for your unit. Give no resident's name, number or door."
        ),
        Sentence("web.field.proposed", zh: "建议改派单位", en: "Unit that should do it"),
        Sentence(
            "web.field.proposed.hint", zh: "写全称、简称或编码。", en: "Its full name, short name or code."
        ),
        Sentence("web.field.percent", zh: "进度（%）", en: "Progress in per cent"),
        Sentence("web.field.percent.hint", zh: "0 到 100 的整数。", en: "A whole number from 0 to 100."),
        Sentence(
            "web.field.percent.wrong", zh: "进度须是 0 到 100 的整数。", en: "Progress is a whole number from 0 to 100."
        ),
        Sentence("web.field.note", zh: "情况说明", en: "Note"),
        Sentence(
            "web.field.note.hint",
            zh: "不要写居民的姓名、电话和门牌号。",
            en: "Give no resident's name, number or door."
        ),
        Sentence("web.field.result", zh: "办理结果", en: "What came of it?"),
        Sentence("web.field.summary", zh: "办理情况", en: "What was done"),
        Sentence(
            "web.field.summary.hint",
            zh: "写明做了什么、效果怎样、遗留什么。不要写居民的姓名、电话和门牌号。",
            en: "What was done, with what effect, and what is left. Give no resident's name, number or door."
        ),
        Sentence(
            "web.field.confirmNumbers",
            zh: "文中的数字不是个人的手机号或身份证号",
            en: "The digits in my text are nobody's telephone or ID number"
        ),
    ]

    /// Refusals as a page says them: instead of the usual sentence, or after it where the key ends in `more`.
    static let webRefusals: [Sentence] = [
        Sentence(
            "web.refusal.personalNumber.more",
            zh: "请删去或遮盖；确认不是个人号码的，勾选表单末尾的选项再提交。",
            en: "Remove or mask it; if it is nobody's, tick the box at the end of the form and send it again."
        ),
        Sentence(
            "web.refusal.commandReused",
            zh: "这张表单已经提交过，这次内容不同。请先返回看办理经过；确需再办的，直接再提交一次。",
            en:
                "This form was sent before with other words. Go back and look at the timeline first; to do it anyway, just send it again."
        ),
        Sentence(
            "web.refusal.outcomeUnknown",
            zh: "不能确定是否已经记录。请直接再提交一次：已记录的不会重复。",
            en: "It is not known whether this was recorded. Just send it again: nothing is recorded twice."
        ),
    ]
}
