extension Sentences {
    /// What readers may not see, and pages that can't be found again.
    static let reading: [Sentence] = [
        Sentence(
            "error.roleMayNotRead", zh: "{role}无权查看{what}。如工作需要，请由有权限的岗位查看。",
            en: "The role “{role}” may not read this: {what}. If it is needed, ask a post that may."
        ),
        Sentence(
            "error.roleMayNotReadOthers", zh: "{role}只能查看本单位的{what}。",
            en: "The role “{role}” may read this of its own unit only: {what}."
        ),
        Sentence(
            "error.badCursor", zh: "分页标记「{text}」不可用。请从第一页重新读取。",
            en: "“{text}” is no cursor of this list. Begin again with the first page."
        ),
        Sentence("Question.district", zh: "本区概况", en: "the district"),
        Sentence("Question.identity", zh: "当前身份", en: "who one is"),
        Sentence("Question.matters", zh: "业务数据", en: "whistles"),
        Sentence("Question.complainants", zh: "诉求人信息", en: "who complained"),
        Sentence("Question.calls", zh: "报到单", en: "calls"),
        Sentence("Question.evaluations", zh: "评价", en: "evaluations"),
        Sentence("Question.inbox", zh: "待办", en: "inboxes"),
        Sentence("Question.units", zh: "单位名录", en: "the list of units"),
        Sentence("Question.posts", zh: "岗位名录", en: "the list of posts"),
        Sentence("Question.tokens", zh: "令牌", en: "tokens"),
        Sentence("Question.replay", zh: "台账回放", en: "replays of the log"),
    ]
    /// Following what happens.
    static let watching: [Sentence] = [
        Sentence("help.watch", zh: "跟踪：有新情况就显示", en: "Follow what happens, as it happens"),
        Sentence("help.option.watch.whistle", zh: "只跟踪这个哨", en: "Only this whistle"),
        Sentence(
            "help.option.watch.from", zh: "从台账第几条之后起；不写则从现在起", en: "Behind so many entries; from now on if left out"),
        Sentence(
            "help.option.inbox.watch", zh: "持续显示，有变化即更新（Ctrl-C 结束）", en: "Go on and follow changes (end with Ctrl-C)"),
        Sentence(
            "help.example.watch", zh: "例：\n  muster watch --whistle W2026-000042",
            en: "Example:\n  muster watch --whistle W2026-000042"),
        Sentence("watch.district", zh: "本区", en: "district"),
        Sentence("watch.retrying", zh: "连接中断，正在重试：{reason}", en: "Interrupted, trying again: {reason}"),
    ]
}
