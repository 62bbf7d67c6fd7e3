extension Sentences {
    /// Raising, calling and objecting.
    static let refusalsOfCalls: [Sentence] = [
        Sentence(
            "refusal.noCalls",
            zh: "没有写被叫单位。吹哨用 --lead 单位 指定主办，用 --support 单位 增加协办。",
            en: "No unit is called. Name the lead with --lead UNIT and further units with --support UNIT."
        ),
        Sentence(
            "refusal.leadCount",
            zh: "主办单位只能有一个，这里有 {number} 个。吹哨用 --lead 指定一个；派单只能增加协办（--support），换主办用 muster group transfer。",
            en:
                "A whistle has exactly one lead, here there would be {number}. When raising give one --lead; dispatch only adds --support units; to change the lead use muster group transfer."
        ),
        Sentence(
            "refusal.callsItself",
            zh: "{unit}不能叫自己报到，请去掉。要由街道牵头的，部门报到后用 muster group form 组建专项工作组。",
            en:
                "{unit} can’t call itself: leave it out. If the street is to lead, use muster group form once a department has reported in."
        ),
        Sentence(
            "refusal.ownSubordinatesOnly",
            zh: "被叫的都是本街道下属单位，不必吹哨。请直接交办，或用 --lead、--support 写上需要报到的部门。",
            en:
                "All called units are your own subordinates, which takes no whistle. Tell them directly, or add a department with --lead or --support."
        ),
        Sentence(
            "refusal.calledTwice",
            zh: "{unit}重复被叫。每个单位只写一次，已经在办的不必再派。",
            en: "{unit} is called twice. Name each unit once, and none that is already called."
        ),
        Sentence(
            "refusal.releasedBefore",
            zh: "{unit}已从本哨退出，不能再派给它。请写其他单位。",
            en: "{unit} has left this whistle and can’t be called to it again. Name another unit."
        ),
        Sentence(
            "refusal.communityMayNotLead",
            zh: "{unit}是社区，不能主办或牵头。请换一个单位；社区只用 --support 作协办。",
            en: "{unit} is a community, which may not lead. Name another unit; call a community with --support only."
        ),
        Sentence(
            "refusal.notCallable",
            zh: "{unit}负责调度，不接派单。请写承担职责的部门。",
            en: "{unit} dispatches and can’t be called. Name the department whose duty it is."
        ),
        Sentence(
            "refusal.notCalled",
            zh: "{whistle} 没有叫{unit}。用 muster show {whistle} 看被叫单位，要增加用 muster dispatch。",
            en:
                "{whistle} has no call to {unit}. See the called units with muster show {whistle}; add one with muster dispatch."
        ),
        Sentence(
            "refusal.approvalMissing",
            zh: "吹{kind}须先经批准。加 --approved-by 单位/岗位 --slip 文件（签批的吹哨单）；只有应急哨可以事后补批。",
            en:
                "This needs approval first ({kind}). Add --approved-by UNIT/POST --slip FILE (the signed slip); only an emergency whistle may be approved afterwards."
        ),
        Sentence(
            "refusal.slipMissing",
            zh: "写了批准岗位，没有吹哨单。加 --slip 文件，或 --slip-sha256 校验值。",
            en: "The approval has no slip. Add --slip FILE or --slip-sha256 HEX."
        ),
        Sentence(
            "refusal.alreadyApproved",
            zh: "{whistle} 不需要补批。用 muster show {whistle} 看批准情况。",
            en: "{whistle} awaits no approval. See how it was approved with: muster show {whistle}"
        ),
        Sentence(
            "refusal.leadMustBeReplaced",
            zh: "{unit}是主办，让它退出须同时指定下一个主办。加 --next-lead 单位。",
            en: "{unit} is the lead; to let it go name the next one. Add --next-lead UNIT."
        ),
        Sentence(
            "refusal.replacementNotNeeded",
            zh: "这一步不更换主办，{unit}之后不用接替。去掉 --next-lead。",
            en: "This step does not change the lead, so nobody takes over from {unit}. Leave out --next-lead."
        ),
        Sentence(
            "refusal.alreadyLead",
            zh: "{unit}已经是主办或牵头单位，不用再办。要换别的单位，请改写单位名称。",
            en: "{unit} leads already: there is nothing to do. To change the lead name another unit."
        ),

        Sentence(
            "refusal.secondObjection",
            zh: "{unit}已申请过退单，不能再次申请。待裁的请等裁决，裁决前时限照走；已裁的请继续办理。",
            en:
                "{unit} has objected already and may not do so again. If no ruling has come, wait for it: clocks keep running until then; otherwise carry on."
        ),
        Sentence(
            "refusal.objectionOverruled",
            zh: "{unit}的异议已裁决「维持派单」，不能再申请退单。请用 muster report-in 报到并办理。",
            en: "The call to {unit} was ruled to stand: it can’t be objected to again. Report in with muster report-in."
        ),
        Sentence(
            "refusal.groundNotYet",
            zh: "「现场查明」只能在报到后提出。先用 muster report-in 报到，或改用 --ground notOurDuty（非本单位职责）。",
            en:
                "“Found on site” is a ground only after arrival. Report in first with muster report-in, or use --ground notOurDuty."
        ),
        Sentence(
            "refusal.groundTooLate",
            zh: "以「现场查明」申请退单的期限 {moment} 已过。请继续办理，确需换主办的请区指挥中心用 muster group transfer。",
            en:
                "The time to object with what was found on site ended at {moment}. Carry on, or ask the command centre for muster group transfer."
        ),
        Sentence(
            "refusal.objectionPending",
            zh: "{whistle} 还有派单异议待裁，暂时不能办。请区指挥中心先用 muster arbitrate {whistle} 裁决。",
            en:
                "{whistle} has an objection that awaits its ruling. Have the command centre rule first with: muster arbitrate {whistle}"
        ),
    ]
}
