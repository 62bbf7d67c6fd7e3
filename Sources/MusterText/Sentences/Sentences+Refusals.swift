extension Sentences {
    /// What does not exist or may not be used, who may do something, and what the state forbids.
    static let refusals: [Sentence] = [
        Sentence(
            "refusal.noSuchWhistle",
            zh: "没有这个哨。用 muster list 查哨号。",
            en: "There is no such whistle. Look it up with: muster list"
        ),
        Sentence(
            "refusal.noSuchUnit",
            zh: "没有这个单位。用 muster unit list 查单位名称。",
            en: "There is no such unit. Look it up with: muster unit list"
        ),
        Sentence(
            "refusal.noSuchPost",
            zh: "没有这个岗位。用 muster post list 查岗位，或由区指挥中心用 muster post assign 设岗。",
            en:
                "There is no such post. Look it up with muster post list, or have the command centre make it with muster post assign."
        ),
        Sentence(
            "refusal.noSuchMeeting",
            zh: "没有第 {number} 次会议。用 muster show 查会议序号。",
            en: "There is no meeting no. {number}. See the numbers with: muster show"
        ),
        Sentence(
            "refusal.noSuchTask",
            zh: "没有第 {number} 项任务。用 muster show 查任务序号。",
            en: "There is no task no. {number}. See the numbers with: muster show"
        ),
        Sentence(
            "refusal.noSuchDemand",
            zh: "没有第 {number} 件诉求。用 muster show 查诉求序号，还没有关联的先用 muster link 关联。",
            en: "There is no demand no. {number}. See the numbers with muster show, or link it first with muster link."
        ),
        Sentence(
            "refusal.noSuchEntry",
            zh: "没有第 {number} 条记录。用 muster show 查记录序号。",
            en: "There is no entry no. {number}. See the numbers with: muster show"
        ),
        Sentence(
            "refusal.unitRetired",
            zh: "{unit}已停用。用 muster unit list 查承接其职责的单位。",
            en: "{unit} has been retired. Find the unit that took over its duties with: muster unit list"
        ),
        Sentence(
            "refusal.postEnded",
            zh: "这个岗位已撤销。用 muster post list 查在用岗位，或由区指挥中心用 muster post assign 重新任职。",
            en:
                "This post has ended. See the posts in use with muster post list, or have the command centre fill it again with muster post assign."
        ),
        Sentence(
            "refusal.nameTaken",
            zh: "「{text}」已是{unit}的名称。请换一个全称或简称。",
            en: "“{text}” is already a name of {unit}. Choose another full or short name."
        ),
        Sentence(
            "refusal.codeTaken",
            zh: "编码「{text}」已被使用。请换一个，或不写编码由系统编排。",
            en: "The code “{text}” is taken. Choose another, or leave it out to be given one."
        ),
        Sentence(
            "refusal.alreadyEstablished",
            zh: "这本台账已经建立。直接使用即可；要另建一本，换一个 --ledger 路径再运行 muster init。",
            en:
                "This ledger is already established: just use it. For another one run muster init with another --ledger path."
        ),
        Sentence(
            "refusal.unitBusy",
            zh: "{unit}不能停用：它还有未结的哨，或者它就是区指挥中心。用 muster list 找出它的哨，先办结或改派。",
            en:
                "{unit} can’t be retired: it has open whistles, or is the command centre itself. Find its whistles with muster list and close or reassign them first."
        ),

        Sentence(
            "refusal.notYours",
            zh: "{unit}无权{act}，应由{allowed}办理。请核对 --as，或请有权单位办理。",
            en: "{unit} has no right to do this: {act}. It is for {allowed}. Check --as, or ask one of those units."
        ),
        Sentence(
            "refusal.mayNotRaise",
            zh: "{unit}属于{kind}，不能吹哨。请报所属街道或区指挥中心，由其用 muster raise 吹哨。",
            en: "{unit} ({kind}) may not raise a whistle. Ask its street or the command centre to use muster raise."
        ),
        Sentence(
            "refusal.mayNotActFor",
            zh: "不能代{unit}补录：只有本哨的吹哨街道和区指挥中心可以代录。请由{unit}自己办理。",
            en:
                "You may not enter this for {unit}: only the street that raised the whistle and the command centre may. Leave it to {unit} itself."
        ),
        Sentence(
            "refusal.notChief",
            zh: "{unit}的这个岗位不能批准：须是吹哨单位或区指挥中心的主要负责人岗位。吹哨用 --approved-by、补批用 --by 改写，岗位用 muster post list 查。",
            en:
                "This post of {unit} can’t approve: it takes a chief’s post of the raising unit or of the command centre. Give another with --approved-by (approve: --by) UNIT/POST; see muster post list."
        ),
        Sentence(
            "refusal.selfApproval",
            zh: "经办人不能批准自己吹的哨。吹哨用 --approved-by、补批用 --by 写另一位主要负责人的 单位/岗位。",
            en:
                "Nobody approves a whistle of their own. Name another chief with --approved-by (approve: --by) UNIT/POST."
        ),

        Sentence(
            "refusal.wrongWhistleState",
            zh: "{whistle} 现在是「{state}」，不能{act}。用 muster show {whistle} 看下一步。",
            en: "{whistle} is “{state}”: {act} is not possible now. See what can be done with: muster show {whistle}"
        ),
        Sentence(
            "refusal.wrongCallState",
            zh: "{unit}的报到单现在是「{state}」，不能{act}。用 muster show 看下一步。",
            en: "The call to {unit} is “{state}”: {act} is not possible now. See what can be done with: muster show"
        ),
        Sentence(
            "refusal.wrongMeetingState",
            zh: "第 {number} 次会议现在是「{state}」，不能{act}。用 muster show 看会议情况。",
            en: "Meeting no. {number} is “{state}”: {act} is not possible now. See the meetings with: muster show"
        ),
        Sentence(
            "refusal.wrongTaskState",
            zh: "第 {number} 项任务现在是「{state}」，不能{act}。用 muster show 看任务情况。",
            en: "Task no. {number} is “{state}”: {act} is not possible now. See the tasks with: muster show"
        ),
    ]
}
