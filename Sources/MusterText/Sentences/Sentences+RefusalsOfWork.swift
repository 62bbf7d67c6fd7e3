extension Sentences {
    /// Reporting in, the working group, meetings and tasks.
    static let refusalsOfWork: [Sentence] = [
        Sentence(
            "refusal.mustBeOnSite",
            zh: "{whistle} 是应急哨，须到场报到。到场后用 --mode onSite 报到。",
            en: "{whistle} is an emergency: its units report in on site. Report in with --mode onSite on arrival."
        ),
        Sentence(
            "refusal.personMissing",
            zh: "代{unit}报到须写明到场人员。加 --person 人员编号。",
            en: "Say who reported in for {unit}. Add --person REFERENCE."
        ),
        Sentence(
            "refusal.groupExists",
            zh: "专项工作组已组建，由{unit}牵头。换牵头单位用 muster group lead 或 muster group hand-over。",
            en:
                "There is a working group already, led by {unit}. Change its lead with muster group lead or muster group hand-over."
        ),
        Sentence(
            "refusal.noGroup",
            zh: "{whistle} 还没有专项工作组。先用 muster group form {whistle} 组建。",
            en: "{whistle} has no working group yet. Form it first with: muster group form {whistle}"
        ),
        Sentence(
            "refusal.notArrived",
            zh: "{unit}还没有报到，不能牵头，也不能申请办结。先由它用 muster report-in 报到。",
            en: "{unit} has not reported in, so it can neither lead nor claim done. Have it use muster report-in first."
        ),
        Sentence(
            "refusal.alreadyMember",
            zh: "{unit}的 {text} 已是组员，不用再加。要加别人，请改写人员编号。",
            en: "{text} of {unit} is a member already. To add somebody else give another reference."
        ),
        Sentence(
            "refusal.notMember",
            zh: "{unit}的 {text} 不是组员。用 muster show 看组员名单。",
            en: "{text} of {unit} is no member. See the members with: muster show"
        ),
        Sentence(
            "refusal.lastMemberMayNotLeave",
            zh: "事不完、人不撤：这是{unit}的最后一名组员。加 --substitute 人员编号 写明接替人，或先用 muster group add 增加一人。",
            en:
                "Nobody leaves before it is done: this is the last member from {unit}. Name who takes over with --substitute REFERENCE, or add somebody first with muster group add."
        ),

        Sentence(
            "refusal.nobodyInvited",
            zh: "没有写参会单位。用 --invite 单位 至少写一个。",
            en: "No unit is invited. Name at least one with --invite UNIT."
        ),
        Sentence(
            "refusal.invitedTwice",
            zh: "{unit}在参会单位里写了两次。请只写一次 --invite。",
            en: "{unit} is invited twice. Give --invite once for each unit."
        ),
        Sentence(
            "refusal.attendedTwice",
            zh: "{unit}在到会单位里写了两次。请只写一次 --attended。",
            en: "{unit} attended twice. Give --attended once for each unit."
        ),
        Sentence(
            "refusal.nobodyAttended",
            zh: "没有写到会单位。用 --attended 单位 至少写一个；没有开成的用 muster meeting cancel。",
            en:
                "Nobody attended. Name at least one unit with --attended UNIT; for a meeting that was not held use muster meeting cancel."
        ),
        Sentence(
            "refusal.notInThisMatter",
            zh: "{unit}没有参加 {whistle} 的办理。先用 muster dispatch 派单并由它报到，或改由已报到单位承担。",
            en:
                "{unit} takes no part in {whistle}. Call it with muster dispatch and let it report in, or name a unit that has."
        ),
        Sentence(
            "refusal.notTaskOwner",
            zh: "第 {number} 项任务由{unit}承担。请由它办理，或用 muster task reassign 改派。",
            en: "Task no. {number} belongs to {unit}. Leave it to that unit, or use muster task reassign."
        ),
        Sentence(
            "refusal.percentOutOfRange",
            zh: "进度 {number} 不在 0 到 100 之间。请改写 --percent。",
            en: "Progress {number} is not between 0 and 100. Change --percent."
        ),
        Sentence(
            "refusal.percentDown",
            zh: "进度已报到 {before}，不能退回 {number}。--percent 写不低于 {before} 的数，情况写在 --note 里。",
            en:
                "Progress is at {before} and can’t go back to {number}. Give --percent {before} or more and explain in --note."
        ),
        Sentence(
            "refusal.proofMissing",
            zh: "第 {number} 项任务须附证明材料才能报完成。先用 muster attach 附上，并写 --task {number}。",
            en:
                "Task no. {number} is completed only with a file as proof. Add it first with muster attach and --task {number}."
        ),
        Sentence(
            "refusal.openTasks",
            zh: "还有 {number} 项任务没有完成，不能申请办结。先用 muster task complete 报完成。",
            en: "Tasks still open: {number}. Complete them with muster task complete before claiming done."
        ),
    ]
}
