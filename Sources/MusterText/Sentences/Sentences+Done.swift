extension Sentences {
    /// What was done, one line for each verb.
    static let done: [Sentence] = [
        Sentence("done.nothing", zh: "已经是这样，没有新增记录。", en: "This is so already; nothing was recorded."),
        Sentence(
            "done.repeated",
            zh: "命令编号 {id} 已经办过，没有重复记录。",
            en: "The command id {id} was carried out before; nothing was recorded again."
        ),
        Sentence(
            "done.repeatedOf",
            zh: "{whistle}：命令编号 {id} 已经办过，台账第 {first} 至 {last} 条即是，没有重复记录。",
            en:
                "{whistle}: the command id {id} was carried out before and stands at {first} to {last} of the log; nothing was recorded again."
        ),
        Sentence(
            "done.repeatedToken",
            zh: "命令编号 {id} 的令牌已经签发过，只在签发时显示一次。如未收到，请吊销后重新签发。",
            en:
                "The command id {id} issued its token before, and it was shown only then. If it is lost, revoke it and issue another."
        ),
        Sentence("dryRun.header", zh: "试运行：以下记录不会写入台账。", en: "Dry run: none of these entries is written."),

        Sentence("done.raise", zh: "已吹哨 {whistle}", en: "Whistle {whistle} raised"),
        Sentence("done.dispatch", zh: "{whistle} 已派单给{units}", en: "{whistle} dispatched to {units}"),
        Sentence("done.recall", zh: "{whistle} 已撤回给{unit}的派单", en: "{whistle}: the call to {unit} is recalled"),
        Sentence("done.cancelCall", zh: "{whistle} 已取消给{unit}的派单", en: "{whistle}: the call to {unit} is cancelled"),
        Sentence("done.withdraw", zh: "{whistle} 已撤哨", en: "{whistle} withdrawn"),
        Sentence("done.link", zh: "{whistle} 已关联诉求 {reference}", en: "{whistle} linked to the demand {reference}"),
        Sentence("done.approve", zh: "{whistle} 已补批", en: "{whistle} approved"),
        Sentence("done.acknowledge", zh: "{unit}已签收 {whistle}", en: "{unit} signed for {whistle}"),
        Sentence("done.reportIn", zh: "{unit}已报到 {whistle}", en: "{unit} reported in to {whistle}"),
        Sentence(
            "done.object",
            zh: "{unit}已对 {whistle} 申请退单，裁决前时限照走",
            en: "{unit} objected to {whistle}; clocks keep running until the ruling"
        ),
        Sentence("done.arbitrate", zh: "{whistle} 已裁决，{unit}：{ruling}", en: "{whistle} ruled on, {unit}: {ruling}"),
        Sentence(
            "done.groupForm",
            zh: "{whistle} 专项工作组已组建，{unit}牵头",
            en: "{whistle}: working group formed, led by {unit}"
        ),
        Sentence("done.groupLead", zh: "{whistle} 已指定{unit}牵头", en: "{whistle}: {unit} now leads the group"),
        Sentence("done.groupHandOver", zh: "{whistle} 牵头已移交{unit}", en: "{whistle}: the lead is handed over to {unit}"),
        Sentence("done.groupTransfer", zh: "{whistle} 主办已变更为{unit}", en: "{whistle}: {unit} is now the lead"),
        Sentence(
            "done.groupAdd",
            zh: "{whistle} 已加入组员：{unit} {person}",
            en: "{whistle}: {person} of {unit} joined the group"
        ),
        Sentence(
            "done.groupRemove",
            zh: "{whistle} 组员已退组：{unit} {person}",
            en: "{whistle}: {person} of {unit} left the group"
        ),
        Sentence(
            "done.meetingConvene",
            zh: "{whistle} 第 {number} 次会议已召集，{moment}",
            en: "{whistle}: meeting no. {number} convened for {moment}"
        ),
        Sentence("done.meetingHold", zh: "{whistle} 第 {number} 次会议已登记召开", en: "{whistle}: meeting no. {number} held"),
        Sentence(
            "done.meetingMinutes",
            zh: "{whistle} 第 {number} 次会议纪要已记录，交办任务 {tasks} 项",
            en: "{whistle}: minutes of meeting no. {number} recorded, tasks assigned: {tasks}"
        ),
        Sentence(
            "done.meetingAmend",
            zh: "{whistle} 第 {number} 次会议纪要已更正，原纪要保留",
            en: "{whistle}: minutes of meeting no. {number} amended; the earlier ones are kept"
        ),
        Sentence(
            "done.meetingCancel",
            zh: "{whistle} 第 {number} 次会议已取消",
            en: "{whistle}: meeting no. {number} cancelled"
        ),
        Sentence(
            "done.taskAssign",
            zh: "{whistle} 第 {number} 项任务已交办给{unit}，时限 {due}",
            en: "{whistle}: task no. {number} assigned to {unit}, due {due}"
        ),
        Sentence("done.taskAccept", zh: "{whistle} 第 {number} 项任务已接单", en: "{whistle}: task no. {number} accepted"),
        Sentence(
            "done.taskProgress",
            zh: "{whistle} 第 {number} 项任务进度 {percent}%",
            en: "{whistle}: task no. {number} is at {percent}%"
        ),
        Sentence("done.taskComplete", zh: "{whistle} 第 {number} 项任务已完成", en: "{whistle}: task no. {number} completed"),
        Sentence(
            "done.taskReassign",
            zh: "{whistle} 第 {number} 项任务已改派{unit}",
            en: "{whistle}: task no. {number} reassigned to {unit}"
        ),
        Sentence("done.attach", zh: "{whistle} 已附材料 {file}", en: "{whistle}: {file} attached"),
        Sentence(
            "done.correct",
            zh: "{whistle} 第 {entry} 条记录已更正，原记录保留",
            en: "{whistle}: entry no. {entry} corrected; the original is kept"
        ),
        Sentence("done.confirm", zh: "{whistle} 第 {entry} 条补录已确认", en: "{whistle}: entry no. {entry} confirmed"),
        Sentence("done.dispute", zh: "{whistle} 已对第 {entry} 条补录提出异议", en: "{whistle}: entry no. {entry} disputed"),
        Sentence("done.claimDone", zh: "{whistle} 已申请办结", en: "{whistle} claimed done"),
        Sentence("done.inspect", zh: "{whistle} 现场核查：{verdict}", en: "{whistle} inspected: {verdict}"),
        Sentence("done.followUp", zh: "{whistle} 回访已登记：{outcome}", en: "{whistle} followed up: {outcome}"),
        Sentence("done.close", zh: "{whistle} 已办结：{closingClass}", en: "{whistle} closed: {closingClass}"),
        Sentence("done.reopen", zh: "{whistle} 已重办，办理时限 {due}", en: "{whistle} reopened, due {due}"),
        Sentence(
            "done.evaluateDepartment",
            zh: "{whistle} 已评价{unit}：{score} 分",
            en: "{whistle}: {unit} evaluated, {score} of 5"
        ),
        Sentence(
            "done.evaluateStreet",
            zh: "{whistle} 已评哨，{unit}：{score} 分",
            en: "{whistle} rated, {unit}: {score} of 5"
        ),
        Sentence("done.unitRegister", zh: "已登记{unit}", en: "{unit} registered"),
        Sentence("done.unitRename", zh: "已更名为{unit}", en: "Renamed to {unit}"),
        Sentence("done.unitRetire", zh: "已停用{unit}", en: "{unit} retired"),
        Sentence(
            "done.postAssign",
            zh: "{unit}岗位「{title}」由 {person} 担任",
            en: "Post “{title}” of {unit} assigned to {person}"
        ),
        Sentence("done.postEnd", zh: "{unit}岗位 {post} 已撤销", en: "Post {post} of {unit} ended"),
        Sentence(
            "done.tokenIssue",
            zh: "已为{unit}的岗位「{post}」签发令牌 {token}，有效期至 {expires}",
            en: "Token {token} issued for the post “{post}” of {unit}, good until {expires}"
        ),
        Sentence("done.tokenRevoke", zh: "令牌 {token} 已吊销", en: "Token {token} revoked"),
        Sentence(
            "done.eraseText",
            zh: "已删除位置 {position} 的文字「{textField}」，依据：{erasureBasis}",
            en: "Text “{textField}” at position {position} erased: {erasureBasis}"
        ),
        Sentence(
            "done.eraseTexts", zh: "{whistle} 已删除 {texts} 处文字，依据：{erasureBasis}",
            en: "{whistle}: {texts} texts erased: {erasureBasis}"),
        Sentence("done.init", zh: "{name}台账已建立：{ledger}", en: "Ledger of {name} made: {ledger}"),
    ]
}
