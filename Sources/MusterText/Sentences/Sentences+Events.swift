extension Sentences {
    /// What happened in the district and on a whistle until the units have come.
    ///
    /// Who acted stands before each of these lines, so none names it. A placeholder is a required field of the event;
    /// the optional ones follow as `eventExtra`, which is why no line ends in a full stop.
    static let eventsOfCalls: [Sentence] = [
        Sentence(
            "event.district.established",
            zh: "建立{name}台账，时限规则 {policy}，密钥编号 {keyID}",
            en: "established the ledger of {name}, policy {policy}, key {keyID}"
        ),
        Sentence(
            "event.unit.registered",
            zh: "登记{unitKind}「{fullName}」，简称「{shortName}」",
            en: "registered the {unitKind} “{fullName}”, for short “{shortName}”"
        ),
        Sentence(
            "event.unit.renamed",
            zh: "{unit}更名：全称「{fullName}」，简称「{shortName}」",
            en: "renamed {unit}: full name “{fullName}”, for short “{shortName}”"
        ),
        Sentence("event.unit.retired", zh: "停用{unit}，理由：{reason}", en: "retired {unit}: {reason}"),
        Sentence(
            "event.post.assigned",
            zh: "设{unit}岗位「{title}」，由 {person} 担任，主要负责人：{chief}",
            en: "assigned the post “{title}” of {unit} to {person}, chief: {chief}"
        ),
        Sentence("event.post.ended", zh: "撤销{unit}的岗位 {post}", en: "ended the post {post} of {unit}"),

        Sentence(
            "event.whistle.raised",
            zh: "{unit}吹哨（{kind}）：{subject}；地点：{place}；街道单独办不了的原因：{whyNotAlone}；类别 {category}，办理时限 {due}",
            en:
                "raised a whistle for {unit} ({kind}): {subject}; place: {place}; why not alone: {whyNotAlone}; category {category}, due {due}"
        ),
        Sentence(
            "event.whistle.approved",
            zh: "补批：批准岗位 {post}，吹哨单校验值 {slip}",
            en: "recorded the approval by the post {post}, SHA-256 of the slip {slip}"
        ),
        Sentence(
            "event.demand.linked",
            zh: "关联第 {demand} 件诉求：{reference}",
            en: "linked demand no. {demand}: {reference}"
        ),
        Sentence("event.whistle.withdrawn", zh: "撤哨，理由：{reason}", en: "withdrew the whistle: {reason}"),
        Sentence(
            "event.call.issued",
            zh: "派单给{unit}（{role}）：{acknowledgeBy} 前签收，{reportInBy} 前报到，须到场：{onSite}",
            en:
                "called {unit} ({role}): to sign for it by {acknowledgeBy} and to report in by {reportInBy}, on site: {onSite}"
        ),
        Sentence("event.call.recalled", zh: "撤回给{unit}的派单，理由：{reason}", en: "recalled the call to {unit}: {reason}"),
        Sentence(
            "event.call.cancelled",
            zh: "取消给{unit}的派单（{cause}），理由：{reason}",
            en: "cancelled the call to {unit} ({cause}): {reason}"
        ),
        Sentence("event.call.acknowledged", zh: "{unit}签收", en: "signed for the call to {unit}"),
        Sentence(
            "event.department.reportedIn",
            zh: "{unit}报到：{person}，{mode}",
            en: "reported in for {unit}: {person}, {mode}"
        ),
        Sentence(
            "event.call.objected",
            zh: "{unit}申请退单（{ground}），裁决前时限照走；依据：{basis}；理由：{reason}",
            en:
                "objected to the call to {unit} ({ground}), clocks keep running until the ruling; basis: {basis}; reason: {reason}"
        ),
        Sentence(
            "event.call.kept",
            zh: "裁决：对{unit}维持派单，理由：{reason}",
            en: "ruled that the call to {unit} stands: {reason}"
        ),
        Sentence("event.call.released", zh: "裁决：同意{unit}退单，理由：{reason}", en: "ruled that {unit} is released: {reason}"),
        Sentence("event.lead.transferred", zh: "主办变更为{unit}", en: "made {unit} the lead"),
    ]

    /// What happened in the working group, its meetings and its tasks.
    static let eventsOfWork: [Sentence] = [
        Sentence("event.group.formed", zh: "组建专项工作组，{unit}牵头", en: "formed the working group, led by {unit}"),
        Sentence("event.group.leadDesignated", zh: "指定{unit}牵头", en: "designated {unit} to lead the group"),
        Sentence(
            "event.group.leadHandedOver",
            zh: "牵头移交{unit}，理由：{reason}",
            en: "handed the group’s lead over to {unit}: {reason}"
        ),
        Sentence("event.member.joined", zh: "{unit}的 {person} 进组", en: "took in {person} of {unit}"),
        Sentence(
            "event.member.left",
            zh: "{unit}的 {person} 退组，理由：{reason}",
            en: "let {person} of {unit} leave: {reason}"
        ),

        Sentence(
            "event.meeting.convened",
            zh: "召集第 {meeting} 次会议（{meetingKind}）：{startsAt}，{venue}；议题：{agenda}",
            en: "convened meeting no. {meeting} ({meetingKind}): {startsAt}, {venue}; agenda: {agenda}"
        ),
        Sentence(
            "event.meeting.unitInvited",
            zh: "通知{unit}参加第 {meeting} 次会议",
            en: "invited {unit} to meeting no. {meeting}"
        ),
        Sentence("event.meeting.held", zh: "第 {meeting} 次会议召开", en: "recorded that meeting no. {meeting} was held"),
        Sentence(
            "event.meeting.unitAttended",
            zh: "{unit}到会（第 {meeting} 次会议）",
            en: "recorded that {unit} attended meeting no. {meeting}"
        ),
        Sentence(
            "event.meeting.minutesRecorded",
            zh: "记录第 {meeting} 次会议纪要：{minutes}",
            en: "recorded the minutes of meeting no. {meeting}: {minutes}"
        ),
        Sentence(
            "event.meeting.decisionRecorded",
            zh: "第 {meeting} 次会议决定 {decision}：{unit}于 {due} 前{duty}",
            en: "recorded decision {decision} of meeting no. {meeting}: {unit}, by {due}: {duty}"
        ),
        Sentence(
            "event.meeting.minutesAmended",
            zh: "更正第 {meeting} 次会议纪要：{minutes}；理由：{reason}",
            en: "amended the minutes of meeting no. {meeting}: {minutes}; reason: {reason}"
        ),
        Sentence(
            "event.meeting.cancelled",
            zh: "取消第 {meeting} 次会议，理由：{reason}",
            en: "cancelled meeting no. {meeting}: {reason}"
        ),

        Sentence(
            "event.task.assigned",
            zh: "交办第 {task} 项任务给{unit}：{duty}；时限 {due}，须附证明：{proofNeeded}",
            en: "assigned task no. {task} to {unit}: {duty}; due {due}, proof needed: {proofNeeded}"
        ),
        Sentence("event.task.accepted", zh: "{unit}接单（第 {task} 项任务）", en: "accepted task no. {task} for {unit}"),
        Sentence(
            "event.task.progressed",
            zh: "{unit}报告第 {task} 项任务进度 {percent}%：{note}",
            en: "reported task no. {task} of {unit} at {percent}%: {note}"
        ),
        Sentence(
            "event.task.completed",
            zh: "{unit}完成第 {task} 项任务：{note}",
            en: "completed task no. {task} of {unit}: {note}"
        ),
        Sentence(
            "event.task.reassigned",
            zh: "第 {task} 项任务改派{unit}，时限 {due}，理由：{reason}",
            en: "reassigned task no. {task} to {unit}, due {due}: {reason}"
        ),

        Sentence(
            "event.file.attached",
            zh: "附材料：{caption}（{media}，{size} 字节，校验值 {sha256}）",
            en: "attached a file: {caption} ({media}, {size} bytes, SHA-256 {sha256})"
        ),
        Sentence(
            "event.fact.corrected",
            zh: "更正第 {entry} 条记录的{field}：{correction}；理由：{reason}",
            en: "corrected entry no. {entry}, {field}: {correction}; reason: {reason}"
        ),
    ]

    /// What happened at the end, what was entered afterwards, and what came from elsewhere.
    static let eventsOfTheEnd: [Sentence] = [
        Sentence(
            "event.done.claimed",
            zh: "{unit}申请办结（{result}）：{summary}",
            en: "claimed for {unit} that it is done ({result}): {summary}"
        ),
        Sentence("event.site.inspected", zh: "现场核查：{verdict}；{note}", en: "inspected on site: {verdict}; {note}"),
        Sentence(
            "event.resident.followedUp",
            zh: "第 {attempt} 次回访：{outcome}，{solved}；{note}",
            en: "followed up, attempt {attempt}: {outcome}, {solved}; {note}"
        ),
        Sentence(
            "event.whistle.closed",
            zh: "办结（{closingClass}），理由：{reason}",
            en: "closed the whistle ({closingClass}): {reason}"
        ),
        Sentence(
            "event.whistle.reopened",
            zh: "重办，办理时限 {due}，理由：{reason}",
            en: "reopened the whistle, due {due}: {reason}"
        ),
        Sentence(
            "event.department.evaluated",
            zh: "评价{unit}：{score} 分；{comment}",
            en: "evaluated {unit}: {score} of 5; {comment}"
        ),
        Sentence(
            "event.street.evaluated",
            zh: "评哨，评价{unit}：{score} 分；{comment}",
            en: "rated the whistle of {unit}: {score} of 5; {comment}"
        ),

        Sentence(
            "event.entry.confirmed",
            zh: "确认第 {entry} 条补录属实",
            en: "confirmed entry no. {entry}, which was made afterwards"
        ),
        Sentence(
            "event.entry.disputed",
            zh: "对第 {entry} 条补录有异议，理由：{reason}",
            en: "disputed entry no. {entry}, which was made afterwards: {reason}"
        ),

        Sentence("event.deadline.passed", zh: "{deadline}时限 {due} 已过", en: "{deadline} deadline passed: {due}"),

        Sentence(
            "event.whistle.imported",
            zh: "导入外部案件 {reference}：{subject}；街道{unit}，承办单位{department}，类别 {category}",
            en:
                "imported the case {reference}: {subject}; street {unit}, handling unit {department}, category {category}"
        ),
        Sentence("event.whistle.importClosed", zh: "外部系统已结案", en: "the other system closed it"),

        Sentence("event.erased", zh: "〔已依法删除〕", en: "[erased by law]"),
    ]

    /// What an event may say besides, each with its field as the one placeholder.
    static let eventExtras: [Sentence] = [
        Sentence("eventExtra.firstLost", zh: "，自第 {firstLost} 条", en: "; lost are {firstLost}"),
        Sentence("eventExtra.lastLost", zh: "至第 {lastLost} 条已遗失", en: " to {lastLost}"),
        Sentence("eventExtra.parent", zh: "，上级单位{parent}", en: ", under {parent}"),
        Sentence("eventExtra.postRole", zh: "，角色：{postRole}", en: ", role: {postRole}"),
        Sentence("eventExtra.label", zh: "，用于{label}", en: ", for {label}"),
        Sentence("eventExtra.approveBy", zh: "，{approveBy} 前补批", en: ", to be approved by {approveBy}"),
        Sentence("eventExtra.post", zh: "，批准岗位 {post}", en: ", approved by the post {post}"),
        Sentence("eventExtra.slip", zh: "，吹哨单校验值 {slip}", en: ", SHA-256 of the slip {slip}"),
        Sentence("eventExtra.proposed", zh: "，建议改派{proposed}", en: ", proposes {proposed}"),
        Sentence("eventExtra.reason", zh: "，理由：{reason}", en: ": {reason}"),
        Sentence("eventExtra.substitute", zh: "，由 {substitute} 接替", en: ", replaced by {substitute}"),
        Sentence("eventExtra.person", zh: "，到会人员 {person}", en: ", represented by {person}"),
        Sentence("eventExtra.fromMeeting", zh: "，出自第 {fromMeeting} 次会议", en: ", decided by meeting no. {fromMeeting}"),
        Sentence("eventExtra.demand", zh: "，第 {demand} 件诉求", en: ", demand no. {demand}"),
        Sentence("eventExtra.satisfaction", zh: "，满意度 {satisfaction} 分", en: ", satisfaction {satisfaction} of 5"),
        Sentence("eventExtra.call", zh: "，第 {call} 张报到单", en: ", call no. {call}"),
        Sentence("eventExtra.task", zh: "，第 {task} 项任务", en: ", task no. {task}"),
        Sentence("eventExtra.unit", zh: "，责任单位{unit}", en: ", unit {unit}"),
        Sentence("eventExtra.due", zh: "，办理时限 {due}", en: ", due {due}"),
        Sentence("eventExtra.place", zh: "，地点：{place}", en: ", place: {place}"),
        Sentence("eventExtra.detail", zh: "，详情：{detail}", en: ", detail: {detail}"),
        Sentence("eventExtra.request", zh: "，依第 {request} 条申请", en: ", as entry no. {request} asked"),
        Sentence("eventExtra.resolution", zh: "，处理结果：{resolution}", en: ", resolution: {resolution}"),

        Sentence(
            "eventExtra.claimedAt",
            zh: "称实际发生于 {claimedAt}",
            en: "said to have happened at {claimedAt}"
        ),
        Sentence("eventExtra.via", zh: "来自{via}", en: "came by {via}"),
        Sentence(
            "eventExtra.onBehalfOf",
            zh: "代{onBehalfOf}录入",
            en: "on behalf of {onBehalfOf}"
        ),
    ]
}
