extension Sentences {
    /// The next step after each verb.
    static let next: [Sentence] = [
        Sentence(
            "next.raise",
            zh: "等被叫单位签收、报到：muster show {whistle}；发到群里：muster show {whistle} --notice",
            en:
                "The called units sign for it and report in: muster show {whistle}; for a chat: muster show {whistle} --notice"
        ),
        Sentence(
            "next.dispatch",
            zh: "等新派单位签收、报到：muster show {whistle}",
            en: "The new units sign for it and report in: muster show {whistle}"
        ),
        Sentence("next.recall", zh: "看其余报到单：muster show {whistle}", en: "See the other calls: muster show {whistle}"),
        Sentence(
            "next.cancelCall",
            zh: "看其余报到单：muster show {whistle}",
            en: "See the other calls: muster show {whistle}"
        ),
        Sentence(
            "next.withdraw",
            zh: "告知被叫单位：muster show {whistle}",
            en: "Tell the called units: muster show {whistle}"
        ),
        Sentence("next.link", zh: "看全部诉求：muster show {whistle}", en: "See all demands: muster show {whistle}"),
        Sentence("next.approve", zh: "看批准情况：muster show {whistle}", en: "See the approval: muster show {whistle}"),
        Sentence(
            "next.acknowledge",
            zh: "到达后报到：muster report-in {whistle}",
            en: "On arrival: muster report-in {whistle}"
        ),
        Sentence(
            "next.reportIn",
            zh: "组建专项工作组：muster group form {whistle}；办完后申请办结：muster claim-done {whistle}",
            en: "Form a working group: muster group form {whistle}; when it is done: muster claim-done {whistle}"
        ),
        Sentence(
            "next.object",
            zh: "区指挥中心裁决：muster arbitrate {whistle} {unit}；裁决前请照常签收、报到",
            en: "The command centre rules: muster arbitrate {whistle} {unit}; until then the call holds"
        ),
        Sentence(
            "next.objectOnSite",
            zh: "区指挥中心裁决：muster arbitrate {whistle} {unit}；裁决前继续办理",
            en: "The command centre rules: muster arbitrate {whistle} {unit}; until then the work goes on"
        ),
        Sentence("next.arbitrate", zh: "看各单位情况：muster show {whistle}", en: "See the calls: muster show {whistle}"),
        Sentence(
            "next.groupForm",
            zh: "召集会议：muster meeting convene {whistle}；交办任务：muster task assign {whistle}",
            en: "Convene a meeting: muster meeting convene {whistle}; assign a task: muster task assign {whistle}"
        ),
        Sentence(
            "next.groupLead",
            zh: "看专项工作组：muster show {whistle}",
            en: "See the working group: muster show {whistle}"
        ),
        Sentence(
            "next.groupHandOver",
            zh: "看专项工作组：muster show {whistle}",
            en: "See the working group: muster show {whistle}"
        ),
        Sentence("next.groupTransfer", zh: "看各单位分工：muster show {whistle}", en: "See the calls: muster show {whistle}"),
        Sentence("next.groupAdd", zh: "看组员：muster show {whistle}", en: "See the members: muster show {whistle}"),
        Sentence("next.groupRemove", zh: "看组员：muster show {whistle}", en: "See the members: muster show {whistle}"),
        Sentence(
            "next.meetingConvene",
            zh: "会后登记到会单位：muster meeting hold {whistle} {number}",
            en: "After the meeting: muster meeting hold {whistle} {number}"
        ),
        Sentence(
            "next.meetingHold",
            zh: "记录纪要和决定：muster meeting minutes {whistle} {number}",
            en: "Record minutes and decisions: muster meeting minutes {whistle} {number}"
        ),
        Sentence("next.meetingMinutes", zh: "看任务：muster show {whistle}", en: "See the tasks: muster show {whistle}"),
        Sentence("next.meetingAmend", zh: "看办理经过：muster show {whistle}", en: "See the timeline: muster show {whistle}"),
        Sentence(
            "next.meetingCancel",
            zh: "另行召集：muster meeting convene {whistle}",
            en: "Convene another: muster meeting convene {whistle}"
        ),
        Sentence(
            "next.taskAssign",
            zh: "承担单位接单：muster task accept {whistle} {number}",
            en: "The unit accepts it: muster task accept {whistle} {number}"
        ),
        Sentence(
            "next.taskAccept",
            zh: "报告进展：muster task progress {whistle} {number}；完成：muster task complete {whistle} {number}",
            en:
                "Report progress: muster task progress {whistle} {number}; when done: muster task complete {whistle} {number}"
        ),
        Sentence(
            "next.taskProgress",
            zh: "完成后：muster task complete {whistle} {number}",
            en: "When done: muster task complete {whistle} {number}"
        ),
        Sentence(
            "next.taskComplete",
            zh: "任务全部完成后，牵头单位申请办结：muster claim-done {whistle}",
            en: "When all tasks are done the lead claims it: muster claim-done {whistle}"
        ),
        Sentence(
            "next.taskReassign",
            zh: "承担单位接单：muster task accept {whistle} {number}",
            en: "The unit accepts it: muster task accept {whistle} {number}"
        ),
        Sentence("next.attach", zh: "看附件：muster show {whistle}", en: "See the files: muster show {whistle}"),
        Sentence("next.correct", zh: "看办理经过：muster show {whistle}", en: "See the timeline: muster show {whistle}"),
        Sentence("next.confirm", zh: "看办理经过：muster show {whistle}", en: "See the timeline: muster show {whistle}"),
        Sentence("next.dispute", zh: "看办理经过：muster show {whistle}", en: "See the timeline: muster show {whistle}"),
        Sentence(
            "next.claimDone",
            zh: "现场核查：muster inspect {whistle}",
            en: "Inspect on site: muster inspect {whistle}"
        ),
        Sentence(
            "next.inspect",
            zh: "核查通过的回访：muster follow-up {whistle}；返工的由牵头单位继续办理",
            en: "If accepted: muster follow-up {whistle}; if sent back the lead goes on"
        ),
        Sentence(
            "next.followUp",
            zh: "回访到位后办结：muster close {whistle}",
            en: "When all residents are followed up: muster close {whistle}"
        ),
        Sentence(
            "next.close",
            zh: "双向评价：muster evaluate department {whistle}，muster evaluate street {whistle}",
            en: "Evaluate both ways: muster evaluate department {whistle}, muster evaluate street {whistle}"
        ),
        Sentence(
            "next.reopen",
            zh: "看报到单和下一步：muster show {whistle}",
            en: "See the calls and what comes next: muster show {whistle}"
        ),
        Sentence(
            "next.evaluateDepartment",
            zh: "看评价：muster show {whistle}",
            en: "See the evaluations: muster show {whistle}"
        ),
        Sentence(
            "next.evaluateStreet",
            zh: "看评价：muster show {whistle}",
            en: "See the evaluations: muster show {whistle}"
        ),
        Sentence(
            "next.unitRegister",
            zh: "设岗位：muster post assign {unit}",
            en: "Make its posts: muster post assign {unit}"
        ),
        Sentence("next.unitRename", zh: "看全部单位：muster unit list", en: "See all units: muster unit list"),
        Sentence("next.unitRetire", zh: "看全部单位：muster unit list", en: "See all units: muster unit list"),
        Sentence(
            "next.postAssign",
            zh: "以此岗位办理：--as {unit}/{title}",
            en: "Act from this post with: --as {unit}/{title}"
        ),
        Sentence("next.postEnd", zh: "看全部岗位：muster post list", en: "See all posts: muster post list"),
        Sentence(
            "next.tokenIssue",
            zh: "令牌只显示这一次，台账里只有校验值。请当面交给使用人；遗失或泄露立即吊销：muster token revoke {token}",
            en:
                "It is shown only this once; the ledger has no more than its hash. If it is lost or known to others: muster token revoke {token}"
        ),
        Sentence("next.tokenRevoke", zh: "看有效的令牌：muster token list", en: "See the good ones: muster token list"),
        Sentence(
            "next.eraseText",
            zh: "此前的备份仍含这些文字，请按保存期限销毁；恢复旧备份时须保留台账旁的 .erasures 文件",
            en:
                "Earlier backups still have the text: destroy them in due time. Whoever restores one keeps the file .erasures beside the ledger"
        ),
        Sentence(
            "next.eraseTexts",
            zh: "此前的备份仍含这些文字，请按保存期限销毁；恢复旧备份时须保留台账旁的 .erasures 文件",
            en:
                "Earlier backups still have the texts: destroy them in due time. Whoever restores one keeps the file .erasures beside the ledger"
        ),
        Sentence(
            "next.init",
            zh: "以 --as {centre}/{post} 登记单位：muster unit register；再设岗位：muster post assign",
            en: "With --as {centre}/{post} register units: muster unit register; then make posts: muster post assign"
        ),
    ]
}
