extension Sentences {
    /// Entries made afterwards, times and texts.
    static let refusalsOfInput: [Sentence] = [
        Sentence(
            "refusal.notBackEntered",
            zh: "第 {number} 条记录不是补录，不用认定。用 muster show 找标明「补录」的记录。",
            en:
                "Entry no. {number} was not made afterwards: there is nothing to rule on. Find those that were with: muster show"
        ),
        Sentence(
            "refusal.ruledBefore",
            zh: "第 {number} 条补录已经认定，不能再改。用 muster show 看认定结果。",
            en: "Entry no. {number} has been ruled on already. See the ruling with: muster show"
        ),
        Sentence(
            "refusal.ownEntry",
            zh: "第 {number} 条是本单位的补录，不能自己认定。请对方单位或区指挥中心用 muster confirm 或 muster dispute 认定。",
            en:
                "Entry no. {number} is your own. The other side or the command centre rules on it with muster confirm or muster dispute."
        ),
        Sentence(
            "refusal.claimedInFuture",
            zh: "{moment} 还没有到，不能作为发生时间。--occurred-at 请写已经过去的时间。",
            en: "{moment} has not come yet. Give a past moment with --occurred-at."
        ),
        Sentence(
            "refusal.claimedBeforeRaise",
            zh: "{moment} 早于吹哨或派单时间 {raisedAt}，不能作为发生时间。请改写 --occurred-at。",
            en: "{moment} is before the whistle was raised or the call issued at {raisedAt}. Change --occurred-at."
        ),
        Sentence(
            "refusal.correctsNothing",
            zh: "「{text}」不是可以更正的文字。--field 请写 subject、place、reason、minutes 等文字项。",
            en:
                "“{text}” is no text that can be corrected. Give --field a text such as subject, place, reason or minutes."
        ),

        Sentence(
            "refusal.centreExists", zh: "区指挥中心只有一个，已登记为{unit}。改名用 muster unit rename。",
            en: "A district has one command centre, and it is {unit}. To rename it: muster unit rename."),
        Sentence(
            "refusal.badSize", zh: "文件大小 {number} 不可能。请重新附文件。",
            en: "A file can't have {number} bytes. Attach it again."),
        Sentence(
            "refusal.tooFarAhead",
            zh: "{moment} 在十年以后，像是年份写错了。请改正时限。",
            en: "{moment} is more than ten years ahead, as if the year were mistyped. Correct it."
        ),
        Sentence(
            "refusal.dueInPast",
            zh: "时限 {moment} 已经过去。请写将来的时间，如 +3d 或「明天 17:30」。",
            en: "The deadline {moment} is in the past. Give a moment to come, such as +3d."
        ),
        Sentence(
            "refusal.reportInAfterDue",
            zh: "报到时限 {moment} 晚于办理时限 {due}。请提前 --report-in-by 或推后 --due。",
            en:
                "Report-in by {moment} is later than the whistle’s due time {due}. Give an earlier --report-in-by or a later --due."
        ),
        Sentence(
            "refusal.meetingInPast",
            zh: "开会时间 {moment} 已经过去。请改写 --at；会已开过的，加 --occurred-at 补录。",
            en:
                "The meeting’s time {moment} is in the past. Change --at; if it was held already, enter it afterwards with --occurred-at."
        ),

        Sentence("refusal.textEmpty", zh: "「{field}」是空的，请写明。", en: "The text is empty: {field}. Write it."),
        Sentence(
            "refusal.textTooLong",
            zh: "「{field}」有 {number} 字，最多 {limit} 字。请精简，细节用 muster attach 附文件。",
            en:
                "The text is too long ({field}): {number} characters, at most {limit}. Shorten it and put details in a file with muster attach."
        ),
        Sentence(
            "refusal.controlCharacter",
            zh: "「{field}」第 {number} 个字符 {text} 看不见或不能用。请删去它再写一遍。",
            en:
                "Character {number} of the text ({field}) is {text}, which can’t be seen or used. Delete it and try again."
        ),
        Sentence(
            "refusal.personalNumber",
            zh: "「{field}」里的 {text} 像是手机号或身份证号。请删去或遮盖；确认不是个人号码的，加 --confirm-numbers。",
            en:
                "{text} in the text ({field}) looks like a mobile or ID number. Take it out or mask it; if it is nobody’s number, add --confirm-numbers."
        ),
        Sentence(
            "refusal.badPersonReference",
            zh: "「{text}」不能作人员编号。请写工号等代号，不写姓名、电话：1 到 32 个英文字母、数字、点、下划线或连字符。",
            en:
                "“{text}” is no person reference. Give a staff number or other code, no name or telephone number: 1 to 32 of A-Z, a-z, 0-9, “.”, “_” and “-”."
        ),
        Sentence(
            "refusal.badHash",
            zh: "「{text}」不是 SHA-256 校验值。请写 64 位小写十六进制数，或直接写文件由系统计算。",
            en: "“{text}” is no SHA-256. Give 64 lower-case hex digits, or the file itself."
        ),
        Sentence(
            "refusal.badCode",
            zh: "「{text}」不能作编码。请用 1 到 32 个英文字母、数字、点、下划线或连字符。",
            en: "“{text}” is no code. Use 1 to 32 of A-Z, a-z, 0-9, “.”, “_” and “-”."
        ),
        Sentence(
            "refusal.badReference",
            zh: "「{text}」不是来源编号。请写成「来源:编号」，如 12345:2026112100123。",
            en: "“{text}” is no source case number. Write SOURCE:NUMBER, such as 12345:2026112100123."
        ),
        Sentence(
            "refusal.deadlineNotPassed",
            zh: "这个时限没有在走，或者还没有到。时限由系统自动登记，不用手工办理。",
            en:
                "This clock is not running or has time left. Deadlines are recorded by themselves: there is nothing to do."
        ),
    ]
}
