extension Sentences {
    /// The kinds, causes, grounds and results from which one is chosen.
    static let codes: [Sentence] = [
        Sentence("WhistleKind.routine", zh: "日常哨", en: "routine whistle"),
        Sentence("WhistleKind.tough", zh: "攻坚哨", en: "tough-problem whistle"),
        Sentence("WhistleKind.emergency", zh: "应急哨", en: "emergency whistle"),
        Sentence("WhistleKind.enforcement", zh: "综合执法哨", en: "joint-enforcement whistle"),
        Sentence("WhistleKind.keyWork", zh: "重点工作哨", en: "key-work whistle"),

        Sentence("ClosingClass.solved", zh: "已解决", en: "solved"),
        Sentence("ClosingClass.partly", zh: "部分解决", en: "partly solved"),
        Sentence("ClosingClass.explained", zh: "解释说明", en: "explained"),
        Sentence("ClosingClass.otherChannel", zh: "转其他渠道", en: "referred to another channel"),
        Sentence("ClosingClass.terminated", zh: "终止办理", en: "terminated"),
        Sentence("ClosingClass.noResident", zh: "无回访对象", en: "no resident to ask"),

        Sentence("CallRole.lead", zh: "主办", en: "lead"),
        Sentence("CallRole.support", zh: "协办", en: "support"),

        Sentence("CancelCause.wrongDispatch", zh: "错派", en: "wrong dispatch"),
        Sentence("CancelCause.noLongerNeeded", zh: "不再需要", en: "no longer needed"),

        Sentence("ArrivalMode.onSite", zh: "到场", en: "on site"),
        Sentence("ArrivalMode.remote", zh: "远程", en: "remote"),

        Sentence("ObjectionGround.notOurDuty", zh: "非本单位职责", en: "not the unit's duty"),
        Sentence("ObjectionGround.foundOnSite", zh: "现场查明", en: "found on site"),

        Sentence("Ruling.keep", zh: "维持派单", en: "call stands"),
        Sentence("Ruling.release", zh: "同意退单", en: "call released"),

        Sentence("MeetingKind.coordination", zh: "问题协调会", en: "problem-coordination meeting"),
        Sentence("MeetingKind.joint", zh: "联席会议", en: "joint conference"),
        Sentence("MeetingKind.dispatching", zh: "调度会", en: "dispatch meeting"),
        Sentence("MeetingKind.special", zh: "专题会", en: "special meeting"),

        Sentence("ClaimedResult.solved", zh: "已解决", en: "solved"),
        Sentence("ClaimedResult.partly", zh: "部分解决", en: "partly solved"),
        Sentence("ClaimedResult.explained", zh: "解释说明", en: "explained"),

        Sentence("Verdict.accept", zh: "核查通过", en: "accepted"),
        Sentence("Verdict.rework", zh: "返工", en: "rework"),

        Sentence("ContactOutcome.reached", zh: "已联系上", en: "reached"),
        Sentence("ContactOutcome.noAnswer", zh: "无人接听", en: "no answer"),
        Sentence("ContactOutcome.refused", zh: "拒绝回访", en: "refused"),
        Sentence("ContactOutcome.wrongNumber", zh: "号码有误", en: "wrong number"),

        Sentence("Solved.unsaid", zh: "未表态", en: "not said"),
        Sentence("Solved.yes", zh: "已解决", en: "solved"),
        Sentence("Solved.partly", zh: "部分解决", en: "partly solved"),
        Sentence("Solved.no", zh: "未解决", en: "not solved"),

        Sentence("DeadlineKind.acknowledge", zh: "签收", en: "sign-for"),
        Sentence("DeadlineKind.reportIn", zh: "报到", en: "report-in"),
        Sentence("DeadlineKind.handle", zh: "办理", en: "handling"),
        Sentence("DeadlineKind.task", zh: "任务", en: "task"),
        Sentence("DeadlineKind.approve", zh: "补批", en: "approval"),

        Sentence("UnitKind.street", zh: "街道", en: "street office"),
        Sentence("UnitKind.community", zh: "社区", en: "community"),
        Sentence("UnitKind.department", zh: "委办局", en: "department"),
        Sentence("UnitKind.dispatchedAgency", zh: "派出机构", en: "dispatched agency"),
        Sentence("UnitKind.centre", zh: "区指挥中心", en: "command centre"),

        Sentence("Channel.wechat", zh: "微信", en: "WeChat"),
        Sentence("Channel.phone", zh: "电话", en: "telephone"),
        Sentence("Channel.paper", zh: "纸质", en: "paper"),

        Sentence("label.yes", zh: "是", en: "yes"),
        Sentence("label.no", zh: "否", en: "no"),
    ]
}
