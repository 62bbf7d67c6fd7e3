extension Sentences {
    /// What has changed between two points of the log.
    static let diff: [Sentence] = [
        Sentence(
            "diff.heading", zh: "第 {from} 条（{fromAt}）到第 {to} 条（{toAt}）的变化",
            en: "From entry {from} ({fromAt}) to entry {to} ({toAt})"),
        Sentence("diff.nothing", zh: "没有变化。", en: "Nothing has changed."),
        Sentence("diff.changed", zh: "有变化的哨 {count}", en: "whistles changed {count}"),
        Sentence(
            "diff.leftOut", zh: "列出 {shown} 件，共 {all} 件，还有 {more} 件未列：用 --limit 多列，或按单位、街道筛选。",
            en: "{shown} of {all} listed, {more} left out: --limit lists more, a unit or a street narrows it."),
        Sentence("diff.units", zh: "各单位", en: "Units"),
        Sentence("diff.new", zh: "（无）", en: "(none)"),
        Sentence("diff.entries", zh: "新增记录 {count} 条", en: "new entries: {count}"),
        Sentence("diff.times", zh: "{what} {count} 次", en: "{what} ×{count}"),
        Sentence("diff.pieces", zh: "{what} {count} 件", en: "{what} ×{count}"),
        Sentence("diff.people", zh: "{what} {count} 人", en: "{what} ×{count}"),
    ]

    /// What happened, as `diff.mark.<name of WhistleChange.Mark>`.
    static let marksOfDiff: [Sentence] = [
        Sentence("diff.mark.imported", zh: "外部案件", en: "imported"),
        Sentence("diff.mark.raised", zh: "吹哨", en: "raised"),
        Sentence("diff.mark.approved", zh: "补批", en: "approved"),
        Sentence("diff.mark.approvalLate", zh: "补批超时", en: "approval late"),
        Sentence("diff.mark.demandLinked", zh: "关联诉求", en: "demand linked"),
        Sentence("diff.mark.called", zh: "派单", en: "called"),
        Sentence("diff.mark.delivered", zh: "送达", en: "delivered"),
        Sentence("diff.mark.acknowledged", zh: "签收", en: "signed for"),
        Sentence("diff.mark.acknowledgeLate", zh: "签收超时", en: "late to sign"),
        Sentence("diff.mark.objected", zh: "派单异议", en: "objected"),
        Sentence("diff.mark.kept", zh: "维持派单", en: "call kept"),
        Sentence("diff.mark.released", zh: "同意退单", en: "call released"),
        Sentence("diff.mark.recalled", zh: "撤回派单", en: "recalled"),
        Sentence("diff.mark.cancelled", zh: "取消派单", en: "call cancelled"),
        Sentence("diff.mark.reportedIn", zh: "报到", en: "reported in"),
        Sentence("diff.mark.reportInLate", zh: "报到超时", en: "late to report in"),
        Sentence("diff.mark.leadChanged", zh: "主办变更", en: "lead changed"),
        Sentence("diff.mark.groupFormed", zh: "组建专项工作组", en: "group formed"),
        Sentence("diff.mark.groupLeadChanged", zh: "牵头变更", en: "group lead changed"),
        Sentence("diff.mark.memberJoined", zh: "进组", en: "member joined"),
        Sentence("diff.mark.memberLeft", zh: "退组", en: "member left"),
        Sentence("diff.mark.meetingConvened", zh: "召集会议", en: "meeting convened"),
        Sentence("diff.mark.meetingHeld", zh: "召开会议", en: "meeting held"),
        Sentence("diff.mark.minutesRecorded", zh: "会议纪要", en: "minutes recorded"),
        Sentence("diff.mark.meetingCancelled", zh: "取消会议", en: "meeting cancelled"),
        Sentence("diff.mark.taskAssigned", zh: "交办任务", en: "task assigned"),
        Sentence("diff.mark.taskReassigned", zh: "任务改派", en: "task reassigned"),
        Sentence("diff.mark.taskAccepted", zh: "接单", en: "task accepted"),
        Sentence("diff.mark.taskProgressed", zh: "任务进度", en: "task progressed"),
        Sentence("diff.mark.taskCompleted", zh: "任务完成", en: "task completed"),
        Sentence("diff.mark.taskLate", zh: "任务超时", en: "task late"),
        Sentence("diff.mark.fileAttached", zh: "附材料", en: "file attached"),
        Sentence("diff.mark.claimed", zh: "申请办结", en: "claimed done"),
        Sentence("diff.mark.verified", zh: "核查通过", en: "inspection passed"),
        Sentence("diff.mark.sentBack", zh: "返工", en: "sent back"),
        Sentence("diff.mark.followedUp", zh: "回访", en: "followed up"),
        Sentence("diff.mark.late", zh: "办理超时", en: "handling late"),
        Sentence("diff.mark.reopened", zh: "重办", en: "reopened"),
        Sentence("diff.mark.closed", zh: "办结", en: "closed"),
        Sentence("diff.mark.withdrawn", zh: "撤哨", en: "withdrawn"),
        Sentence("diff.mark.departmentEvaluated", zh: "评价", en: "evaluated"),
        Sentence("diff.mark.streetEvaluated", zh: "评哨", en: "whistle rated"),
        Sentence("diff.mark.entryConfirmed", zh: "补录属实", en: "entry made afterwards confirmed"),
        Sentence("diff.mark.entryDisputed", zh: "补录有异议", en: "entry made afterwards disputed"),
    ]

    /// The counters of a unit.
    static let countersOfDiff: [Sentence] = [
        Sentence("diff.counter.raised", zh: "吹哨", en: "raised"),
        Sentence("diff.counter.called", zh: "被派单", en: "called"),
        Sentence("diff.counter.reportedIn", zh: "报到", en: "reported in"),
        Sentence("diff.counter.reportedInLate", zh: "其中超时", en: "of them late"),
        Sentence("diff.counter.wrongDispatches", zh: "错派", en: "wrong dispatches"),
        Sentence("diff.counter.evaluations", zh: "收到评价", en: "evaluations"),
    ]
}
