extension Sentences {
    /// What the making of a simulated district's ledger says.
    static let generating: [Sentence] = [
        Sentence(
            "help.generate",
            zh: "生成一个模拟区的台账，供测试和演练",
            en: "Make the ledger of a simulated district, for measuring and trying things out"
        ),
        Sentence("help.option.generateEvents", zh: "事件条数，到此为止", en: "How many events to write"),
        Sentence(
            "help.option.generateSeed",
            zh: "种子：同一种子、同样条数，每条记录都相同",
            en: "Seed: the same seed and number of events give the same entries"
        ),
        Sentence(
            "help.option.generateOpen",
            zh: "同时在办的哨数；台账短时按比例减少",
            en: "Whistles open at once; fewer in a short ledger"
        ),
        Sentence("help.option.generateVerbose", zh: "另列出被规则拒绝的办理及次数", en: "Also list what the rules refused"),
        Sentence(
            "generate.progress",
            zh: "{percent} %：已写入事件 {events} 条，哨 {whistles} 个…",
            en: "{percent} %: {events} events, {whistles} whistles…"
        ),
        Sentence(
            "generate.done",
            zh: "已生成 {path}：事件 {events} 条，哨 {whistles} 个，其中在办 {open} 个；用时 {seconds} 秒，每秒 {rate} 条。",
            en: "Made {path}: {events} events, {whistles} whistles, {open} of them open; {seconds} s, {rate} events/s."
        ),
        Sentence(
            "generate.refused",
            zh: "共提交办理 {commands} 次，被规则拒绝 {refused} 次。",
            en: "Commands: {commands}; refused by the rules: {refused}."
        ),
    ]
}
