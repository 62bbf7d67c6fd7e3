extension Sentences {
    /// Files on the pages: the act that attaches one, its fields, what can be wrong with it, and the list of them.
    static let webFiles: [Sentence] = [
        Sentence("web.act.attach.title", zh: "附材料", en: "Attach a file"),
        Sentence(
            "web.act.attach.lead",
            zh: "上传照片或文件，作为办理的依据。附上的材料不能删改，能查看这个哨的单位都可以下载。",
            en:
                "Send a photo or a document that bears on the matter. It cannot be removed or changed, and every unit that may see this whistle can download it."
        ),
        Sentence("web.act.attach.button", zh: "上传并附上", en: "Send and attach it"),
        Sentence("web.act.attach.done", zh: "材料已附上。", en: "File attached."),
        Sentence(
            "web.fileIsAttached",
            zh: "材料已经附上，不用再选；下面的内容还没有记录，请改正后再提交。",
            en:
                "The file is attached and need not be chosen again. What stands below is not recorded yet: correct it and send it again."
        ),

        Sentence("web.field.file", zh: "照片或文件", en: "Photo or document"),
        Sentence(
            "web.field.file.hint",
            zh: "一次一个，不超过 {limit}。可用：{endings}",
            en: "One at a time, up to {limit}. It may be: {endings}"
        ),
        Sentence("web.field.file.missing", zh: "请选择照片或文件。", en: "Choose a photo or a document."),
        Sentence(
            "web.field.file.again",
            zh: "请重新选择「{name}」：表单有误时，浏览器不保留已选的文件。",
            en: "Choose “{name}” again: browsers do not keep a chosen file when a form comes back."
        ),
        Sentence(
            "web.field.file.nameless",
            zh: "选中的文件没有名称。请给它取一个名称再上传。",
            en: "The chosen file has no name. Give it one and choose it again."
        ),
        Sentence(
            "web.field.file.empty",
            zh: "「{name}」是空的。请核对后重新选择。",
            en: "“{name}” is empty. Check it and choose it again."
        ),
        Sentence(
            "web.field.file.tooLarge",
            zh: "「{name}」有 {size}，超过了 {limit}。请压缩或改用较小的文件。",
            en: "“{name}” has {size}; at most {limit} are taken. Make it smaller or choose another."
        ),
        Sentence(
            "web.field.file.wrongKind",
            zh: "「{name}」的类型不能附。可用：{endings}",
            en: "“{name}” is of a kind that cannot be attached. It may be: {endings}"
        ),
        Sentence(
            "web.field.file.otherKind",
            zh: "「{name}」的内容与名称不符，不是{kind}。请换成原来的文件，或另存为可用的类型。",
            en: "“{name}” is not what its name says ({kind}). Choose the original, or save it as a kind that is taken."
        ),
        Sentence("web.field.caption", zh: "材料说明", en: "What the file shows"),
        Sentence(
            "web.field.caption.hint",
            zh: "一句话说明，如「整改后照片」。不要写居民的姓名、电话和门牌号。",
            en: "In a few words, such as “after the repair”. Give no resident's name, number or door."
        ),
        Sentence("web.field.task", zh: "用于哪一项", en: "What is it for?"),
        Sentence("web.field.task.none", zh: "整个事项", en: "The matter as a whole"),
        Sentence("web.field.task.one", zh: "任务 {task}：{duty}", en: "Task {task}: {duty}"),

        Sentence("web.files", zh: "材料", en: "Files"),
        Sentence("web.fileKind", zh: "{kind}，{size}", en: "{kind}, {size}"),
        Sentence("FileKind.photo", zh: "照片（JPEG）", en: "photo (JPEG)"),
        Sentence("FileKind.picture", zh: "图片（PNG）", en: "picture (PNG)"),
        Sentence("FileKind.pdf", zh: "PDF 文件", en: "PDF document"),
        Sentence("FileKind.text", zh: "文字文档（Word）", en: "text document (Word)"),
        Sentence("FileKind.table", zh: "表格（Excel）", en: "spreadsheet (Excel)"),
        Sentence("FileKind.plain", zh: "纯文本", en: "plain text"),
        Sentence("FileKind.video", zh: "视频（MP4）", en: "video (MP4)"),
        Sentence("FileKind.other", zh: "其他文件", en: "other file"),
    ]
}
