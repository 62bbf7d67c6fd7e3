extension Sentences {
    /// Where things stand.
    static let states: [Sentence] = [
        Sentence("WhistleState.raised", zh: "已吹哨", en: "raised"),
        Sentence("WhistleState.handling", zh: "办理中", en: "being handled"),
        Sentence("WhistleState.claimed", zh: "待核查", en: "awaiting inspection"),
        Sentence("WhistleState.verified", zh: "待回访", en: "awaiting follow-up"),
        Sentence("WhistleState.closed", zh: "已结", en: "closed"),
        Sentence("WhistleState.withdrawn", zh: "已撤哨", en: "withdrawn"),
        Sentence("WhistleState.imported", zh: "外部在办", en: "open elsewhere"),
        Sentence("WhistleState.importClosed", zh: "外部已结", en: "closed elsewhere"),

        Sentence("CallState.issued", zh: "待签收", en: "not signed for"),
        Sentence("CallState.acknowledged", zh: "已签收", en: "signed for"),
        Sentence("CallState.objected", zh: "异议待裁", en: "objection pending"),
        Sentence("CallState.arrived", zh: "已报到", en: "reported in"),
        Sentence("CallState.contested", zh: "现场异议待裁", en: "reported in, objection pending"),
        Sentence("CallState.released", zh: "已同意退单", en: "released"),
        Sentence("CallState.recalled", zh: "已撤回", en: "recalled"),
        Sentence("CallState.cancelled", zh: "已取消", en: "cancelled"),

        Sentence("MeetingState.convened", zh: "已召集", en: "convened"),
        Sentence("MeetingState.held", zh: "已召开", en: "held"),
        Sentence("MeetingState.minuted", zh: "已出纪要", en: "minuted"),
        Sentence("MeetingState.cancelled", zh: "已取消", en: "cancelled"),

        Sentence("TaskState.assigned", zh: "待接单", en: "not accepted"),
        Sentence("TaskState.accepted", zh: "办理中", en: "under way"),
        Sentence("TaskState.completed", zh: "已完成", en: "completed"),

        Sentence("BackEntryState.open", zh: "待认定", en: "not ruled on"),
        Sentence("BackEntryState.confirmed", zh: "已确认", en: "confirmed"),
        Sentence("BackEntryState.disputed", zh: "有异议", en: "disputed"),
    ]

    /// What can be done: in Chinese what may follow 不能, in English what may precede "is not possible now".
    static let acts: [Sentence] = [
        Sentence("Act.import", zh: "导入外部案件", en: "importing cases"),

        Sentence("WhistleAct.approve", zh: "补批", en: "approving the whistle"),
        Sentence("WhistleAct.linkDemand", zh: "关联诉求", en: "linking a demand"),
        Sentence("WhistleAct.withdraw", zh: "撤哨", en: "withdrawing the whistle"),
        Sentence("WhistleAct.dispatch", zh: "派单", en: "dispatching to more units"),
        Sentence("WhistleAct.recall", zh: "撤回派单", en: "recalling a call"),
        Sentence("WhistleAct.cancelCall", zh: "取消派单", en: "cancelling a call"),
        Sentence("WhistleAct.transferLead", zh: "变更主办", en: "transferring the lead"),
        Sentence("WhistleAct.deliver", zh: "送达", en: "delivering the call"),
        Sentence("WhistleAct.acknowledge", zh: "签收", en: "signing for the call"),
        Sentence("WhistleAct.reportIn", zh: "报到", en: "reporting in"),
        Sentence("WhistleAct.object", zh: "申请退单", en: "objecting to the call"),
        Sentence("WhistleAct.arbitrate", zh: "裁决派单异议", en: "ruling on an objection"),
        Sentence("WhistleAct.formGroup", zh: "组建专项工作组", en: "forming a working group"),
        Sentence("WhistleAct.leadGroup", zh: "指定或移交牵头", en: "changing the group's lead"),
        Sentence("WhistleAct.changeMembers", zh: "调整组员", en: "changing the group's members"),
        Sentence("WhistleAct.convene", zh: "召集会议", en: "convening a meeting"),
        Sentence("WhistleAct.holdMeeting", zh: "登记会议", en: "recording a meeting"),
        Sentence("WhistleAct.amendMinutes", zh: "更正会议纪要", en: "amending minutes"),
        Sentence("WhistleAct.cancelMeeting", zh: "取消会议", en: "cancelling a meeting"),
        Sentence("WhistleAct.assignTask", zh: "交办任务", en: "assigning a task"),
        Sentence("WhistleAct.workOnTask", zh: "办理任务", en: "working on a task"),
        Sentence("WhistleAct.attach", zh: "附材料", en: "attaching a file"),
        Sentence("WhistleAct.correct", zh: "更正记录", en: "correcting an entry"),
        Sentence("WhistleAct.ruleOnEntry", zh: "认定补录", en: "ruling on an entry made afterwards"),
        Sentence("WhistleAct.claimDone", zh: "申请办结", en: "claiming that it is done"),
        Sentence("WhistleAct.accept", zh: "通过核查", en: "accepting the result"),
        Sentence("WhistleAct.sendBack", zh: "退回返工", en: "sending it back for rework"),
        Sentence("WhistleAct.followUp", zh: "回访", en: "following up with the resident"),
        Sentence("WhistleAct.closeVerified", zh: "按核查结果办结", en: "closing it as done"),
        Sentence("WhistleAct.closeOtherwise", zh: "以其他方式结案", en: "closing it without a result"),
        Sentence("WhistleAct.reopen", zh: "重办", en: "reopening it"),
        Sentence("WhistleAct.evaluate", zh: "评价", en: "evaluating"),
        Sentence("WhistleAct.closeImported", zh: "登记外部结案", en: "recording that another system closed it"),

        Sentence("CallAct.deliver", zh: "送达", en: "delivering it"),
        Sentence("CallAct.acknowledge", zh: "签收", en: "signing for it"),
        Sentence("CallAct.reportIn", zh: "报到", en: "reporting in"),
        Sentence("CallAct.object", zh: "申请退单", en: "objecting to it"),
        Sentence("CallAct.keep", zh: "裁决维持派单", en: "ruling that it stands"),
        Sentence("CallAct.release", zh: "裁决同意退单", en: "ruling that it is released"),
        Sentence("CallAct.recall", zh: "撤回", en: "recalling it"),
        Sentence("CallAct.cancel", zh: "取消", en: "cancelling it"),
        Sentence("CallAct.transferLead", zh: "变更为主办", en: "making it the lead"),

        Sentence("MeetingAct.hold", zh: "登记召开", en: "recording who sat in it"),
        Sentence("MeetingAct.minute", zh: "记录纪要", en: "recording its minutes"),
        Sentence("MeetingAct.amend", zh: "更正纪要", en: "amending its minutes"),
        Sentence("MeetingAct.cancel", zh: "取消", en: "cancelling it"),

        Sentence("TaskAct.accept", zh: "接单", en: "accepting it"),
        Sentence("TaskAct.progress", zh: "报告进展", en: "reporting progress"),
        Sentence("TaskAct.complete", zh: "报完成", en: "completing it"),
        Sentence("TaskAct.reassign", zh: "改派", en: "reassigning it"),
    ]

    /// Who may do something.
    static let standings: [Sentence] = [
        Sentence("Standing.raiser", zh: "吹哨街道", en: "the street that raised it"),
        Sentence("Standing.called", zh: "被叫单位", en: "a called unit"),
        Sentence("Standing.arrived", zh: "已报到单位", en: "a unit that has reported in"),
        Sentence("Standing.lead", zh: "主办（牵头）单位", en: "the lead unit"),
        Sentence("Standing.centre", zh: "区指挥中心", en: "the command centre"),
        Sentence("Standing.community", zh: "吹哨街道的社区", en: "a community of that street"),
    ]
}
