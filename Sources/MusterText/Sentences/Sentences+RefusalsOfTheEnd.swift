extension Sentences {
    /// Inspection, follow-up, closing and evaluation.
    static let refusalsOfTheEnd: [Sentence] = [
        Sentence(
            "refusal.sameInspector",
            zh: "{unit}不能核查自己的办理结果。请吹哨街道用 muster inspect 核查；街道牵头的，由区指挥中心或社区核查。",
            en:
                "{unit} can’t inspect its own work. Have the raising street use muster inspect, or where the street led, the command centre or a community."
        ),
        Sentence(
            "refusal.demandMissing",
            zh: "本哨关联了 {number} 件诉求，请写明回访哪一件。加 --demand 序号。",
            en: "The whistle has {number} demands: say which one this is about. Add --demand N."
        ),
        Sentence(
            "refusal.demandLinkedTwice",
            zh: "诉求 {text} 已关联 {whistle}，不用再关联。是另一件的，请核对编号。",
            en: "The demand {text} is linked to {whistle} already. If you mean another one, check its number."
        ),
        Sentence(
            "refusal.satisfactionOutOfRange",
            zh: "满意度 {number} 不在 1 到 5 之间。请改写 --satisfaction。",
            en: "Satisfaction {number} is not between 1 and 5. Change --satisfaction."
        ),
        Sentence(
            "refusal.solvedUnsaid",
            zh: "已联系上诉求人，请写明是否解决。加 --solved yes、partly 或 no。",
            en: "The resident was reached: say whether it is solved. Add --solved yes, partly or no."
        ),
        Sentence(
            "refusal.notReached",
            zh: "回访结果是「{outcome}」，不能写是否解决和满意度。去掉 --solved 和 --satisfaction。",
            en:
                "Nobody was spoken to (“{outcome}”), so nothing can be said of the result. Leave out --solved and --satisfaction."
        ),
        Sentence(
            "refusal.followUpMissing",
            zh: "第 {number} 件诉求还没有回访到位，不能这样办结。先用 muster follow-up 回访，联系不上也要逐次登记。",
            en:
                "Demand no. {number} is not followed up yet. Use muster follow-up first; attempts that reach nobody count too."
        ),
        Sentence(
            "refusal.residentSaysUnsolved",
            zh: "诉求人表示没有全部解决，不能按「已解决」办结。改用 --class partly，或用 muster reopen 重办。",
            en:
                "A resident says that it is not fully solved. Close it with --class partly, or go on with muster reopen."
        ),
        Sentence(
            "refusal.demandsAreLinked",
            zh: "本哨有 {number} 件诉求或回访，不能按「无回访对象」办结。请回访后按结果写 --class。",
            en:
                "There are residents to ask (demands or follow-ups: {number}). Follow up and choose --class by what they say."
        ),
        Sentence(
            "refusal.claimWasNotSolved",
            zh: "申请办结时没有报「已解决」，不能按「已解决」办结。改用 --class partly，或用 muster reopen 重办。",
            en: "The lead did not claim that it is solved. Close it with --class partly, or go on with muster reopen."
        ),
        Sentence(
            "refusal.reopenTooLate",
            zh: "重办期限 {moment} 已过。请用 muster raise 重新吹哨，并用 muster link 关联原诉求。",
            en:
                "The time for reopening ended at {moment}. Raise a new whistle with muster raise and link the demand with muster link."
        ),
        Sentence(
            "refusal.evaluationTooLate",
            zh: "评价期限 {moment} 已过，不能再评。有意见请向区指挥中心反映。",
            en: "The time for evaluation ended at {moment}. Tell the command centre instead."
        ),
        Sentence(
            "refusal.evaluatedBefore",
            zh: "本哨已评价过{unit}，只能评一次。用 muster show 看原评价。",
            en: "{unit} has been evaluated for this whistle already, which is done once. See it with: muster show"
        ),
        Sentence(
            "refusal.scoreOutOfRange",
            zh: "评分 {number} 不在 1 到 5 之间。请改写 --score。",
            en: "Score {number} is not between 1 and 5. Change --score."
        ),
        Sentence(
            "refusal.notEvaluable",
            zh: "{unit}没有在本哨报到，不能评价。用 muster show 看已报到单位。",
            en: "{unit} did not report in to this whistle, so it can’t be evaluated. See who did with: muster show"
        ),
    ]
}
