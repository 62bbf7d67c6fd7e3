extension Sentences {
    /// What each verb is for, in one line.
    static let help: [Sentence] = [
        Sentence(
            "help.muster",
            zh: "吹哨报到：街道吹哨，部门报到，全程留痕",
            en: "Streets whistle, departments report in, and every act is on record"
        ),

        Sentence(
            "help.raise",
            zh: "吹哨：街道办不了的事，请部门来报到",
            en: "Raise a whistle: call departments to a matter that the street can’t solve alone"
        ),
        Sentence("help.dispatch", zh: "派单：再叫单位协办", en: "Call further units to a whistle in support"),
        Sentence("help.recall", zh: "撤回还没有签收的派单", en: "Recall a call that is not signed for yet"),
        Sentence("help.cancelCall", zh: "取消派单：错派或不再需要", en: "Cancel a call: dispatched wrongly or no longer needed"),
        Sentence("help.withdraw", zh: "撤哨：还没有单位报到时撤销吹哨", en: "Withdraw a whistle to which nobody has reported in"),
        Sentence("help.link", zh: "关联诉求：把 12345 等来源的诉求挂到哨上", en: "Link a resident’s demand from 12345 or elsewhere"),
        Sentence("help.approve", zh: "补批应急哨", en: "Record the approval of an emergency whistle afterwards"),
        Sentence("help.acknowledge", zh: "签收派给本单位的报到单", en: "Sign for your unit’s call"),
        Sentence("help.reportIn", zh: "报到；没有签收的视同签收", en: "Report in; this also signs for the call"),
        Sentence(
            "help.object",
            zh: "申请退单（派单异议）；裁决前时限照走",
            en: "Object to your unit’s call; clocks keep running until the ruling"
        ),
        Sentence(
            "help.arbitrate",
            zh: "裁决派单异议：维持派单或同意退单",
            en: "Rule on an objection: the call stands or is released"
        ),

        Sentence("help.group", zh: "专项工作组", en: "The working group"),
        Sentence(
            "help.groupForm",
            zh: "组建专项工作组；已报到人员即为组员",
            en: "Form the working group of those who have reported in"
        ),
        Sentence("help.groupLead", zh: "指定牵头单位", en: "Designate the group’s lead unit"),
        Sentence("help.groupHandOver", zh: "牵头单位移交牵头", en: "Hand the group’s lead over to another unit"),
        Sentence("help.groupTransfer", zh: "变更主办单位", en: "Make another called unit the lead"),
        Sentence("help.groupAdd", zh: "增加组员", en: "Add a member to the group"),
        Sentence(
            "help.groupRemove",
            zh: "组员退组；事不完、人不撤，须有人接替",
            en: "Let a member leave the group, replaced if the last of its unit"
        ),

        Sentence("help.meeting", zh: "会议和纪要", en: "Meetings and their minutes"),
        Sentence("help.meetingConvene", zh: "召集会议", en: "Convene a meeting"),
        Sentence("help.meetingHold", zh: "登记会议召开和到会单位", en: "Record that a meeting was held and who sat in it"),
        Sentence("help.meetingMinutes", zh: "记录纪要；每项决定自动成为任务", en: "Record minutes; each decision becomes a task"),
        Sentence("help.meetingAmend", zh: "更正纪要；原纪要保留", en: "Amend minutes; the earlier ones are kept"),
        Sentence("help.meetingCancel", zh: "取消会议", en: "Cancel a meeting"),

        Sentence("help.task", zh: "任务", en: "Tasks"),
        Sentence("help.taskAssign", zh: "交办任务", en: "Assign a task"),
        Sentence("help.taskAccept", zh: "接单", en: "Accept your unit’s task"),
        Sentence("help.taskProgress", zh: "报告任务进展", en: "Report progress on a task"),
        Sentence("help.taskComplete", zh: "报任务完成", en: "Report a task as completed"),
        Sentence("help.taskReassign", zh: "任务改派其他单位", en: "Give a task to another unit"),

        Sentence("help.attach", zh: "附材料；台账记校验值和大小", en: "Attach a file; the ledger keeps its hash and size"),
        Sentence(
            "help.correct",
            zh: "更正记录里的文字；原记录保留",
            en: "Correct a text of an earlier entry; the original is kept"
        ),
        Sentence("help.confirm", zh: "确认对方的补录属实", en: "Confirm what the other side entered afterwards"),
        Sentence("help.dispute", zh: "对对方的补录提出异议", en: "Dispute what the other side entered afterwards"),

        Sentence("help.claimDone", zh: "申请办结", en: "Claim that the matter is done"),
        Sentence(
            "help.inspect",
            zh: "现场核查：通过或返工",
            en: "Inspect on site: accept the result or send it back for rework"
        ),
        Sentence("help.followUp", zh: "回访诉求人，逐次登记", en: "Follow up with the resident and record each attempt"),
        Sentence("help.close", zh: "办结", en: "Close a whistle"),
        Sentence("help.reopen", zh: "重办", en: "Reopen a whistle"),
        Sentence("help.evaluate", zh: "双向评价", en: "Two-way evaluation"),
        Sentence("help.evaluateDepartment", zh: "街道评价部门", en: "The street evaluates a department"),
        Sentence("help.evaluateStreet", zh: "部门评哨", en: "A department rates the whistle"),

        Sentence("help.unit", zh: "单位名录", en: "The directory of units"),
        Sentence("help.unitRegister", zh: "登记单位", en: "Register a unit"),
        Sentence("help.unitRename", zh: "单位更名", en: "Rename a unit"),
        Sentence("help.unitRetire", zh: "停用没有未结事项的单位", en: "Retire a unit that has no open matters"),
        Sentence("help.post", zh: "岗位", en: "Posts"),
        Sentence("help.postAssign", zh: "设岗位并任职，或换人", en: "Make a post and fill it, or fill it anew"),
        Sentence("help.postEnd", zh: "撤销岗位", en: "End a post"),

        Sentence("help.init", zh: "建立一个区的台账", en: "Make the ledger of a district"),
        Sentence("help.list", zh: "列出哨", en: "List whistles"),
        Sentence("help.show", zh: "看一个哨的全部情况和下一步", en: "Show all about a whistle and what can be done next"),
        Sentence("help.inbox", zh: "看一个单位的待办，按时限排", en: "Show what a unit has to do, by deadline"),
        Sentence("help.today", zh: "看当天的数，可直接发到群里", en: "Show the day’s figures, ready for a chat"),
        Sentence("help.log", zh: "按顺序看台账记录", en: "Read the ledger’s entries in order"),
        Sentence("help.replay", zh: "重放台账，看任意时刻的情况", en: "Replay the ledger to any moment"),
        Sentence("help.import", zh: "导入其他系统的案件", en: "Import other systems’ cases"),
        Sentence(
            "help.import311",
            zh: "导入 311 案件的 CSV 文件，时间按原系统，可重复运行",
            en: "Import 311 cases from CSV with the source’s own times; safe to run again"
        ),
        Sentence("help.whoami", zh: "看现在以哪个单位、岗位办理", en: "Show the unit and post that would act"),
        Sentence("help.config", zh: "设置", en: "Settings"),
        Sentence("help.version", zh: "看版本", en: "Show the version"),
    ]
}
