extension Sentences {
    /// What is wrong with a request to the API, and what its members may hold.
    static let requestErrors: [Sentence] = [
        Sentence(
            "error.badBody",
            zh: "请求正文应是一个 JSON 对象。请照接口说明填写后重发。",
            en: "The body of the request has to be a JSON object. Fill it in as the API describes and send it again."
        ),
        Sentence(
            "error.unknownMember",
            zh: "请求里有不认识的字段「{member}」。可用字段：{allowed}。请更正后重发。",
            en:
                "The request has a member “{member}” that is not known. It may have: {allowed}. Correct it and send it again."
        ),
        Sentence(
            "error.missingMember",
            zh: "缺少「{member}」。请填写后重发。",
            en: "“{member}” is missing. Add it and send the request again."
        ),
        Sentence(
            "error.badMember",
            zh: "「{member}」填写的形式不对，应为{form}。请更正后重发。",
            en: "“{member}” has the wrong form; it takes {form}. Correct it and send the request again."
        ),
        Sentence(
            "error.badMomentOfRequest",
            zh: "「{member}」的时间「{text}」不对。请写成带时区的 RFC 3339 形式，如 2026-11-21T10:00:00+08:00。",
            en:
                "“{text}” in “{member}” is no moment. Write it as RFC 3339 with its offset, such as 2026-11-21T10:00:00+08:00."
        ),
        Sentence(
            "error.notOwnCall",
            zh: "签收、报到、申请退单只能办本单位的报到单，不能办「{text}」的。代为补录请写明代哪个单位。",
            en:
                "A unit signs for, reports in to and objects to its own call only, not that of “{text}”. To enter it afterwards for that unit, name it as the one on whose behalf it is done."
        ),
        Sentence(
            "error.readOnlyToken",
            zh: "这个令牌只能查看，不能办理。请换用可以办理的令牌。",
            en: "This token may only read. Use one that may act."
        ),
        Sentence(
            "error.wrongHash",
            zh: "文件内容与 SHA-256 校验值 {sha256} 不符，没有保存。请重新上传。",
            en: "The file does not have the SHA-256 {sha256}; it was not kept. Send it again."
        ),
        Sentence(
            "error.unknownFile",
            zh: "这个哨没有附校验值为 {text} 的材料。请核对办理经过中的校验值。",
            en: "No file with the SHA-256 {text} is attached to this whistle. Compare it with the timeline."
        ),
        Sentence(
            "error.fileNotKept",
            zh: "台账记有材料 {sha256}，文件没有上传到本服务器。请向附材料的单位索取。",
            en: "The log names the file {sha256}, but it was never sent to this server. Ask the unit that attached it."
        ),
        Sentence(
            "error.fileDamaged",
            zh: "材料 {sha256} 的内容与校验值不符，不予提供。请系统管理员从备份恢复。",
            en:
                "The file {sha256} no longer has that SHA-256 and is not handed out. Have the system administrator restore it from a backup."
        ),
    ]

    /// What a member of a request may hold; they stand inside of `error.badMember`.
    static let requestForms: [Sentence] = [
        Sentence("form.words", zh: "文字", en: "a text"),
        Sentence("form.string", zh: "字符串", en: "a string"),
        Sentence("form.unit", zh: "单位的编码、全称或简称", en: "a unit’s code, full or short name"),
        Sentence("form.post", zh: "单位/岗位", en: "UNIT/POST"),
        Sentence("form.whistle", zh: "哨号，如 W2026-000042", en: "a whistle’s number such as W2026-000042"),
        Sentence("form.moment", zh: "带时区的 RFC 3339 时间", en: "an RFC 3339 moment with its offset"),
        Sentence("form.integer", zh: "{least} 到 {most} 的整数", en: "a whole number from {least} to {most}"),
        Sentence("form.flag", zh: "true 或 false", en: "true or false"),
        Sentence("form.code", zh: "下列之一：{allowed}", en: "one of: {allowed}"),
        Sentence("form.objects", zh: "对象的列表，每个含：{members}", en: "a list of objects with: {members}"),
        Sentence("form.units", zh: "单位的列表", en: "a list of units"),
    ]
}
